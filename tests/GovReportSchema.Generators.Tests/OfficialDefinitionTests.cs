using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Tests;

public class OfficialDefinitionTests
{
    [Fact]
    public void Cells_are_those_of_the_forms()
    {
        Assert.Equal(198, Official.Model2019.CellCount);
        Assert.Equal(200, Official.Model2021.CellCount);
        Assert.Equal([0, 6, 12, 18, 20], Table(Official.Model2019, "proactiveDisclosure").Blocks.Select(block => block.FirstCell));
        Assert.Equal([0, 6, 7, 9], Table(Official.Model2021, "proactiveDisclosure").Blocks.Select(block => block.FirstCell));
        Assert.Equal(10, Table(Official.Model2021, "applications").Blocks[0].FirstCell);
        Assert.Equal(185, Table(Official.Model2021, "remedies").Blocks[0].FirstCell);
    }

    [Theory]
    [InlineData("applications.rowTotal", 23, 25)]
    [InlineData("applications.resultsTotal", 7, 7)]
    [InlineData("applications.balance", 7, 7)]
    [InlineData("remedies.outcomeTotal", 3, 3)]
    [InlineData("applications.carriedInFromLastYear", 7, 7)]
    [InlineData("proactiveDisclosure.itemsCarriedForward", 5, 0)]
    [InlineData("proactiveDisclosure.decisionsAreNotItems", 4, 0)]
    [InlineData("proactiveDisclosure.newlyDisclosedIsAPart", 2, 0)]
    [InlineData("proactiveDisclosure.inForceCarriedForward", 0, 2)]
    public void Each_rule_holds_as_often_as_formats_md_says(string id, int in2019, int in2021)
    {
        Assert.Equal(in2019, Checks(Official.Model2019, rule => rule.Id == id));
        Assert.Equal(in2021, Checks(Official.Model2021, rule => rule.Id == id));
    }

    [Fact]
    public void Errors_are_the_forty_and_forty_two_checks_of_the_forms_and_no_others()
    {
        Assert.Equal(40, Checks(Official.Model2019, rule => rule.Severity == RuleSeverity.Error));
        Assert.Equal(42, Checks(Official.Model2021, rule => rule.Severity == RuleSeverity.Error));
        Assert.Equal(18, Checks(Official.Model2019, rule => rule.Severity == RuleSeverity.Warning));
        Assert.Equal(9, Checks(Official.Model2021, rule => rule.Severity == RuleSeverity.Warning));
    }

    [Fact]
    public void Balance_stands_once_for_seven_columns()
    {
        var balance = Rule(Official.Model2021, "applications.balance");
        var axis = Assert.Single(balance.Axes);
        Assert.Equal(Enumerable.Range(10, 7), axis.Places);
        // Rows 0 received, 1 carriedIn, 23 results.total, 24 carriedOver, each of seven columns.
        Assert.Equal([Term(0, 1), Term(7, 1), Term(23 * 7, -1), Term(24 * 7, -1)], axis.Terms);
        Assert.Equal(23 * 7, axis.Subject);
        Assert.Equal((RuleRelation.Equal, false, 0, 0L), (balance.Relation, balance.IsTotal, balance.Scale, balance.Tolerance));
        Assert.StartsWith("表三左上角", balance.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_total_sums_every_leaf_outcome_before_it()
    {
        var axis = Assert.Single(Rule(Official.Model2021, "applications.resultsTotal").Axes);
        Assert.Equal(Term(23 * 7, 1), axis.Terms[0]);
        Assert.Equal(Enumerable.Range(2, 21).Select(row => Term(row * 7, -1)), axis.Terms.Skip(1));
        Assert.True(Rule(Official.Model2021, "applications.resultsTotal").IsTotal);
    }

    [Fact]
    public void Outcome_total_and_row_total_sum_the_columns_before_them()
    {
        var outcome = Assert.Single(Rule(Official.Model2021, "remedies.outcomeTotal").Axes);
        Assert.Equal([185, 190, 195], outcome.Places);
        Assert.Equal([Term(4, 1), Term(0, -1), Term(1, -1), Term(2, -1), Term(3, -1)], outcome.Terms);
        var row = Assert.Single(Rule(Official.Model2019, "applications.rowTotal").Axes);
        Assert.Equal([Term(6, 1), .. Enumerable.Range(0, 6).Select(column => Term(column, -1))], row.Terms);
    }

    [Fact]
    public void Blocks_of_unlike_columns_share_the_axis_of_a_rule_that_names_their_common_ones()
    {
        var axis = Assert.Single(Rule(Official.Model2019, "proactiveDisclosure.itemsCarriedForward").Axes);
        Assert.Equal([6, 9, 12, 15, 18], axis.Places);
        Assert.Equal([Term(0, 1), new TermModel(0, -1, true), new TermModel(1, -1, true)], axis.Terms);
    }

    [Fact]
    public void Head_header_and_sections_are_as_written()
    {
        var model = Official.Model2021;
        Assert.Equal(("disclosure-2021", "Tests", "DisclosureReport2021"), (model.FormatId, model.Namespace, model.TypeName));
        Assert.Equal(new SourceModel("国办公开办函〔2021〕30号", null, "2021-09-26"), model.Source);
        Assert.Equal(new YearsModel(2021, null), model.Years);
        Assert.Equal(new YearsModel(2019, 2020), Official.Model2019.Years);
        Assert.Equal(new HeaderModel("agency", new LabelModel("机关名称", "Name of the body"), BlankPolicy.Error), Assert.Single(model.Header));
        Assert.Equal(new LabelModel("年度", "Year reported on"), model.YearLabel);
        Assert.Equal(
            ["overview", "proactiveDisclosure", "applications", "remedies", "problems", "otherMatters"],
            model.Sections.Select(section => section.Member));
        Assert.Equal(BlankPolicy.Allowed, Assert.IsType<NarrativeModel>(model.Sections[5]).Blank);
        var fees = Table(model, "proactiveDisclosure").Blocks[3].Columns[0].Cell;
        Assert.Equal(
            new CellTypeModel(CellKind.Decimal, 6, "万元", 0, CellTypeModel.LargestDecimal, BlankPolicy.Warning), fees);
        var heading = Table(model, "applications").Blocks[0].Columns[1];
        Assert.Equal((true, 5), (heading.IsHeading, heading.Children.Count));
    }

    private static TermModel Term(int offset, long coefficient) => new(offset, coefficient, Previous: false);

    private static RuleModel Rule(ReportModel model, string id) => model.Rules.Single(rule => rule.Id == id);

    private static TableModel Table(ReportModel model, string member) =>
        model.Sections.OfType<TableModel>().Single(table => table.Member == member);

    private static int Checks(ReportModel model, Func<RuleModel, bool> which) =>
        model.Rules.Where(which).Sum(rule => rule.Axes.Sum(axis => axis.Places.Count));
}

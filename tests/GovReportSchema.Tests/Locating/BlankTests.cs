using Xunit;

namespace GovReportSchema.Tests.Locating;

/// <summary>What blanks must be, and what is wrong beside blanks.</summary>
public class BlankTests
{
    [Theory]
    [InlineData("disclosure-2019")]
    [InlineData("disclosure-2021")]
    public void Row_totals_left_blank_are_computed(string format)
    {
        var report = MadeReports.Make(format, new Random(2));
        var totals = report.Format.Cells.Where(cell => cell.Path.EndsWith("/total", StringComparison.Ordinal)).ToList();
        var right = totals.ConvertAll(cell => report.GetValue(cell.Index));
        totals.ForEach(cell => report.SetValue(cell.Index, null));

        var repairs = report.Locate();
        var repair = Assert.Single(repairs);
        Assert.Equal(right, repair.Changes.Select(change => (decimal?)change.To));
        Assert.False(repair.IsTied);
        Assert.All(totals, cell => Assert.Null(report.GetValue(cell.Index)));
        var others = repair.Changes.Where(change => change.To != 0).ToList();
        Assert.Contains($"{others[0].GetLabel(Language.Chinese)}应为 {others[0].To}；", repair.Reason, StringComparison.Ordinal);
        Assert.Contains($"另有 {others.Count - 3} 个不为 0", repair.Reason, StringComparison.Ordinal);
        Assert.Contains($"({others.Count - 3} others that are not 0). Nothing has been filled in.", repair.GetReason(Language.English), StringComparison.Ordinal);
        report.Apply(repair);
        Assert.Empty(report.Locate());
    }

    [Fact]
    public void Zeroes_left_blank_do_not_hide_a_wrong_cell()
    {
        var random = new Random(3);
        for (var i = 0; i < MadeReports.Trials; i++)
        {
            var report = MadeReports.Make("disclosure-2021", random);
            foreach (var cell in report.Format.Cells.Where(cell => MadeReports.IsTable3(cell) && report.GetValue(cell.Index) == 0))
            {
                report.SetValue(cell.Index, null);
            }

            var filled = report.Format.Cells.Where(cell => MadeReports.IsTable3(cell) && report.GetValue(cell.Index) > 0).ToArray();
            var wrong = filled[random.Next(filled.Length)];
            var right = report.GetValue(wrong.Index)!.Value;
            report.SetValue(wrong.Index, right + random.Next(1, 500));
            var isFound = report.Validate().All(finding => finding.Severity != Severity.Error)
                || report.Locate().Any(repair => repair.Changes.Count == 1 && repair.Changes[0].Cell == wrong);
            Assert.True(isFound, wrong.Path);
        }
    }

    [Fact]
    public void Blanks_that_only_several_equations_together_determine_are_found()
    {
        // a + b = 10 and a - b = 4: no range of a or b by itself says that they are 7 and 3.
        var format = MadeFormat.Make(
            CellType.Count, 4, (Relation.Equal, 0, 0, [1, 1, -1, 0]), (Relation.Equal, 0, 0, [1, -1, 0, -1]));
        var report = MadeFormat.Fill(format, null, null, 10, 4);

        Assert.Equal(["/table/row/a: blank → 7", "/table/row/b: blank → 3"], Assert.Single(report.Locate()).Changes.Select(change => change.ToString()));
        report.Apply(report.Locate()[0]);
        Assert.DoesNotContain(report.Validate(), finding => finding.State == RuleState.Violated);

        // a + b = 10 and a - b = 5 leave no whole numbers.
        var halves = MadeFormat.Fill(format, null, null, 10, 5);
        Assert.All(halves.Validate().Where(finding => finding.Severity == Severity.Error), finding =>
        {
            Assert.Equal((null, null), (finding.Expected, finding.Difference));
            Assert.Contains("空白单元格无论填何数，本规则与其他规则都不能同时成立", finding.Message, StringComparison.Ordinal);
            Assert.Contains("no number in the blank cells makes this rule and the others hold", finding.GetMessage(Language.English), StringComparison.Ordinal);
        });
        Assert.Equal(2, halves.Validate().Count(finding => finding.Severity == Severity.Error));
    }

    [Theory]
    [InlineData("disclosure-2019")]
    [InlineData("disclosure-2021")]
    public void Leaves_and_totals_left_blank_across_a_table_are_computed_where_there_are_equations_enough(string format)
    {
        // One blank for each of the rules that do not follow from the others, none of them alone in a rule.
        var report = MadeReports.Make(format, new Random(7));
        var right = Copies.Of(report);
        foreach (var path in new[]
        {
            "received/naturalPerson", "received/commercialEnterprise", "received/total", "carriedOver/naturalPerson", "carriedOver/commercialEnterprise",
            "results/granted/naturalPerson", "results/granted/total",
        })
        {
            report.SetValue(MadeReports.Find(report.Format, "/applications/" + path).Index, null);
        }

        var repair = Assert.Single(report.Locate());
        Assert.All(repair.Changes, change => Assert.Equal(right.GetValue(change.Cell.Index), change.To));
        Assert.Contains(repair.Changes, change => change.Path == "/applications/results/granted/total");
    }

    [Fact]
    public void A_blank_taken_for_zero_can_be_what_is_wrong()
    {
        var options = new CheckOptions { Blanks = Blanks.Zero };
        var report = MadeReports.Make("disclosure-2021", new Random(4));
        var cell = report.Format.Cells.First(cell => MadeReports.IsTable3(cell) && report.GetValue(cell.Index) > 0);
        var right = report.GetValue(cell.Index)!.Value;
        report.SetValue(cell.Index, null);

        var repairs = report.Locate(options);
        var change = Assert.Single(Assert.Single(repairs).Changes);
        Assert.Equal((cell, null, right, SlipKind.BlankLeft), (change.Cell, change.From, change.To, change.Kind));
        report.Apply(repairs[0]);
        Assert.Empty(report.Locate(options));
    }

    [Fact]
    public void A_blank_taken_for_zero_that_must_be_more_is_said_to_be_at_least_that()
    {
        var options = new CheckOptions { Blanks = Blanks.Zero };
        var format = MadeFormat.Make(CellType.Count, 2, (Relation.AtLeast, 0, -5, [1, 0]));
        var repair = Assert.Single(MadeFormat.Fill(format, null, 1).Locate(options));

        Assert.Equal("table › row › a（空白）应不小于 5：此格空白，按零计算则规则不成立。", repair.Reason);
        Assert.Equal("table › row › a (blank) should be at least 5: left blank, it counts as 0, for which the rules do not hold.", repair.GetReason(Language.English));
    }

    [Fact]
    public void A_blank_taken_for_zero_is_not_out_of_its_bounds()
    {
        // The validator looks at the bounds of what is filled; so must the locator.
        var options = new CheckOptions { Blanks = Blanks.Zero };
        var format = MadeFormat.Make(CellType.Count with { Minimum = 1 }, 2, (Relation.AtLeast, 0, 0, [0, 1]));
        var report = MadeFormat.Fill(format, null, 1);

        Assert.DoesNotContain(report.Validate(options), finding => finding.Severity == Severity.Error);
        Assert.Empty(report.Locate(options));
    }

    [Fact]
    public void Nothing_is_said_of_a_blank_that_may_be_several_numbers()
    {
        var report = MadeReports.Make("disclosure-2021", new Random(5));
        foreach (var cell in report.Format.Cells.Where(cell => cell.Path.StartsWith("/remedies/reconsideration/", StringComparison.Ordinal)))
        {
            report.SetValue(cell.Index, cell.Path.EndsWith("/total", StringComparison.Ordinal) ? 5 : null);
        }

        Assert.Equal(RepairState.NothingToRepair, report.Locate().State);
    }

    [Fact]
    public void A_sum_beyond_its_total_is_explained_although_its_other_parts_are_blank()
    {
        var report = MadeReports.Make("disclosure-2021", new Random(6));
        foreach (var (column, value) in new (string, decimal?)[]
        {
            ("upheld", 14), ("corrected", null), ("otherOutcome", null), ("pending", null), ("total", 9),
        })
        {
            report.SetValue(MadeReports.Find(report.Format, "/remedies/reconsideration/" + column).Index, value);
        }

        var repairs = report.Locate();

        Assert.Equal(
            ["/remedies/reconsideration/total: 9 → 14", "/remedies/reconsideration/upheld: 14 → 9"],
            repairs.Select(repair => Assert.Single(repair.Changes).ToString()));
        Assert.All(repairs, repair => Assert.False(repair.Changes[0].IsForced));
        Assert.Contains("结果维持（填报 14）应不大于 9", repairs.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("Total (9) should be at least 14", repairs.GetMessage(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_beside_the_blank_in_which_it_belongs_is_put_there()
    {
        var report = DisclosureReport2021.Read(TestData.Json("sample-2021")).Report;
        foreach (var cell in report.Format.Cells.Where(cell => MadeReports.IsTable3(cell) && report.GetValue(cell.Index) == 0))
        {
            report.SetValue(cell.Index, null);
        }

        var row = report.Applications.Results.Granted;
        Assert.Null(row.ResearchInstitution);
        row.ResearchInstitution = row.CommercialEnterprise;
        row.CommercialEnterprise = null;
        var repair = report.Locate()[0];

        Assert.Equal(SlipKind.NeighbouringCell, repair.Kind);
        Assert.Equal(
            ["/applications/results/granted/commercialEnterprise: blank → 4", "/applications/results/granted/researchInstitution: 4 → 0"],
            repair.Changes.Select(change => change.ToString()));
    }
}

using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Tests;

/// <summary>Rules over <see cref="Small"/>: columns 0 persons, 1 companies, 2 total; rows 0 charged, 1 poor, 2 small, 3 all.</summary>
public class RuleTests
{
    [Fact]
    public void A_rule_over_columns_stands_in_each()
    {
        var rule = Rule(Small.Text, "fees.order");
        var axis = Assert.Single(rule.Axes);
        Assert.Equal([0, 1, 2], axis.Places);
        Assert.Equal([Term(0, 1), Term(3, -1), Term(6, -1)], axis.Terms);
        Assert.Equal((RuleRelation.AtLeast, 0), (rule.Relation, axis.Subject));
    }

    [Fact]
    public void A_total_without_an_entry_has_the_message_of_all_totals()
    {
        var total = Rule(Small.Text, "fees.columnTotal");
        Assert.Equal(new LabelModel("总计应等于各项之和", "the total should equal the sum of its parts"), total.Message);
        Assert.Equal([Term(9, 1), Term(0, -1), Term(3, -1), Term(6, -1)], Assert.Single(total.Axes).Terms);
        Assert.True(total.IsTotal);
    }

    [Fact]
    public void A_group_with_a_total_counts_by_it_and_a_subtotal_among_siblings_counts_by_its_parts()
    {
        var text = Small
            .With("          small: { zh: 小微, en: Small firms }\n", "          small: { zh: 小微, en: Small firms }\n          sub: { zh: 小计, en: Subtotal, total: sub }\n          late: { zh: 甲, en: A }\n")
            .Replace("      all: {", "      part: { zh: 甲, en: A, total: part }\n      more: { zh: 乙, en: B }\n      all: {", StringComparison.Ordinal);
        // Rows: 0 charged, 1 poor, 2 small, 3 sub, 4 late, 5 part, 6 more, 7 all.
        Assert.Equal(Rows(3, 1, 2), Rule(text, "fees.sub").Axes[0].Terms);
        Assert.Equal(Rows(5, 0, 3, 4), Rule(text, "fees.part").Axes[0].Terms);
        Assert.Equal(Rows(7, 0, 3, 4, 6), Rule(text, "fees.columnTotal").Axes[0].Terms);
        // sum() takes the parts, never a total of them.
        Assert.Equal([Term(0, 1), Term(3, -1), Term(6, -1), Term(12, -1)], Rule(text, "fees.order").Axes[0].Terms);
    }

    [Fact]
    public void One_rule_may_serve_totals_of_both_axes()
    {
        var rule = Rule(Small.With("total: columnTotal", "total: rowTotal"), "fees.rowTotal");
        Assert.Equal([4, 3], rule.Axes.Select(axis => axis.Places.Count));
    }

    [Fact]
    public void Cells_of_unlike_scales_meet_at_the_largest()
    {
        var text = Small.WithRule("charged >= 0.05 * waived.poor + 1.5", "tolerance: 0.001")
            .Replace("en: Companies", "en: Companies, kind: decimal, scale: 2", StringComparison.Ordinal);
        var rule = Rule(text, "fees.order");
        Assert.Equal((4, 10L), (rule.Scale, rule.Tolerance));
        Assert.Equal(2, rule.Axes.Count);
        Assert.Equal([0, 2], rule.Axes[0].Places);
        Assert.Equal([Term(0, 10_000), Term(3, -500)], rule.Axes[0].Terms);
        Assert.Equal([1], rule.Axes[1].Places);
        Assert.Equal([Term(0, 100), Term(3, -5)], rule.Axes[1].Terms);
        Assert.All(rule.Axes, axis => Assert.Equal(-15_000, axis.Constant));
        // The total of a row adds a decimal to whole numbers.
        Assert.Equal([Term(2, 100), Term(0, -100), Term(1, -1)], Rule(text, "fees.rowTotal").Axes[0].Terms);
    }

    [Fact]
    public void Terms_that_meet_are_added_and_those_that_cancel_are_gone()
    {
        var axis = Rule(Small.WithRule("charged + charged + all - 2 = all + previous.charged + 0.5 * previous.charged", "at: charged"), "fees.order").Axes[0];
        Assert.Equal([Term(0, 20), new TermModel(0, -15, true)], axis.Terms);
        Assert.Equal(-20, axis.Constant);
    }

    [Fact]
    public void A_part_is_at_most_the_sibling_before_it_and_no_total_counts_it()
    {
        var text = Small.With("en: Companies", "en: Companies, ofWhich: true").Replace("        en: Waived\n", "        en: Waived\n        ofWhich: waivers\n", StringComparison.Ordinal);
        var ofWhich = Rule(text, "fees.ofWhich");
        Assert.Equal((RuleRelation.AtMost, false, "其中项不应大于其所属的项目"), (ofWhich.Relation, ofWhich.IsTotal, ofWhich.Message.Zh));
        var columns = Assert.Single(ofWhich.Axes);
        Assert.Equal([0, 3, 6, 9], columns.Places);
        Assert.Equal(1, columns.Subject);
        Assert.Equal([Term(1, 1), Term(0, -1)], columns.Terms);
        var rows = Assert.Single(Rule(text, "fees.waivers").Axes);
        Assert.Equal([Term(3, 1), Term(6, 1), Term(0, -1)], rows.Terms);
        Assert.Equal(0, rows.Subject);
        Assert.Equal([Term(2, 1), Term(0, -1)], Rule(text, "fees.rowTotal").Axes[0].Terms);
        Assert.Equal([Term(9, 1), Term(0, -1)], Rule(text, "fees.columnTotal").Axes[0].Terms);
    }

    [Fact]
    public void The_rule_of_parts_may_have_an_entry_of_its_own()
    {
        var text = Small.With("en: Companies", "en: Companies, ofWhich: parts").Replace("    rules:\n", "    rules:\n      parts: { severity: info }\n", StringComparison.Ordinal);
        Assert.Equal((RuleSeverity.Info, RuleRelation.AtMost), (Rule(text, "fees.parts").Severity, Rule(text, "fees.parts").Relation));
    }

    [Fact]
    public void A_row_that_repeats_lies_behind_the_others_and_counts_with_all_its_entries()
    {
        // Rows: 0 poor, 1 small, 2 all; behind them 3 charged, one entry of it.
        var text = Small.With("en: Charged }", "en: Charged, repeat: { key: region, zh: 地区, en: Region, max: 9 } }");
        var total = Assert.Single(Rule(text, "fees.columnTotal").Axes);
        Assert.Equal([Term(6, 1), new TermModel(9, -1, false, AllEntries: true), Term(0, -1), Term(3, -1)], total.Terms);
        Assert.Equal([0, 1, 2], total.Places);
        // In each entry: the entry alone.
        Assert.Equal([Term(9, 1), Term(0, -1), Term(3, -1)], Assert.Single(Rule(text, "fees.order").Axes).Terms);
        Assert.Equal([9, 0, 3, 6], Assert.Single(Rule(text, "fees.rowTotal").Axes).Places);
        Assert.Equal(
            [Term(6, 1), new TermModel(9, -1, false, AllEntries: true)],
            Rule(Small.WithRule("all >= sum(charged)").Replace("en: Charged }", "en: Charged, repeat: { key: region, zh: 地区, en: Region, max: 9 } }", StringComparison.Ordinal), "fees.order").Axes[0].Terms);
        Assert.Equal(new RepeatModel("region", new LabelModel("地区", "Region"), 0, 9), Table(text).Blocks[0].Rows[0].Repeat);
    }

    [Fact]
    public void In_an_entry_a_group_is_that_of_the_entry_and_a_leaf_is_that_of_all()
    {
        // Rows: 0 charged, 1 all; behind them 2 poor, 3 small, in each entry of waived.
        string With(string holds) => Small.WithRule(holds).Replace("        en: Waived\n", "        en: Waived\n        repeat: { key: region, zh: 地区, en: Region, max: 9 }\n", StringComparison.Ordinal)
            .Replace("          poor: { zh: 困难, en: Hardship }\n", "          poor: { zh: 困难, en: Hardship }\n          sick: { zh: 甲, en: A, rows: { a: { zh: 甲, en: A }, b: { zh: 甲, en: A } } }\n", StringComparison.Ordinal);
        IEnumerable<TermModel> Terms(string holds) => Rule(With(holds), "fees.order").Axes[0].Terms;
        static TermModel All(int offset) => new(offset, -1, false, AllEntries: true);

        Assert.Equal([Term(0, 1), All(6)], Terms("charged >= sum(waived.poor)"));
        Assert.Equal([Term(0, 1), All(9), All(12)], Terms("charged >= sum(waived.sick)"));
        Assert.Equal([Term(6, 1), Term(9, -1), Term(12, -1)], Terms("waived.poor >= sum(waived.sick)"));
        Assert.Equal([Term(6, 2), All(6), All(9), All(12), All(15)], Terms("2 * waived.poor <= sum(waived)"));
    }

    [Fact]
    public void Parts_of_a_row_that_repeats_are_parts_of_all_its_entries()
    {
        var text = Small.With("en: Charged }", "en: Charged, repeat: { key: region, zh: 地区, en: Region, max: 9 } }")
            .Replace("        en: Waived\n", "        en: Waived\n        ofWhich: true\n", StringComparison.Ordinal).Replace("sum(waived)", "waived.poor", StringComparison.Ordinal);
        var axis = Assert.Single(Rule(text, "fees.ofWhich").Axes);
        Assert.Equal([Term(0, 1), Term(3, 1), new TermModel(9, -1, false, AllEntries: true)], axis.Terms);
        Assert.Equal(0, axis.Subject);
    }

    [Fact]
    public void A_condition_is_a_comparison_over_the_same_place()
    {
        var rule = Rule(Small.WithRule("charged != all", "when: sum(waived) + 1 >= 2 * previous.all"), "fees.order");
        var axis = Assert.Single(rule.Axes);
        Assert.Equal((RuleRelation.NotEqual, 0), (rule.Relation, axis.Subject));
        Assert.Equal(
            new ConditionModel(new[] { Term(3, 1), Term(6, 1), new TermModel(9, -2, true) }.ToEquatableArray(), RuleRelation.AtLeast, 1),
            axis.When);
        Assert.Equal([Term(0, 1), Term(9, -1)], axis.Terms);
    }

    [Fact]
    public void A_condition_is_brought_to_the_scale_of_its_rule()
    {
        var rule = Rule(Small.WithRule("charged <= all", "when: charged > 0.05".Replace(">", ">=", StringComparison.Ordinal)), "fees.order");
        Assert.Equal(2, rule.Scale);
        Assert.Equal([Term(0, 100), Term(9, -100)], rule.Axes[0].Terms);
        Assert.Equal((-5L, 100L), (rule.Axes[0].When!.Constant, rule.Axes[0].When!.Terms[0].Coefficient));
    }

    [Fact]
    public void A_single_check_names_cells()
    {
        var axis = Assert.Single(Rule(Small.WithCheck("waived.poor.total = sum(waived.persons) - previous.all.companies"), "fees.order").Axes);
        Assert.Equal([0], axis.Places);
        Assert.Equal([Term(5, 1), Term(3, -1), Term(6, -1), new TermModel(10, 1, true)], axis.Terms);
        Assert.Equal(5, axis.Subject);
    }

    [Fact]
    public void A_rule_of_the_report_names_cells_by_their_section()
    {
        var rule = Rule(Small.WithReportRule("fees.all.total <= 100", "severity: info", "source: 第三条"), "whole");
        Assert.Equal((RuleSeverity.Info, "第三条", RuleRelation.AtMost), (rule.Severity, rule.Source, rule.Relation));
        var axis = Assert.Single(rule.Axes);
        Assert.Equal((11, -100L), (axis.Subject, axis.Constant));
        Assert.Equal([0], axis.Places);
        Assert.Equal([Term(11, 1)], axis.Terms);
    }

    [Fact]
    public void A_heading_is_no_part_of_a_path()
    {
        var text = Small.With("        en: Waived", "        en: Waived\n        heading: true").Replace("sum(waived)", "small", StringComparison.Ordinal);
        Assert.Equal([Term(0, 1), Term(6, -1)], Rule(text, "fees.order").Axes[0].Terms);
    }

    [Fact]
    public void What_cells_hold_comes_from_the_column_else_the_table_else_is_a_count()
    {
        var table = Table(Small.With("    columns:\n", "    cells: { kind: decimal, scale: 2, unit: 元, min: -5 }\n    columns:\n")
            .Replace("en: Companies", "en: Companies, kind: signed", StringComparison.Ordinal)
            .Replace("en: Total", "en: Total, blank: error", StringComparison.Ordinal));
        var money = new CellTypeModel(CellKind.Decimal, 2, "元", -500, CellTypeModel.LargestDecimal, BlankPolicy.Warning);
        var signed = new CellTypeModel(CellKind.Signed, 0, null, -CellTypeModel.LargestCount, CellTypeModel.LargestCount, BlankPolicy.Warning);
        Assert.Equal([money, signed, money with { Blank = BlankPolicy.Error }], table.Blocks[0].Columns.Select(column => column.Cell));
        Assert.All(table.Blocks[0].Rows, row => Assert.Null(row.Cell));
        Assert.All(Table(Small.Text).Blocks[0].Columns, column => Assert.Null(column.Cell));
    }

    [Fact]
    public void Where_rows_say_what_cells_hold_the_table_speaks_for_the_other_rows()
    {
        var table = Table(Small.With("    columns:\n", "    cells: { max: 9 }\n    columns:\n")
            .Replace("en: Charged", "en: Charged, kind: signed", StringComparison.Ordinal));
        Assert.All(table.Blocks[0].Columns, column => Assert.Null(column.Cell));
        Assert.Equal(CellTypeModel.Count with { Maximum = 9 }, table.Blocks[0].Rows[2].Cell);
        Assert.Null(table.Blocks[0].Rows[1].Cell);
        Assert.Equal(CellTypeModel.Count with { Maximum = 9 }, table.Blocks[0].Rows[1].Children[0].Cell);
    }

    [Fact]
    public void A_form_in_chinese_members_is_read()
    {
        var text = Small.Text.Replace("charged", "收取", StringComparison.Ordinal).Replace("waived", "减免", StringComparison.Ordinal).Replace("fees:", "收费:", StringComparison.Ordinal);
        Assert.Equal([Term(0, 1), Term(3, -1), Term(6, -1)], Rule(text, "收费.order").Axes[0].Terms);
    }

    [Fact]
    public void A_header_without_labels_has_those_of_every_report()
    {
        var model = Official.ModelOf(Small.With("years: 2020-", "years: -2020\nheader:\n  phone: { zh: 电话, en: Telephone, blank: allowed }"));
        Assert.Equal(
            [new HeaderModel("agency", new LabelModel("机关名称", "Agency"), BlankPolicy.Error), new HeaderModel("phone", new LabelModel("电话", "Telephone"), BlankPolicy.Allowed)],
            model.Header);
        Assert.Equal(new LabelModel("年度", "Year"), model.YearLabel);
        Assert.Equal(new YearsModel(null, 2020), model.Years);
        Assert.Equal(new YearsModel(2020, 2020), Official.ModelOf(Small.With("years: 2020-", "years: 2020")).Years);
    }

    private static IEnumerable<TermModel> Rows(int total, params int[] parts) =>
        [Term(total * 3, 1), .. parts.Select(part => Term(part * 3, -1))];

    private static TermModel Term(int offset, long coefficient) => new(offset, coefficient, Previous: false);

    private static RuleModel Rule(string text, string id) => Official.ModelOf(text).Rules.Single(rule => rule.Id == id);

    private static TableModel Table(string text) => Assert.IsType<TableModel>(Official.ModelOf(text).Sections[1]);
}

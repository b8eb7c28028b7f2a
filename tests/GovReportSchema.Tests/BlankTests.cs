using Xunit;

namespace GovReportSchema.Tests;

/// <summary>What a blank does to a sum, case by case.</summary>
public class BlankTests
{
    [Fact]
    public void A_total_of_zero_leaves_its_blanks_no_choice()
    {
        Assert.Empty(Row(0, null, null, null));
        Assert.Empty(Row(4, 1, null, 3));
        Assert.Empty(Row(4, null, 4, null));
    }

    [Fact]
    public void A_sum_that_one_blank_could_make_right_or_wrong_is_not_decided()
    {
        var finding = Assert.Single(Row(9, 5, null, 0));

        Assert.Equal((RuleState.Undetermined, Severity.Warning, "/t/r0/c0"), (finding.State, finding.Severity, finding.Path));
        Assert.Equal(
            [new("/t/r0/c0", 9), new("/t/r0/c1", 5), new("/t/r0/c2", null), new("/t/r0/c3", 0)],
            finding.Cells);
        Assert.Null(finding.Expected);
        Assert.Null(finding.Difference);
    }

    [Fact]
    public void A_blank_total_is_not_decided() => Assert.Equal(RuleState.Undetermined, Assert.Single(Row(null, 1, 2, 3)).State);

    [Fact]
    public void A_sum_that_no_blank_can_make_right_is_violated()
    {
        var finding = Assert.Single(Row(4, 5, null, null));

        Assert.Equal((RuleState.Violated, 5m, Relation.AtLeast, 4m, -1m),
            (finding.State, finding.Expected!.Value, finding.ExpectedIs, finding.Actual!.Value, finding.Difference!.Value));
        Assert.Contains("应不小于 5（5 + 空白 + 空白）", finding.Message, StringComparison.Ordinal);
        Assert.Contains("expected at least 5 (5 + blank + blank), found 4, difference -1", finding.GetMessage(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_that_another_rule_forces_has_that_value()
    {
        // r0: 9 = 5 + x; r1: 4 = x. The second says what the first left open, and the other way round.
        Assert.Empty(Two(9, 5, null, 4));
        var contradicted = Two(9, 5, null, 3);
        Assert.Equal(["first", "second"], contradicted.Select(finding => finding.RuleId));
        Assert.All(contradicted, finding => Assert.Equal(RuleState.Violated, finding.State));

        static IReadOnlyList<Finding> Two(decimal? total, decimal? part, decimal? blank, decimal? other) => SmallFormat.Report(
            SmallFormat.Make(
                1,
                4,
                SmallFormat.UpTo(100),
                SmallFormat.Rule("first", Relation.Equal, 1, -1, -1, 0),
                SmallFormat.Rule("second", Relation.Equal, 0, 0, 1, -1)),
            total,
            part,
            blank,
            other).Validate();
    }

    [Fact]
    public void A_limit_over_a_blank_is_not_decided()
    {
        var format = SmallFormat.Make(1, 2, SmallFormat.UpTo(100), SmallFormat.Rule("limit", Relation.AtMost, 1, -1));

        Assert.Equal(RuleState.Undetermined, Assert.Single(SmallFormat.Report(format, null, 5).Validate()).State);
        Assert.Equal(RuleState.Undetermined, Assert.Single(SmallFormat.Report(format, 5, null).Validate()).State);
        Assert.Empty(SmallFormat.Report(format, null, 100).Validate());
        Assert.Empty(SmallFormat.Report(format, 0, null).Validate());
    }

    [Fact]
    public void A_blank_counts_as_zero_only_where_asked_and_stays_a_blank()
    {
        var report = DisclosureReport2019.Read(TestData.Json("laixi-2020")).Report;
        var blanks = report.Format.Cells.Where(cell => report.GetValue(cell.Index) is null).Select(cell => cell.Index).ToList();

        Assert.NotEmpty(blanks);
        Assert.Empty(report.Validate(new CheckOptions { Blanks = Blanks.Zero }));
        Assert.Empty(DisclosureReport2019.Read(TestData.Json("laixi-2020"), new CheckOptions { Blanks = Blanks.Zero }).Findings);
        Assert.All(blanks, cell => Assert.Null(report.GetValue(cell)));
        Assert.Equal(
            ["/proactiveDisclosure", "/applications", "/remedies"],
            report.Validate().Where(finding => finding.RuleId == "cell.blank").Select(finding => finding.Path));
    }

    [Fact]
    public void A_member_that_was_not_read_is_no_zero_either()
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(TestData.Json("zhangdian-2020"))!;
        json["remedies"]!["litigation"]!["direct"]!["upheld"] = "3";

        foreach (var blanks in Enum.GetValues<Blanks>())
        {
            var findings = DisclosureReport2019.Read(
                System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()), new CheckOptions { Blanks = blanks }).Findings;

            Assert.Contains(findings, finding => finding.RuleId == "json.wrongType");
            Assert.DoesNotContain(
                findings,
                finding => finding.Path.StartsWith("/remedies/litigation/direct", StringComparison.Ordinal) && finding.State == RuleState.Violated
                    && finding.RuleId != "json.wrongType");
        }
    }

    [Fact]
    public void What_a_submission_did_not_give_is_blank_when_the_report_is_checked_again()
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(TestData.Json("sample-2021"))!.AsObject();
        json.Remove("year");
        json.Remove("overview");
        json["remedies"]!["litigation"]!["direct"]!["upheld"] = "3";
        var read = DisclosureReport2021.Read(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString())).Report;
        var made = DisclosureReport2021.Read(TestData.Json("sample-2021")).Report;
        (made.Year, made.Overview, made.Remedies.Litigation.Direct.Upheld) = (null, null, null);

        Assert.Equal(made.Validate().Select(finding => finding.ToString()), read.Validate().Select(finding => finding.ToString()));
        Assert.Equal(3, read.Validate().Count(finding => finding.RuleId == "cell.blank"));
        var zero = new CheckOptions { Blanks = Blanks.Zero };
        Assert.Equal(made.Validate(zero).Select(finding => finding.ToString()), read.Validate(zero).Select(finding => finding.ToString()));
    }

    [Fact]
    public void A_tolerance_counts_in_the_last_decimal_of_the_rule()
    {
        var money = new CellType(CellKind.Decimal, 2, null, 0, 100_000, BlankPolicy.Allowed);
        var format = SmallFormat.Make(1, 3, money, SmallFormat.Rule("sum", Relation.Equal, 1, -1, -1) with { Scale = 2, Tolerance = 1 });

        Assert.Empty(SmallFormat.Report(format, 0.31m, 0.1m, 0.2m).Validate());
        Assert.Empty(SmallFormat.Report(format, 0.29m, 0.1m, 0.2m).Validate());
        var finding = Assert.Single(SmallFormat.Report(format, 0.32m, 0.1m, 0.2m).Validate());
        Assert.Equal((0.3m, 0.32m, 0.02m), (finding.Expected!.Value, finding.Actual!.Value, finding.Difference!.Value));
        Assert.Equal(RuleState.Undetermined, Assert.Single(SmallFormat.Report(format, 0.5m, 0.1m, null).Validate()).State);
    }

    [Fact]
    public void Operands_are_shown_with_their_signs()
    {
        var signed = new CellType(CellKind.Signed, 0, null, -100, 100, BlankPolicy.Allowed);
        var format = SmallFormat.Make(1, 3, signed, SmallFormat.Rule("change", Relation.Equal, 1, 1, -1));

        Assert.Contains("expected 8 (-(-5) + 3), found 0", Message(0, -5, 3), StringComparison.Ordinal);
        Assert.Contains("expected -8 (-5 + (-3)), found 0", Message(0, 5, -3), StringComparison.Ordinal);

        string Message(params decimal?[] values) => Assert.Single(SmallFormat.Report(format, values).Validate()).GetMessage(Language.English);
    }

    /// <summary>A row of a total and its three parts.</summary>
    private static IReadOnlyList<Finding> Row(params decimal?[] values) => SmallFormat.Report(
        SmallFormat.Make(1, 4, SmallFormat.UpTo(CellType.LargestCount), SmallFormat.Rule("sum", Relation.Equal, 1, -1, -1, -1)), values).Validate();
}

using Xunit;

namespace GovReportSchema.Tests.Locating;

/// <summary>Rules that the official formats do not have: inequalities, tolerances, decimals, coefficients, overlapping equations.</summary>
public class OtherRulesTests
{
    private static readonly CellType s_money = new(CellKind.Decimal, 2, "元", 0, CellType.LargestDecimal, BlankPolicy.Warning);

    private static readonly CellType s_signed = CellType.Count with { Kind = CellKind.Signed, Minimum = -CellType.LargestCount };

    [Fact]
    public void An_inequality_is_met_by_the_nearest_number()
    {
        var format = MadeFormat.Make(CellType.Count, 2, (Relation.AtMost, 0, 0, [1, -1]));

        Assert.Equal(
            ["/table/row/a: 7 → 5", "/table/row/b: 5 → 7"],
            Shown(MadeFormat.Fill(format, 7, 5)));
        Assert.Empty(MadeFormat.Fill(format, 5, 7).Locate());
    }

    [Fact]
    public void An_inequality_rules_out_what_only_the_equation_would_allow()
    {
        // a + b = c and a <= b. Of 2 + 3 = 10, the equation alone would also let a be 7.
        var format = MadeFormat.Make(CellType.Count, 3, (Relation.Equal, 0, 0, [1, 1, -1]), (Relation.AtMost, 0, 0, [1, -1, 0]));

        Assert.Equal(["/table/row/b: 3 → 8", "/table/row/c: 10 → 5"], Shown(MadeFormat.Fill(format, 2, 3, 10)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Within_a_tolerance_nothing_is_wrong_and_beyond_it_the_sum_itself_is_offered()
    {
        var format = MadeFormat.Make(s_money, 3, (Relation.Equal, 5, 0, [1, 1, -1]));

        Assert.Empty(MadeFormat.Fill(format, 1.10m, 2.20m, 3.35m).Locate());
        Assert.Equal(
            ["/table/row/c: 33.33 → 3.33", "/table/row/a: 1.11 → 31.11", "/table/row/b: 2.22 → 32.22"],
            Shown(MadeFormat.Fill(format, 1.11m, 2.22m, 33.33m)));
    }

    [Fact]
    public void Decimals_are_exact_and_a_unit_is_recognised()
    {
        var format = MadeFormat.Make(s_money, 3, (Relation.Equal, 0, 0, [1, 1, -1]));
        var repairs = MadeFormat.Fill(format, 12_300m, 0.10m, 1.33m).Locate();

        Assert.Equal((SlipKind.UnitWrong, "/table/row/a: 12300 → 1.23"), (repairs[0].Kind, repairs[0].Changes[0].ToString()));
        Assert.Contains("是应填数的 10,000 倍（可能以元填报，应为万元）", repairs[0].Reason, StringComparison.Ordinal);
        Assert.Contains("10,000 times too large (yuan for 10,000 yuan)", repairs[0].GetReason(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_that_no_whole_number_makes_is_no_repair()
    {
        // 2a + 3b = c: to mend 2*1 + 3*1 = 12, a would have to be 4.5.
        var format = MadeFormat.Make(CellType.Count, 3, (Relation.Equal, 0, 0, [2, 3, -1]));

        Assert.Equal(["/table/row/c: 12 → 5"], Shown(MadeFormat.Fill(format, 1, 1, 12)));
        Assert.Equal(
            ["/table/row/a: 1 → 4", "/table/row/b: 1 → 3", "/table/row/c: 11 → 5"],
            Shown(MadeFormat.Fill(format, 1, 1, 11)));
    }

    [Fact]
    public void Equations_that_share_all_their_cells_are_solved_together()
    {
        // a + b = 10 and a - b = 4, so a = 7 and b = 3.
        var format = MadeFormat.Make(s_signed, 2, (Relation.Equal, 0, -10, [1, 1]), (Relation.Equal, 0, -4, [1, -1]));
        var repair = Assert.Single(MadeFormat.Fill(format, 1, 1).Locate());

        Assert.Equal(["/table/row/a: 1 → 7", "/table/row/b: 1 → 3"], repair.Changes.Select(change => change.ToString()));
    }

    [Fact]
    public void A_negative_count_that_no_rule_looks_at_is_brought_into_its_bounds()
    {
        var format = MadeFormat.Make(CellType.Count, 2, (Relation.AtLeast, 0, 0, [0, 1]));
        var repair = Assert.Single(MadeFormat.Fill(format, -5, 1).Locate());

        Assert.Equal(("/table/row/a: -5 → 5", SlipKind.SignWrong, false), (repair.Changes[0].ToString(), repair.Kind, repair.Changes[0].IsForced));
        Assert.Equal("table › row › a（填报 -5）可能应为 5：正负号可能填反。", repair.Reason);
    }

    [Fact]
    public void A_negative_count_whose_sums_agree_is_still_wrong()
    {
        var format = MadeFormat.Make(CellType.Count, 3, (Relation.Equal, 0, 0, [1, 1, -1]));
        var report = MadeFormat.Fill(format, -5, 8, 3);

        Assert.All(report.Locate(), repair => Assert.Contains(repair.Changes, change => change.Path == "/table/row/a"));
        foreach (var repair in report.Locate())
        {
            var copy = Copies.Of(report);
            copy.Apply(repair);
            Assert.DoesNotContain(copy.Validate(), finding => finding.Severity == Severity.Error);
        }
    }

    [Fact]
    public void A_number_that_a_rule_only_shuts_out_is_to_be_another()
    {
        var format = MadeFormat.Make(CellType.Count, 2, (Relation.NotEqual, 0, 0, [1, -1]));
        var repairs = MadeFormat.Fill(format, 5, 5).Locate();

        Assert.Equal(["/table/row/a: 5 → 6", "/table/row/b: 5 → 6"], repairs.Select(repair => Assert.Single(repair.Changes).ToString()));
        Assert.All(repairs, repair => Assert.False(repair.Changes[0].IsForced));
        Assert.Contains("a (5) should be another number, such as 6", repairs[0].GetReason(Language.English), StringComparison.Ordinal);
        Assert.Contains("a（填报 5）应为其他数，例如 6", repairs[0].Reason, StringComparison.Ordinal);
    }

    private static string[] Shown(Report report) => [.. report.Locate().Select(repair => Assert.Single(repair.Changes).ToString())];
}

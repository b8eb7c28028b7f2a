using Xunit;

namespace GovReportSchema.Tests.Locating;

/// <summary>What decides between explanations that the rules cannot tell apart, and what is said where nothing does.</summary>
public class TieTests
{
    private const string Received = "/applications/received/naturalPerson";
    private const string CarriedIn = "/applications/carriedIn/naturalPerson";

    [Fact]
    public void A_tie_is_said_and_not_decided()
    {
        var report = Table4(14, 24, 0, 0, 48);
        var repairs = report.Locate();

        Assert.Equal(RepairState.Tied, repairs.State);
        Assert.Equal(
            ["1. DigitWrong: /remedies/reconsideration/upheld: 14 → 24", "1. DigitWrong: /remedies/reconsideration/corrected: 24 → 34", "1. DigitWrong: /remedies/reconsideration/total: 48 → 38"],
            repairs.Where(repair => repair.IsTied && repair.Rank == 1).Select(repair => repair.ToString()));
        Assert.StartsWith("有 3 种解释可能性相近", repairs.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("仅凭规则无法判定", repairs.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("the rules cannot tell which it is", repairs.GetMessage(Language.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("全年办理行政复议案件，其中结果维持24件。", "/remedies/reconsideration/upheld")]
    [InlineData("全年办理行政复议案件，其中结果纠正34件。", "/remedies/reconsideration/corrected")]
    public void A_figure_of_the_narratives_breaks_a_tie(string overview, string cell)
    {
        var report = Table4(14, 24, 0, 0, 48);
        report.Overview = overview;
        var repairs = report.Locate();

        Assert.Equal(RepairState.Located, repairs.State);
        Assert.Equal(cell, repairs[0].Changes[0].Path);
    }

    [Fact]
    public void Last_years_report_breaks_a_tie()
    {
        // A leaf with its total: received and carried in are told apart by nothing in this year's report.
        var report = (DisclosureReport2021)MadeReports.Make("disclosure-2021", new Random(11));
        var previous = (DisclosureReport2021)MadeReports.Make("disclosure-2021", new Random(12));
        previous.Year = 2023;
        previous.Applications.CarriedOver.NaturalPerson = report.Applications.CarriedIn.NaturalPerson;
        report.Applications.CarriedIn.NaturalPerson += 300;
        report.FillTotals();

        Assert.True(report.Locate().Count > 1);
        var repairs = report.Locate(new CheckOptions { Previous = previous });

        Assert.Equal(report.Locate().Count, repairs.Count);
        Assert.Contains(repairs.Where(repair => repair.Rank == 1), repair => repair.Changes[0].Path == CarriedIn);
        Assert.DoesNotContain(repairs.Where(repair => repair.Rank == 1), repair => repair.Changes[0].Path == Received);
    }

    [Fact]
    public void Fifty_wrong_cells_are_too_many_to_explain()
    {
        var random = new Random(13);
        var report = MadeReports.Make("disclosure-2021", random);
        foreach (var cell in random.GetItems([.. MadeReports.RuledCells(report.Format)], 50))
        {
            report.SetValue(cell.Index, random.Next(1000));
        }

        var repairs = report.Locate();

        Assert.Equal(RepairState.TooMany, repairs.State);
        Assert.Contains(repairs.Unexplained, MadeReports.IsTable3);
        Assert.All(repairs.SelectMany(repair => repair.Changes), change => Assert.False(MadeReports.IsTable3(change.Cell)));
        Assert.StartsWith("三、收到和处理政府信息公开申请情况：差错过多，无法定位", repairs.GetMessage(), StringComparison.Ordinal);
        Assert.StartsWith("3. Requests received and handled: too much is wrong to say where", repairs.GetMessage(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void What_can_be_explained_is_explained_beside_what_cannot()
    {
        var report = Table4(14, 4, 0, 0, 9);
        foreach (var cell in report.Format.Cells.Where(MadeReports.IsTable3).Take(50))
        {
            report.SetValue(cell.Index, (cell.Index * 37) % 91);
        }

        var repairs = report.Locate();

        Assert.Equal(RepairState.TooMany, repairs.State);
        Assert.Equal(
            ["/remedies/reconsideration/total: 9 → 18", "/remedies/reconsideration/upheld: 14 → 5"],
            repairs.Select(repair => Assert.Single(repair.Changes).ToString()));
        Assert.Contains("其余部分：最可能：四、", repairs.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("Elsewhere: Most likely: 4. ", repairs.GetMessage(Language.English), StringComparison.Ordinal);
        report.Apply(repairs[0]);
        var left = report.Validate().Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Path).ToHashSet();
        Assert.True(left.SetEquals(repairs.Unexplained.Select(cell => cell.Path)));
    }

    [Fact]
    public void A_repair_is_applied_only_to_the_report_as_it_was()
    {
        var report = Table4(14, 24, 0, 0, 48);
        var repair = report.Locate()[0];

        Assert.Throws<ArgumentException>(() => new DisclosureReport2019().Apply(repair));
        report.SetValue(repair.Changes[0].Cell.Index, 1);
        Assert.Throws<ArgumentException>(() => report.Apply(repair));
    }

    [Fact]
    public void A_report_in_order_costs_no_allocation()
    {
        var report = MadeReports.Make("disclosure-2021", new Random(14));
        Assert.Empty(report.Locate());
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            _ = report.Locate();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static DisclosureReport2021 Table4(long upheld, long corrected, long other, long pending, long total)
    {
        var report = (DisclosureReport2021)MadeReports.Make("disclosure-2021", new Random(10));
        var row = report.Remedies.Reconsideration;
        (row.Upheld, row.Corrected, row.OtherOutcome, row.Pending, row.Total) = (upheld, corrected, other, pending, total);
        return report;
    }
}

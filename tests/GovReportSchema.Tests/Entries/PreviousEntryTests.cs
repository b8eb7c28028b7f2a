using Xunit;

namespace GovReportSchema.Tests.Entries;

/// <summary>Entries are compared with last year's of the same key, wherever those stand.</summary>
public class PreviousEntryTests
{
    [Fact]
    public void Entries_meet_by_their_keys_in_whatever_order()
    {
        var (last, report) = TwoYears();

        Assert.Empty(report.Validate(new CheckOptions { Previous = last }));
        Assert.Empty(FoiAnnualReport.Read(report.ToJsonUtf8(), new CheckOptions { Previous = last }).Findings);

        last.Requests.Components.Find("Forests")!.PendingAtEnd = 11;
        var finding = Assert.Single(report.Validate(new CheckOptions { Previous = last }));
        Assert.Equal(("requests.carriedOver", Severity.Warning, "/requests/components/0/pendingAtStart"), (finding.RuleId, finding.Severity, finding.Path));
        Assert.Equal([new("/requests/components/0/pendingAtStart", 10), new("previous:/requests/components/0/pendingAtEnd", 11)], finding.Cells);
        Assert.Equal((11m, 10m), (finding.Expected!.Value, finding.Actual!.Value));
    }

    [Fact]
    public void An_entry_that_is_new_is_undecided_by_itself()
    {
        var (last, report) = TwoYears();
        report.Requests.Components[0].Component = "Woods";

        var finding = Assert.Single(report.Validate(new CheckOptions { Previous = last }));

        Assert.Equal(("requests.carriedOver", RuleState.Undetermined, "/requests/components/0/pendingAtStart"), (finding.RuleId, finding.State, finding.Path));
        Assert.EndsWith("last year's report has no one entry of that name", finding.GetMessage(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_entries_of_one_key_nobody_can_say_which_was_meant()
    {
        var (last, report) = TwoYears();
        last.Requests.Components[0].Component = "Forests";

        Assert.Equal(
            ["/requests/components/0/pendingAtStart", "/requests/components/1/pendingAtStart"],
            report.Validate(new CheckOptions { Previous = last }).Where(finding => finding.State == RuleState.Undetermined).Select(finding => finding.Path));
    }

    [Fact]
    public void A_report_of_a_format_without_such_entries_leaves_the_rule_undecided_once()
    {
        var finding = Assert.Single(
            FoiReports.Small().Validate(new CheckOptions { Previous = new DisclosureReport2021 { Year = 2023 } }), finding => finding.RuleId == "requests.carriedOver");

        Assert.Equal(RuleState.Undetermined, finding.State);
        Assert.EndsWith("last year's report is of the format disclosure-2021, which lacks such a cell", finding.GetMessage(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void The_locator_hears_last_year_too()
    {
        var (last, report) = TwoYears();
        report.Requests.Components[0].PendingAtStart = 12;

        var repairs = report.Locate(new CheckOptions { Previous = last });

        Assert.Equal("/requests/components/0/pendingAtStart: 12 → 10", Assert.Single(repairs[0].Changes).ToString());
    }

    /// <summary>A report and that of the year before, whose components are the same in another order, with one more.</summary>
    private static (FoiAnnualReport Last, FoiAnnualReport Report) TwoYears()
    {
        var last = new FoiAnnualReport { Agency = "Department of Tests", Year = 2023 };
        foreach (var (name, end) in ((string, long)[])[("Gone", 0), ("Archives", 5), ("Forests", 10)])
        {
            var entry = last.Requests.Components.Add(name);
            (entry.PendingAtStart, entry.Received, entry.Processed, entry.PendingAtEnd) = (0, end, 0, end);
        }

        last.FillTotals();
        last.Requests.Components.RemoveAt(0);
        last.Requests.Components.Find("Archives")!.Component = " Archives";
        var (order, first) = (last.Requests.Components, last.Requests.Components[0]);
        Assert.Equal(2, order.Count);
        Assert.Equal(" Archives", first.Component);
        return (last, FoiReports.Small());
    }
}

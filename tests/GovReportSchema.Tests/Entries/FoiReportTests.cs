using System.Globalization;
using System.Text;
using Xunit;

namespace GovReportSchema.Tests.Entries;

/// <summary>A report by component, after the manner of the annual reports under the US Freedom of Information Act.</summary>
public class FoiReportTests
{
    [Fact]
    public void A_report_in_which_every_rule_holds_raises_nothing_as_object_and_as_submission()
    {
        var report = FoiReports.Small();

        Assert.Empty(report.Validate());
        Assert.Empty(FoiAnnualReport.Read(report.ToJsonUtf8()).Findings);
        Assert.Empty(ReportFormats.Read(report.ToJsonUtf8(indented: true)).Findings);
        Assert.Equal(report, FoiAnnualReport.Read(report.ToJsonUtf8()).Report);
    }

    [Fact]
    public void It_is_written_as_arrays_of_entries_with_their_keys()
    {
        var report = FoiReports.Small();
        report.ResponseTimes.Components.RemoveAt(0);

        var json = Encoding.UTF8.GetString(report.ToJsonUtf8(indented: true)).ReplaceLineEndings("\n");

        Assert.Contains(
            """
              "requests": {
                "components": [
                  {
                    "component": "Forests",
                    "pendingAtStart": 10,
                    "received": 100,
                    "processed": 90,
                    "pendingAtEnd": 20
                  },
                  {
                    "component": "Archives",
                    "pendingAtStart": 5,
                    "received": 50,
                    "processed": 52,
                    "pendingAtEnd": 3
                  }
                ],
                "overall": {
                  "pendingAtStart": 15,
                  "received": 150,
                  "processed": 142,
                  "pendingAtEnd": 23
                }
              },
              "responseTimes": {
                "components": [],
                "overall": {

            """.ReplaceLineEndings("\n").TrimEnd('\n'),
            json,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_balance_that_fails_in_one_component_is_said_of_that_component()
    {
        var finding = Assert.Single(Read(Change("\"pendingAtEnd\": 3\n", "\"pendingAtEnd\": 5\n", "\"pendingAtEnd\": 23\n", "\"pendingAtEnd\": 25\n")).Findings, IsBalanceOf(1));

        Assert.Equal("V. Requests: received, processed and pending › Archives › Pending at end of year", finding.GetLabel(Language.English));
        Assert.Equal("五、申请的收到、办理与未结 › Archives › 年末未结", finding.GetLabel(Language.Chinese));
        Assert.Equal((3m, 5m, 2m), (finding.Expected!.Value, finding.Actual!.Value, finding.Difference!.Value));
        Assert.Equal((19, 25), (finding.Line!.Value, finding.Column!.Value));
        Assert.Equal(
            ["/requests/components/1/pendingAtStart 5", "/requests/components/1/received 50", "/requests/components/1/processed 52", "/requests/components/1/pendingAtEnd 5"],
            finding.Cells.Select(Shown));

        static Predicate<Finding> IsBalanceOf(int entry) =>
            finding => finding.RuleId == "requests.balance" && finding.Path == $"/requests/components/{entry}/pendingAtEnd";
    }

    [Fact]
    public void Overall_is_the_sum_of_the_components_and_balances_too()
    {
        Assert.Equal(
            [
                "requests.overall /requests/overall/received 150 151 24:19",
                "requests.balance /requests/overall/pendingAtEnd 24 23 26:23",
            ],
            Found(Change("\"received\": 150", "\"received\": 151")));
        var finding = Read(Change("\"received\": 150", "\"received\": 151")).Findings[0];
        Assert.Equal("the agency overall should equal the sum of its components: expected 150 (100 + 50), found 151, difference 1", finding.GetMessage(Language.English).Split(": ", 3)[2]);
        Assert.Equal(
            ["/requests/overall/received 151", "/requests/components/0/received 100", "/requests/components/1/received 50"], finding.Cells.Select(Shown));
    }

    [Fact]
    public void A_median_lies_between_its_lowest_and_its_highest_in_each_component_and_overall()
    {
        Assert.Equal(
            ["responseTimes.medianNotAboveHighest /responseTimes/components/0/median 20 20.5 33:19"],
            Found(Change("\"average\": 31.25,\n        \"lowest\": 1,\n        \"highest\": 200\n      }", "\"average\": 31.25,\n        \"lowest\": 1,\n        \"highest\": 20\n      }")));
        Assert.Equal(
            ["responseTimes.medianNotBelowLowest /responseTimes/overall/median 21 20.5 40:17"],
            Found(Change("\"average\": 31.25,\n      \"lowest\": 1,", "\"average\": 31.25,\n      \"lowest\": 21,")));
    }

    [Fact]
    public void A_repeated_group_has_totals_of_its_own_that_the_overall_row_sums()
    {
        Assert.Equal(
            [
                "personnel.componentTotal /personnel/components/0/total/number 5.75 6 65:21",
                "personnel.agencyTotal /personnel/overall/number 6 5.75 71:17",
            ],
            Found(Change("\"number\": 5.75,\n          \"cost\": 359000.5\n        }\n      }", "\"number\": 6,\n          \"cost\": 359000.5\n        }\n      }")));
        var report = FoiReports.Small();
        report.Personnel.Components[0].FullTime.Number = 1;
        report.FillTotals();
        var finding = Assert.Single(report.Validate());
        Assert.Equal(("personnel.mostlyFullTime", "/personnel/components/0/fullTime/number", 1.25m), (finding.RuleId, finding.Path, finding.Expected));
        Assert.Equal("IX. Personnel and costs › Forests › Full-time › Full-time equivalents", finding.GetLabel(Language.English));
    }

    [Fact]
    public void One_entry_may_be_compared_with_all_and_cells_named_twice_are_added_up()
    {
        // In each entry: 2 * own <= 10 * overall + own and the others.
        var report = FoiReports.Small();
        report.ResponseTimes.Components.Add("Archives").Highest = 3000;

        var finding = Assert.Single(report.Validate(), finding => finding.RuleId == "responseTimes.noneSlowerThanAll" && finding.State == RuleState.Violated);

        Assert.Equal(("/responseTimes/components/1/highest", 2200m, Relation.AtMost), (finding.Path, finding.Expected!.Value, finding.ExpectedIs));
        Assert.Equal(
            ["/responseTimes/components/1/highest 3000", "/responseTimes/overall/highest 200", "/responseTimes/components/0/highest 200"],
            finding.Cells.Select(Shown));
    }

    [Fact]
    public void A_rule_of_the_report_sums_all_entries_of_another_table()
    {
        var report = FoiReports.Small();
        report.Personnel.Components.RemoveAt(0);
        report.FillTotals();

        var finding = Assert.Single(report.Validate());

        Assert.Equal(("staffed", "/requests/overall/received", 0m), (finding.RuleId, finding.Path, finding.Expected));
        Assert.Equal(0m, report.Personnel.Overall.Number);
    }

    [Fact]
    public void The_pattern_shows_one_entry_and_a_report_has_its_own()
    {
        var pattern = FoiAnnualReport.Descriptor;
        var report = FoiReports.Small();

        Assert.Same(pattern, ReportFormats.Find("foi-annual"));
        Assert.Equal(["/requests/components", "/responseTimes/components", "/personnel/components"], pattern.Repeats.Select(row => row.Path));
        Assert.Equal([1, 1, 1], pattern.EntryCounts);
        Assert.Equal([2, 1, 1], report.Format.EntryCounts);
        Assert.Same(pattern, report.Format.Pattern);
        Assert.Same(report.Format, pattern.WithEntries(2, 1, 1));
        Assert.Same(DisclosureReport2021.Descriptor, DisclosureReport2021.Descriptor.WithEntries());
        Assert.Equal(report.Format.Cells.Select(cell => cell.Index), Enumerable.Range(0, report.Format.Cells.Count));
        Assert.All(report.Format.Cells.Take(10), cell => Assert.Equal(pattern.Cells[cell.Index].Path, cell.Path));
        Assert.Equal("/requests/components/1/received", report.Format.Cells[15].Path);
        Assert.Equal("五、申请的收到、办理与未结 › 第2项 › 本年收到", report.Format.Cells[15].GetLabelPath(Language.Chinese));
        Assert.Equal(new FoiAnnualReport(), pattern.CreateReport());
        Assert.Throws<ArgumentException>(() => pattern.WithEntries(1));
        Assert.Throws<ArgumentException>(() => pattern.WithEntries(501, 0, 0));
        Assert.Throws<ArgumentException>(() => DisclosureReport2021.Descriptor.WithEntries(1));
    }

    internal static string Json { get; } = Encoding.UTF8.GetString(FoiReports.Small().ToJsonUtf8(indented: true)).ReplaceLineEndings("\n");

    /// <summary>The small report with passages of it replaced, each of which stands in it once.</summary>
    internal static string Change(params string[] passages)
    {
        var json = Json;
        for (var i = 0; i < passages.Length; i += 2)
        {
            Assert.Equal(2, json.Split(passages[i]).Length);
            json = json.Replace(passages[i], passages[i + 1], StringComparison.Ordinal);
        }

        return json;
    }

    internal static ReportResult<FoiAnnualReport> Read(string json) => FoiAnnualReport.Read(Encoding.UTF8.GetBytes(json));

    internal static string[] Found(string json) => [.. Read(json).Findings.Select(finding => string.Create(
        CultureInfo.InvariantCulture,
        $"{finding.RuleId} {finding.Path} {finding.Expected?.ToString(CultureInfo.InvariantCulture) ?? "-"} {finding.Actual?.ToString(CultureInfo.InvariantCulture) ?? "-"} {finding.Line}:{finding.Column}"))];

    private static string Shown(FindingCell cell) => string.Create(CultureInfo.InvariantCulture, $"{cell.Path} {cell.Value}");
}

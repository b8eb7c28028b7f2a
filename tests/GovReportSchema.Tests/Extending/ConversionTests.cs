using Xunit;

namespace GovReportSchema.Tests.Extending;

/// <summary>Reports of a province's format, and of a city's that extends it, in the hands of code that knows the official format.</summary>
public class ConversionTests
{
    [Fact]
    public void What_the_two_formats_have_in_common_is_copied_by_its_path()
    {
        var province = Filled<ProvinceReport>();
        var report = province.ConvertTo<DisclosureReport2021>();
        Assert.Equal(("某省某县人民政府", 2025, "概况"), (report.Agency, report.Year, report.Overview));
        Assert.All(DisclosureReport2021.Descriptor.Cells, cell => Assert.Equal(
            ProvinceReport.Descriptor.TryGetCell(cell.Path, out var same) ? province.GetValue(same.Index) : null, report.GetValue(cell.Index)));
        Assert.NotNull(report.Applications.Results.Total.Total);

        // The province has no such section; and the copy is a copy.
        Assert.Null(report.OtherMatters);
        report.Applications.Received.NaturalPerson = 0;
        Assert.NotEqual(0, province.Applications.Received.NaturalPerson);
    }

    [Fact]
    public void A_blank_stays_blank()
    {
        var province = Filled<ProvinceReport>();
        province.Applications.Received.NaturalPerson = null;
        province.Overview = null;
        var report = province.ConvertTo<DisclosureReport2021>();
        Assert.Null(report.Applications.Received.NaturalPerson);
        Assert.Null(report.Overview);
    }

    [Fact]
    public void A_total_keeps_what_it_held_until_it_is_asked_to_sum_what_is_left()
    {
        var province = new ProvinceReport { Agency = "某县", Year = 2025, Overview = "概况", Problems = "问题" };
        var received = province.Applications.Received;
        (received.NaturalPerson, received.Association, received.VillageCommittee) = (5, 2, 1);
        var granted = province.Applications.Results.Granted;
        (granted.NaturalPerson, granted.Association) = (5, 2);
        province.Applications.Results.Forwarded.VillageCommittee = 1;
        province.FillTotals(Blanks.Zero);
        Assert.Empty(Errors(province));

        var report = province.ConvertTo<DisclosureReport2021>();
        Assert.Equal(8, report.Applications.Received.Total);
        Assert.Equal(
            [
                "applications.rowTotal /applications/received/total 5 8",
                "applications.rowTotal /applications/results/granted/total 5 7",
                "applications.rowTotal /applications/results/total/total 5 8",
                "applications.resultsTotal /applications/results/total/total 7 8",
            ],
            Errors(report));

        report.FillTotals(Blanks.Zero);
        Assert.Equal((5, 5), (report.Applications.Received.Total, report.Applications.Results.Total.Total));
        Assert.Empty(Errors(report));
        Assert.Equal(8, province.Applications.Received.Total);
    }

    [Fact]
    public void Whatever_extends_the_format_is_read_by_its_own_rules_and_then_as_the_one_that_all_extend()
    {
        byte[][] submissions =
        [
            TestData.Json("sample-2021"), TestData.Json("zhangdian-2020"),
            Filled<ProvinceReport>().ToJsonUtf8(), Filled<CityReport>().ToJsonUtf8(),
        ];
        var results = submissions.Select(json => ReportFormats.Read(json)).ToList();
        Assert.Equal(
            ["disclosure-2021", "disclosure-2019", "disclosure-2021-province", "disclosure-2021-city"],
            results.Select(result => result.Report!.Format.Id));
        Assert.Contains(results[2].Findings, finding => finding.RuleId == "applications.fewForwarded");
        var reports = results.Select(result => result.Report!.TryConvertTo<DisclosureReport2021>(out var report) ? report : null).ToList();
        Assert.Equal([44, null, 19, 19], reports.Select(report => report?.Applications.Received.Total));
        Assert.Equal(results[0].Report, reports[0]);
        Assert.NotSame(results[0].Report, reports[0]);
    }

    [Fact]
    public void Formats_say_what_they_extend_the_nearest_first()
    {
        Assert.Empty(DisclosureReport2021.Descriptor.Bases);
        Assert.Equal(["disclosure-2021"], ProvinceReport.Descriptor.Bases);
        Assert.Equal(["disclosure-2021-province", "disclosure-2021"], CityReport.Descriptor.Bases);

        var city = Filled<CityReport>();
        Assert.True(city.TryConvertTo(ReportFormats.Find(city.Format.Bases[0])!, out var province));
        Assert.Equal(city.Applications.Results.Forwarded.Association, Assert.IsType<ProvinceReport>(province).Applications.Results.Forwarded.Association);
    }

    [Fact]
    public void What_a_cell_cannot_hold_is_left_blank_and_nothing_is_rounded()
    {
        var city = new CityReport { Agency = "某市", Year = 2025 };
        var documents = city.ProactiveDisclosure;
        (documents.Regulations.Issued, documents.NormativeDocuments.Issued) = (2.5m, 3.0m);
        var converted = city.ConvertTo<DisclosureReport2021>().ProactiveDisclosure;
        Assert.Null(converted.Regulations.Issued);
        Assert.Equal(3, converted.NormativeDocuments.Issued);
    }

    [Fact]
    public void A_format_is_not_taken_for_one_that_it_does_not_extend()
    {
        var official = new DisclosureReport2021();
        Assert.False(official.TryConvertTo<ProvinceReport>(out var none));
        Assert.Null(none);
        Assert.False(official.TryConvertTo(DisclosureReport2019.Descriptor, out _));
        var thrown = Assert.Throws<InvalidOperationException>(() => official.ConvertTo<DisclosureReport2019>());
        Assert.Contains("disclosure-2021 does not extend disclosure-2019", thrown.Message, StringComparison.Ordinal);
    }

    /// <summary>Every cell another number, every text filled.</summary>
    private static TReport Filled<TReport>()
        where TReport : Report<TReport>, IReport<TReport>, new()
    {
        var report = new TReport { Agency = "某省某县人民政府", Year = 2025 };
        foreach (var cell in TReport.Descriptor.Cells)
        {
            report.SetValue(cell.Index, cell.Index + 1);
        }

        report.SetText(1, "概况");
        report.SetText(2, "问题 \"一\"\n二");
        return report;
    }

    private static IEnumerable<string> Errors(Report report) => report.Validate(new CheckOptions { Blanks = Blanks.Zero })
        .Where(finding => finding.Severity == Severity.Error)
        .Select(finding => FormattableString.Invariant($"{finding.RuleId} {finding.Path} {finding.Expected} {finding.Actual}"));
}

using Xunit;

namespace GovReportSchema.Tests;

/// <summary>Totals filled from their parts.</summary>
public class FillTotalsTests
{
    [Theory]
    [InlineData("disclosure-2019", 23 + 6 + 3)]
    [InlineData("disclosure-2021", 25 + 6 + 3)]
    public void All_totals_are_filled_whatever_stood_in_them_and_the_sums_then_hold(string id, int totals)
    {
        var format = ReportFormats.Find(id)!;
        var random = new Random(5);
        for (var i = 0; i < 50; i++)
        {
            var values = format.Cells.Select(_ => (decimal)random.Next(100)).ToArray();
            var (clean, dirty, blank) = (format.CreateReport(), format.CreateReport(), format.CreateReport());
            foreach (var cell in format.Cells)
            {
                var isTotal = IsTotal(cell);
                clean.SetValue(cell.Index, isTotal ? 0 : values[cell.Index]);
                dirty.SetValue(cell.Index, values[cell.Index]);
                blank.SetValue(cell.Index, isTotal ? null : values[cell.Index]);
            }

            Assert.Equal(0, clean.FillTotals());
            Assert.Equal(0, dirty.FillTotals());
            Assert.Equal(0, blank.FillTotals(i % 2 == 0 ? Blanks.Unknown : Blanks.Zero));

            Assert.Equal(clean, dirty);
            Assert.Equal(clean, blank);
            Assert.DoesNotContain(clean.Validate(), finding => finding.RuleId.EndsWith("otal", StringComparison.Ordinal));
            Assert.Equal(totals, format.Cells.Count(IsTotal));
        }
    }

    [Theory]
    [InlineData("baode-2019")]
    [InlineData("pingyin-2019")]
    [InlineData("sample-2021")]
    public void The_totals_of_a_report_in_order_stay_as_they_are(string name)
    {
        var report = ReportFormats.Read(TestData.Json(name)).Report!;

        Assert.Equal(0, report.FillTotals());
        Assert.Equal(ReportFormats.Read(TestData.Json(name)).Report, report);
    }

    [Fact]
    public void Blanks_count_as_zero_where_asked_and_stay_blank()
    {
        var report = new DisclosureReport2021();
        report.Remedies.Reconsideration.Upheld = 4;

        Assert.Equal(0, report.FillTotals(Blanks.Zero));

        Assert.Equal((4L, null), (report.Remedies.Reconsideration.Total, report.Remedies.Reconsideration.Pending));
        Assert.Equal(0, report.Applications.Results.Total.Total);
    }

    [Fact]
    public void Without_parts_every_total_is_left_and_counted_once()
    {
        var report = new DisclosureReport2021();

        Assert.Equal(25 + 6 + 3, report.FillTotals());
        Assert.All(report.Format.Cells, cell => Assert.Null(report.GetValue(cell.Index)));
    }

    [Fact]
    public void A_blank_part_leaves_its_totals_and_comes_to_an_end_where_they_disagree()
    {
        // The blank leaves a row total and a column total as they stood; the corner sums either up, to different numbers.
        var report = DisclosureReport2021.Read(TestData.Json("sample-2021")).Report;
        report.Applications.Results.Granted.NaturalPerson = null;
        report.Applications.Results.Granted.Total = 77_777;
        report.Applications.Results.Total.NaturalPerson = 99_999;

        Assert.Equal(2, report.FillTotals());

        Assert.Equal((77_777L, 99_999L), (report.Applications.Results.Granted.Total, report.Applications.Results.Total.NaturalPerson));

        // The rule that the form states first has it: that of the row.
        Assert.Equal(99_999 + Columns(report).Skip(1).Sum(), report.Applications.Results.Total.Total);
    }

    [Fact]
    public void A_sum_that_no_cell_holds_leaves_the_total()
    {
        var report = new DisclosureReport2021();
        report.FillTotals(Blanks.Zero);
        report.Remedies.Reconsideration.Upheld = CellType.LargestCount;
        report.Remedies.Reconsideration.Pending = 1;
        report.Remedies.Reconsideration.Total = 5;

        Assert.Equal(1, report.FillTotals(Blanks.Zero));
        Assert.Equal(5, report.Remedies.Reconsideration.Total);
    }

    private static bool IsTotal(Cell cell) =>
        cell.Path.EndsWith("/total", StringComparison.Ordinal) || cell.Path.StartsWith("/applications/results/total/", StringComparison.Ordinal);

    private static IEnumerable<long> Columns(DisclosureReport2021 report)
    {
        var row = report.Applications.Results.Total;
        return new[]
        {
            row.NaturalPerson, row.CommercialEnterprise, row.ResearchInstitution, row.PublicWelfareOrganization, row.LegalServiceInstitution, row.Other,
        }.Select(value => value!.Value);
    }
}

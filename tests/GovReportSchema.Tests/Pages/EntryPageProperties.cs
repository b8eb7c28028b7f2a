using System.Globalization;
using System.Text;
using GovReportSchema.Tests.CountyServices;
using GovReportSchema.Tests.Entries;
using GovReportSchema.Tests.Kinds;
using Xunit;
using Xunit.Abstractions;

namespace GovReportSchema.Tests.Pages;

/// <summary>
/// A report of a form whose rows repeat, or whose cells hold dates, choices and texts, is read back cell for cell from any shape; what is lost is said,
/// and no entry is read that the page does not list.
/// </summary>
public class EntryPageProperties(ITestOutputHelper output)
{
    private static readonly int s_reports = int.Parse(Environment.GetEnvironmentVariable("PAGE_REPORTS") ?? "1", CultureInfo.InvariantCulture);

    private static readonly ReportFormat[] s_formats = [FoiAnnualReport.Descriptor, SiteList.Descriptor, CountyServicesReport.Descriptor, SiteSurvey.Descriptor];

    public static TheoryData<Shape> Shapes => [.. Enum.GetValues<Shape>()];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void No_cell_is_wrong_and_no_entry_is_made_up(Shape shape)
    {
        var log = new StringBuilder();
        var (right, lost) = (0, 0);
        foreach (var disturbance in Enum.GetValues<Disturbance>().Where(disturbance => Disturber.Applies(shape, disturbance)))
        {
            foreach (var format in s_formats)
            {
                var total = new Outcome(0, 0, 0, "");
                var random = new Random(20261122 + (int)shape + (100 * (int)disturbance));
                for (var i = 0; i < s_reports; i++)
                {
                    var outcome = Read(shape, format, disturbance, i + (int)disturbance, random);
                    total = new(total.Right + outcome.Right, total.Wrong + outcome.Wrong, total.Lost + outcome.Lost, "");
                    if (outcome.Wrong > 0 && log.Length < 60000)
                    {
                        log.AppendLine(CultureInfo.InvariantCulture, $"--- {format} {disturbance} {i}\n{outcome.Log}");
                    }
                }

                if (disturbance == Disturbance.None)
                {
                    (right, lost) = (right + total.Right, lost + total.Lost);
                }

                output.WriteLine(FormattableString.Invariant($"{shape} {disturbance} {format}: {total.Right} right, {total.Wrong} wrong, {total.Lost} lost"));
            }
        }

        Assert.True(log.Length == 0, log.ToString());

        // A line of a text may have lost a cell; a page that keeps its rows loses none. Entries among columns kept by spaces are refused.
        Assert.True(shape == Shape.Columns ? right > 0 : lost <= (KeepsRows(shape) ? 0 : 0.1) * (right + lost), $"{lost} lost");
    }

    public static TheoryData<EntryDisturbance> EntryDisturbances => [.. Enum.GetValues<EntryDisturbance>()];

    [Theory]
    [MemberData(nameof(EntryDisturbances))]
    public void What_is_no_entry_is_taken_for_none_and_said(EntryDisturbance disturbance)
    {
        var random = new Random(77 + (int)disturbance);
        foreach (var shape in Enum.GetValues<Shape>())
        {
            foreach (var format in s_formats.Where(format => format.Repeats.Count > 0))
            {
                var report = RandomReport.MakeWithEntries(format, random, blanks: false);
                var sections = PageGrid.Of(report, flatRemedies: false);
                EntryDisturber.Disturb(sections, disturbance);
                var read = PublishedReport.Read(
                    PageRenderer.Render(sections, report.Year!.Value, shape, name: format.Title.Zh), options: new() { Format = format });
                var outcome = Outcome.Of(report, read);
                Assert.True(outcome.Wrong == 0 && (outcome.Lost == 0 || !KeepsRows(shape)), $"{shape} {format}: {outcome.Log}");
                Assert.True(
                    EntryDisturber.Finding(disturbance) is not { } rule || !KeepsRows(shape) || read.Findings.Any(finding => finding.RuleId == rule),
                    $"{shape} {format}: {string.Join('\n', read.Findings)}");
            }
        }
    }

    /// <summary>Whether a shape says of each cell which row it stands in, and in which column.</summary>
    private static bool KeepsRows(Shape shape) => shape is Shape.Html or Shape.NestedHtml or Shape.EscapedHtml or Shape.Word or Shape.Markdown;

    private static Outcome Read(Shape shape, ReportFormat format, Disturbance disturbance, int i, Random random)
    {
        var report = RandomReport.MakeWithEntries(format, random, disturbance is Disturbance.BlankSigns or Disturbance.ManyBlanks);
        var sections = PageGrid.Of(report, flatRemedies: false, new((EntryLabel)(i % 3), Numbered: i % 2 == 1));
        Disturber.Disturb(sections, report, disturbance, random);
        var page = PageRenderer.Render(sections, report.Year!.Value, shape, pad: disturbance != Disturbance.MissingValue, format.Title.Zh);
        return Outcome.Of(report, PublishedReport.Read(page, options: new() { Format = format }));
    }
}

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
    private static readonly int s_reports = int.Parse(Environment.GetEnvironmentVariable("PAGE_REPORTS") ?? "4", CultureInfo.InvariantCulture);

    private static readonly ReportFormat[] s_formats = [FoiAnnualReport.Descriptor, SiteList.Descriptor, CountyServicesReport.Descriptor, SiteSurvey.Descriptor];

    public static TheoryData<Shape> Shapes => [.. Enum.GetValues<Shape>()];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void No_cell_is_wrong_and_no_entry_is_made_up(Shape shape)
    {
        var log = new StringBuilder();
        foreach (var disturbance in Enum.GetValues<Disturbance>())
        {
            foreach (var format in s_formats)
            {
                var total = new Outcome(0, 0, 0, "");
                var random = new Random(20261122 + (int)shape + (100 * (int)disturbance));
                for (var i = 0; i < s_reports; i++)
                {
                    var outcome = Read(shape, format, disturbance, i, random);
                    total = new(total.Right + outcome.Right, total.Wrong + outcome.Wrong, total.Lost + outcome.Lost, "");
                    if (outcome.Wrong > 0 && log.Length < 60000)
                    {
                        log.AppendLine(CultureInfo.InvariantCulture, $"--- {format} {disturbance} {i}\n{outcome.Log}");
                    }
                }

                output.WriteLine(FormattableString.Invariant($"{shape} {disturbance} {format}: {total.Right} right, {total.Wrong} wrong, {total.Lost} lost"));
            }
        }

        Assert.True(log.Length == 0, log.ToString());
    }

    private static Outcome Read(Shape shape, ReportFormat format, Disturbance disturbance, int i, Random random)
    {
        var report = RandomReport.MakeWithEntries(format, random, disturbance is Disturbance.BlankSigns or Disturbance.ManyBlanks);
        var sections = PageGrid.Of(report, flatRemedies: false, new((EntryLabel)(i % 3), Numbered: i % 2 == 1));
        Disturber.Disturb(sections, report, disturbance, random);
        var page = PageRenderer.Render(sections, report.Year!.Value, shape, pad: disturbance != Disturbance.MissingValue, format.Title.Zh);
        return Outcome.Of(report, PublishedReport.Read(page, options: new() { Format = format }));
    }
}

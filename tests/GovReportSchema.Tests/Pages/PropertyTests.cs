using System.Globalization;
using System.Text;
using Xunit;
using Xunit.Abstractions;

namespace GovReportSchema.Tests.Pages;

/// <summary>A report printed in any shape is read back cell for cell; what a disturbance loses is lost, and never a wrong figure.</summary>
public class PropertyTests(ITestOutputHelper output)
{
    private static readonly int s_reports = int.Parse(Environment.GetEnvironmentVariable("PAGE_REPORTS") ?? "8", CultureInfo.InvariantCulture);

    public static TheoryData<Shape> Shapes => [.. Enum.GetValues<Shape>()];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void No_figure_is_wrong_and_none_is_lost_that_is_there(Shape shape)
    {
        var log = new StringBuilder();
        foreach (var disturbance in Enum.GetValues<Disturbance>().Where(disturbance => Disturber.Applies(shape, disturbance)))
        {
            var total = new Outcome(0, 0, 0, "");
            var random = new Random(20260101 + (int)shape + (100 * (int)disturbance));
            for (var i = 0; i < s_reports; i++)
            {
                var outcome = Read(shape, disturbance, i, random);
                total = new(total.Right + outcome.Right, total.Wrong + outcome.Wrong, total.Lost + outcome.Lost, "");
                if (outcome.Wrong + (MostLost(shape) > 0 || MayLose(shape, disturbance) ? 0 : outcome.Lost) > 0 && log.Length < 60000)
                {
                    log.AppendLine(CultureInfo.InvariantCulture, $"--- {disturbance} {i}\n{outcome.Log}");
                }
            }

            if (total.Lost > MostLost(shape) * (total.Right + total.Lost) && !MayLose(shape, disturbance))
            {
                log.AppendLine(CultureInfo.InvariantCulture, $"--- {disturbance}: {total.Lost} lost");
            }

            output.WriteLine(FormattableString.Invariant($"{shape} {disturbance}: {total.Right} right, {total.Wrong} wrong, {total.Lost} lost"));
        }

        Assert.True(log.Length == 0, log.ToString());
    }

    /// <summary>What is not on the page cannot be read; an empty cell leaves no trace in a line taken from PDF.</summary>
    private static bool MayLose(Shape shape, Disturbance disturbance) =>
        Disturber.Loses(disturbance) || (shape == Shape.Pdf && disturbance == Disturbance.BlankSigns);

    /// <summary>
    /// The share of cells that a shape leaves in doubt: an empty first cell may be the place of a merged one where rows are lines, and
    /// an empty last cell the end of the table where cells are.
    /// </summary>
    private static double MostLost(Shape shape) => shape is Shape.TabRows or Shape.BarRows or Shape.CellLines ? 0.01 : shape == Shape.Columns ? 0.05 : 0;

    private static Outcome Read(Shape shape, Disturbance disturbance, int i, Random random)
    {
        var report = RandomReport.Make(i % 2 == 0 ? DisclosureReport2019.Descriptor : DisclosureReport2021.Descriptor, random, disturbance is Disturbance.BlankSigns or Disturbance.ManyBlanks);
        var sections = PageGrid.Of(report, flatRemedies: i % 4 < 2);
        Disturber.Disturb(sections, report, disturbance, random);
        var published = PublishedReport.Read(PageRenderer.Render(sections, report.Year!.Value, shape, pad: disturbance != Disturbance.MissingValue));
        return Outcome.Of(report, published);
    }
}

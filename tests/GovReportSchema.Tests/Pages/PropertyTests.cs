using System.Text;
using Xunit;

namespace GovReportSchema.Tests.Pages;

/// <summary>A report printed in any shape is read back cell for cell; what a disturbance loses is lost, and never a wrong figure.</summary>
public class PropertyTests
{
    private const int Reports = 60;

    public static TheoryData<Shape> Shapes => [.. Enum.GetValues<Shape>()];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_shape_gives_back_every_cell(Shape shape)
    {
        var random = new Random(20260101 + (int)shape);
        var log = new StringBuilder();
        var lost = 0;
        for (var i = 0; i < Reports; i++)
        {
            var format = ReportFormats.All[i % 2];
            var report = RandomReport.Make(format, random);
            var page = PageRenderer.Render(PageGrid.Of(report, flatRemedies: i % 4 < 2), report.Year!.Value, shape);
            var outcome = Outcome.Of(report, PublishedReport.Read(page));
            lost += outcome.Lost;
            if (outcome.Wrong + outcome.Lost > 0 && log.Length < 4000)
            {
                log.AppendLine(outcome.Log);
            }
        }

        Assert.True(log.Length == 0, lost + " lost\n" + log);
    }
}

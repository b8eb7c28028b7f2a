using System.Globalization;
using System.Text;
using Xunit;

namespace GovReportSchema.Tests.Pages;

/// <summary>The five published texts give, cell for cell, the five submissions beside them.</summary>
public class PublishedTexts
{
    public static TheoryData<string> Reports => [.. TestData.RealReports];

    [Theory]
    [MemberData(nameof(Reports))]
    public void Every_cell_is_that_of_the_submission(string name)
    {
        var expected = ReportFormats.Read(TestData.Json(name)).Report!;
        var published = PublishedReport.Read(TestData.Text(name));

        Assert.NotNull(published.Report);
        Assert.Same(expected.Format, published.Report.Format);
        var differences = new StringBuilder();
        foreach (var cell in expected.Format.Cells)
        {
            if (expected.GetValue(cell.Index) != published.Report.GetValue(cell.Index) || published.Cells[cell.Index].Certainty == Certainty.Lost)
            {
                differences.AppendLine(CultureInfo.InvariantCulture, $"{expected.GetValue(cell.Index)} {published.Cells[cell.Index]}");
            }
        }

        Assert.True(differences.Length == 0, differences + string.Join('\n', published.Findings));
    }
}

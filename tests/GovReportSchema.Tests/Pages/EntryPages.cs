using GovReportSchema.Tests.CountyServices;
using GovReportSchema.Tests.Entries;
using Xunit;

namespace GovReportSchema.Tests.Pages;

/// <summary>Pages of forms whose rows repeat: the entries are what the page lists, and what is no entry is not taken for one.</summary>
public class EntryPages
{
    private const string Head = "<tr><td>部门</td><td>年初未结</td><td>本年收到</td><td>本年办结</td><td>年末未结</td></tr>";

    [Fact]
    public void A_row_is_an_entry_by_the_name_under_the_label_of_the_names()
    {
        var read = Requests(Head + Row("财政局", 1, 5, 4, 2) + Row("教育局", 0, 3, 3, 0) + Row("全机构", 1, 8, 7, 2));

        Assert.Equal(["财政局: 1 5 4 2", "教育局: 0 3 3 0"], Report(read).Requests.Components.Select(entry => entry.ToString()));
        Assert.Equal("1 8 7 2", Report(read).Requests.Overall.ToString());
        Assert.DoesNotContain(read.Findings, finding => finding.Path.StartsWith("/requests", StringComparison.Ordinal));
        var cell = read.Cells.Single(cell => cell.Cell.Path == "/requests/components/1/received");
        Assert.Equal((Certainty.Certain, "3", 3, 3), (cell.Certainty, cell.Found, cell.Row, cell.Column));
    }

    private static string Row(params object[] cells) => "<tr><td>" + string.Join("</td><td>", cells) + "</td></tr>";

    private static FoiAnnualReport Report(PublishedReport read) => Assert.IsType<FoiAnnualReport>(read.Report);

    private static PublishedReport Requests(string rows) => PublishedReport.Read(
        "<h1>某部2023财政年度信息自由法年度报告</h1><p>五、申请的收到、办理与未结</p><table>" + rows + "</table>", options: new() { Format = FoiAnnualReport.Descriptor });
}

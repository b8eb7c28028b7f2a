using Xunit;

namespace GovReportSchema.Tests.Pages;

/// <summary>A format that nobody thought of is read by the labels in its descriptor.</summary>
public class OtherFormats
{
    private static readonly ReportFormat s_format = new(
        "park-fees",
        new("公园收费情况统计年度报告", "Annual report on park fees"),
        new LegalSource(null, null, null),
        new YearRange(2020, null),
        [new HeaderText("agency", new("单位名称", "Body"), BlankPolicy.Warning)],
        new("年度", "Year"),
        [
            new Table("fees", new("一、门票收入情况", "1. Tickets"), [new Block(
                null,
                [
                    new Node("adults", new("成人票", "Adults")),
                    new Node("reduced", new("优惠票", "Reduced")) { Children = [new Node("children", new("儿童", "Children")), new Node("seniors", new("老年人", "Seniors"))] },
                    new Node("income", new("票款收入（万元）", "Income")) { Cell = new CellType(CellKind.Decimal, 4, "万元", 0, 1_000_000_000, BlankPolicy.Warning) },
                ],
                [new Node("north", new("北门", "North gate")), new Node("south", new("南门", "South gate"))])]),
            new Narrative("remarks", new("二、情况说明", "2. Remarks")),
        ],
        [],
        _ => new ParkReport());

    [Theory]
    [InlineData("西山公园\n2023年公园收费情况统计年度报告\n一、门票收入情况\n入口 | 成人票 | 优惠票 | 票款收入（元）\n儿童 | 老年人\n北门 | 1,200 | 300 | 150 | 36000\n南门 | 10 | / | 5 | 2.5万元\n二、情况说明\n无。")]
    [InlineData("<h1>西山公园2023年公园收费情况统计年度报告</h1><p>一、门票收入情况</p><table><tr><td rowspan=2></td><td rowspan=2>票款收入（元）</td><td colspan=2>优惠票</td><td rowspan=2>成人票</td></tr><tr><td>老年人</td><td>儿童</td></tr><tr><td>南门</td><td>25000</td><td>5</td><td></td><td>10</td></tr><tr><td>北门</td><td>3.6万元</td><td>150</td><td>300</td><td>1200</td></tr></table><p>二、情况说明</p><p>无。</p>")]
    public void Its_cells_texts_and_header_are_read(string page)
    {
        var published = PublishedReport.Read(page, options: new() { Format = s_format });

        Assert.Equal([1200, 300, 150, 3.6m, 10, null, 5, 2.5m], s_format.Cells.Select(cell => published.Report!.GetValue(cell.Index)));
        Assert.Equal(("西山公园", 2023), (published.Report!.Agency, published.Report.Year));
        Assert.Equal("无。", ((ParkReport)published.Report).Remarks);
        Assert.DoesNotContain(published.Cells, cell => cell.Certainty == Certainty.Lost);
    }

    private sealed class ParkReport() : Report(s_format)
    {
        public string? Remarks => GetText(1);
    }
}

using System.Text;
using Xunit;

namespace GovReportSchema.Tests.Pages;

/// <summary>Looks of pages that are not a disturbance of every cell: one page each.</summary>
public class WildPages
{
    private static readonly Report s_truth = RandomReport.Make(DisclosureReport2021.Descriptor, new Random(11));

    private static List<GridSection> Sections() => PageGrid.Of(s_truth, flatRemedies: true);

    private static string Page(Shape shape, List<GridSection>? sections = null, int year = 2021) =>
        Encoding.UTF8.GetString(PageRenderer.Render(sections ?? Sections(), year, shape));

    private static PublishedReport Right(PublishedReport published)
    {
        var outcome = Outcome.Of(s_truth, published);
        Assert.True(outcome.Wrong + outcome.Lost == 0, outcome.Log);
        return published;
    }

    [Theory]
    [InlineData(Shape.Html)]
    [InlineData(Shape.CellLines)]
    [InlineData(Shape.Bars)]
    [InlineData(Shape.TabCells)]
    public void Heads_split_over_two_rows(Shape shape)
    {
        var sections = Sections();
        foreach (var rows in sections.Select(section => section.Rows))
        {
            var head = rows.FindIndex(row => row.Exists(cell => cell.Text == "商业企业"));
            if (head < 0)
            {
                continue;
            }

            // 商业 | 科研 over 企业 | 机构
            rows.Insert(head + 1, [.. rows[head].Select(cell => new GridCell(cell.Text == "其他" ? "" : cell.Text[^2..]))]);
            rows[head].ForEach(cell => cell.Text = cell.Text == "其他" ? "其他" : cell.Text[..^2]);
            foreach (var cell in rows.Take(head).SelectMany(row => row).Where(cell => cell.RowSpan > 1))
            {
                cell.RowSpan++;
            }
        }

        _ = Right(PublishedReport.Read(Page(shape, sections)));
    }

    [Fact]
    public void Labels_of_columns_on_several_lines_are_not_read_in_the_order_of_the_lines()
    {
        const string page = """
                                    三、收到和处理政府信息公开申请情况

                                                                                                                                    申请人情况
                                （本列数据的勾稽关系为：第一项加第二                    自然人                                             法人或其他组织             总计
                                   项之和，等于第三项加第四项之和）
                                                                                                   社会公益组      法律服务机
                                                                               商业企业       科研机构                                 其他
                                                                                                          织          构
                                    一、本年新收政府信息公开申请数量                   1832       9693       4298       8317       6826       4877      35843
                                    二、上年结转政府信息公开申请数量                      2       1220       2165          0       1457          0       4844
            四、政府信息公开行政复议、行政诉讼情况
            """;

        var received = ((DisclosureReport2021)PublishedReport.Read(page, options: new() { Format = DisclosureReport2021.Descriptor }).Report!).Applications.Received;

        Assert.Contains(received.CommercialEnterprise, (long?[])[9693, null]);
        Assert.Contains(received.ResearchInstitution, (long?[])[4298, null]);
        Assert.Contains(received.PublicWelfareOrganization, (long?[])[8317, null]);
        Assert.Contains(received.LegalServiceInstitution, (long?[])[6826, null]);
    }

    [Fact]
    public void A_table_that_goes_on_on_another_page_under_the_same_head()
    {
        var text = Page(Shape.Pdf);
        var label = "（四）无法提供";
        var at = text.IndexOf(label, StringComparison.Ordinal);
        _ = Right(PublishedReport.Read(
            text[..at] + "- 5 -\n申请人情况\n自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n" + text[at..]));
    }

    [Fact]
    public void A_label_wrapped_round_its_values()
    {
        var text = Page(Shape.Pdf);
        const string whole = "5.要求行政机关确认或重新出具已获取信息";
        var line = text.Split('\n').First(line => line.Contains(whole, StringComparison.Ordinal));
        var values = line[(line.IndexOf(whole, StringComparison.Ordinal) + whole.Length)..];
        _ = Right(PublishedReport.Read(text.Replace(whole + values, whole[..12] + values + "\n" + whole[12..], StringComparison.Ordinal)));
    }

    [Fact]
    public void Columns_in_another_order_are_read_by_their_heads()
    {
        var sections = Sections();
        foreach (var row in sections.SelectMany(section => section.Rows))
        {
            var first = row.FindIndex(cell => cell.Text == "商业企业");
            var second = row.FindIndex(cell => cell.Text == "科研机构");
            if (first < 0 && row.Count(cell => cell.Cell >= 0) == 7)
            {
                (first, second) = (row.Count - 6, row.Count - 5);
            }

            if (first >= 0)
            {
                (row[first], row[second]) = (row[second], row[first]);
            }
        }

        foreach (var shape in (Shape[])[Shape.Html, Shape.CellLines, Shape.TabCells, Shape.Bars, Shape.Markdown, Shape.Word])
        {
            _ = Right(PublishedReport.Read(PageRenderer.Render(sections, 2021, shape)));
        }
    }

    [Fact]
    public void A_form_that_does_not_fit_its_year_is_a_finding() => Assert.Contains(
        PublishedReport.Read(Page(Shape.Html, year: 2020)).Findings, finding => finding.RuleId == "format.yearMismatch");

    [Fact]
    public void A_page_without_headings_is_read_by_its_labels()
    {
        var sections = Sections().ConvertAll(section => section with { Heading = "" });
        var published = Right(PublishedReport.Read(Page(Shape.Html, sections)));
        Assert.Equal(3, published.Findings.Count(finding => finding.RuleId == "page.sectionMissing"));
    }

    [Fact]
    public void A_table_of_contents_is_no_section()
    {
        var contents = string.Concat(s_truth.Format.Sections.Select(section => section.Label.Zh + "\n"));
        var published = Right(PublishedReport.Read("目录\n" + contents + Page(Shape.TabCells)));
        Assert.StartsWith("本年度，全县", ((DisclosureReport2021)published.Report!).Overview, StringComparison.Ordinal);
    }

    [Fact]
    public void Old_pages_are_in_gb18030()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetBytes(Page(Shape.Html));
        Assert.Equal("某某县人民政府", Right(PublishedReport.Read(bytes)).Report!.Agency);
    }

    [Fact]
    public void Utf16_has_a_mark() => Right(PublishedReport.Read((byte[])[0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Page(Shape.BarRows))]));

    [Fact]
    public void An_amount_without_a_unit_says_so()
    {
        var report = RandomReport.Make(DisclosureReport2019.Descriptor, new Random(5));
        var sections = PageGrid.Of(report, true);
        var amount = sections.SelectMany(section => section.Rows).SelectMany(row => row).Single(cell => cell.Text.EndsWith("万元", StringComparison.Ordinal));
        amount.Text = "251000";
        var published = PublishedReport.Read(PageRenderer.Render(sections, 2019, Shape.Html));

        Assert.Equal(251000, ((DisclosureReport2019)published.Report!).ProactiveDisclosure.CentralizedProcurement.Amount);
        Assert.Contains(published.Findings, finding => finding.RuleId == "page.unitUnknown");
    }

    [Fact]
    public void A_unit_in_the_head_of_the_column_is_a_printed_one()
    {
        var report = RandomReport.Make(DisclosureReport2019.Descriptor, new Random(5));
        var sections = PageGrid.Of(report, true);
        var cells = sections.SelectMany(section => section.Rows).SelectMany(row => row).ToList();
        cells.Single(cell => cell.Text.EndsWith("万元", StringComparison.Ordinal)).Text = "251000";
        cells.Single(cell => cell.Text == "采购总金额").Text = "采购总金额（元）";
        var published = PublishedReport.Read(PageRenderer.Render(sections, 2019, Shape.TabCells));

        Assert.Equal(25.1m, ((DisclosureReport2019)published.Report!).ProactiveDisclosure.CentralizedProcurement.Amount);
        Assert.Contains(published.Findings, finding => finding.RuleId == "page.unitConverted");
        Assert.DoesNotContain(published.Findings, finding => finding.RuleId == "page.unitUnknown");
    }

    [Fact]
    public void Year_and_body_of_the_signature_say_that_they_are_inferred()
    {
        var page = Page(Shape.TabCells).Split('\n', 4)[3] + "\n二〇二二年一月二十日\n";
        var published = Right(PublishedReport.Read(page));

        Assert.Equal(("某某县人民政府", 2021), (published.Report!.Agency, published.Report.Year));
        Assert.Contains(published.Findings, finding => finding.RuleId == "page.yearDoubtful");
    }

    [Fact]
    public void A_page_that_is_no_report_is_of_no_known_format() => Assert.Equal(
        "page.formatUnknown", Assert.Single(PublishedReport.Read("<html><body><p>通知</p><table><tr><td>日期</td><td>3</td></tr></table></body></html>").Findings).RuleId);
}

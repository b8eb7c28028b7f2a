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

    [Fact]
    public void Numbers_name_entries_where_they_stand_under_the_label_of_the_names()
    {
        PublishedReport[] pages =
        [
            Requests(Head + Row(2021, 1, 5, 4, 2) + Row(2022, 0, 3, 3, 0)),
            Text("|序号|部门|年初未结|本年收到|本年办结|年末未结|\n|---|---|---|---|---|---|\n|1|2021|1|5|4|2|\n|2|2022|0|3|3|0|\n"),
        ];
        Assert.All(pages, read => Assert.Equal(["2021: 1 5 4 2", "2022: 0 3 3 0"], Report(read).Requests.Components.Select(entry => entry.ToString())));
    }

    [Fact]
    public void Columns_stand_where_the_head_has_them()
    {
        var read = Requests("<tr><td>部门</td><td>备注</td><td>年末未结</td><td>本年办结</td><td>本年收到</td><td>年初未结</td></tr>" + Row("财政局", "已核", 2, 4, 5, 1));

        Assert.Equal(["财政局: 1 5 4 2"], Report(read).Requests.Components.Select(entry => entry.ToString()));
    }

    [Fact]
    public void Two_entries_of_one_name_are_both_read_and_found()
    {
        var read = Requests(Head + Row("财政局", 1, 5, 4, 2) + Row("财政局", 0, 3, 3, 0));

        Assert.Equal(["财政局: 1 5 4 2", "财政局: 0 3 3 0"], Report(read).Requests.Components.Select(entry => entry.ToString()));
        Assert.Contains(read.Findings, finding => finding.RuleId == "entry.duplicateKey");
    }

    [Fact]
    public void Entries_beyond_the_form_s_are_not_read_and_no_sum_is_judged_over_the_rest()
    {
        var rows = string.Concat(Enumerable.Range(1, 52).Select(i => Row($"第{i}网站", "2020年1月1日", "2021-2-3", "在用", "某路1号", i, "")));
        var read = Sites(rows);

        Assert.Equal(50, Assert.IsType<SiteList>(read.Report).Sites.Others.Count);
        Assert.Contains("第51网站", Assert.Single(read.Findings, finding => finding.RuleId == "page.tooManyEntries").GetMessage(Language.Chinese), StringComparison.Ordinal);
        Assert.Contains(read.Findings, finding => finding.RuleId == "entry.unread");
    }

    [Fact]
    public void Dates_choices_and_texts_of_an_entry_are_read_and_what_is_none_is_said()
    {
        var read = Sites(Row("门户", "2001年1月1日", "2021-2-3", "在用", "访问量", 5, "门户") + Row("其他", "元月", "二〇二一年元月三日", "关停", "见附件", 0, "无"));

        var sites = Assert.IsType<SiteList>(read.Report).Sites;
        Assert.Equal("2001-01-01 2021-02-03 open 访问量 5 门户", sites.Main.ToString());
        Assert.Equal(["其他: – 2021-01-03 closed 见附件 0 –"], sites.Others.Select(entry => entry.ToString()));
        var unreadable = Assert.Single(read.Findings, finding => finding.RuleId == "page.valueUnreadable");
        Assert.Equal("/sites/others/0/opened", unreadable.Path);
        Assert.Contains("其他", unreadable.GetLabel(Language.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_an_entry_of_several_belongs_to_the_name_beside_it()
    {
        var read = Complaints(
            "<tr><td rowspan=3>财政局</td><td>收费类</td><td>1</td><td>2</td><td>1</td><td>1</td><td>1</td></tr>"
            + Row("服务类", 0, 1, 1, 0, 0) + Row("小计", 1, 3, 2, 1, 1)
            + "<tr><td rowspan=2>教育局</td><td>收费类</td><td>4</td><td>0</td><td>4</td><td>0</td><td>0</td></tr>" + Row("小计", 4, 0, 4, 0, 0)
            + "<tr><td colspan=2>全县</td><td>5</td><td>3</td><td>6</td><td>1</td><td>1</td></tr>");

        var complaints = Assert.IsType<CountyServicesReport>(read.Report).Complaints;
        Assert.Equal(["财政局", "教育局"], complaints.Departments.Select(entry => entry.Department));
        Assert.Equal(("1 2 1 1 1", "0 1 1 0 0", "1 3 2 1 1"), (complaints.Departments[0].Fees.ToString(), complaints.Departments[0].Service.ToString(), complaints.Departments[0].Total.ToString()));
        Assert.Equal(("4 0 4 0 0", "– – – – –", "4 0 4 0 0"), (complaints.Departments[1].Fees.ToString(), complaints.Departments[1].Service.ToString(), complaints.Departments[1].Total.ToString()));
        Assert.Equal("5 3 6 1 1", complaints.County.ToString());
    }

    [Fact]
    public void A_row_whose_name_is_missing_is_none_of_the_entry_before_it()
    {
        var read = Complaints(
            "<tr><td rowspan=3>财政局</td><td>收费类</td><td>1</td><td>2</td><td>1</td><td>1</td><td>1</td></tr>"
            + Row("服务类", 0, 1, 1, 0, 0) + Row("小计", 1, 3, 2, 1, 1) + "<tr><td></td><td>收费类</td><td>7</td><td>7</td><td>7</td><td>7</td><td>0</td></tr>");

        Assert.Equal("1 2 1 1 1", Assert.Single(Assert.IsType<CountyServicesReport>(read.Report).Complaints.Departments).Fees.ToString());
        Assert.Contains(read.Findings, finding => finding.RuleId == "page.entryNoName");
        Assert.Contains(read.Findings, finding => finding.RuleId == "entry.unread" && finding.Path == "/complaints/departments");
    }

    [Fact]
    public void A_table_that_goes_on_without_a_head_is_read_and_said()
    {
        var read = Requests(Head + Row("财政局", 1, 5, 4, 2) + "</table><p>第2页</p><table>" + Row("教育局", 0, 3, 3, 0));

        Assert.Equal(["财政局: 1 5 4 2", "教育局: 0 3 3 0"], Report(read).Requests.Components.Select(entry => entry.ToString()));
        Assert.Contains(read.Findings, finding => finding.RuleId == "page.tableContinued");
        var other = Requests(Head + Row("财政局", 1, 5, 4, 2) + "</table><table>" + Row("股室", "姓名", "电话", "职务", "备注") + Row("教育股", 0, 3, 3, 0));
        Assert.Equal(["财政局"], Report(other).Requests.Components.Select(entry => entry.Component));
    }

    [Fact]
    public void Sums_over_entries_are_judged_as_any_others()
    {
        var read = Requests(Head + Row("财政局", 1, 5, 4, 2) + Row("教育局", 0, 3, 3, 0) + Row("全机构", 1, 9, 7, 2));

        Assert.Contains(read.Findings, finding => finding.RuleId == "requests.overall" && finding.Path == "/requests/overall/received");
        Assert.Contains(read.Findings, finding => finding.RuleId == "page.asPublished" && finding.Path == "/requests/overall/received");
    }

    [Fact]
    public void Where_rows_are_lost_the_one_text_before_the_values_is_the_name()
    {
        var read = Text("部门\n年初未结\n本年收到\n本年办结\n年末未结\n财政局\n1\n5\n4\n2\n教\n育局\n0\n3\n3\n0\n全机构\n1\n8\n7\n2\n");

        Assert.Equal(["财政局: 1 5 4 2"], Report(read).Requests.Components.Select(entry => entry.ToString()));
        Assert.Equal("1 8 7 2", Report(read).Requests.Overall.ToString());
        Assert.Contains(read.Findings, finding => finding.RuleId == "page.entryNoName");
        Assert.Contains(read.Findings, finding => finding.RuleId == "entry.unread" && finding.Path == "/requests/components");
    }

    [Fact]
    public void The_format_of_such_a_page_is_told_by_its_labels()
    {
        var sections = PageGrid.Of(RandomReport.MakeWithEntries(CountyServicesReport.Descriptor, new Random(5), blanks: false), flatRemedies: false);
        var read = PublishedReport.Read(PageRenderer.Render(sections, 2024, Shape.Html, name: CountyServicesReport.Descriptor.Title.Zh));

        Assert.IsType<CountyServicesReport>(read.Report);
    }

    private static string Row(params object[] cells) => "<tr><td>" + string.Join("</td><td>", cells) + "</td></tr>";

    private static FoiAnnualReport Report(PublishedReport read) => Assert.IsType<FoiAnnualReport>(read.Report);

    private static PublishedReport Requests(string rows) => PublishedReport.Read(
        "<h1>某部2023财政年度信息自由法年度报告</h1><p>五、申请的收到、办理与未结</p><table>" + rows + "</table>", options: new() { Format = FoiAnnualReport.Descriptor });

    private static PublishedReport Text(string table) => PublishedReport.Read(
        "某部2023财政年度信息自由法年度报告\n五、申请的收到、办理与未结\n" + table + "\n七、办理时间（工作日）\n", options: new() { Format = FoiAnnualReport.Descriptor });

    private static PublishedReport Sites(string rows) => PublishedReport.Read(
        "<p>签发日期：2022年1月5日</p><p>一、网站</p><table><tr><td>名称</td><td>开通日期</td><td>更新日期</td><td>状态</td><td>地址</td><td>访问量</td><td>备注</td></tr>"
        + rows + "</table><p>二、说明</p><p>无。</p>", options: new() { Format = SiteList.Descriptor });

    private static PublishedReport Complaints(string rows) => PublishedReport.Read(
        "<p>五、投诉</p><table><tr><td rowspan=2>部门名称</td><td rowspan=2>类别</td><td rowspan=2>上年结转</td><td rowspan=2>本年收到</td><td colspan=2>办理结果</td><td rowspan=2>结转下年</td></tr><tr><td>属实</td><td>不属实</td></tr>"
        + rows + "</table><p>六、公示</p>", options: new() { Format = CountyServicesReport.Descriptor });
}

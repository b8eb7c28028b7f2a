using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Xunit;

namespace GovReportSchema.Tests.Pages;

/// <summary>A page that is made to cost time or memory ends in a finding, soon.</summary>
public class HostilePages
{
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(20);

    [Fact]
    public void A_hundred_megabytes_are_not_read() => Rejects(new byte[100 << 20], "page.tooLarge");

    [Fact]
    public void Million_nested_tags_end_soon() => Rejects(Repeat("<div><b>", 1_000_000), "page.tooLarge");

    [Fact]
    public void Million_nested_tables_are_too_many() => Rejects(Repeat("<table><tr><td>", 1_000_000), "page.tooLarge");

    [Fact]
    public void A_table_of_a_million_cells_is_too_large() => Rejects(Repeat("<td>0</td>", 1_000_000, "<table><tr>"), "page.tooLarge");

    [Fact]
    public void A_million_tabs_are_too_large() => Rejects(Repeat("0\t", 1_000_000), "page.tooLarge");

    [Fact]
    public void A_million_bars_are_too_large() => Rejects(Repeat("0|\n", 1_000_000), "page.tooLarge");

    [Fact]
    public void A_line_of_millions_of_letters_ends_soon() => Rejects(Repeat("规章 ", 2_000_000), "page.formatUnknown");

    [Fact]
    public void Spans_beyond_all_bounds_are_cut() =>
        Rejects(Repeat("<tr><td colspan=99999 rowspan=99999>规章</td><td colspan=99999>0</td></tr>", 5_000, "<table>"), "page.formatUnknown");

    [Fact]
    public void A_million_open_quotes_end_soon() => Rejects(Repeat("<a href=\"", 1_000_000, "<div>"), "page.formatUnknown");

    [Fact]
    public void A_million_comments_that_never_close_end_soon() => Rejects(Repeat("<!--", 1_000_000, "<div>"), "page.formatUnknown");

    [Fact]
    public void Entities_of_html_are_only_decoded() => Rejects(Repeat("&amp;lt;td&gt;&#x10FFFF;&#999999999;&lol;", 100_000, "<div>"), "page.formatUnknown");

    [Fact]
    public void Million_lines_of_headings_end_soon() => Rejects(Repeat("一、总体情况\n", 90_000), "page.formatUnknown");

    [Fact]
    public void Labels_without_end_end_soon() => Rejects(
        Repeat("三、收到和处理政府信息公开申请情况\n自然人 商业企业 科研机构\n（一）予以公开\n1.属于国家秘密 一个 2 3 4 5\n", 5_000), null);

    [Fact]
    public void Names_without_end_end_soon() => Rejects(Repeat("甲\n", 20_000, Sites("\n")), null);

    [Fact]
    public void Rows_of_dates_without_end_end_soon() => Rejects(Repeat("甲\n2020-1-1\n2020-1-1\n在用\n乙\n1\n-\n", 2_000, Sites("\n")), null);

    [Fact]
    public void Entries_without_end_end_soon() =>
        Rejects(Repeat("<tr><td>甲<td>2020-1-1<td>2020-1-1<td>在用<td>乙<td>1<td>", 4_000, "<p>一、网站</p><table><tr><td>" + Sites("<td>")), null);

    private static string Sites(string separator) => string.Join(separator, "名称", "开通日期", "更新日期", "状态", "地址", "访问量", "备注", "");

    [Fact]
    public void A_zip_bomb_is_too_large() => Rejects(
        WordRenderer.Pack(WordRenderer.Document("<w:p><w:r><w:t>" + new string('0', 100 << 20) + "</w:t></w:r></w:p>")), "page.tooLarge");

    [Fact]
    public void Elements_nested_in_word_without_end_are_too_many() =>
        Rejects(WordRenderer.Pack("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + string.Concat(Enumerable.Repeat("<w:sdt>", 1_000_000))), "page.tooLarge");

    [Fact]
    public void Entities_of_xml_are_prohibited() => Rejects(
        WordRenderer.Pack("<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><d>&b;</d>"), "page.unreadable");

    [Fact]
    public void A_zip_that_is_no_word_file_is_unreadable()
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("xl/workbook.xml");
        }

        Rejects(file.ToArray(), "page.unreadable");
    }

    [Fact]
    public void Bytes_of_any_kind_end_in_a_finding()
    {
        var random = new Random(7);
        foreach (var start in (string[])["", "PK\x03\x04", "<table><tr><td>", "| 规章 | 0 |\n"])
        {
            for (var i = 0; i < 40; i++)
            {
                var bytes = new byte[random.Next(3000)];
                random.NextBytes(bytes);
                var published = PublishedReport.Read((byte[])[.. Encoding.UTF8.GetBytes(start), .. bytes]);
                Assert.Null(published.Report);
                Assert.NotEmpty(published.Findings);
            }
        }
    }

    [Fact]
    public void A_word_file_cut_short_ends_in_a_finding()
    {
        var report = RandomReport.Make(DisclosureReport2019.Descriptor, new Random(3));
        var file = PageRenderer.Render(PageGrid.Of(report, true), 2019, Shape.Word);
        for (var length = 4; length < file.Length; length += 97)
        {
            Assert.Contains(PublishedReport.Read(file.AsSpan(0, length)).Findings, finding => finding.RuleId == "page.unreadable");
        }
    }

    private static byte[] Repeat(string text, int count, string before = "") => Encoding.UTF8.GetBytes(new StringBuilder(before).Insert(before.Length, text, count).ToString());

    private static void Rejects(byte[] file, string? rule)
    {
        var watch = Stopwatch.StartNew();
        var published = PublishedReport.Read(file);
        Assert.True(watch.Elapsed < s_most, watch.Elapsed.ToString());
        Assert.NotEmpty(published.Findings);
        if (rule is not null)
        {
            Assert.Null(published.Report);
            Assert.Equal(rule, Assert.Single(published.Findings).RuleId);
        }
    }
}

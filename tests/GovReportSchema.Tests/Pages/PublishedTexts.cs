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
            var source = published.Cells[cell.Index];
            if (expected.GetValue(cell.Index) != published.Report.GetValue(cell.Index) || source.Certainty != Certainty.Certain || source.Line is null)
            {
                differences.AppendLine(CultureInfo.InvariantCulture, $"{expected.GetValue(cell.Index)} {source}");
            }
        }

        Assert.True(differences.Length == 0, differences + string.Join('\n', published.Findings));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void The_narratives_are_the_text_between_the_headings(string name)
    {
        var expected = (DisclosureReport2019)ReportFormats.Read(TestData.Json(name)).Report!;
        var report = (DisclosureReport2019)PublishedReport.Read(TestData.Text(name)).Report!;

        Assert.Equal(
            (Words(expected.Overview), Words(expected.Problems), Words(expected.OtherMatters)),
            (Words(report.Overview), Words(report.Problems), Words(report.OtherMatters)));
    }

    [Theory]
    [InlineData("baode-2019", "保德县人民政府", 2019)]
    [InlineData("laixi-2020", "莱西市", 2020)]
    [InlineData("pingyin-2019", "平阴县", 2019)]
    [InlineData("zhangdian-2020", "张店区人民政府", 2020)]
    public void Body_and_year_are_those_of_the_title(string name, string agency, int year)
    {
        var published = PublishedReport.Read(TestData.Text(name));

        Assert.Equal((agency, year), (published.Report!.Agency, published.Report.Year));
        Assert.DoesNotContain(published.Findings, finding => finding.RuleId is "page.agencyMissing" or "page.yearMissing" or "page.yearDoubtful");
    }

    [Fact]
    public void Body_and_year_that_a_page_does_not_give_are_missing_unless_given()
    {
        var published = PublishedReport.Read(TestData.Text("guantao-2019"));
        Assert.Equal((null, null), (published.Report!.Agency, published.Report.Year));
        Assert.Equal(
            ["page.agencyMissing", "page.yearMissing"], published.Findings.Where(finding => finding.RuleId.StartsWith("page.", StringComparison.Ordinal)).Select(finding => finding.RuleId));

        var given = PublishedReport.Read(TestData.Text("guantao-2019"), options: new() { Agency = "馆陶县人民政府", Year = 2019 });
        Assert.Equal(("馆陶县人民政府", 2019), (given.Report!.Agency, given.Report.Year));
        Assert.DoesNotContain(given.Findings, finding => finding.RuleId.StartsWith("page.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_fault_of_the_page_is_told_from_a_fault_of_the_reading()
    {
        var findings = PublishedReport.Read(TestData.Text("zhangdian-2020")).Findings;

        // Texts of charts stand after the signature.
        Assert.Equal(["page.afterSignature", "page.asPublished", "remedies.outcomeTotal"], findings.Select(finding => finding.RuleId));
        Assert.All(findings.Skip(1), finding => Assert.Equal("/remedies/reconsideration/total", finding.Path));
    }

    [Theory]
    [InlineData("二〇二二年一月二十五日")]
    [InlineData("二○二二年元月二十五日")]
    [InlineData("二零二二年元月")]
    [InlineData("2022年元月25日")]
    public void The_year_is_told_from_a_signature_in_Chinese_numerals(string day)
    {
        var published = PublishedReport.Read("四、政府信息公开行政复议、行政诉讼情况\n六、其他需要报告的事项\n无。\n某某县人民政府\n" + day + "\n", options: new() { Format = DisclosureReport2021.Descriptor });

        Assert.Equal(("某某县人民政府", 2021), (published.Report!.Agency, published.Report.Year));
        Assert.Contains(published.Findings, finding => finding.RuleId == "page.yearDoubtful");
    }

    [Theory]
    [InlineData("二〇二一年一月一日至二〇二一年十二月三十一日")]
    [InlineData("二○二一年元月一日起至十二月三十一日止")]
    [InlineData("2021年元月1日至12月31日")]
    public void The_year_is_told_from_a_statistical_period_in_Chinese_numerals(string period)
    {
        var published = PublishedReport.Read("本报告的统计期限为" + period + "。\n一、总体情况\n无。\n", options: new() { Format = DisclosureReport2021.Descriptor });

        Assert.Equal(2021, published.Report!.Year);
        Assert.DoesNotContain(published.Findings, finding => finding.RuleId is "page.yearDoubtful" or "page.yearMissing");
    }

    [Theory]
    [InlineData("根据《中华人民共和国政府信息公开条例》要求，现将青松县人民政府2019年政府信息公开工作年度报告予以公布。本报告所列数据的统计期限自2019年1月1日起至2019年12月31日止。")]
    [InlineData("现公布青松县人民政府2019年度政府信息公开工作年度报告，本报告全文可在政府网站下载。")]
    public void Body_and_year_are_told_from_a_sentence_that_is_broken_anywhere(string sentence)
    {
        for (var end = 1; end < sentence.Length; end++)
        {
            var text = $"    {sentence[..end]}\n{sentence[end..]}\n\n一、总体情况\n无。\n";

            var report = PublishedReport.Read(text, options: new() { Format = DisclosureReport2019.Descriptor }).Report!;

            Assert.True((report.Agency, report.Year) is ("青松县人民政府", 2019), $"{report.Agency} {report.Year}: {text}");
        }
    }

    [Fact]
    public void Marks_of_a_converter_are_no_narrative()
    {
        var report = (DisclosureReport2021)PublishedReport.Read(
            "::: {#zoom .content}\n一、总体情况\n好。\n:::\n六、其他需要报告的事项\n无。\n:::\n", options: new() { Format = DisclosureReport2021.Descriptor }).Report!;

        Assert.Equal(("好。", "无。"), (report.Overview, report.OtherMatters));
    }

    private static string Words(string? text) => string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c)));
}

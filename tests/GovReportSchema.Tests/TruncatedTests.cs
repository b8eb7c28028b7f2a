using System.Text;
using Xunit;

namespace GovReportSchema.Tests;

/// <summary>A submission that breaks off anywhere gives one error of syntax, at its end.</summary>
public class TruncatedTests
{
    public static TheoryData<string> Reports => ["zhangdian-2020", "laixi-2020", "sample-2021"];

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_report_that_breaks_off_at_any_byte_has_one_error_of_syntax_at_its_end(string name)
    {
        var json = ShortTexts(TestData.Json(name));
        var end = Array.LastIndexOf(json, (byte)'}');
        var format = ReportFormats.Read(json).Report!.Format;
        for (var length = 0; length <= end; length++)
        {
            var findings = Read(format, json.AsSpan(0, length)).Findings;

            var syntax = findings.Where(finding => finding.RuleId == "json.syntax").ToList();
            Assert.True(syntax.Count == 1 && syntax[0].Offset == length, $"{length}: {string.Join('\n', findings)}");
            Assert.DoesNotContain(findings, finding => finding.RuleId is "json.missingMember" or "json.wrongType" or "cell.blank" && finding.Path == "/agency");
            Assert.DoesNotContain(findings, finding => finding.State == RuleState.Undetermined);
        }
    }

    [Theory]
    [InlineData("sample-2021")]
    [InlineData("guantao-2019")]
    public void So_it_has_where_the_format_is_yet_to_be_found(string name)
    {
        var json = ShortTexts(TestData.Json(name));
        for (var length = 0; length <= Array.LastIndexOf(json, (byte)'}'); length++)
        {
            var syntax = ReportFormats.Read(json.AsSpan(0, length)).Findings.Where(finding => finding.RuleId == "json.syntax");

            Assert.Equal(length, Assert.Single(syntax).Offset);
        }
    }

    [Fact]
    public void What_stands_before_the_break_is_checked()
    {
        var json = TestData.Json("zhangdian-2020");
        var text = Encoding.UTF8.GetString(json);
        var broken = Encoding.UTF8.GetBytes(text[..text.IndexOf("\"litigation\"", StringComparison.Ordinal)]);

        var findings = DisclosureReport2019.Read(broken).Findings;

        Assert.Equal(["remedies.outcomeTotal", "json.syntax"], findings.Select(finding => finding.RuleId));
    }

    private static ReportResult<Report> Read(ReportFormat format, ReadOnlySpan<byte> json) => format.Id == "disclosure-2019"
        ? new(DisclosureReport2019.Read(json) is var first ? first.Report : null!, first.Findings)
        : new(DisclosureReport2021.Read(json) is var second ? second.Report : null!, second.Findings);

    /// <summary>Short texts with escapes and surrogates in them, in place of pages.</summary>
    private static byte[] ShortTexts(byte[] json)
    {
        var report = ReportFormats.Read(json).Report!;
        var compact = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        compact["overview"] = "一\n\"\\\u0001";
        compact["problems"] = "𠀀";
        compact["otherMatters"] = null;
        Assert.NotNull(report);
        return Encoding.UTF8.GetBytes(compact.ToJsonString().Replace("\\u4E00", "一", StringComparison.Ordinal));
    }
}

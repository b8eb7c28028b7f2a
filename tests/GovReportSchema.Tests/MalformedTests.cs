using System.Text;
using Xunit;

namespace GovReportSchema.Tests;

/// <summary>What is not JSON, or not a report, is said to be so: once, at the right byte, without an exception.</summary>
public class MalformedTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("   \r\n\t ", 7)]
    [InlineData("\uFEFF", 3)]
    [InlineData("\uFEFF \uFEFF{}", 4)]
    [InlineData("nul", 3)]
    [InlineData("abc", 0)]
    [InlineData("\0", 0)]
    [InlineData("'a'", 0)]
    [InlineData("{", 1)]
    [InlineData("{]", 1)]
    [InlineData("{a:1}", 1)]
    [InlineData("{'a':1}", 1)]
    [InlineData("{\"a\" 1}", 5)]
    [InlineData("{\"a\":}", 5)]
    [InlineData("{\"a\":1,}", 7)]
    [InlineData("{\"a\":1,,}", 7)]
    [InlineData("{,}", 1)]
    [InlineData("{\"a\":1 \"b\":2}", 7)]
    [InlineData("{\"a\":[1,]}", 8)]
    [InlineData("{\"a\":[1}", 7)]
    [InlineData("{\"a\":{\"b\":1]}", 11)]
    [InlineData("{\"a\":tru}", 8)]
    [InlineData("{\"a\":truee}", 9)]
    [InlineData("{\"a\":NaN}", 5)]
    [InlineData("{\"a\":-}", 6)]
    [InlineData("{\"a\":+1}", 5)]
    [InlineData("{\"a\":.5}", 5)]
    [InlineData("{\"a\":5.}", 7)]
    [InlineData("{\"a\":1e}", 7)]
    [InlineData("{\"a\":1e+}", 8)]
    [InlineData("{\"a\":01}", 6)]
    [InlineData("{\"a\":0x1}", 6)]
    [InlineData("{\"a\":\"\t\"}", 6)]
    [InlineData("{\"a\":\"\0\"}", 6)]
    [InlineData("{\"a\":\"\\x\"}", 6)]
    [InlineData("{\"a\":\"\\u12g4\"}", 6)]
    [InlineData("{\"a\":\"\\u12", 10)]
    [InlineData("{\"a\n\":1}", 3)]
    [InlineData("{\"a\":1}/", 7)]
    [InlineData("{\"a\":1} {}", 8)]
    [InlineData("{\"a\":1}\0", 7)]
    [InlineData("{/*c*/\"a\":1}", 1)]
    [InlineData("{\"a\":1\u00A0}", 6)]
    public void Malformed_text_is_one_error_of_syntax_at_its_byte(string text, int offset)
    {
        var findings = DisclosureReport2021.Read(Encoding.UTF8.GetBytes(text)).Findings;

        var syntax = Assert.Single(findings, finding => finding.RuleId == "json.syntax");
        Assert.Equal((Severity.Error, offset, ""), (syntax.Severity, syntax.Offset!.Value, syntax.Path));
        Assert.DoesNotContain(findings, finding => finding.RuleId == "json.wrongType");
    }

    [Theory]
    [InlineData("+1", 0)]
    [InlineData(".5", 0)]
    [InlineData("5.", 2)]
    [InlineData("007", 1)]
    [InlineData("-", 1)]
    [InlineData("1e", 2)]
    [InlineData("1_000", 1)]
    [InlineData("１", 0)]
    [InlineData("Infinity", 0)]
    [InlineData("nan", 1)]
    [InlineData(",", 0)]
    public void A_malformed_number_in_a_cell_is_an_error_of_syntax_and_no_wrong_type(string value, int offset)
    {
        var text = Encoding.UTF8.GetString(TestData.Json("sample-2021"));
        var at = text.IndexOf("\"naturalPerson\": ", StringComparison.Ordinal) + "\"naturalPerson\": ".Length;
        var json = Encoding.UTF8.GetBytes(text[..at] + value + text[text.IndexOf(',', at)..]);

        var findings = ReportFormats.Read(json).Findings;

        var syntax = Assert.Single(findings, finding => finding.Severity == Severity.Error);
        Assert.Equal(("json.syntax", Encoding.UTF8.GetByteCount(text[..at]) + offset), (syntax.RuleId, syntax.Offset!.Value));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[{\"format\":\"disclosure-2021\"}]")]
    [InlineData("5")]
    [InlineData("\"{}\"")]
    [InlineData("true")]
    [InlineData(" null")]
    public void Anything_but_an_object_is_no_report(string text)
    {
        foreach (var findings in (IReadOnlyList<Finding>[])
            [DisclosureReport2021.Read(Encoding.UTF8.GetBytes(text)).Findings, ReportFormats.Read(Encoding.UTF8.GetBytes(text)).Findings])
        {
            var finding = Assert.Single(findings);
            Assert.Equal(("json.wrongType", "", 1), (finding.RuleId, finding.Path, finding.Line!.Value));
        }
    }

    [Theory]
    [InlineData("{}", "json.missingMember", 0)]
    [InlineData("{\"a\":[{}, {\"format\":1}], \"b\":null}", "json.missingMember", 0)]
    [InlineData("{\"format\":null}", "json.wrongType", 10)]
    [InlineData("{\"x\":1,\"format\":\"disclosure-2020\"}", "format.unknown", 16)]
    [InlineData("{\"x\":1,}", "json.syntax", 7)]
    [InlineData("{\"x\":1 \"format\":2}", "json.syntax", 7)]
    public void A_submission_whose_format_cannot_be_found_has_one_finding_and_no_report(string text, string ruleId, int offset)
    {
        var result = ReportFormats.Read(Encoding.UTF8.GetBytes(text));

        var finding = Assert.Single(result.Findings);
        Assert.Null(result.Report);
        Assert.Equal((ruleId, offset), (finding.RuleId, finding.Offset!.Value));
        Assert.Equal(ruleId == "json.syntax" ? "" : "/format", finding.Path);
    }

    [Fact]
    public void The_format_is_found_wherever_it_stands_and_however_it_is_written()
    {
        var text = Encoding.UTF8.GetString(TestData.Json("sample-2021"));
        var member = "  \"format\": \"disclosure-2021\",\n";
        var last = text.Replace(member, "", StringComparison.Ordinal).TrimEnd()[..^1].TrimEnd()
            + ",\"f\\u006Frmat\":\"disclosure\\u002d2021\"}";

        var result = ReportFormats.Read(Encoding.UTF8.GetBytes(last));

        Assert.Equal(DisclosureReport2021.Read(TestData.Json("sample-2021")).Report, result.Report);
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void Utf16_is_no_report()
    {
        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32])
        {
            var json = (byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes("{\"format\":\"disclosure-2021\"}")];

            var finding = Assert.Single(ReportFormats.Read(json).Findings);
            Assert.Equal(("json.syntax", 0), (finding.RuleId, finding.Offset!.Value));
        }
    }
}

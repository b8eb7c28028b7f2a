using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace GovReportSchema.Tests;

/// <summary>Bytes that are no UTF-8, halves of surrogate pairs, escaped names: said, and never passed on.</summary>
public class EncodingTests
{
    public static TheoryData<string> BadUtf8 =>
    [
        "80", "BF", "C0AF", "C3", "C328", "E28228", "E4B8", "EDA080", "EDB080", "F0288CBC", "F09F98", "F4908080", "F5808080", "FE", "FF", "E0808A",
    ];

    [Theory]
    [MemberData(nameof(BadUtf8))]
    public void Bad_bytes_in_a_text_are_one_error_at_the_first_of_them_and_are_not_written_again(string hex)
    {
        var (json, member) = Sample("/problems");
        byte[] changed = [.. json[..(member.Value + 1)], .. "好a"u8, .. Convert.FromHexString(hex), .. json[(member.End - 1)..]];

        var result = ReportFormats.Read(changed);

        var finding = Assert.Single(result.Findings);
        Assert.Equal(("json.syntax", "/problems", member.Value + 5), (finding.RuleId, finding.Path, finding.Offset!.Value));
        Assert.Equal(JsonWalk.Place(changed, member.Value + 5), (finding.Line!.Value, finding.Column!.Value));
        var written = result.Report!.ToJsonUtf8();
        Assert.Equal(new UTF8Encoding(false, true).GetString(written), Encoding.UTF8.GetString(written));
        Assert.StartsWith("好a\uFFFD", JsonNode.Parse(written)!["problems"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\ud83d", "\uFFFD")]
    [InlineData("\\udE00", "\uFFFD")]
    [InlineData("\\ude00\\ud83d", "\uFFFD\uFFFD")]
    [InlineData("\\ud83dx", "\uFFFDx")]
    [InlineData("\\ud83d\\n", "\uFFFD\n")]
    [InlineData("\\ud83d\\ud83d\\ude00", "\uFFFD😀")]
    public void Half_a_surrogate_pair_is_an_error_and_is_not_written_again(string text, string kept)
    {
        var (json, member) = Sample("/problems");
        byte[] changed = [.. json[..(member.Value + 1)], .. Encoding.UTF8.GetBytes(text), .. json[(member.End - 1)..]];

        var result = ReportFormats.Read(changed);

        var finding = Assert.Single(result.Findings);
        Assert.Equal(("json.syntax", "/problems", member.Value), (finding.RuleId, finding.Path, finding.Offset!.Value));
        Assert.Equal(kept, JsonNode.Parse(result.Report!.ToJsonUtf8())!["problems"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("\\ud83d\\ude00 \\u0000 \\/ \\\\ \\\" \\b\\f\\n\\r\\t \\u00e9\\u4E00", "😀 \0 / \\ \" \b\f\n\r\t é一")]
    [InlineData("", "")]
    [InlineData("\u2028\u007F", "\u2028\u007F")]
    public void A_text_with_escapes_is_what_it_says(string text, string value)
    {
        var (json, member) = Sample("/problems");
        byte[] changed = [.. json[..(member.Value + 1)], .. Encoding.UTF8.GetBytes(text), .. json[(member.End - 1)..]];

        var report = (DisclosureReport2021)ReportFormats.Read(changed).Report!;
        var written = report.ToJsonUtf8();

        Assert.Equal(value, report.Problems);
        Assert.Equal(value, JsonNode.Parse(written)!["problems"]!.GetValue<string>());
        Assert.Equal(value, JsonNode.Parse(report.ToJsonUtf8())!["problems"]!.GetValue<string>());
        Assert.Equal(report, ReportFormats.Read(written).Report);
    }

    [Fact]
    public void Looking_at_a_text_changes_nothing_of_how_it_is_written()
    {
        var (json, member) = Sample("/problems");
        byte[] changed = [.. json[..(member.Value + 1)], .. "a\\/\\u4e00"u8, .. json[(member.End - 1)..]];
        var report = (DisclosureReport2021)ReportFormats.Read(changed).Report!;
        var before = report.ToJsonUtf8();

        Assert.Equal("a/一", report.Problems);
        Assert.Equal(before, report.ToJsonUtf8());
    }

    [Fact]
    public void A_text_set_in_code_is_escaped_as_JSON_has_it()
    {
        var report = new DisclosureReport2021 { Agency = string.Concat(Enumerable.Range(0, 0x300).Select(i => (char)i)) + "😀", Problems = "\ud83d" };
        var written = JsonNode.Parse(report.ToJsonUtf8())!;

        Assert.Equal(report.Agency, written["agency"]!.GetValue<string>());
        Assert.Equal("\uFFFD", written["problems"]!.GetValue<string>());
    }

    [Fact]
    public void An_escaped_name_is_the_name_that_it_says()
    {
        var (json, member) = Sample("/applications/received/total");
        byte[] changed = [.. json[..member.Start], .. "\"\\u0074ot\\u0061l\""u8, .. json[(member.Start + 7)..]];
        byte[] doubled = [.. json[..member.End], .. ",\"\\u0074otal\":1"u8, .. json[member.End..]];

        Assert.Empty(ReportFormats.Read(changed).Findings);
        Assert.Equal("json.duplicateMember", Assert.Single(ReportFormats.Read(doubled).Findings).RuleId);
    }

    [Fact]
    public void A_bad_name_is_unknown_and_its_bytes_are_an_error()
    {
        var (json, member) = Sample("/applications/received/total");
        byte[] changed = [.. json[..member.End], .. ",\"a"u8, 0xFF, .. "\":1"u8, .. json[member.End..]];

        var findings = ReportFormats.Read(changed).Findings;

        Assert.Equal(["json.unknownMember", "json.syntax"], findings.Select(finding => finding.RuleId));
        Assert.Equal("/applications/received/a\uFFFD", findings[0].Path);
        Assert.Equal(JsonWalk.Place(changed, member.End + 1).Column + 2, findings[1].Column);
    }

    [Fact]
    public void A_message_never_ends_in_half_a_character()
    {
        var (json, member) = Sample("/applications/received/total");
        for (var lead = 36; lead < 44; lead++)
        {
            var text = Encoding.UTF8.GetBytes('"' + new string('a', lead) + "😀😀😀\"");

            var finding = Assert.Single(ReportFormats.Read([.. json[..member.Value], .. text, .. json[member.End..]]).Findings);

            Assert.Equal("json.wrongType", finding.RuleId);
            Assert.Equal(finding.Message, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(finding.Message)));
        }
    }

    private static (byte[] Json, WalkedMember Member) Sample(string path)
    {
        var json = TestData.Json("sample-2021");
        return (json, JsonWalk.Members(json).Single(member => member.Path == path));
    }
}

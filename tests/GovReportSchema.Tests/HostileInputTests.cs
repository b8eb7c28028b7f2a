using System.Diagnostics;
using System.Text;
using Xunit;

namespace GovReportSchema.Tests;

/// <summary>What a sender does not bound, the reader does: depth, time, memory and the list of findings.</summary>
public class HostileInputTests
{
    /// <summary>Many times what the work takes, so that a slow machine does not fail; quadratic work takes hours.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(15);

    [Theory]
    [InlineData("{\"x\":", "[", "")]
    [InlineData("{\"x\":", "{\"a\":", "")]
    [InlineData("{\"x\":", "[", "]")]
    [InlineData("{\"applications\":", "[", "]")]
    [InlineData("{\"applications\":{\"received\":{\"total\":", "{\"a\":", "}")]
    [InlineData("{\"agency\":", "[{\"a\":", "}]")]
    [InlineData("", "[", "]")]
    [InlineData("", "{\"a\":", "}")]
    [InlineData("", "{\"applications\":", "}")]
    public void A_value_100000_deep_is_one_error_and_costs_no_stack(string before, string open, string close)
    {
        var text = before + string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000)) + "}";

        foreach (var findings in (IReadOnlyList<Finding>[])
            [DisclosureReport2021.Read(Encoding.UTF8.GetBytes(text)).Findings, ReportFormats.Read(Encoding.UTF8.GetBytes(text)).Findings])
        {
            Assert.Single(findings, finding => finding.RuleId == "json.syntax");
            Assert.DoesNotContain(findings, finding => finding.RuleId == "json.missingMember");
        }
    }

    [Fact]
    public void A_value_64_deep_under_an_unknown_member_is_stepped_over()
    {
        var report = Sample((64, ']', '['));
        var deeper = Sample((65, ']', '['));

        Assert.Equal("json.unknownMember", Assert.Single(ReportFormats.Read(report).Findings).RuleId);
        Assert.Contains(ReportFormats.Read(deeper).Findings, finding => finding.RuleId == "json.syntax");

        static byte[] Sample((int Depth, char Close, char Open) nested) => Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(TestData.Json("sample-2021")).TrimEnd()[..^1]
            + ",\"x\":" + new string(nested.Open, nested.Depth) + new string(nested.Close, nested.Depth) + "}");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("agency")]
    public void A_million_members_too_many_are_listed_in_part_and_counted_in_full(string name)
    {
        const int Count = 1_000_000;
        var text = new StringBuilder("{\"format\":\"disclosure-2021\",\"agency\":\"甲\"");
        for (var i = 0; i < Count; i++)
        {
            text.Append(",\"").Append(name == "x" ? i.ToString("D5", System.Globalization.CultureInfo.InvariantCulture) : name).Append("\":1");
        }

        var json = Encoding.UTF8.GetBytes(text.Append('}').ToString());
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();

        var findings = ReportFormats.Read(json).Findings;

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 20_000_000);
        Assert.True(clock.Elapsed < s_patience, clock.Elapsed.ToString());
        var ruleId = name == "x" ? "json.unknownMember" : "json.duplicateMember";
        Assert.Equal(1000, findings.Count(finding => finding.RuleId == ruleId));
        var more = Assert.Single(findings, finding => finding.RuleId == "json.moreFaults");
        Assert.Same(more, findings[^1]);
        Assert.Equal(Severity.Error, more.Severity);
        Assert.Contains("999000", more.Message, StringComparison.Ordinal);
        Assert.True(more.Offset > findings[^2].Offset);
        Assert.Contains(findings, finding => finding.Path == "/applications" && finding.RuleId == "json.missingMember");
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\u0001BAD\"")]
    public void Bad_texts_in_an_unknown_member_are_counted_too(string item)
    {
        var items = Encoding.Latin1.GetBytes(string.Join(',', Enumerable.Repeat(item.Replace("\u0001BAD", "\xFF", StringComparison.Ordinal), 300_000)));
        byte[] json = [.. "{\"format\":\"disclosure-2021\",\"x\":["u8, .. items, .. "]}"u8];
        var clock = Stopwatch.StartNew();

        var findings = ReportFormats.Read(json).Findings;

        Assert.True(clock.Elapsed < s_patience, clock.Elapsed.ToString());
        Assert.Contains(findings, finding => finding.RuleId == "json.moreFaults");
        Assert.InRange(findings.Count, 1000, 1100);
    }

    [Fact]
    public void A_long_line_with_a_finding_for_each_cell_takes_no_quadratic_time()
    {
        // Every cell wrong, on one line of 30 MB.
        var json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(ReportFormats.Read(TestData.Json("sample-2021")).Report!.ToJsonUtf8())
            .Replace("\"naturalPerson\":", "\"naturalPerson\":\"" + new string('好', 400_000) + "\",\"x\":", StringComparison.Ordinal));
        Assert.True(json.Length > 25_000_000);
        var clock = Stopwatch.StartNew();

        var findings = ReportFormats.Read(json).Findings;

        Assert.True(clock.Elapsed < s_patience, clock.Elapsed.ToString());
        Assert.Equal(25, findings.Count(finding => finding.RuleId == "json.wrongType"));
        Assert.All(findings, finding => Assert.Equal(1, finding.Line));
        Assert.Equal(findings.Select(finding => finding.Column).Order(), findings.Select(finding => finding.Column));
    }

    [Fact]
    public void A_name_or_a_number_of_10_MB_is_one_finding()
    {
        var text = "{\"format\":\"disclosure-2021\",\"" + new string('a', 10_000_000) + "\":1,\"year\":" + new string('7', 10_000_000) + "}";
        var clock = Stopwatch.StartNew();

        var findings = ReportFormats.Read(Encoding.UTF8.GetBytes(text)).Findings;

        Assert.True(clock.Elapsed < s_patience, clock.Elapsed.ToString());
        Assert.Single(findings, finding => finding.RuleId == "json.unknownMember");
        Assert.InRange(Assert.Single(findings, finding => finding.RuleId == "cell.range").Message.Length, 10, 200);
    }
}

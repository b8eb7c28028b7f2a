using System.Globalization;
using System.Text;
using Xunit;

namespace GovReportSchema.Tests.Entries;

/// <summary>What can be wrong with the entries of a repeating row, and what is said of it.</summary>
public class EntryFaultTests
{
    private const string Forests = "{\"component\":\"Forests\",\"median\":20.5,\"average\":31.25,\"lowest\":1,\"highest\":200}";

    private static readonly string s_compact = Encoding.UTF8.GetString(FoiReports.Small().ToJsonUtf8());

    [Fact]
    public void A_key_that_comes_again_is_an_error_at_the_second()
    {
        var finding = Assert.Single(FoiReportTests.Read(FoiReportTests.Change("\"Archives\"", "\" Forests\"")).Findings);

        Assert.Equal(("entry.duplicateKey", Severity.Error, "/requests/components/1/component"), (finding.RuleId, finding.Severity, finding.Path));
        Assert.Equal((15, 22), (finding.Line!.Value, finding.Column!.Value));
        Assert.Equal("V. Requests: received, processed and pending › Forests › Component: 'Forests' is already the name of entry 1", finding.GetMessage(Language.English));
        Assert.Equal("五、申请的收到、办理与未结 › Forests › 部门：“Forests”已在第 1 项出现", finding.Message);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("\" \\u3000 \"")]
    public void A_blank_key_is_an_error_and_its_entry_is_called_by_its_number(string key)
    {
        var findings = FoiReportTests.Read(FoiReportTests.Change("\"Archives\"", key, "\"pendingAtEnd\": 3", "\"pendingAtEnd\": null")).Findings;

        Assert.Equal(
            ["cell.blank /requests", "cell.blank /requests/components/1/component"],
            findings.Where(finding => finding.RuleId == "cell.blank").Select(finding => $"{finding.RuleId} {finding.Path}"));
        Assert.Equal(Severity.Error, findings[1].Severity);
        Assert.Equal("V. Requests: received, processed and pending › entry 2 › Component", findings[1].GetLabel(Language.English));
        Assert.Equal([new FindingCell("/requests/components/1/pendingAtEnd", null)], findings[0].Cells);
    }

    [Fact]
    public void Fewer_entries_than_there_must_be_are_an_error_at_the_array()
    {
        var report = FoiReports.Small();
        report.Requests.Components.RemoveAt(0);
        report.Requests.Components.RemoveAt(0);
        report.FillTotals();

        var finding = Assert.Single(FoiAnnualReport.Read(report.ToJsonUtf8()).Findings, finding => finding.RuleId == "entry.tooFew");

        Assert.Equal((Severity.Error, "/requests/components"), (finding.Severity, finding.Path));
        Assert.Equal("V. Requests: received, processed and pending › Components: expected at least 1 entries, found 0", finding.GetMessage(Language.English));
        Assert.Equal([0m, 0, 0, 0], report.Format.Cells.Take(4).Select(cell => report.GetValue(cell.Index)!.Value));
        Assert.Contains(report.Validate(), again => again.RuleId == "entry.tooFew");
    }

    [Fact]
    public void Of_more_entries_than_there_may_be_the_first_are_read_and_nothing_is_said_of_all()
    {
        var json = s_compact.Replace("[" + Forests + "]", "[" + string.Join(',', Enumerable.Range(0, 203).Select(Numbered)) + "]", StringComparison.Ordinal);

        var result = FoiReportTests.Read(json);

        Assert.Equal(["entry.unread /responseTimes/components", "json.tooManyEntries /responseTimes/components"], Said(result));
        Assert.Equal(json.IndexOf("{\"component\":\"C200\"", StringComparison.Ordinal), result.Findings[1].Offset);
        Assert.Equal("responseTimes.components.Count = 200", $"responseTimes.components.Count = {result.Report.ResponseTimes.Components.Count}");
        Assert.Equal("C199", result.Report.ResponseTimes.Components[199].Component);
        Assert.Equal(["entry.unread"], result.Report.Validate().Select(finding => finding.RuleId));
        result.Report.ResponseTimes.Components.RemoveAt(0);
        Assert.Empty(result.Report.Validate());
        Assert.Contains(">= 200", $">= {FoiAnnualReport.Descriptor.Repeats[1].Repeat.Maximum}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null", "json.wrongType")]
    [InlineData("{\"0\":{}}", "json.wrongType")]
    [InlineData("7", "json.wrongType")]
    [InlineData(null, "json.missingMember")]
    public void What_is_no_array_leaves_the_rules_over_all_entries_unchecked(string? value, string ruleId)
    {
        var array = s_compact[(s_compact.IndexOf("\"components\":", StringComparison.Ordinal) + 13)..(s_compact.IndexOf(']', StringComparison.Ordinal) + 1)];
        var json = value is null ? s_compact.Replace("\"components\":" + array + ",\"overall\":{\"pendingAtStart\"", "\"overall\":{\"pendingAtStart\"", StringComparison.Ordinal)
            : s_compact.Replace(array, value, StringComparison.Ordinal);

        var result = FoiReportTests.Read(json);

        Assert.Equal([$"{ruleId} /requests/components", "entry.unread /requests/components"], Said(result).Order(StringComparer.Ordinal).Reverse());
        Assert.Empty(result.Report.Requests.Components);
        Assert.Equal(result.Report, FoiAnnualReport.Read(result.Report.ToJsonUtf8()).Report);
    }

    [Fact]
    public void An_entry_that_is_no_object_is_one_fault_and_stays_an_entry()
    {
        var result = FoiReportTests.Read(s_compact.Replace("[" + Forests + "]", "[7," + Forests + ",[[{}]],{\"component\":\"A\",\"x\":1}]", StringComparison.Ordinal));

        Assert.Equal(
            [
                "json.wrongType /responseTimes/components/0",
                "json.wrongType /responseTimes/components/2",
                "json.missingMember /responseTimes/components/3/median",
                "json.missingMember /responseTimes/components/3/average",
                "json.missingMember /responseTimes/components/3/lowest",
                "json.missingMember /responseTimes/components/3/highest",
                "json.unknownMember /responseTimes/components/3/x",
            ],
            Said(result).Where(text => text.StartsWith("json.", StringComparison.Ordinal)));
        Assert.Equal([null, "Forests", null, "A"], result.Report.ResponseTimes.Components.Keys);
        Assert.Equal(20.5m, result.Report.ResponseTimes.Components[1].Median);
    }

    [Fact]
    public void Of_two_arrays_of_one_name_the_first_counts()
    {
        var result = FoiReportTests.Read(s_compact.Replace("[" + Forests + "]", "[" + Forests + "],\"c\\u006fmponents\":[{},{},{}]", StringComparison.Ordinal));

        Assert.Equal(["json.duplicateMember /responseTimes/components"], Said(result));
        Assert.Equal(FoiReports.Small(), result.Report);
    }

    [Fact]
    public void A_million_entries_are_refused_in_bounded_memory()
    {
        var json = Encoding.UTF8.GetBytes(s_compact.Replace("[" + Forests + "]", "[" + string.Join(',', Enumerable.Repeat("{}", 1_000_000)) + "]", StringComparison.Ordinal));
        _ = FoiAnnualReport.Read(json);
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        var result = FoiAnnualReport.Read(json);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 20_000_000);
        Assert.Single(result.Findings, finding => finding.RuleId == "json.tooManyEntries");
        Assert.Equal(200, result.Report.ResponseTimes.Components.Count);
    }

    [Fact]
    public void A_report_that_breaks_off_at_any_byte_has_one_error_of_syntax_at_its_end()
    {
        var json = Encoding.UTF8.GetBytes(s_compact);
        var report = new FoiAnnualReport();
        for (var length = 0; length < json.Length; length++)
        {
            var findings = FoiAnnualReport.ReadInto(json.AsSpan(0, length), report).Findings;

            var syntax = findings.Where(finding => finding.RuleId == "json.syntax").ToList();
            Assert.True(syntax.Count == 1 && syntax[0].Offset == length, $"{length}: {string.Join('\n', findings)}");
            Assert.DoesNotContain(findings, finding => finding.RuleId is "json.missingMember" or "json.wrongType" || finding.RuleId.StartsWith("entry.", StringComparison.Ordinal));
            Assert.DoesNotContain(findings, finding => finding.State == RuleState.Undetermined);
        }

        Assert.Empty(FoiAnnualReport.ReadInto(json, report).Findings);
        Assert.Equal(FoiReports.Small(), report);
    }

    [Fact]
    public void A_key_of_a_million_letters_is_shown_in_part()
    {
        var result = FoiReportTests.Read(FoiReportTests.Change("\"Archives\"", "\"" + new string('长', 1_000_000) + "\"", "\"processed\": 52", "\"processed\": 51"));

        Assert.All(result.Findings, finding => Assert.InRange(finding.Message.Length, 10, 250));
        Assert.Equal(2, result.Findings.Count);
        Assert.Equal(1_000_000, result.Report.Requests.Components[1].Component!.Length);
    }

    [Fact]
    public void System_Text_Json_refuses_entries_that_were_not_read_and_takes_the_rest()
    {
        var report = System.Text.Json.JsonSerializer.Deserialize<FoiAnnualReport>(s_compact)!;
        Assert.Equal(FoiReports.Small(), report);
        Assert.Equal(s_compact, System.Text.Json.JsonSerializer.Serialize(report, s_relaxed));

        var many = s_compact.Replace("[" + Forests + "]", "[" + string.Join(',', Enumerable.Range(0, 201).Select(Numbered)) + "]", StringComparison.Ordinal);
        Assert.Contains(
            "/responseTimes/components: ",
            Assert.Throws<System.Text.Json.JsonException>(() => System.Text.Json.JsonSerializer.Deserialize<FoiAnnualReport>(many)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_published_page_without_a_table_has_no_entries_and_says_that_there_may_be_some()
    {
        var page = PublishedReport.Read("年初未结 本年收到 本年办结 年末未结", options: new ReadPageOptions { Format = FoiAnnualReport.Descriptor });

        Assert.Equal([0, 0, 0], page.Report!.Format.EntryCounts);
        Assert.Equal(
            ["/requests/components", "/responseTimes/components", "/personnel/components"],
            page.Findings.Where(finding => finding.RuleId == "entry.unread").Select(finding => finding.Path));
    }

    private static readonly System.Text.Json.JsonSerializerOptions s_relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Numbered(int entry) =>
        Forests.Replace("Forests", "C" + entry.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static IEnumerable<string> Said(ReportResult<FoiAnnualReport> result) => result.Findings.Select(finding => $"{finding.RuleId} {finding.Path}");
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Xunit;

namespace GovReportSchema.Tests;

/// <summary>To <c>System.Text.Json</c> a report is a type like any other.</summary>
public partial class SystemTextJsonTests
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    private static readonly JsonSerializerOptions s_smallBuffer = new() { DefaultBufferSize = 16 };

    private static readonly JsonSerializerOptions s_lenient =
        new() { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_report_is_written_and_read_back(bool indented)
    {
        var report = Read();
        var json = JsonSerializer.Serialize(report, indented ? s_indented : JsonSerializerOptions.Default);

        Assert.Equal(report, JsonSerializer.Deserialize<DisclosureReport2021>(json));
        Assert.Equal(indented, json.Contains('\n', StringComparison.Ordinal));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(report.ToJsonUtf8()), JsonNode.Parse(json)));
    }

    [Fact]
    public void A_report_may_be_a_member_an_element_a_null_or_what_a_context_knows()
    {
        var report = Read();
        var envelope = new Envelope("甲", report, [report, null, Read()]);

        foreach (var json in (string[])
            [JsonSerializer.Serialize(envelope), JsonSerializer.Serialize(envelope, s_indented), JsonSerializer.Serialize(envelope, Context.Default.Envelope)])
        {
            foreach (var read in (Envelope?[])[JsonSerializer.Deserialize<Envelope>(json), JsonSerializer.Deserialize(json, Context.Default.Envelope)])
            {
                Assert.Equal(report, read!.Report);
                Assert.Equal([report, null, report], read.Others);
            }
        }

        Assert.Null(JsonSerializer.Deserialize<DisclosureReport2021>("null"));
        Assert.Equal(report, JsonSerializer.Deserialize(JsonSerializer.Serialize(report, Context.Default.DisclosureReport2021), Context.Default.DisclosureReport2021));
    }

    [Fact]
    public async Task A_report_may_come_in_small_pieces()
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new[] { Read(), Read() });
        using var stream = new Trickle(json);

        var reports = await JsonSerializer.DeserializeAsync<DisclosureReport2021[]>(stream, s_smallBuffer);

        Assert.Equal([Read(), Read()], reports);
        using var output = new MemoryStream();
        await JsonSerializer.SerializeAsync(output, reports);
        Assert.Equal(json, output.ToArray());
    }

    [Theory]
    [InlineData("\"total\":", "\"totel\":", "/applications/received/totel")]
    [InlineData("\"naturalPerson\":", "\"naturalPerson\":\"x\",\"y\":", "expected a whole number or null")]
    [InlineData("\"naturalPerson\":", "\"naturalPerson\":1e30,\"y\":", "out of range")]
    [InlineData("\"disclosure-2021\"", "\"disclosure-2019\"", "unknown format 'disclosure-2019'")]
    [InlineData("\"received\":", "\"carriedIn\":{},\"received\":", "stands here again")]
    public void A_fault_of_form_is_a_JsonException_that_says_each_fault(string old, string with, string said)
    {
        var text = Encoding.UTF8.GetString(Read().ToJsonUtf8());
        var at = text.IndexOf(old, StringComparison.Ordinal);

        var thrown = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<DisclosureReport2021>(text[..at] + with + text[(at + old.Length)..]));

        Assert.Contains(said, thrown.Message, StringComparison.Ordinal);
        Assert.StartsWith("/", thrown.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sum_that_does_not_hold_is_for_Validate_to_say()
    {
        var report = Read();
        report.Remedies.Reconsideration.Total = 999;
        report.Remedies.Reconsideration.Upheld = -1;

        var read = JsonSerializer.Deserialize<DisclosureReport2021>(JsonSerializer.Serialize(report))!;

        Assert.Equal(["cell.range", "remedies.outcomeTotal"], read.Validate().Select(finding => finding.RuleId).Order());
    }

    [Fact]
    public void Comments_and_trailing_commas_pass_where_the_options_let_them()
    {
        var text = Encoding.UTF8.GetString(TestData.Json("sample-2021"));
        var lenient = text.Replace("\"agency\"", "// 机关\n /* x */ \"agency\"", StringComparison.Ordinal).TrimEnd()[..^1] + ",}";

        Assert.Equal(Read(), JsonSerializer.Deserialize<DisclosureReport2021>(lenient, s_lenient));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<DisclosureReport2021>(lenient));
    }

    private static DisclosureReport2021 Read() => DisclosureReport2021.Read(TestData.Json("sample-2021")).Report;

    internal sealed record Envelope(string Sender, DisclosureReport2021? Report, DisclosureReport2021?[] Others);

    [JsonSerializable(typeof(Envelope))]
    [JsonSerializable(typeof(DisclosureReport2021))]
    internal sealed partial class Context : JsonSerializerContext;

    /// <summary>A stream that gives a few bytes at a time.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(7, buffer.Length)], cancellationToken);
    }
}

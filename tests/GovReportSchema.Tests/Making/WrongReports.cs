using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GovReportSchema.Tests.Making;

/// <summary>A submission on the 2021 form with one fault.</summary>
/// <param name="Label">What is wrong with it.</param>
/// <param name="RuleId">The finding that has to say so.</param>
/// <param name="Json">The submission.</param>
internal sealed record WrongReport(string Label, string RuleId, byte[] Json)
{
    public override string ToString() => Label;
}

/// <summary>Makes of a valid submission on the 2021 form wrong ones, each with one fault that has a name.</summary>
internal static class WrongReports
{
    private static readonly JsonSerializerOptions s_compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The wrong ones.</summary>
    /// <param name="json">The valid submission, compact.</param>
    /// <param name="layout">Lays a submission out as a producer does.</param>
    public static IEnumerable<WrongReport> Of(byte[] json, Func<byte[], byte[]> layout)
    {
        foreach (var (label, ruleId, change) in s_changes)
        {
            var report = JsonNode.Parse(json)!.AsObject();
            change(report);
            yield return new(label, ruleId, layout(JsonSerializer.SerializeToUtf8Bytes(report, s_compact)));
        }

        var laidOut = layout(json);
        var digit = laidOut.AsSpan().LastIndexOf("\"upheld\":"u8) + "\"upheld\":".Length;
        digit += laidOut[digit] == ' ' ? 1 : 0;
        var agency = laidOut.AsSpan().IndexOf("示例县"u8);
        yield return new("breaks off", "json.syntax", laidOut[..^2]);
        yield return new("goes on after its end", "json.syntax", [.. laidOut, (byte)'}']);
        yield return new("a comma before the closing brace", "json.syntax", [.. laidOut[..laidOut.AsSpan().LastIndexOf((byte)'}')], (byte)',', (byte)'}']);
        yield return new("a comment", "json.syntax", [.. "/* */"u8, .. laidOut]);
        yield return new("a member twice", "json.duplicateMember", [(byte)'{', .. "\"year\":2024,"u8, .. laidOut[1..]]);
        yield return new("a number with a zero before it", "json.syntax", [.. laidOut[..digit], (byte)'0', .. laidOut[digit..]]);
        yield return new("a text that is no UTF-8", "json.syntax", [.. laidOut[..agency], 0xE4, 0xB8, (byte)'"', .. laidOut[(agency + 3)..]]);
        yield return new("a control character in a text", "json.syntax", [.. laidOut[..agency], (byte)'\t', .. laidOut[agency..]]);
        yield return new("half a surrogate", "json.syntax", [.. laidOut[..agency], .. "\\ud800"u8, .. laidOut[agency..]]);
    }

    private static readonly (string Label, string RuleId, Action<JsonObject> Change)[] s_changes =
    [
        ("a row whose total is no sum", "applications.rowTotal", report => Add(report, 1, "applications", "results", "granted", "other")),
        ("outcomes whose total is no sum", "applications.resultsTotal", report => Add(report, 1, "applications", "results", "total", "naturalPerson")),
        ("a column out of balance", "applications.balance", report => Add(report, 1, "applications", "carriedOver", "other")),
        ("a case without outcome", "remedies.outcomeTotal", report => Add(report, 1, "remedies", "litigation", "direct", "total")),
        ("a cell is missing", "json.missingMember", report => At(report, "applications", "received").Remove("other")),
        ("a table is missing", "json.missingMember", report => report.Remove("remedies")),
        ("a misspelt member", "json.unknownMember", report => Rename(At(report, "applications", "carriedIn"), "total", "totl")),
        ("a member too many", "json.unknownMember", report => report.Add("remark", "x")),
        ("a number as text", "json.wrongType", report => At(report, "applications", "received")["total"] = "12"),
        ("an object for a number", "json.wrongType", report => At(report, "applications", "received")["total"] = new JsonObject()),
        ("a fraction of a request", "json.wrongType", report => At(report, "applications", "received")["total"] = 1.5m),
        ("fewer than none", "cell.range", report => At(report, "proactiveDisclosure", "regulations")["issued"] = -1),
        ("more than fits", "cell.range", report => At(report, "proactiveDisclosure", "regulations")["issued"] = 1e300),
        ("a blank body", "cell.blank", report => report["agency"] = " "),
        ("a blank cell", "cell.blank", report => At(report, "proactiveDisclosure", "regulations")["issued"] = null),
        ("another format", "format.unknown", report => report["format"] = "disclosure-2012"),
        ("a year before the format", "format.yearMismatch", report => report["year"] = 2018),
    ];

    private static void Add(JsonObject report, int number, params string[] path)
    {
        var row = At(report, path[..^1]);
        row[path[^1]] = row[path[^1]]!.GetValue<int>() + number;
    }

    private static JsonObject At(JsonObject report, params string[] path) =>
        path.Aggregate(report, (node, name) => node[name]!.AsObject());

    private static void Rename(JsonObject row, string from, string to)
    {
        var value = row[from]!.DeepClone();
        row.Remove(from);
        row.Add(to, value);
    }
}

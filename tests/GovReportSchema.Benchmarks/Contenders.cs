using System.Text.Json;
using GovReportSchema.Json;

namespace GovReportSchema.Benchmarks;

/// <summary>A way to read and check a submission.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="Errors">Reads and checks; returns how many errors it found.</param>
internal sealed record Contender(string Name, Func<byte[], int> Errors)
{
    private static readonly DisclosureReport2021 s_reused = new();

    private static readonly System.Buffers.ArrayBufferWriter<byte> s_output = new(1 << 20);

    public static readonly Contender SystemTextJson = new("System.Text.Json source-generated + hand-written checks", json =>
        RivalChecks.CountErrors(JsonSerializer.Deserialize(json, RivalContext.Default.RivalReport)!));

    public static readonly Contender BareWalk = new("bare `Utf8JsonReader` walk, no work done", json =>
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
        }

        return 0;
    });

    public static readonly Contender Reused = new("GovReportSchema, into a reused report", json =>
        DisclosureReport2021.ReadInto(json, s_reused).Findings.Count);

    /// <summary>One wrong sum in each document; it says itself where.</summary>
    public static readonly Contender Faulty = new("GovReportSchema, one wrong cell in each", json =>
    {
        var at = json.AsSpan().LastIndexOf("\"upheld\":"u8) is >= 0 and var compact ? compact + 9 : json.AsSpan().LastIndexOf("\"upheld\": "u8) + 10;
        var digit = json[at];
        json[at] = digit == '9' ? (byte)'8' : (byte)'9';
        var findings = DisclosureReport2021.ReadInto(json, s_reused).Findings.Count;
        json[at] = digit;
        return findings - 1;
    });

    public static readonly Contender Fresh = new("GovReportSchema, a fresh report each time", json =>
        DisclosureReport2021.Read(json).Findings.Count);

    public static readonly Contender Predicted = new("  of which: predicted read", json =>
        s_reused.Format.Layouts.Read(json, s_reused) is null ? 0 : 0);

    public static readonly Contender General = new("  general path instead", json =>
        SubmissionReader.ReadGenerally(json, s_reused, CheckOptions.Default, learn: false).IsEmpty ? 0 : 1);

    public static readonly Contender CheckOnly = new("  of which: check", json =>
        s_reused.Format.Plan.Quick.Holds(s_reused.Values) ? 0 : 1);

    public static readonly Contender Writing = new("  write", json =>
    {
        s_output.ResetWrittenCount();
        s_reused.WriteTo(s_output);
        return 0;
    });

    public static readonly Contender[] Parts = [SystemTextJson, BareWalk, Reused, Predicted, General, CheckOnly, Writing];

    public static readonly Contender[] All = [SystemTextJson, BareWalk, Reused, Fresh, Faulty];
}

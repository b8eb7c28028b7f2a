using System.Buffers;
using System.Text.Json;
using GovReportSchema.Json;
using GovReportSchema.Tests.Making;

namespace GovReportSchema.Benchmarks;

/// <summary>A way to work on a submission.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="Errors">Does the work; returns how many errors it found. Of a rival, throwing is an error found too.</param>
internal sealed record Contender(string Name, Func<byte[], int> Errors)
{
    private static readonly DisclosureReport2021 s_reused = new();
    private static readonly ArrayBufferWriter<byte> s_output = new(1 << 20);
    private static readonly Utf8JsonWriter s_writer = new(s_output);
    private static readonly RivalReport s_rival = Deserialize(new ReportMaker(3).Make().ToJsonUtf8());

    public static readonly Contender SystemTextJson = new("System.Text.Json, source-generated, and checks by hand", json =>
        RivalChecks.CountErrors(Deserialize(json)));

    public static readonly Contender BareWalk = new("a bare `Utf8JsonReader` walk that does nothing", json =>
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
        }

        return 0;
    });

    public static readonly Contender Reused = new("GovReportSchema, into a report that is used again", json =>
        DisclosureReport2021.ReadInto(json, s_reused).Findings.Count);

    public static readonly Contender Fresh = new("GovReportSchema, a new report each time", json =>
        DisclosureReport2021.Read(json).Findings.Count);

    /// <summary>One wrong sum in each document; it is made and mended in place.</summary>
    public static readonly Contender Faulty = new("GovReportSchema, one wrong cell in each", json =>
    {
        var at = json.AsSpan().LastIndexOf("\"upheld\":"u8) + "\"upheld\":".Length;
        at += json[at] == ' ' ? 1 : 0;
        var digit = json[at];
        json[at] = digit == '9' ? (byte)'8' : (byte)'9';
        var findings = DisclosureReport2021.ReadInto(json, s_reused).Findings.Count;
        json[at] = digit;
        return findings - 1;
    });

    /// <summary>Those that do the whole work; each must take what is right and refuse what is wrong.</summary>
    public static readonly Contender[] Whole =
    [
        SystemTextJson,
        new("… and FluentValidation in place of checks by hand", json => RivalReportValidator.CountErrors(Deserialize(json))),
        new("NJsonSchema, and sums by hand", RivalSchema.CountErrors),
        new("the whole work by hand on `Utf8JsonReader`", HandDisclosure.CountErrors),
        Reused,
        Fresh,
    ];

    /// <summary>The work that users compare, each layout in a column.</summary>
    public static readonly Contender[] Reading = [.. Whole[..3], BareWalk, .. Whole[3..], Faulty];

    /// <summary>The general path alone, as a submission takes it whose layout was not seen before.</summary>
    public static readonly Contender General = new("reading by the general path alone", json =>
        SubmissionReader.ReadGenerally(json, s_reused, CheckOptions.Default, learn: false).IsEmpty ? 0 : 1);

    public static readonly Contender Checking = new("checking a report in memory", _ =>
        s_reused.Format.Plan.Quick.Holds(s_reused.Values) ? 0 : 1);

    public static readonly Contender Writing = new("writing, compact", _ =>
    {
        s_output.ResetWrittenCount();
        s_reused.WriteTo(s_output);
        return 0;
    });

    public static readonly Contender RivalWriting = new("writing by System.Text.Json, source-generated", _ =>
    {
        s_output.ResetWrittenCount();
        s_writer.Reset();
        JsonSerializer.Serialize(s_writer, s_rival, RivalContext.Default.RivalReport);
        return 0;
    });

    /// <summary>Single parts of the work, in nanoseconds. The report in memory is the last one read.</summary>
    public static readonly Contender[] Parts =
    [
        Reused, General, Checking, Writing, RivalWriting,
        Locating("locating, in a valid report"),
        Locating("locating one wrong cell", 40),
        Locating("locating two wrong cells", 40, 95),
        Locating("locating three wrong cells", 40, 95, 150),
        Locating("locating, given up at fifty wrong cells", [.. Enumerable.Range(20, 50)]),
    ];

    /// <summary>Whether a contender finds a fault; a rival may say so by throwing.</summary>
    public bool Refuses(byte[] json)
    {
        try
        {
            return Errors(json) != 0;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or Newtonsoft.Json.JsonException)
        {
            return true;
        }
    }

    /// <summary>A report in which some cells are wrong.</summary>
    public static DisclosureReport2021 Wrong(params int[] cells)
    {
        var report = new ReportMaker(4).Make();
        foreach (var cell in cells)
        {
            report.SetValue(cell, report.GetValue(cell) + 7 + (cell * cell));
        }

        return report;
    }

    private static RivalReport Deserialize(byte[] json) => JsonSerializer.Deserialize(json, RivalContext.Default.RivalReport)!;

    /// <summary>Finds the wrong cells of a report; it is no error that there are repairs.</summary>
    private static Contender Locating(string name, params int[] wrongCells)
    {
        var report = Wrong(wrongCells);
        var state = wrongCells.Length switch { 0 => RepairState.NothingToRepair, <= 3 => RepairState.Located, _ => RepairState.TooMany };
        return new(name, _ => report.Locate().State == state ? 0 : 1);
    }
}

using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovReportSchema.Json;

/// <summary>
/// Makes <c>System.Text.Json</c> read and write a report class by the reader and writer of this library: in
/// <c>JsonSerializer</c>, in source-generated contexts, in minimal APIs. Generated classes carry it.
/// </summary>
/// <remarks>
/// A fault of form (a member missing, unknown, twice, of the wrong type, a number that no cell holds, a text that is no date or no choice) is a
/// <see cref="JsonException"/>, as it is for any other type; its message says each fault and its path. Rules are not: ask
/// <see cref="Report.Validate"/>, or read with <c>Read</c>, which throws nothing.
/// </remarks>
/// <typeparam name="TReport">The report class.</typeparam>
public sealed class ReportJsonConverter<TReport> : JsonConverter<TReport>
    where TReport : Report<TReport>, IReport<TReport>, new()
{
    /// <inheritdoc/>
    public override TReport? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        ArgumentNullException.ThrowIfNull(options);

        // Comments and trailing commas, where the options let them pass, are none of the submission's.
        var asWritten = options.ReadCommentHandling == JsonCommentHandling.Disallow && !options.AllowTrailingCommas;
        var result = Report<TReport>.Read(asWritten ? RawBytes(document.RootElement) : Rewritten(document.RootElement));
        var faults = result.Findings.Where(finding => finding.RuleId.StartsWith("json.", StringComparison.Ordinal)
            || finding.RuleId is "format.unknown" or "cell.date" or "cell.choice"
            || (finding.RuleId == "cell.range" && finding.ActualText is null)).ToList();
        return faults.Count == 0 ? result.Report : throw new JsonException(
            string.Join(' ', faults.Select(fault => $"{fault.Path}: {fault.GetMessage(Language.English)}.")), faults[0].Path, null, null);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TReport value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        var json = new ArrayBufferWriter<byte>(4096);
        value.WriteTo(json);
        if (writer.Options.Indented)
        {
            using var document = JsonDocument.Parse(json.WrittenMemory);
            document.WriteTo(writer);
        }
        else
        {
            writer.WriteRawValue(json.WrittenSpan, skipInputValidation: true);
        }
    }

    private static ReadOnlySpan<byte> Rewritten(JsonElement element)
    {
        var json = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(json))
        {
            element.WriteTo(writer);
        }

        return json.WrittenSpan;
    }

    private static ReadOnlySpan<byte> RawBytes(JsonElement element) =>
#if NET9_0_OR_GREATER
        System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(element);
#else
        System.Text.Encoding.UTF8.GetBytes(element.GetRawText());
#endif
}

using System.Text.Json;

namespace GovReportSchema.Cli.Printing;

/// <summary>Writes each document as one line of JSON. The members and their order are a contract with those who read it.</summary>
internal sealed class JsonLinePrinter : IReportPrinter, IDisposable
{
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JsonTextEncoder.Instance, SkipValidation = true };

    private readonly LineBuffer _output;
    private readonly Language _language;
    private readonly Utf8JsonWriter _json;

    public JsonLinePrinter(LineBuffer output, Language language) =>
        (_output, _language, _json) = (output, language, new Utf8JsonWriter(output, WriterOptions));

    public void Dispose() => _json.Dispose();

    public void Print(CheckedSubmission submission)
    {
        _json.WriteStartObject();
        _json.WriteString("source"u8, submission.Source);
        _json.WriteString("format"u8, submission.Report?.Format.Id);
        _json.WriteString("agency"u8, submission.Report?.Agency);
        WriteNumber("year"u8, submission.Report?.Year);
        _json.WriteBoolean("valid"u8, submission.IsValid);
        _json.WriteStartArray("findings"u8);
        foreach (var finding in submission.Findings)
        {
            Write(finding);
        }

        _json.WriteEndArray();
        _json.WritePropertyName("repairs"u8);
        submission.Repairs.WriteTo(_json, _language);
        WriteUnexplained(submission.Repairs.Unexplained);
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        _output.EndLine();
    }

    // A line a document is all there is.
    public void PrintSummary(Tally tally)
    {
    }

    /// <summary>The cells of which nothing could be made; there is no such member where every error is explained.</summary>
    private void WriteUnexplained(IReadOnlyList<Cell> cells)
    {
        if (cells.Count == 0)
        {
            return;
        }

        _json.WriteStartArray("unexplained"u8);
        foreach (var cell in cells)
        {
            _json.WriteStringValue(cell.Path);
        }

        _json.WriteEndArray();
    }

    private void Write(Finding finding)
    {
        _json.WriteStartObject();
        _json.WriteString("rule"u8, finding.RuleId);
        _json.WriteString("severity"u8, finding.Severity switch
        {
            Severity.Error => "error"u8,
            Severity.Warning => "warning"u8,
            _ => "info"u8,
        });
        _json.WriteString("path"u8, finding.Path);
        _json.WriteString("label"u8, finding.GetLabel(_language));
        WriteNumber("line"u8, finding.Line);
        WriteNumber("column"u8, finding.Column);
        WriteValue("expected"u8, finding.Expected, finding.ExpectedText);
        WriteValue("actual"u8, finding.Actual, finding.ActualText);
        WriteNumber("difference"u8, finding.Difference);
        _json.WriteStartArray("cells"u8);
        foreach (var cell in finding.Cells)
        {
            _json.WriteStartObject();
            _json.WriteString("path"u8, cell.Path);
            WriteValue("value"u8, cell.Value, cell.Text);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteString("message"u8, finding.GetMessage(_language));
        _json.WriteEndObject();
    }

    /// <summary>A value as it stands in a submission: a number, or a date or choice in quotes.</summary>
    private void WriteValue(ReadOnlySpan<byte> name, decimal? number, string? text)
    {
        if (number is null && text is not null)
        {
            _json.WriteString(name, text);
        }
        else
        {
            WriteNumber(name, number);
        }
    }

    private void WriteNumber(ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } number)
        {
            _json.WriteNumber(name, number);
        }
        else
        {
            _json.WriteNull(name);
        }
    }
}

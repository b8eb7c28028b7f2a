using System.Text.Json;
using GovReportSchema.Cli.Printing;

namespace GovReportSchema.Cli;

/// <summary>Lists the formats that are known.</summary>
internal static class FormatsCommand
{
    /// <returns>The exit code.</returns>
    public static int Run(bool isJson, Language language, StandardStreams streams)
    {
        var output = new Output(streams.Output);
        try
        {
            foreach (var format in ReportFormats.All)
            {
                if (isJson)
                {
                    WriteJson(format, language, output);
                }
                else
                {
                    output.WriteLine(OneLine.Of(FormattableString.Invariant(language == Language.English
                        ? $"{format.Id} · {format.Title.En} · {format.Years} · {format.Cells.Count} cells"
                        : (FormattableString)$"{format.Id} · {format.Title.Zh} · {format.Years} · {format.Cells.Count} 格")));
                }
            }

            output.Flush();
        }
        catch (OutputClosed)
        {
            // Whoever read it has what it wanted.
        }

        return ExitCode.NoError;
    }

    private static void WriteJson(ReportFormat format, Language language, Output output)
    {
        using (var json = new Utf8JsonWriter(output, JsonLinePrinter.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("id"u8, format.Id);
            json.WriteString("title"u8, format.Title.In(language));
            json.WriteString("years"u8, format.Years.ToString());
            json.WriteNumber("cells"u8, format.Cells.Count);
            json.WriteEndObject();
        }

        output.EndLine();
    }
}

using GovReportSchema.Cli.Printing;
using GovReportSchema.Cli.Submissions;

namespace GovReportSchema.Cli;

/// <summary>What <c>govreport read</c> was asked to do.</summary>
/// <param name="Files">The published reports.</param>
/// <param name="Options">What the pages do not say.</param>
internal sealed record ReadRequest(IReadOnlyList<string> Files, ReadPageOptions Options, Language Language);

/// <summary>
/// Turns published reports into submissions: the JSON goes to standard output, of one file indented, of several a line each; what
/// was found on the way goes to standard error.
/// </summary>
internal sealed class ReadCommand(ReadRequest request, StandardStreams streams)
{
    private readonly Notices _notices = new(streams, request.Language);
    private bool _isComplete = true;
    private bool _hasErrors;

    /// <returns>The exit code.</returns>
    /// <exception cref="CommandFailure">The output could not be written.</exception>
    public int Run()
    {
        var output = new Output(streams.Output);
        try
        {
            foreach (var name in request.Files)
            {
                Read(name, output);
                output.Flush();
            }
        }
        catch (OutputClosed)
        {
            // Whoever read it has what it wanted: that is an end, not a fault.
        }

        return !_isComplete ? ExitCode.CouldNotRun : _hasErrors ? ExitCode.ErrorFound : ExitCode.NoError;
    }

    private void Read(string name, Output output)
    {
        byte[] page;
        try
        {
            using var stream = InputFile.Open(name);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            page = bytes.ToArray();
        }
        catch (InputFailure failure)
        {
            _isComplete = false;
            _notices.Say(failure.Sentence);
            return;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _isComplete = false;
            _notices.Say(InputFile.Unreadable(name, e).Sentence);
            return;
        }

        var result = PublishedReport.Read(page, KindOf(name), request.Options);
        foreach (var finding in result.Findings)
        {
            _hasErrors |= finding.Severity == Severity.Error;
            streams.Error.WriteLine(OneLine.Of(FormattableString.Invariant(
                $"{name}:{finding.Line}: {PlainPrinter.Word(finding.Severity, request.Language)} {finding.RuleId}: {finding.GetMessage(request.Language)}")));
        }

        if (result.Report is not { } report)
        {
            _hasErrors = true;
            return;
        }

        var indented = request.Files.Count == 1;
        report.WriteTo(output, indented);
        if (!indented)
        {
            output.EndLine();
        }
    }

    // What a file is called decides only where its first bytes cannot.
    private static PageKind KindOf(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".HTML" or ".HTM" => PageKind.Html,
        ".DOCX" => PageKind.Word,
        ".TXT" => PageKind.Text,
        _ => PageKind.Unknown,
    };
}

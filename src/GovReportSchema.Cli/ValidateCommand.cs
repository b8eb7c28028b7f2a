using GovReportSchema.Cli.Printing;
using GovReportSchema.Cli.Submissions;

namespace GovReportSchema.Cli;

/// <summary>What <c>govreport validate</c> was asked to do.</summary>
/// <param name="Files">The files as given; <c>-</c> for standard input.</param>
/// <param name="Blanks">How a blank counts.</param>
/// <param name="PreviousFile">The file of last year's reports; null for none.</param>
/// <param name="IsJson">Whether to write a line of JSON a document.</param>
internal sealed record ValidateRequest(IReadOnlyList<string> Files, Blanks Blanks, string? PreviousFile, bool IsJson, Language Language);

/// <summary>Checks submissions and writes what was found.</summary>
internal sealed class ValidateCommand
{
    private readonly StandardStreams _streams;
    private readonly ValidateRequest _request;
    private readonly Notices _notices;
    private readonly Tally _tally = new();
    private long _withoutPrevious;

    private ValidateCommand(ValidateRequest request, StandardStreams streams) =>
        (_request, _streams, _notices) = (request, streams, new Notices(streams, request.Language));

    /// <returns>The exit code.</returns>
    /// <exception cref="CommandFailure">Nothing could be checked, or the output could not be written.</exception>
    public static int Run(ValidateRequest request, StandardStreams streams) => new ValidateCommand(request, streams).Run();

    private int Run()
    {
        var previous = _request.PreviousFile is { } file ? PreviousReports.Read(file) : null;
        var output = new Output(_streams.Output);
        var isComplete = true;
        try
        {
            var checker = new SubmissionChecker(_request, previous);
            foreach (var name in _request.Files)
            {
                isComplete &= CheckFile(name, previous, checker, output);
            }

            output.WriteLines(checker.Summarize(_tally));
            output.Flush();
        }
        catch (OutputClosed)
        {
            // Whoever read it has what it wanted: that is an end, not a fault.
        }

        if (_withoutPrevious > 1)
        {
            _notices.Say(new(
                FormattableString.Invariant($"共 {_withoutPrevious} 份报告未作跨年度检查"),
                FormattableString.Invariant($"{_withoutPrevious} reports in all were not checked against last year's")));
        }

        return !isComplete ? ExitCode.CouldNotRun : _tally.Errors > 0 ? ExitCode.ErrorFound : ExitCode.NoError;
    }

    /// <returns>Whether the file could be read to its end.</returns>
    private bool CheckFile(string name, PreviousReports? previous, SubmissionChecker checker, Output output)
    {
        using var progress = new Progress(_streams, _request.Language);
        try
        {
            if (name == SubmissionFeed.StandardInput)
            {
                WriteAll(SubmissionFeed.OfStandardInput(_streams.Input, checker.Check, whenIdle: output.Flush), previous, output, progress);
            }
            else
            {
                using var stream = InputFile.Open(name);
                WriteAll(SubmissionFeed.OfFile(name, stream, checker.Check), previous, output, progress);
            }

            return true;
        }
        catch (InputFailure failure)
        {
            // The other files are still checked.
            progress.Dispose();
            _notices.Say(failure.Sentence);
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            progress.Dispose();
            _notices.Say(InputFile.Unreadable(name, e).Sentence);
            return false;
        }
    }

    private void WriteAll(IEnumerable<Answer> answers, PreviousReports? previous, Output output, Progress progress)
    {
        foreach (var answer in answers)
        {
            if (answer.LacksPrevious && _withoutPrevious++ == 0)
            {
                progress.Dispose();
                _notices.Say(new(
                    $"“{previous!.File}”中没有“{answer.Source}”的上年报告，未作跨年度检查",
                    $"'{previous.File}' has no report of last year for '{answer.Source}', which is not checked against one"));
            }

            _tally.Add(answer);
            output.WriteLines(answer.Lines);
            progress.Show(_tally.Documents);
        }
    }
}

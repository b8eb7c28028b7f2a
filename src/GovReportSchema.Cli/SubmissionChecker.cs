using System.Collections.Concurrent;
using GovReportSchema.Cli.Printing;
using GovReportSchema.Cli.Submissions;

namespace GovReportSchema.Cli;

/// <summary>Checks documents and puts what was found in words, on as many threads as documents come on.</summary>
internal sealed class SubmissionChecker(ValidateRequest request, PreviousReports? previous)
{
    private readonly CheckOptions _options = new() { Blanks = request.Blanks, Previous = previous?.Only };

    /// <summary>One for each thread that checks; a printer writes one document at a time.</summary>
    private readonly ConcurrentBag<(LineBuffer Lines, IReportPrinter Printer)> _pens = [];

    public Answer Check(in Submission submission)
    {
        var result = submission.ReadReused(_options);
        var lacksPrevious = false;
        if (previous is { Only: null } && result.Report is { } report)
        {
            // Which of several is last year's shows only when this year's has been read.
            var lastYear = previous.Of(report);
            lacksPrevious = lastYear is null;
            result = lacksPrevious ? result : submission.ReadReused(_options with { Previous = lastYear });
        }

        var found = new CheckedSubmission(submission.Source, result.Report, result.Findings, result.Repairs);
        return new(found.Source, Write(printer => printer.Print(found)), found.Errors, found.Warnings, lacksPrevious);
    }

    /// <summary>What is to be said of all documents together.</summary>
    public byte[] Summarize(Tally tally) => Write(printer => printer.PrintSummary(tally));

    private byte[] Write(Action<IReportPrinter> print)
    {
        if (!_pens.TryTake(out var pen))
        {
            var lines = new LineBuffer();
            pen = (lines, request.IsJson ? new JsonLinePrinter(lines, request.Language) : new PlainPrinter(lines, request.Language));
        }

        print(pen.Printer);
        var written = pen.Lines.Take();
        _pens.Add(pen);
        return written;
    }
}

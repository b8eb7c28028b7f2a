using GovReportSchema.Findings;

namespace GovReportSchema;

/// <summary>Makes something of one of the submissions of a stream. Called on several threads at once.</summary>
/// <typeparam name="T">What is made.</typeparam>
/// <param name="line">The submission; its bytes are good until the call returns.</param>
public delegate T SubmissionLineReader<out T>(in SubmissionLine line);

/// <summary>One of the submissions of a stream, as it came: a line of NDJSON.</summary>
public readonly ref struct SubmissionLine
{
    private readonly int _maxBytes;
    private readonly ReusedReports _reused;

    internal SubmissionLine(ReadOnlySpan<byte> utf8Json, LinePlace place, int maxBytes, ReusedReports reused)
    {
        (Number, Offset, Line, IsTooLong) = (place.Number, place.Offset, place.Line, place.IsTooLong);
        Utf8Json = utf8Json;
        _maxBytes = maxBytes;
        _reused = reused;
    }

    /// <summary>Which document of the stream it is, from 1; blank lines are none.</summary>
    public long Number { get; }

    /// <summary>The byte in the stream, from 0, at which its line begins.</summary>
    public long Offset { get; }

    /// <summary>Its line in the stream, from 1, blank lines counted.</summary>
    public long Line { get; }

    /// <summary>Whether it is longer than <see cref="ReadAllOptions.MaxDocumentBytes"/>.</summary>
    public bool IsTooLong { get; }

    /// <summary>Its bytes, without the line feed but with the carriage return before one; none where it is too long.</summary>
    public ReadOnlySpan<byte> Utf8Json { get; }

    /// <summary>Reads and checks it, as <see cref="ReportFormats.Read(ReadOnlySpan{byte}, CheckOptions?)"/> does. Never throws.</summary>
    /// <param name="options">Last year's report, and how blanks count; null for neither.</param>
    /// <returns>The report, null where its format is not known or it is too long, and all findings.</returns>
    public ReportResult<Report?> Read(CheckOptions? options = null) => Read(options, reused: null);

    /// <summary>
    /// Reads and checks it as <see cref="Read(CheckOptions?)"/> does, into a report that the thread's next submission overwrites:
    /// for callers that look at the report and keep only what they make of it. Where nothing is found, nothing is allocated.
    /// </summary>
    /// <param name="options">Last year's report, and how blanks count; null for neither.</param>
    /// <returns>The report, good until the call returns to which this line was given, and all findings, which may be kept.</returns>
    public ReportResult<Report?> ReadReused(CheckOptions? options = null) => Read(options, _reused);

    private ReportResult<Report?> Read(CheckOptions? options, ReusedReports? reused)
    {
        if (!IsTooLong)
        {
            return ReportFormats.Read(Utf8Json, options, reused);
        }

        var findings = default(FindingList);
        findings.Add(Fault.TooLong, "", 0, new FaultEvidence(Fault.TooLong, null, Fault.Name(_maxBytes)));
        return new(null, findings.InDocumentOrder(default, 0), options);
    }
}

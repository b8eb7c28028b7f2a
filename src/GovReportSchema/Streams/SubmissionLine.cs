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

    internal SubmissionLine(ReadOnlySpan<byte> utf8Json, LinePlace place, int maxBytes)
    {
        (Number, Offset, Line, IsTooLong) = (place.Number, place.Offset, place.Line, place.IsTooLong);
        Utf8Json = utf8Json;
        _maxBytes = maxBytes;
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

    /// <summary>Reads and checks it, as <see cref="ReportFormats.Read"/> does. Never throws.</summary>
    /// <param name="options">Last year's report, and how blanks count; null for neither.</param>
    /// <returns>The report, null where its format is not known or it is too long, and all findings.</returns>
    public ReportResult<Report?> Read(CheckOptions? options = null)
    {
        if (!IsTooLong)
        {
            return ReportFormats.Read(Utf8Json, options);
        }

        var findings = default(FindingList);
        findings.Add(Fault.TooLong, "", 0, new FaultEvidence(Fault.TooLong, null, Fault.Name(_maxBytes)));
        return new(null, findings.InDocumentOrder(default, 0), options);
    }
}

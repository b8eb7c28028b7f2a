namespace GovReportSchema.Cli.Submissions;

/// <summary>Makes something of a document; called on several threads at once.</summary>
internal delegate T SubmissionWork<out T>(in Submission submission);

/// <summary>One document as it came: a line of several, or all that a file holds.</summary>
internal readonly ref struct Submission
{
    private readonly SubmissionLine _line;
    private readonly ReadOnlySpan<byte> _whole;
    private readonly bool _isLine;

    public Submission(string source, ReadOnlySpan<byte> whole)
    {
        Source = source;
        _whole = whole;
    }

    public Submission(string source, SubmissionLine line)
    {
        Source = source;
        _line = line;
        _isLine = true;
    }

    /// <summary>What it is called in output: the file as given, with <c>:N</c> for the Nth of several.</summary>
    public string Source { get; }

    public ReportResult<Report?> Read(CheckOptions? options = null) => _isLine ? _line.Read(options) : ReportFormats.Read(_whole, options);

    /// <summary>The same, with a report that is good until the work on this submission is done.</summary>
    public ReportResult<Report?> ReadReused(CheckOptions? options = null) =>
        _isLine ? _line.ReadReused(options) : ReportFormats.Read(_whole, options);
}

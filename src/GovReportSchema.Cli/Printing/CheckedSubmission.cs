namespace GovReportSchema.Cli.Printing;

/// <summary>A document that has been checked.</summary>
/// <param name="Source">What it is called.</param>
/// <param name="Report">The report; null where its format is not known.</param>
/// <param name="Findings">What was found, in document order.</param>
internal sealed record CheckedSubmission(string Source, Report? Report, IReadOnlyList<Finding> Findings)
{
    public int Errors { get; } = Findings.Count(finding => finding.Severity == Severity.Error);

    public int Warnings { get; } = Findings.Count(finding => finding.Severity == Severity.Warning);

    public bool IsValid => Errors == 0;
}

namespace GovReportSchema.Cli.Printing;

/// <summary>A document that has been checked.</summary>
/// <param name="Source">What it is called.</param>
/// <param name="Report">The report; null where its format is not known.</param>
/// <param name="Findings">What was found, in document order.</param>
/// <param name="Repairs">What may be wrong, and what it should be.</param>
internal sealed record CheckedSubmission(string Source, Report? Report, IReadOnlyList<Finding> Findings, RepairList Repairs)
{
    public int Errors { get; } = Findings.Count(finding => finding.Severity == Severity.Error);

    public int Warnings { get; } = Findings.Count(finding => finding.Severity == Severity.Warning);

    public bool IsValid => Errors == 0;
}

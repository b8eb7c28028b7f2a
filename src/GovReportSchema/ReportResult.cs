namespace GovReportSchema;

/// <summary>What came of reading a submission.</summary>
/// <typeparam name="TReport">The report's class.</typeparam>
/// <param name="report">The report as far as it could be read.</param>
/// <param name="findings">All findings.</param>
public readonly struct ReportResult<TReport>(TReport report, IReadOnlyList<Finding> findings)
    where TReport : Report?
{
    private readonly IReadOnlyList<Finding>? _findings = findings;

    /// <summary>
    /// The report as far as it could be read: what the submission did not give, or gave as something that no cell holds, is blank.
    /// Of a submission whose format is not known, null.
    /// </summary>
    public TReport Report { get; } = report;

    /// <summary>All findings, in the order in which they stand in the submission.</summary>
    public IReadOnlyList<Finding> Findings => _findings ?? [];

    /// <summary>Whether no finding is an error.</summary>
    public bool IsValid
    {
        get
        {
            foreach (var finding in Findings)
            {
                if (finding.Severity == Severity.Error)
                {
                    return false;
                }
            }

            return true;
        }
    }
}

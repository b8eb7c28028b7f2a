namespace GovReportSchema;

/// <summary>What came of reading a submission.</summary>
/// <typeparam name="TReport">The report's class.</typeparam>
/// <param name="report">The report as far as it could be read.</param>
/// <param name="findings">All findings.</param>
/// <param name="options">How the report was checked; null for the default.</param>
public readonly struct ReportResult<TReport>(TReport report, IReadOnlyList<Finding> findings, CheckOptions? options = null)
    where TReport : Report?
{
    private readonly IReadOnlyList<Finding>? _findings = findings;
    private readonly CheckOptions? _options = options;

    /// <summary>
    /// The report as far as it could be read: what the submission did not give, or gave as something that no cell holds, is blank.
    /// Of a submission whose format is not known, null.
    /// </summary>
    public TReport Report { get; } = report;

    /// <summary>All findings, in the order in which they stand in the submission.</summary>
    public IReadOnlyList<Finding> Findings => _findings ?? [];

    /// <summary>
    /// Which cells are wrong and what they should be, the likeliest repair first; see <see cref="Report.Locate"/>. Worked out each
    /// time it is asked for, from the report as it then stands: reading costs nothing by it. Without a report, empty.
    /// </summary>
    public RepairList Repairs => Report?.Locate(_options) ?? RepairList.None;

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

namespace GovReportSchema;

/// <summary>The reports into which one thread reads its submissions one after the other, one of each format that has come.</summary>
internal sealed class ReusedReports
{
    private readonly List<Report> _reports = [];

    /// <summary>The report of a format, with whatever it held before.</summary>
    public Report Of(ReportFormat format)
    {
        foreach (var report in _reports)
        {
            if (ReferenceEquals(report.Format.Pattern, format))
            {
                return report;
            }
        }

        _reports.Add(format.CreateReport());
        return _reports[^1];
    }
}

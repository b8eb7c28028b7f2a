namespace GovReportSchema.Tests.Locating;

/// <summary>Copies of reports.</summary>
internal static class Copies
{
    public static Report Of(Report report)
    {
        var copy = report.Format.CreateReport();
        copy.Year = report.Year;
        copy.Agency = report.Agency;
        foreach (var cell in report.Format.Cells)
        {
            copy.SetValue(cell.Index, report.GetValue(cell.Index));
        }

        return copy;
    }
}

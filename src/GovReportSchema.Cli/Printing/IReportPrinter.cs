namespace GovReportSchema.Cli.Printing;

/// <summary>Writes what was found.</summary>
internal interface IReportPrinter
{
    /// <summary>Writes one document.</summary>
    void Print(CheckedSubmission submission);

    /// <summary>Writes what is to be said of all documents together.</summary>
    void PrintSummary(Tally tally);
}

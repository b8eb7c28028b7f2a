namespace GovReportSchema.Cli;

/// <summary>What is written about a document, and what it counts for.</summary>
/// <param name="Source">What the document is called.</param>
/// <param name="Lines">What is written, in UTF-8.</param>
/// <param name="Errors">Its findings that are errors.</param>
/// <param name="Warnings">Its findings that are warnings.</param>
/// <param name="LacksPrevious">Whether none of last year's reports is its own.</param>
internal readonly record struct Answer(string Source, byte[] Lines, int Errors, int Warnings, bool LacksPrevious);

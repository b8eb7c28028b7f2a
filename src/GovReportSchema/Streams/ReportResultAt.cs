namespace GovReportSchema;

/// <summary>What came of reading one of the submissions of a stream, and where it stands.</summary>
/// <param name="Number">Which document of the stream it is, from 1; blank lines are none.</param>
/// <param name="Offset">The byte in the stream, from 0, at which its line begins. With a finding's own offset it gives the place of that.</param>
/// <param name="Line">Its line in the stream, from 1, blank lines counted.</param>
/// <param name="Result">The report and all findings; their lines, columns and offsets are those within the document.</param>
public readonly record struct ReportResultAt(long Number, long Offset, long Line, ReportResult<Report?> Result);

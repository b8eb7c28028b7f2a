namespace GovReportSchema.Cli.Submissions;

/// <summary>One document as it came.</summary>
/// <param name="Source">What it is called in output: the file as given, with <c>:N</c> for the Nth of several.</param>
/// <param name="Utf8">Its bytes; good until the next document is asked for.</param>
internal readonly record struct Submission(string Source, ReadOnlyMemory<byte> Utf8);

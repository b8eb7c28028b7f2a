namespace GovReportSchema;

/// <summary>A row of a format that repeats, keyed by data: one entry for each body that a report lists.</summary>
/// <param name="Path">The JSON Pointer of its array in a submission, such as <c>/components/departments</c>.</param>
/// <param name="Label">Its label on the form.</param>
/// <param name="Repeat">What names an entry, and how many there may be.</param>
public sealed record RepeatingRow(string Path, Label Label, Repeat Repeat)
{
    /// <summary>How many cells one entry has.</summary>
    internal int CellCount { get; init; }

    /// <summary>How many texts one entry has: its key, then its cells that hold a text.</summary>
    internal int TextCount { get; init; } = 1;
}

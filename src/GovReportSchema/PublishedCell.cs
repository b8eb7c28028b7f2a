namespace GovReportSchema;

/// <summary>How a cell of a published report was read: where it stands on the page, and how sure that is.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Certainty">How sure the reading is.</param>
/// <param name="Found">The text as found on the page; null where the cell was not found.</param>
/// <param name="Line">The line of a text, or the line of the text that a file's structure was laid out as, from 1; null where it was not found.</param>
/// <param name="Table">The table on the page, from 1; null where the page has no tables there, or the cell was not found.</param>
/// <param name="Row">The row in that table, from 1; null where rows are not known.</param>
/// <param name="Column">The column, or the number of the cell in its row, from 1; null where it is not known.</param>
public sealed record PublishedCell(Cell Cell, Certainty Certainty, string? Found, int? Line, int? Table, int? Row, int? Column)
{
    /// <summary>The JSON Pointer, the text as found and the place.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Cell.Path} ← '{Found}' ({Certainty}; line {Line}, table {Table}, row {Row}, column {Column})");
}

/// <summary>How sure the reading of a cell is.</summary>
public enum Certainty
{
    /// <summary>No value was taken: the cell was not found, could not be read, or could be read in several ways.</summary>
    Lost,

    /// <summary>A label with a typing error, a head that was read in part, a number broken over lines: a finding says which.</summary>
    Likely,

    /// <summary>Label, head and number of values all agree.</summary>
    Certain,
}

using GovReportSchema.Findings;

namespace GovReportSchema.Pages;

/// <summary>The entries of a table's repeating rows as found on a page, by what names them, and what was taken for none.</summary>
internal sealed class TableEntries
{
    public TableEntries(TableForm table)
    {
        foreach (var repeat in table.Repeats)
        {
            Keys.Add(repeat.Index, []);
        }
    }

    /// <summary>The names of the entries of each repeating row, by its place among those of the format.</summary>
    public SortedDictionary<int, List<string>> Keys { get; } = [];

    /// <summary>The repeating rows of which there may be more entries on the page than were read: nothing can be said of all of them.</summary>
    public HashSet<int> Unread { get; } = [];

    /// <summary>Cells of rows that could not be told: where the page prints such a row twice, the other one is no surer.</summary>
    public HashSet<int> RefusedCells { get; } = [];

    /// <summary>What was not taken, or not without doubt.</summary>
    public List<(Fault Fault, Token At, Label[] Names)> Refused { get; } = [];

    /// <summary>The format for as many entries of this table, and none of others.</summary>
    public ReportFormat Format(ReportFormat format)
    {
        if (format.Family is not { } family)
        {
            return format;
        }

        var counts = new int[family.Rows.Length];
        foreach (var (repeat, keys) in Keys)
        {
            counts[repeat] = keys.Count;
        }

        return family.Format(family.Layout(counts));
    }

    public bool HasSameKeys(TableEntries other) => Keys.All(row => row.Value.SequenceEqual(other.Keys[row.Key]));

    public void Refuse(Fault fault, Token at, params Label[] names) => Refused.Add((fault, at, names));
}

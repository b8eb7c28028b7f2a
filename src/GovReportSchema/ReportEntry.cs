namespace GovReportSchema;

/// <summary>
/// An entry of a repeating row: its key and its cells. The classes that a definition generates derive from it. It stays that of the same
/// entry as others come and go.
/// </summary>
public abstract class ReportEntry : ReportPart
{
    /// <summary>Names the cells of an entry.</summary>
    /// <param name="place">The entry.</param>
    /// <param name="cellCount">How many cells it has.</param>
    protected ReportEntry(EntryPlace place, int cellCount)
        : base(place, cellCount)
    {
    }

    private int KeyText => Report.EntriesLaid.KeyOf(Place!.Row, Place.Index);

    /// <inheritdoc/>
    public override bool Equals(ReportPart? other) => base.Equals(other) && other is ReportEntry entry && entry.GetKey() == GetKey();

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(GetKey(), base.GetHashCode());

    /// <summary>The key, then the values in order, blanks as <c>–</c>.</summary>
    public override string ToString() => $"{GetKey() ?? "?"}: {base.ToString()}";

    /// <summary>What names the entry; null where blank. For generated code.</summary>
    protected string? GetKey() => Report.GetText(KeyText);

    /// <summary>Names the entry. For generated code.</summary>
    /// <param name="key">The name; null for a blank.</param>
    protected void SetKey(string? key) => Report.SetText(KeyText, key);
}

using GovReportSchema.Locating;

namespace GovReportSchema;

/// <summary>A cell's new value.</summary>
public sealed class RepairChange
{
    internal RepairChange(Cell cell, CellChange change, SlipKind kind) => (Cell, Units, Kind) = (cell, change, kind);

    /// <summary>The cell.</summary>
    public Cell Cell { get; }

    /// <summary>Its JSON Pointer.</summary>
    public string Path => Cell.Path;

    /// <summary>What it holds, in its unit; null where it is blank.</summary>
    public decimal? From => Scaled.ToDecimal(Units.From, Cell.Type.Scale);

    /// <summary>What it should hold, in its unit.</summary>
    public decimal To => Scaled.ToDecimal(Units.To, Cell.Type.Scale).GetValueOrDefault();

    /// <summary>
    /// Whether the rules leave it no other number, once the repair's other changes are made. Where they leave a range (rules
    /// that are no equations, blanks beside it), <see cref="To"/> is the likeliest number in it.
    /// </summary>
    public bool IsForced => Units.Choice == Choice.Forced;

    /// <summary>What kind of slip made it wrong.</summary>
    public SlipKind Kind { get; }

    internal CellChange Units { get; }

    /// <summary>What the entries of repeating rows are called; null where there are none.</summary>
    internal EntryNames? Names { get; set; }

    /// <summary>The labels that lead to the cell.</summary>
    /// <param name="language">The language of the labels.</param>
    public string GetLabel(Language language) => Cell.GetLabelPath(language, Names);

    /// <summary>Path, old value and new.</summary>
    public override string ToString() => FormattableString.Invariant($"{Path}: {From?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "blank"} → {To}");
}

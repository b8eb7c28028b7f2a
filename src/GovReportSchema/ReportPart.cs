namespace GovReportSchema;

/// <summary>
/// A run of a report's cells under a name: a table, a group of rows, a row. The classes that a definition generates for its
/// tables derive from it. It holds no cells of its own: what is set through it is set in the report.
/// </summary>
public abstract class ReportPart : IEquatable<ReportPart>
{
    private readonly int _firstCell;
    private readonly int _cellCount;
    private readonly EntryPlace? _place;
    private readonly int[] _repeats = [];

    /// <summary>Names a run of cells.</summary>
    /// <param name="report">The report.</param>
    /// <param name="firstCell">The first cell of the run.</param>
    /// <param name="cellCount">How many cells it has.</param>
    protected ReportPart(Report report, int firstCell, int cellCount)
    {
        ArgumentNullException.ThrowIfNull(report);
        (Report, _firstCell, _cellCount) = (report, firstCell, cellCount);
    }

    /// <summary>Names a run of cells, with rows that repeat among them.</summary>
    /// <param name="report">The report.</param>
    /// <param name="firstCell">The first cell of the run.</param>
    /// <param name="cellCount">How many cells it has, those of the entries left out.</param>
    /// <param name="repeats">The rows that repeat, as indexes into <see cref="ReportFormat.Repeats"/>.</param>
    protected ReportPart(Report report, int firstCell, int cellCount, params int[] repeats)
        : this(report, firstCell, cellCount) => _repeats = repeats;

    /// <summary>Names a run of cells within another.</summary>
    /// <param name="whole">The other.</param>
    /// <param name="offset">Its first cell, counted from that of the other.</param>
    /// <param name="cellCount">How many cells it has.</param>
    protected ReportPart(ReportPart whole, int offset, int cellCount)
    {
        ArgumentNullException.ThrowIfNull(whole);
        (Report, _firstCell, _cellCount, _place) = (whole.Report, whole._firstCell + offset, cellCount, whole._place);
    }

    private protected ReportPart(EntryPlace place, int cellCount)
    {
        ArgumentNullException.ThrowIfNull(place);
        (Report, _cellCount, _place) = (place.Report, cellCount, place);
    }

    /// <summary>The report. For generated code.</summary>
    protected Report Report { get; }

    /// <summary>The first cell of the run. For generated code.</summary>
    protected int FirstCell => _place is null ? _firstCell : _firstCell + Report.EntriesLaid.FirstCellOf(_place.Row, _place.Index);

    private protected EntryPlace? Place => _place;

    /// <summary>Whether the other part is of the same class and has the same values in its cells.</summary>
    /// <param name="other">The other part.</param>
    public virtual bool Equals(ReportPart? other)
    {
        if (other is null || other.GetType() != GetType())
        {
            return false;
        }

        for (var i = 0; i < _cellCount; i++)
        {
            if (!Report.CellEquals(FirstCell + i, other.Report, other.FirstCell + i))
            {
                return false;
            }
        }

        return Array.TrueForAll(_repeats, row => Report.GetEntries(row).Equals(other.Report.GetEntries(row)));
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReportPart);

    /// <summary>A hash of the values as they stand.</summary>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        for (var i = 0; i < _cellCount; i++)
        {
            hash.Add(Math.Max(Report.Values[FirstCell + i], Report.Unread));
        }

        return hash.ToHashCode();
    }

    /// <summary>The values in order, blanks as <c>–</c>.</summary>
    public override string ToString() => string.Join(
        ' ',
        Enumerable.Range(FirstCell, _cellCount)
            .Select(cell => Report.GetCellText(cell) ?? "–"));

    /// <summary>Reads a cell that holds a whole number. For generated code.</summary>
    /// <param name="offset">The cell, counted from the first of the run.</param>
    /// <returns>The number; null where the cell is blank.</returns>
    protected long? GetCount(int offset)
    {
        var value = Report.Values[FirstCell + offset];
        return value > Report.Unread ? value : null;
    }

    /// <summary>Fills a cell that holds a whole number, or empties it. For generated code.</summary>
    /// <param name="offset">The cell, counted from the first of the run.</param>
    /// <param name="value">The number; null for a blank.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is beyond 2^53, more than a cell can hold.</exception>
    protected void SetCount(int offset, long? value)
    {
        if (value is > CellType.LargestCount or < -CellType.LargestCount)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A count is at most 2^53.");
        }

        Report.Values[FirstCell + offset] = value ?? Report.Blank;
    }

    /// <summary>Reads a cell that holds a decimal. For generated code.</summary>
    /// <param name="offset">The cell, counted from the first of the run.</param>
    /// <returns>The number in the cell's unit; null where the cell is blank.</returns>
    protected decimal? GetDecimal(int offset) => Report.GetValue(FirstCell + offset);

    /// <summary>Fills a cell that holds a decimal, or empties it. For generated code.</summary>
    /// <param name="offset">The cell, counted from the first of the run.</param>
    /// <param name="value">The number in the cell's unit; null for a blank.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cell cannot hold the number exactly.</exception>
    protected void SetDecimal(int offset, decimal? value) => Report.SetValue(FirstCell + offset, value);

    /// <summary>Reads a cell that holds a date. For generated code.</summary>
    /// <param name="offset">The cell, counted from the first of the run.</param>
    /// <returns>The day; null where the cell is blank.</returns>
    protected DateOnly? GetDate(int offset) => Report.GetDate(FirstCell + offset);

    /// <summary>Fills a cell that holds a date, or empties it. For generated code.</summary>
    /// <param name="offset">The cell, counted from the first of the run.</param>
    /// <param name="value">The day; null for a blank.</param>
    protected void SetDate(int offset, DateOnly? value) => Report.SetDate(FirstCell + offset, value);

    /// <summary>Reads a cell that holds a choice. For generated code.</summary>
    /// <param name="offset">The cell, counted from the first of the run.</param>
    /// <returns>The choice by its place among those of the cell; null where the cell is blank.</returns>
    protected int? GetChoice(int offset) => Report.GetChoice(FirstCell + offset);

    /// <summary>Fills a cell that holds a choice, or empties it. For generated code.</summary>
    /// <param name="offset">The cell, counted from the first of the run.</param>
    /// <param name="value">The choice by its place among those of the cell; null for a blank.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such choice.</exception>
    protected void SetChoice(int offset, int? value) => Report.SetChoice(FirstCell + offset, value);

    /// <summary>Reads a cell that holds a text. For generated code.</summary>
    /// <param name="offset">The cell, counted from the first of the run.</param>
    /// <returns>The text; null where the cell is blank.</returns>
    protected string? GetText(int offset) => Report.GetCellText(FirstCell + offset);

    /// <summary>Fills a cell that holds a text, or empties it. For generated code.</summary>
    /// <param name="offset">The cell, counted from the first of the run.</param>
    /// <param name="value">The text; null for a blank.</param>
    protected void SetText(int offset, string? value) => Report.SetTextOfCell(FirstCell + offset, value);
}

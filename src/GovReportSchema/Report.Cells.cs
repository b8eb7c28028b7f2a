using System.Globalization;
using System.Text;

namespace GovReportSchema;

/// <summary>
/// The cells that hold no number. A day is held as its day number and a choice as its place among the choices, so that rules compare
/// them as they do numbers; of a text the run of cells holds the length, and the text stands among the texts.
/// </summary>
public abstract partial class Report
{
    /// <summary>Reads a cell of any kind as a text: a number, a date (<c>2026-11-22</c>) and a choice as they stand in a submission.</summary>
    /// <param name="cell">The cell, by its <see cref="Cell.Index"/>.</param>
    /// <returns>The text; null where the cell is blank.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    public string? GetCellText(int cell) =>
        TypeOf(cell) is { Kind: not CellKind.Text } type ? CellText.Write(Values[cell], type) : GetText(TextOf(cell));

    /// <summary>Fills a cell of any kind from a text, or empties it.</summary>
    /// <param name="cell">The cell, by its <see cref="Cell.Index"/>.</param>
    /// <param name="value">What <see cref="GetCellText"/> gives for the value; null for a blank.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell, or it cannot hold the number exactly.</exception>
    /// <exception cref="ArgumentException">The text is no number, no date or none of the choices, where the cell holds such.</exception>
    public void SetCellText(int cell, string? value)
    {
        var type = TypeOf(cell);
        if (type.Kind == CellKind.Text)
        {
            SetTextOfCell(cell, value);
        }
        else if (value is null)
        {
            Values[cell] = Blank;
        }
        else if (type.IsNumber)
        {
            SetValue(cell, decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? number : throw new ArgumentException($"'{value}' is no number.", nameof(value)));
        }
        else
        {
            Values[cell] = CellText.TryRead(Encoding.UTF8.GetBytes(value), escaped: false, type, out var held)
                ? held : throw new ArgumentException($"'{value}' is no {(type.Kind == CellKind.Date ? "date" : "choice")} of this cell.", nameof(value));
        }
    }

    /// <summary>Reads a cell that holds a date. For generated code.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>The day; null where the cell is blank.</returns>
    protected internal DateOnly? GetDate(int cell) => Values[cell] > Unread ? DateOnly.FromDayNumber((int)Values[cell]) : null;

    /// <summary>Fills a cell that holds a date, or empties it. For generated code.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="value">The day; null for a blank.</param>
    protected internal void SetDate(int cell, DateOnly? value) => Values[cell] = value?.DayNumber ?? Blank;

    /// <summary>Reads a cell that holds a choice. For generated code.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>The choice by its place among those of the cell; null where the cell is blank.</returns>
    protected internal int? GetChoice(int cell) => Values[cell] > Unread ? (int)Values[cell] : null;

    /// <summary>Fills a cell that holds a choice, or empties it. For generated code.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="value">The choice by its place among those of the cell; null for a blank.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such choice.</exception>
    protected internal void SetChoice(int cell, int? value)
    {
        if (value < 0 || value >= TypeOf(cell).Choices.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "The cell has no such choice.");
        }

        Values[cell] = value ?? Blank;
    }

    /// <summary>Fills a cell that holds a text, or empties it.</summary>
    internal void SetTextOfCell(int cell, string? value)
    {
        SetText(TextOf(cell), value);
        Values[cell] = string.IsNullOrWhiteSpace(value) ? Blank : CellText.LengthOf(value);
    }

    /// <summary>Takes a date, a choice or a text as it stands between its quotes in a submission.</summary>
    /// <returns>False, and nothing taken, where it is no date or none of the choices.</returns>
    internal bool TryTakeQuoted(int cell, ReadOnlySpan<byte> utf8, bool escaped)
    {
        var type = Format.Shape.Types[cell];
        if (type.Kind == CellKind.Text)
        {
            var text = Format.Shape.TextOfCell[cell];
            SetUtf8Text(text, utf8, escaped);
            Values[cell] = IsBlankText(text) ? Blank : CellText.LengthOf(utf8, escaped);
            return true;
        }

        if (!CellText.TryRead(utf8, escaped, type, out var value))
        {
            return false;
        }

        Values[cell] = value;
        return true;
    }

    internal void SetBlankCell(int cell)
    {
        Values[cell] = Blank;
        if (TextOf(cell) is >= 0 and var text)
        {
            SetBlankText(text);
        }
    }

    /// <summary>Whether two cells of one kind hold the same.</summary>
    internal bool CellEquals(int cell, Report other, int otherCell) =>
        Math.Max(Values[cell], Unread) == Math.Max(other.Values[otherCell], Unread)
        && (TextOf(cell) < 0 || GetCellText(cell) == other.GetCellText(otherCell));

    private CellType TypeOf(int cell)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cell);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(cell, CellCount);
        return _entries is null ? Format.Shape.Types[cell] : _entries.Layout.TypeOf(cell);
    }

    /// <summary>Of a cell that holds a text, its place among the texts; else -1.</summary>
    private int TextOf(int cell) => _entries is null ? Format.Shape.TextOfCell[cell] : _entries.Layout.TextOf(cell);
}

namespace GovReportSchema.Pages;

/// <summary>
/// Columns that a text keeps by spaces alone, where an empty cell leaves no trace but the place of the values around it. No text of one column is printed
/// under a text of another: so what stands over or under a text, even in part, is of its column, and what stands between two texts of one column is too.
/// </summary>
internal sealed class LineColumns
{
    /// <summary>Values in one place of which not one has moved there from another column's.</summary>
    private const int EnoughTexts = 3;

    /// <summary>Values enough for what they show of a table to hold for the page.</summary>
    private const int ManyTexts = 24;

    private readonly int _count;
    private readonly List<LineBand> _bands;

    private LineColumns(int count, List<LineBand> bands, bool isExact) => (_count, _bands, IsExact) = (count, bands, isExact);

    /// <summary>Whether values keep their places even where one space parts them.</summary>
    public bool IsExact { get; }

    /// <summary>Whether there are as many bands as columns, and each is one.</summary>
    private bool IsClear { get; init; }

    /// <summary>Whether the labels stand over their columns.</summary>
    public bool IsHeaded { get; private init; }

    /// <summary>Whether texts that one space parts stand where their columns are, so many and so exactly that all of the page do.</summary>
    public bool KeepsPlaces { get; private init; }

    /// <summary>The columns that the texts on one sheet show.</summary>
    /// <param name="count">How many columns there are.</param>
    /// <param name="labels">Their labels; none where they are not known.</param>
    /// <param name="values">The values.</param>
    /// <param name="isExact">Whether the page is known to keep every place.</param>
    /// <returns>The columns; null where texts of several stand under one another: places are not kept then, or not counted so.</returns>
    public static LineColumns? Of(int count, List<LineText> labels, List<LineText> values, bool isExact)
    {
        isExact |= StandInPlaces(values, count);
        var kept = isExact ? values : values.FindAll(value => value.IsApart);
        if (LineBand.Of(kept) is not { } bands)
        {
            return null;
        }

        if (Headed(labels, kept, bands, isExact) is { } headed)
        {
            return new(count, headed, isExact) { IsHeaded = true, KeepsPlaces = isExact && values.Count >= ManyTexts && labels.Count(label => !label.IsApart) > 1 };
        }

        if (isExact && bands.Count == count && bands.TrueForAll(band => band.Count >= EnoughTexts))
        {
            LineBand.Number(bands);
        }

        return new(count, bands, isExact) { IsClear = bands.Count == count && bands.TrueForAll(band => band.Column >= 0) };
    }

    /// <summary>The bands of values with the labels over them; null where these do not keep their places.</summary>
    private static List<LineBand>? Headed(List<LineText> labels, List<LineText> values, List<LineBand> bands, bool isExact)
    {
        // Some extractors move the head: its labels stand beside the values then, and values under no label.
        if (labels.Count == 0 || !(labels.TrueForAll(label => label.IsApart) || (isExact && labels.TrueForAll(label =>
            bands.TrueForAll(band => band.Extent.DistanceTo(label.Extent) > 0 || band.IsInLine(label))))))
        {
            return null;
        }

        return LineBand.Of([.. labels, .. values]) is { } headed && headed.TrueForAll(band => band.Column >= 0) ? headed : null;
    }

    /// <summary>The column of each value of a row, from left to right; null where that is not certain.</summary>
    /// <param name="values">The values.</param>
    /// <param name="labelEnd">Where the text before them ends: under a column, it is a value that cannot be read.</param>
    public int[]? Assign(List<LineText> values, int labelEnd)
    {
        if (labelEnd > _bands.FirstOrDefault()?.Extent.Start)
        {
            return null;
        }

        int[] columns = [.. values.Select(ColumnOf)];
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] >= 0)
            {
                continue;
            }

            // As many values as there are columns between two that are known.
            var before = i == 0 ? -1 : columns[i - 1];
            var next = Array.FindIndex(columns, i, column => column >= 0);
            var after = next < 0 ? _count : columns[next];
            if (after - before - 1 != (next < 0 ? columns.Length : next) - i)
            {
                return null;
            }

            columns[i] = before + 1;
        }

        return columns.Zip(columns.Skip(1)).All(pair => pair.First < pair.Second) ? columns : null;
    }

    /// <summary>Whether many values begin, end, or have their middle in no more places than there are columns.</summary>
    private static bool StandInPlaces(List<LineText> values, int count) => values.Count >= 2 * count
        && (values.Select(value => value.Extent.Start).Distinct().Count() <= count
            || values.Select(value => value.Extent.End).Distinct().Count() <= count
            || values.Select(value => value.Extent.Start + value.Extent.End).Order().Aggregate((Last: int.MinValue / 2, Places: 0), (seen, middle) =>
                (middle, middle - seen.Last > 1 ? seen.Places + 1 : seen.Places)).Places <= count);

    /// <summary>The column of a value; -1 where it is not known. A row that is moved as a whole stands under others, but not in line with them.</summary>
    private int ColumnOf(LineText value)
    {
        var (low, high) = (0, _bands.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _bands[middle].Extent.End <= value.Extent.Start ? (middle + 1, high) : (low, middle);
        }

        return low < _bands.Count && _bands[low].Extent.Start <= value.Extent.Start && (IsExact || IsClear || (value.IsApart && _bands[low].IsSurelyInLine(value, IsHeaded ? 1 : EnoughTexts)))
            ? _bands[low].Column : -1;
    }
}

namespace GovReportSchema.Pages;

/// <content>Tells the bars with which an extractor fills rows up from those of empty cells.</content>
internal sealed partial class TextPage
{
    /// <summary>
    /// Where the bars begin with which an extractor fills up a row, side by side behind a space: they stand for what merged cells cover, wherever in the
    /// row that is, and for empty cells that it dropped. The length of the line where there are none.
    /// </summary>
    private static int FillStart(string line)
    {
        var end = line.AsSpan().TrimEnd().Length;
        var start = end;
        while (start > 0 && line[start - 1] == '|')
        {
            start--;
        }

        return end - start >= 2 && (start == 0 || char.IsWhiteSpace(line[start - 1])) ? start : line.Length;
    }

    /// <summary>Whether rows of a text are filled up. A line of bars over a rule is an empty head of markdown.</summary>
    private static bool FillsRows(List<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (FillStart(lines[i]) < lines[i].Length && !(i + 1 < lines.Count && IsRule(lines[i + 1].Trim())))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a text shows that empty cells keep their bars: one that something of its row follows. Where none does, a last empty cell may be nothing but
    /// one bar of filling.
    /// </summary>
    private static bool KeepsEmptyCells(List<string> lines)
    {
        // One may be where two lines have become one.
        const int enough = 2;
        var kept = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var fill = FillStart(lines[i]);
            var cells = lines[i][..fill].Split('|').AsSpan();
            cells = cells.Length > 1 && string.IsNullOrWhiteSpace(cells[0]) ? cells[1..] : cells;
            cells = cells.Length > 1 && string.IsNullOrWhiteSpace(cells[^1]) ? cells[..^1] : cells;
            for (var cell = 0; cell < cells.Length; cell++)
            {
                // Bars side by side within a line are the filling of two rows in one.
                if (string.IsNullOrWhiteSpace(cells[cell]) && (cells[cell].Length > 0 || cells.Length == 1) && lines[i].AsSpan(0, fill).Contains('|')
                    && (cell + 1 < cells.Length || fill < lines[i].Length || (cells.Length == 1 && i + 1 < lines.Count && GoesOn(lines[i + 1]))))
                {
                    kept++;
                    break;
                }
            }
        }

        return kept >= enough;
    }

    /// <summary>Whether a line goes on with the row of an empty cell before it: with another bar, the filling, or a value.</summary>
    private static bool GoesOn(string line) =>
        line.AsSpan().Trim() is { IsEmpty: false } text && (text.Trim('|').IsEmpty || ValueText.Of(text.TrimEnd('|').ToString()).Kind == ValueKind.Number);

    /// <summary>Whether a bar alone may be the filling of a row: another text follows, where no empty cell is known to have kept its bar.</summary>
    private bool MayBeFilling(int line) => _rowsAreFilled && !_keepsEmptyCells && _lines[line].AsSpan().Trim() is "|";
}

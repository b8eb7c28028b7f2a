namespace GovReportSchema.Pages;

/// <content>Reads tables whose cells stand between bars, or each before one.</content>
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
        for (var i = 0; i < lines.Count; i++)
        {
            var fill = FillStart(lines[i]);
            var cells = lines[i][..fill].Split('|').AsSpan();
            cells = cells.Length > 1 && string.IsNullOrWhiteSpace(cells[0]) ? cells[1..] : cells;
            cells = cells.Length > 1 && string.IsNullOrWhiteSpace(cells[^1]) ? cells[..^1] : cells;
            for (var cell = 0; cell < cells.Length; cell++)
            {
                if (string.IsNullOrWhiteSpace(cells[cell]) && lines[i].AsSpan(0, fill).Contains('|')
                    && (cell + 1 < cells.Length || fill < lines[i].Length || (cells.Length == 1 && i + 1 < lines.Count && GoesOn(lines[i + 1]))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a line goes on with the row of an empty cell before it: with another bar, the filling, or a value.</summary>
    private static bool GoesOn(string line) =>
        line.AsSpan().Trim() is { IsEmpty: false } text && (text.Trim('|').IsEmpty || ValueText.Of(text.TrimEnd('|').ToString()).Kind == ValueKind.Number);

    /// <summary>Rows of cells with bars between them, before the first and after the last (markdown) or not.</summary>
    private int ReadBarRows(int line)
    {
        var rows = new List<(int Line, string[] Cells)>();
        var last = line;
        while (last < _lines.Count && _lines[last].Contains('|', StringComparison.Ordinal))
        {
            last++;
        }

        // A bar that every row ends in ends its last cell; where some rows have none, it stands before a last cell that is empty.
        var end = _lines.GetRange(line, last - line).TrueForAll(row => row.AsSpan().TrimEnd().EndsWith("|"));
        var begin = end && _lines.GetRange(line, last - line).TrueForAll(row => row.AsSpan().TrimStart().StartsWith("|"));
        var lengths = new List<int>();
        for (; line < last; line++)
        {
            var text = _lines[line][..FillStart(_lines[line])].Trim();
            if (IsRule(text))
            {
                continue;
            }

            var first = begin && text.StartsWith('|') ? 1 : 0;
            var cells = text[first..(text.Length > first && end && text.EndsWith('|') ? text.Length - 1 : text.Length)].Split('|');
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = cells[i].Replace("<br>", "\n", StringComparison.OrdinalIgnoreCase)
                    .Replace("<br/>", "\n", StringComparison.OrdinalIgnoreCase).Replace("**", "", StringComparison.Ordinal).Trim();
            }

            rows.Add((line, _rowsAreFilled && !_keepsEmptyCells && cells[^1].Length == 0 ? cells[..^1] : cells));
            lengths.Add(cells.Length + _lines[line].AsSpan(FillStart(_lines[line])).Count('|'));
        }

        AddRows(rows, lengths);
        return line;
    }

    /// <summary>The line of dashes under the head of a table in markdown.</summary>
    private static bool IsRule(string text) => text.Length > 2 && text.AsSpan().Trim("|-: +=").IsEmpty && text.Contains("--", StringComparison.Ordinal);

    /// <summary>
    /// Cells that each end in a bar, over as many lines as they like. What stands before the first, and between the last of a table
    /// and the first of the next, is running text up to the line with the bar.
    /// </summary>
    private int ReadStream(int line)
    {
        _table++;
        var parts = new List<string>();
        var start = line;
        var column = 0;
        for (; line < _lines.Count; line++)
        {
            var fill = FillStart(_lines[line]);
            if ((fill < _lines[line].Length && _lines[line].AsSpan(0, fill).IsWhiteSpace()) || (parts.Count == 0 && MayBeFilling(line)))
            {
                continue;
            }

            var pieces = _lines[line][..fill].Split('|');
            if (pieces.Length == 1)
            {
                if (!IsFollowedByBar(line))
                {
                    break;
                }

                start = parts.Count == 0 ? line : start;
                parts.Add(_lines[line]);
                continue;
            }

            for (var i = 0; i < pieces.Length; i++)
            {
                if (i < pieces.Length - 1)
                {
                    start = parts.Count == 0 ? line : start;
                    parts.Add(pieces[i]);

                    // The bar of a first cell whose text was taken for the line before the table.
                    if (column > 0 || !string.IsNullOrWhiteSpace(pieces[i]) || parts.Count > 1)
                    {
                        AddStreamCell(parts, start, ref column);
                    }

                    column = Math.Max(column, 1);
                    parts.Clear();
                }
                else if (!string.IsNullOrWhiteSpace(pieces[i]))
                {
                    start = line;
                    parts.Add(pieces[i]);
                }
            }
        }

        return line;
    }

    /// <summary>Whether a bar alone may be the filling of a row: another text follows, where no empty cell is known to have kept its bar.</summary>
    private bool MayBeFilling(int line) => _rowsAreFilled && !_keepsEmptyCells && _lines[line].AsSpan().Trim() is "|";

    /// <summary>A cell of some lines at most: further on, the bar belongs to another table.</summary>
    private bool IsFollowedByBar(int line)
    {
        const int longestCell = 8;
        for (var i = line; i < _lines.Count && i < line + longestCell; i++)
        {
            if (_lines[i].Contains('|', StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private void AddStreamCell(List<string> parts, int start, ref int column)
    {
        // A heading before the first cell of a table is no part of that cell.
        var first = 0;
        for (var i = 0; i < parts.Count - 1; i++)
        {
            if (SectionFinder.LooksLikeHeading(parts[i]) && parts.Skip(i + 1).Any(part => !string.IsNullOrWhiteSpace(part)))
            {
                for (; first <= i; first++)
                {
                    if (!string.IsNullOrWhiteSpace(parts[first]))
                    {
                        _page.Cells.Add(new PageCell(parts[first], start + first, Place.Line));
                    }
                }
            }
        }

        _page.Cells.Add(new PageCell(string.Join('\n', parts.Skip(first)).Trim('\n'), start + first, Place.Stream)
        {
            Table = _table,
            Column = column++,
            IsInFilledRow = _rowsAreFilled,
        });
        PageLimits.CheckCells(_page.Cells.Count);
    }

    /// <summary>Whether bars stand between cells on lines of their own, with empty lines around them.</summary>
    private static bool StandAlone(List<string> lines)
    {
        const int enough = 4;
        var alone = 0;
        for (var i = 1; i + 1 < lines.Count; i++)
        {
            alone += lines[i].AsSpan().Trim().SequenceEqual("|") && string.IsNullOrWhiteSpace(lines[i - 1]) && string.IsNullOrWhiteSpace(lines[i + 1]) ? 1 : 0;
        }

        return alone >= enough && alone * 2 > lines.Count(line => line.Contains('|', StringComparison.Ordinal));
    }

    /// <summary>The first line of the row whose first bar stands on a line: the cell before the bar is a row's first one.</summary>
    private int FirstLineBefore(int bar)
    {
        var first = bar - 1;
        while (first > 0 && string.IsNullOrWhiteSpace(_lines[first]))
        {
            first--;
        }

        while (first > 0 && !string.IsNullOrWhiteSpace(_lines[first - 1]))
        {
            first--;
        }

        return first;
    }

    /// <summary>
    /// Rows of cells between bars that stand on lines of their own, as converters make them of cells that hold paragraphs: a text that no bar parts from the
    /// one before it begins a row.
    /// </summary>
    private int ReadBarsBetween(int bar)
    {
        var first = FirstLineBefore(bar);
        _page.Cells.RemoveAll(cell => cell.Place == Place.Line && cell.Line >= first);
        var rows = new List<(int Line, string[] Cells)>();
        var cells = new List<string> { "" };
        var start = first;
        var open = true;
        var line = first;
        for (; line < _lines.Count; line++)
        {
            var text = _lines[line].Trim();
            if (text.Length == 0)
            {
                open &= !EndsRow(line);
            }
            else if (text == "|")
            {
                cells.Add("");
                open = true;
            }
            else if (!open && !IsFollowedByBar(line))
            {
                break;
            }
            else
            {
                if (!open)
                {
                    rows.Add((start, [.. cells]));
                    cells = [""];
                    start = line;
                }

                cells[^1] = (cells[^1] + "\n" + text).Trim('\n');
                open = line + 1 < _lines.Count && !string.IsNullOrWhiteSpace(_lines[line + 1]);
            }
        }

        rows.Add((start, [.. cells]));
        AddRows(rows);
        return line;
    }

    /// <summary>Two spaces alone on a line are what is left of a row's end.</summary>
    private bool EndsRow(int line) => _lines[line].Length == 2;
}

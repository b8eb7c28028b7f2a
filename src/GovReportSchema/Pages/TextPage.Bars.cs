namespace GovReportSchema.Pages;

/// <content>Reads tables whose cells stand between bars, or each before one.</content>
internal sealed partial class TextPage
{
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
}

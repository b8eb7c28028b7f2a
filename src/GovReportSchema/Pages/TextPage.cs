namespace GovReportSchema.Pages;

/// <summary>
/// Takes plain text for a page. A table's cells stand between tabs or bars on one line, each on a line of its own behind a tab, each
/// before a bar whatever the lines, or each on a line of its own; or between commas, or in boxes drawn with signs.
/// </summary>
internal sealed class TextPage
{
    /// <summary>More cells are no row of a form, but a table whose row ends were lost.</summary>
    private const int LongestRow = 60;

    private readonly Page _page = new() { HasLines = true };
    private readonly List<string> _lines;
    private readonly bool _barsEndCells;
    private readonly bool _tabsBeginCells;
    private int _table = -1;
    private readonly HashSet<int> _sheetStarts = [];
    private int _sheet;

    private TextPage(string text)
    {
        _lines = SplitLines(text);
        _page.Lines.AddRange(_lines);

        // One bar on a line after another is the mark after each cell; several are the marks between the cells of a row.
        _barsEndCells = _lines.Count(line => line.AsSpan().Count('|') == 1) > _lines.Count(line => line.AsSpan().Count('|') > 1);
        _tabsBeginCells = _lines.Count(BeginsCell) > _lines.Count(line => line.AsSpan().TrimStart('\t').TrimEnd().Contains('\t'));
    }

    public static Page Read(string text) => new TextPage(text).Read();

    private static bool BeginsCell(string line) => line.StartsWith('\t') && !line.AsSpan(1).TrimEnd().Contains('\t');

    private List<string> SplitLines(string text)
    {
        var lines = new List<string>();
        foreach (var sheet in text.Split('\f'))
        {
            _sheetStarts.Add(lines.Count);
            foreach (var line in sheet.AsSpan().EnumerateLines())
            {
                PageLimits.CheckCells(lines.Count / 4);
                lines.Add(RuledTable.Undraw(line.ToString()));
            }
        }

        return lines;
    }

    private Page Read()
    {
        var empty = 0;
        var proseEnd = 0;
        for (var i = 0; i < _lines.Count;)
        {
            PageLimits.CheckCells(_page.Cells.Count);
            var line = _lines[i];
            if (RuledTable.IsRule(line) && RuledTable.Read(_lines, i, out var afterRule) is { Count: > 0 } ruled)
            {
                AddRows(ruled);
                i = afterRule;
            }
            else if (i >= proseEnd && line.Contains(',', StringComparison.Ordinal) && CommaTable.Read(_lines, i, out proseEnd) is { Count: > 0 } separated)
            {
                AddRows(separated);
                i = proseEnd;
            }
            else if (line.Contains('|', StringComparison.Ordinal))
            {
                i = _barsEndCells ? ReadStream(i) : ReadBarRows(i);
            }
            else if (_tabsBeginCells && BeginsCell(line))
            {
                i = ReadTabCells(i);
            }
            else if (line.AsSpan().Trim(" \u3000\u00A0").Contains('\t') && !(_tabsBeginCells && string.IsNullOrWhiteSpace(line)))
            {
                i = ReadTabRows(i);
            }
            else
            {
                // A line of one wide or no-break space is a cell that prints nothing.
                if (string.IsNullOrWhiteSpace(line) && line.Trim(' ', '\t').Length is 0 or > 2)
                {
                    empty++;
                }
                else
                {
                    _sheet += _sheetStarts.Contains(i) || PageNumber.Is(line) ? 1 : 0;
                    _page.Cells.Add(new PageCell(line, i, Place.Line) { EmptyLinesBefore = empty, Sheet = _sheet });
                    empty = 0;
                }

                i++;
                continue;
            }

            empty = 0;
        }

        return _page;
    }

    /// <summary>Cells on lines of their own, each behind a tab; the lines after one that have none continue it; an empty line ends the row.</summary>
    private int ReadTabCells(int line)
    {
        _table++;
        var first = _page.Cells.Count;
        var row = 0;
        var column = 0;
        while (line < _lines.Count)
        {
            if (BeginsCell(_lines[line]))
            {
                var start = line;
                var text = _lines[line++][1..];
                while (line < _lines.Count && _lines[line].Length > 0 && !_lines[line].StartsWith('\t') && !string.IsNullOrWhiteSpace(_lines[line]))
                {
                    text += "\n" + _lines[line++];
                }

                _page.Cells.Add(new PageCell(text, start, Place.Row) { Table = _table, Row = row, Column = column++ });
            }
            else if (string.IsNullOrWhiteSpace(_lines[line]) && line + 1 < _lines.Count && BeginsCell(_lines[line + 1]))
            {
                line++;
                (row, column) = (row + 1, 0);
            }
            else
            {
                break;
            }
        }

        ForgetLostRows(first);
        return line;
    }

    /// <summary>Where no empty line ended a row, the rows are not known.</summary>
    private void ForgetLostRows(int first)
    {
        for (var i = first; i < _page.Cells.Count; i++)
        {
            if (_page.Cells[i].Column >= LongestRow)
            {
                for (var j = first; j < _page.Cells.Count; j++)
                {
                    (_page.Cells[j].Place, _page.Cells[j].Row) = (Place.Stream, -1);
                }

                return;
            }
        }
    }

    private int ReadTabRows(int line)
    {
        var rows = new List<(int Line, string[] Cells)>();
        for (; line < _lines.Count && _lines[line].Contains('\t', StringComparison.Ordinal) && !(_tabsBeginCells && BeginsCell(_lines[line])); line++)
        {
            rows.Add((line, _lines[line].Split('\t')));
        }

        AddRows(rows);
        return line;
    }

    /// <summary>Rows of cells with bars between them, before the first and after the last (markdown) or not.</summary>
    private int ReadBarRows(int line)
    {
        var rows = new List<(int Line, string[] Cells)>();
        for (; line < _lines.Count && _lines[line].Contains('|', StringComparison.Ordinal); line++)
        {
            var text = _lines[line].Trim();
            if (IsRule(text))
            {
                continue;
            }

            var framed = text.StartsWith('|') && text.EndsWith('|') && text.Length > 1;
            var cells = (framed ? text[1..^1] : text).Split('|');
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = cells[i].Replace("<br>", "\n", StringComparison.OrdinalIgnoreCase)
                    .Replace("<br/>", "\n", StringComparison.OrdinalIgnoreCase).Replace("**", "", StringComparison.Ordinal).Trim();
            }

            rows.Add((line, cells));
        }

        AddRows(rows);
        return line;
    }

    /// <summary>The line of dashes under the head of a table in markdown.</summary>
    private static bool IsRule(string text) => text.Length > 2 && text.AsSpan().Trim("|-: +=").IsEmpty && text.Contains("--", StringComparison.Ordinal);

    /// <summary>Rows of equal length make a grid; others left out what their merged cells covered.</summary>
    private void AddRows(List<(int Line, string[] Cells)> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        _table++;
        var width = rows[0].Cells.Length;
        var place = rows.Count > 1 && width > 2 && rows.TrueForAll(row => row.Cells.Length == width) ? Place.Grid : Place.Row;
        var usual = rows.GroupBy(row => row.Cells.Length).MaxBy(length => length.Count())!;
        var hasUsual = usual.Count() >= 3 && usual.Count() * 4 >= rows.Count * 3;
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row].Cells.Length; column++)
            {
                _page.Cells.Add(new PageCell(rows[row].Cells[column], rows[row].Line, place)
                {
                    Table = _table,
                    Row = row,
                    Column = column,
                    IsInOddRow = hasUsual && rows[row].Cells.Length != usual.Key,
                });
            }

            PageLimits.CheckCells(_page.Cells.Count);
        }
    }

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
            var pieces = _lines[line].Split('|');
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
        });
        PageLimits.CheckCells(_page.Cells.Count);
    }
}

namespace GovReportSchema.Pages;

/// <summary>
/// Takes plain text for a page. A table's cells stand between tabs or bars on one line, each on a line of its own behind a tab, each
/// before a bar whatever the lines, or each on a line of its own; or between commas, or in boxes drawn with signs, or under lines of dashes.
/// </summary>
internal sealed partial class TextPage
{
    /// <summary>More cells are no row of a form, but a table whose row ends were lost.</summary>
    private const int LongestRow = 60;

    private readonly Page _page = new() { HasLines = true };
    private readonly List<string> _lines;
    private readonly bool _barsEndCells;
    private readonly bool _barsStandAlone;
    private readonly bool _tabsBeginCells;

    /// <summary>Whether rows are filled up with bars for what merged cells cover, so that values follow their label at once.</summary>
    private readonly bool _rowsAreFilled;
    private readonly bool _keepsEmptyCells;
    private int _table = -1;
    private readonly HashSet<int> _sheetStarts = [];
    private int _sheet;

    private TextPage(string text)
    {
        _lines = SplitLines(text);
        _page.Lines.AddRange(_lines);
        _rowsAreFilled = FillsRows(_lines);
        _keepsEmptyCells = KeepsEmptyCells(_lines);
        _barsStandAlone = StandAlone(_lines);

        // One bar on a line after another is the mark after each cell; several are the marks between the cells of a row.
        _barsEndCells = _lines.Count(line => line.AsSpan().Count('|') == 1) > _lines.Count(line => line.AsSpan().Count('|') > 1);
        _tabsBeginCells = _lines.Count(BeginsCell) > _lines.Count(line => line.AsSpan().TrimStart('\t').TrimEnd().Contains('\t'));
    }

    public static Page Read(string text) => new TextPage(text).Read();

    private List<string> SplitLines(string text)
    {
        var lines = new List<string>();
        foreach (var sheet in text.Split('\f'))
        {
            _sheetStarts.Add(lines.Count);
            foreach (var line in sheet.AsSpan().EnumerateLines())
            {
                PageLimits.CheckCells(lines.Count / 4);
                lines.Add(IsFence(line) ? "" : RuledTable.Undraw(line.ToString()));
            }
        }

        return lines;
    }

    /// <summary>::: {#zoom}: converters mark so where a part of the page begins and ends.</summary>
    private static bool IsFence(ReadOnlySpan<char> line) => line.TrimStart().StartsWith(":::", StringComparison.Ordinal);

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
            else if (DashedTable.Read(_lines, i, out var afterDashes) is { Count: > 0 } dashed)
            {
                AddRows(dashed);
                i = afterDashes;
            }
            else if (i >= proseEnd && line.Contains(',', StringComparison.Ordinal) && CommaTable.Read(_lines, i, out proseEnd) is { Count: > 0 } separated)
            {
                AddRows(separated);
                i = proseEnd;
            }
            else if (line.Contains('|', StringComparison.Ordinal))
            {
                i = _barsStandAlone ? ReadBarsBetween(i) : _barsEndCells ? ReadStream(i) : ReadBarRows(i);
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

    /// <summary>Rows of equal length make a grid; others left out what their merged cells covered.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="lengths">How long each is with what it is filled up with; null where rows are not filled up.</param>
    private void AddRows(List<(int Line, string[] Cells)> rows, List<int>? lengths = null)
    {
        if (rows.Count == 0)
        {
            return;
        }

        _table++;
        lengths ??= rows.ConvertAll(row => row.Cells.Length);
        var width = rows[0].Cells.Length;
        var place = rows.Count > 1 && width > 2 && rows.TrueForAll(row => row.Cells.Length == width) ? Place.Grid : Place.Row;
        var usual = lengths.GroupBy(length => length).MaxBy(length => length.Count())!;
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
                    IsInOddRow = hasUsual && lengths[row] != usual.Key,
                    IsInFilledRow = _rowsAreFilled,
                });
            }

            PageLimits.CheckCells(_page.Cells.Count);
        }
    }
}

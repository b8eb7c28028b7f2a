using System.Text;

namespace GovReportSchema.Pages;

/// <summary>Text in the making, with lines, and tables in their places: what HTML and Word have in common.</summary>
internal sealed class PageFlow
{
    private readonly List<object> _items = [];
    private readonly StringBuilder _line = new();

    /// <summary>Lines (<see cref="string"/>) and tables (<see cref="PageTable"/>), in order.</summary>
    public IReadOnlyList<object> Items => _items;

    public bool HasTables { get; private set; }

    public void Append(char text) => _line.Append(text);

    public void Append(ReadOnlySpan<char> text) => _line.Append(text);

    /// <summary>Appends text in which white space, however much, is one space.</summary>
    public void AppendCollapsed(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is not (' ' or '\t' or '\r' or '\n' or '\f'))
            {
                _line.Append(c);
            }
            else if (_line.Length > 0 && _line[^1] != ' ')
            {
                _line.Append(' ');
            }
        }
    }

    /// <summary>Ends the line, if it has begun.</summary>
    public void EndLine()
    {
        if (_line.Length > 0)
        {
            BreakLine();
        }
    }

    /// <summary>Ends the line, even an empty one.</summary>
    public void BreakLine()
    {
        _items.Add(_line.ToString().TrimEnd(' '));
        _line.Clear();
    }

    public void Add(PageTable table)
    {
        EndLine();

        // A table of one cell is a frame around it.
        if (table.Rows is [[var only]])
        {
            only.Flow.EndLine();
            _items.AddRange(only.Flow.Items);
            HasTables |= only.Flow.HasTables;
            return;
        }

        _items.Add(table);
        HasTables = true;
    }

    /// <summary>The lines, without tables.</summary>
    public string Text()
    {
        EndLine();
        return string.Join('\n', _items.OfType<string>()).Trim('\n');
    }
}

/// <summary>A cell of a table in the making.</summary>
internal sealed class PageTableCell(int columnSpan, int rowSpan)
{
    public PageFlow Flow { get; } = new();

    public int ColumnSpan { get; } = Math.Clamp(columnSpan, 1, PageLimits.Columns);

    public int RowSpan { get; set; } = Math.Max(rowSpan, 1);

    /// <summary>The column that it begins at, where the file says so; -1 where it follows from the cells before it.</summary>
    public int Column { get; init; } = -1;
}

/// <summary>A table in the making.</summary>
internal sealed class PageTable
{
    public List<List<PageTableCell>> Rows { get; } = [];
}

/// <summary>Lays lines and tables out as a page.</summary>
internal static class PageLayout
{
    public static Page Lay(PageFlow flow, string? title)
    {
        flow.EndLine();
        if (!flow.HasTables)
        {
            // Tables that are none: cells as paragraphs, tabs, bars.
            var text = TextPage.Read(string.Join('\n', flow.Items.OfType<string>()));
            text.Title = title;
            return text;
        }

        var page = new Page { Title = title };
        var tables = 0;
        Lay(page, flow, ref tables);
        return page;
    }

    private static void Lay(Page page, PageFlow flow, ref int tables)
    {
        flow.EndLine();
        var lines = new List<string>();
        foreach (var item in flow.Items)
        {
            if (item is PageTable table)
            {
                Lay(page, lines, ref tables);
                lines.Clear();
                Lay(page, table, ref tables);
            }
            else if (item is string line)
            {
                lines.AddRange(line.Split('\n'));
            }

            PageLimits.CheckCells(page.Cells.Count);
        }

        Lay(page, lines, ref tables);
    }

    /// <summary>Lays lines out. Some converters keep one table in HTML and draw the next one with bars.</summary>
    private static void Lay(Page page, List<string> lines, ref int tables)
    {
        if (HoldBarRows(lines))
        {
            tables = page.Append(TextPage.Read(string.Join('\n', lines)), tables);
            return;
        }

        var empty = 0;
        foreach (var line in lines)
        {
            page.AddLine(line);
            if (string.IsNullOrWhiteSpace(line))
            {
                empty++;
                continue;
            }

            page.Cells[^1].EmptyLinesBefore = empty;
            empty = 0;
            PageLimits.CheckCells(page.Cells.Count);
        }
    }

    /// <summary>Whether lines one after another are rows between bars.</summary>
    private static bool HoldBarRows(List<string> lines)
    {
        const int enough = 3;
        var rows = 0;
        foreach (var line in lines)
        {
            rows = line.AsSpan().Trim() is { Length: > 1 } text && text[0] == '|' && text[^1] == '|' ? rows + 1 : 0;
            if (rows == enough)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Lays a table out; a row that holds tables is not one of data, but a frame for what it holds.</summary>
    private static void Lay(Page page, PageTable table, ref int tables)
    {
        var number = tables++;
        var busy = new int[PageLimits.Columns + 1];
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var cells = table.Rows[row];
            var column = 0;
            var texts = new List<string>();
            var isFrame = cells.Exists(cell => cell.Flow.HasTables);
            foreach (var cell in cells)
            {
                while (column < PageLimits.Columns && busy[column] > row)
                {
                    column++;
                }

                column = cell.Column >= 0 ? Math.Min(cell.Column, PageLimits.Columns) : column;
                var span = Math.Min(cell.ColumnSpan, PageLimits.Columns - column);
                var rows = Math.Min(cell.RowSpan, table.Rows.Count - row);
                for (var x = column; x < column + span; x++)
                {
                    busy[x] = row + rows;
                }

                if (isFrame)
                {
                    Lay(page, cell.Flow, ref tables);
                }
                else
                {
                    var text = cell.Flow.Text();
                    texts.Add(text.ReplaceLineEndings(" "));
                    page.Cells.Add(new PageCell(text, page.Lines.Count, Place.Grid)
                    {
                        Table = number,
                        Row = row,
                        Column = column,
                        ColumnSpan = Math.Max(span, 1),
                        RowSpan = rows,
                    });
                    PageLimits.CheckCells(page.Cells.Count);
                }

                column += span;
            }

            if (texts.Count > 0)
            {
                page.Lines.Add(string.Join('\t', texts));
            }
        }
    }
}

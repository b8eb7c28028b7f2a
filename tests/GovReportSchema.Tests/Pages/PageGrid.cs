namespace GovReportSchema.Tests.Pages;

/// <summary>A cell of a table as printed.</summary>
internal sealed class GridCell(string text)
{
    public string Text { get; set; } = text;

    public int ColumnSpan { get; set; } = 1;

    public int RowSpan { get; set; } = 1;

    /// <summary>The cell of the form; -1 for a label.</summary>
    public int Cell { get; init; } = -1;

    /// <summary>Whether it is the label of a row with values.</summary>
    public bool IsRowLabel { get; init; }

    /// <summary>Whether it names an entry of a row that repeats.</summary>
    public bool IsName { get; init; }
}

/// <summary>Where a page prints the label of a row that repeats.</summary>
public enum EntryLabel
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>In a row of its own over its entries.</summary>
    Over,

    /// <summary>Beside them all, merged.</summary>
    Beside,
}

/// <summary>How a page prints the entries of rows that repeat.</summary>
/// <param name="Label">Where it prints the row's own label.</param>
/// <param name="Numbered">Whether it numbers them in a column of their own.</param>
internal sealed record EntryLook(EntryLabel Label = EntryLabel.None, bool Numbered = false);

/// <summary>A section as printed: a heading, and text or a table.</summary>
internal sealed record GridSection(string Heading, string? Text, List<List<GridCell>> Rows);

/// <summary>Lays a report out as the official form does, with merged cells.</summary>
internal sealed class PageGrid
{
    private readonly Report _report;
    private readonly EntryLook _look;
    private int _cell;
    private int _repeat;

    private PageGrid(Report report, EntryLook look) => (_report, _look) = (report, look);

    public static List<GridSection> Of(Report report, bool flatRemedies, EntryLook? look = null) => new PageGrid(report, look ?? new()).Lay(flatRemedies);

    private List<GridSection> Lay(bool flatRemedies)
    {
        // Dates and choices of the header stand on lines of their own, over the first section.
        var sections = _report.Format.Cells.Where(cell => cell.Path.LastIndexOf('/') == 0)
            .Select(cell => new GridSection($"{cell.GetLabelPath(Language.Chinese)}：{Value(cell.Index).Text}", "", [])).ToList();
        foreach (var section in _report.Format.Sections)
        {
            if (section is not Table table)
            {
                sections.Add(new(section.Label.Zh, "本年度，全县各级各部门共公开政府信息123条。\n一是加强领导，二是完善制度，办结5件。", []));
                continue;
            }

            var rows = new List<List<GridCell>>();
            foreach (var block in table.Blocks)
            {
                Lay(rows, block, flatRemedies && section.Member == "remedies", table.Blocks.Count);
            }

            sections.Add(new(section.Label.Zh, null, rows));
        }

        return sections;
    }

    private static int Depth(IReadOnlyList<Node> nodes) => nodes.Count == 0 ? 0 : nodes.Max(node => 1 + Depth(node.Children));

    private void Lay(List<List<GridCell>> rows, Block block, bool flat, int blocks)
    {
        var columns = block.Columns.SelectMany(node => node.Leaves()).Count();
        if (block.Heading is { } heading)
        {
            rows.Add([new GridCell(heading.Zh) { ColumnSpan = columns + 1 }]);
        }

        if (flat)
        {
            LayFlat(rows, block, columns);
            return;
        }

        var repeat = block.Rows.FirstOrDefault(row => row.Repeat is not null)?.Repeat;
        var before = repeat is null ? 0 : (_look.Label == EntryLabel.Beside ? 1 : 0) + (_look.Numbered ? 1 : 0);
        var labelColumns = before + Depth(block.Rows);
        if (repeat is not null && block.Rows.Any(row => row.Repeat is not null && row.Children.Count > 0))
        {
            labelColumns = before + Math.Max(Depth(block.Rows), 1 + block.Rows.Where(row => row.Repeat is not null).Max(row => Depth(row.Children)));
        }

        var first = rows.Count;
        LayHead(rows, block.Columns, Depth(block.Columns));
        rows[first].Insert(0, new GridCell(repeat is not null ? repeat.Label.Zh : blocks > 1 ? "信息内容" : "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）")
        {
            ColumnSpan = labelColumns - before,
            RowSpan = rows.Count - first,
        });
        for (var i = 0; i < before; i++)
        {
            rows[first].Insert(0, new GridCell(i == 0 && _look.Numbered ? "序号" : "类别") { RowSpan = rows.Count - first });
        }

        LayRows(rows, null, block.Rows, labelColumns, columns, ref _cell);
    }

    private static void LayHead(List<List<GridCell>> rows, IReadOnlyList<Node> nodes, int depth)
    {
        var first = rows.Count;
        for (var i = 0; i < depth; i++)
        {
            rows.Add([]);
        }

        Lay(nodes, 0);

        void Lay(IReadOnlyList<Node> level, int at)
        {
            foreach (var node in level)
            {
                rows[first + at].Add(new GridCell(node.Label.Zh)
                {
                    ColumnSpan = node.Leaves().Count(),
                    RowSpan = node.Children.Count == 0 ? depth - at : 1,
                });
                Lay(node.Children, at + 1);
            }
        }
    }

    private void LayRows(List<List<GridCell>> rows, List<GridCell>? open, IReadOnlyList<Node> nodes, int labelColumns, int columns, ref int cell)
    {
        foreach (var node in nodes)
        {
            if (node.Repeat is not null)
            {
                LayEntries(rows, node, labelColumns, columns);
                continue;
            }

            var row = open ?? [];
            open = null;
            if (row.Count == 0)
            {
                rows.Add(row);
            }

            if (node.Children.Count > 0)
            {
                row.Add(new GridCell(node.Label.Zh) { RowSpan = node.Leaves().Count() });
                LayRows(rows, row, node.Children, labelColumns - 1, columns, ref cell);
                continue;
            }

            row.Add(new GridCell(node.Label.Zh) { ColumnSpan = labelColumns, IsRowLabel = true });
            for (var i = 0; i < columns; i++)
            {
                row.Add(Value(cell++));
            }
        }
    }

    private void LayEntries(List<List<GridCell>> rows, Node node, int labelColumns, int columns)
    {
        var entries = _report.GetEntries(_repeat++);
        var height = node.Leaves().Count();
        if (_look.Label == EntryLabel.Over)
        {
            rows.Add([new GridCell(node.Label.Zh) { ColumnSpan = labelColumns + columns }]);
        }

        for (var entry = 0; entry < entries.Count; entry++)
        {
            List<GridCell> row = [];
            var rest = labelColumns;
            rows.Add(row);
            if (_look.Label == EntryLabel.Beside)
            {
                rest--;
                if (entry == 0)
                {
                    row.Add(new GridCell(node.Label.Zh) { RowSpan = entries.Count * height });
                }
            }

            if (_look.Numbered)
            {
                rest--;
                row.Add(new GridCell((entry + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)) { RowSpan = height });
            }

            var name = entries.GetKey(entry)!;
            var cell = entries.FirstCellOf(entry);
            if (node.Children.Count == 0)
            {
                row.Add(new GridCell(name) { ColumnSpan = rest, IsRowLabel = true, IsName = true });
                row.AddRange(Enumerable.Range(cell, columns).Select(Value));
            }
            else
            {
                row.Add(new GridCell(name) { RowSpan = height, IsName = true });
                LayRows(rows, row, node.Children, rest - 1, columns, ref cell);
            }
        }
    }

    /// <summary>Table 4 as the form prints it: the rows over the columns, all values in one row.</summary>
    private void LayFlat(List<List<GridCell>> rows, Block block, int columns)
    {
        var depth = Depth(block.Rows) + 1;
        var first = rows.Count;
        for (var i = 0; i < depth; i++)
        {
            rows.Add([]);
        }

        Lay(block.Rows, 0);
        rows.Add([]);
        foreach (var _ in block.Rows.SelectMany(node => node.Leaves()))
        {
            for (var i = 0; i < columns; i++)
            {
                rows[^1].Add(Value(_cell++));
            }
        }

        void Lay(IReadOnlyList<Node> level, int at)
        {
            foreach (var node in level)
            {
                rows[first + at].Add(new GridCell(node.Label.Zh) { ColumnSpan = node.Leaves().Count() * columns });
                Lay(node.Children, at + 1);
                foreach (var column in node.Children.Count == 0 ? block.Columns : [])
                {
                    rows[first + at + 1].Add(new GridCell(column.Label.Zh) { RowSpan = depth - at - 1 });
                }
            }
        }
    }

    private GridCell Value(int cell)
    {
        var type = _report.Format.Cells[cell].Type;
        var text = _report.GetCellText(cell) ?? "";
        return new GridCell(type.Kind switch
        {
            CellKind.Decimal when text.Length > 0 && Disturber.IsMoney(type) => text + "万元",
            CellKind.Choice => type.Choices.FirstOrDefault(choice => choice.Member == text)?.Label.Zh ?? "",
            CellKind.Date when text.Length > 0 => FormattableString.Invariant($"{int.Parse(text[..4], null)}年{int.Parse(text[5..7], null)}月{int.Parse(text[8..], null)}日"),
            _ => text,
        })
        {
            Cell = cell,
        };
    }
}

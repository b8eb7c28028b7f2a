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
}

/// <summary>A section as printed: a heading, and text or a table.</summary>
internal sealed record GridSection(string Heading, string? Text, List<List<GridCell>> Rows);

/// <summary>Lays a report out as the official form does, with merged cells.</summary>
internal static class PageGrid
{
    public static List<GridSection> Of(Report report, bool flatRemedies)
    {
        var sections = new List<GridSection>();
        var cell = 0;
        foreach (var section in report.Format.Sections)
        {
            if (section is not Table table)
            {
                sections.Add(new(section.Label.Zh, "本年度，全县各级各部门共公开政府信息123条。\n一是加强领导，二是完善制度，办结5件。", []));
                continue;
            }

            var rows = new List<List<GridCell>>();
            foreach (var block in table.Blocks)
            {
                var flat = flatRemedies && section.Member == "remedies";
                Lay(rows, report, block, ref cell, flat, table.Blocks.Count);
            }

            sections.Add(new(section.Label.Zh, null, rows));
        }

        return sections;
    }

    private static int Depth(IReadOnlyList<Node> nodes) => nodes.Count == 0 ? 0 : 1 + nodes.Max(node => Depth(node.Children));

    private static void Lay(List<List<GridCell>> rows, Report report, Block block, ref int cell, bool flat, int blocks)
    {
        var columns = block.Columns.SelectMany(node => node.Leaves()).Count();
        if (block.Heading is { } heading)
        {
            rows.Add([new GridCell(heading.Zh) { ColumnSpan = columns + 1 }]);
        }

        if (flat)
        {
            LayFlat(rows, report, block, ref cell, columns);
            return;
        }

        var labelColumns = Depth(block.Rows);
        var first = rows.Count;
        LayHead(rows, block.Columns, Depth(block.Columns));
        rows[first].Insert(0, new GridCell(blocks > 1 ? "信息内容" : "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）")
        {
            ColumnSpan = labelColumns,
            RowSpan = rows.Count - first,
        });
        LayRows(rows, null, report, block.Rows, labelColumns, columns, ref cell);
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

    private static void LayRows(
        List<List<GridCell>> rows, List<GridCell>? open, Report report, IReadOnlyList<Node> nodes, int labelColumns, int columns, ref int cell)
    {
        foreach (var node in nodes)
        {
            var row = open ?? [];
            open = null;
            if (row.Count == 0)
            {
                rows.Add(row);
            }

            if (node.Children.Count > 0)
            {
                row.Add(new GridCell(node.Label.Zh) { RowSpan = node.Leaves().Count() });
                LayRows(rows, row, report, node.Children, labelColumns - 1, columns, ref cell);
                continue;
            }

            row.Add(new GridCell(node.Label.Zh) { ColumnSpan = labelColumns, IsRowLabel = true });
            for (var i = 0; i < columns; i++)
            {
                row.Add(Value(report, cell++));
            }
        }
    }

    /// <summary>Table 4 as the form prints it: the rows over the columns, all values in one row.</summary>
    private static void LayFlat(List<List<GridCell>> rows, Report report, Block block, ref int cell, int columns)
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
                rows[^1].Add(Value(report, cell++));
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

    private static GridCell Value(Report report, int cell)
    {
        var value = report.GetValue(cell);
        var text = value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
        return new GridCell(report.Format.Cells[cell].Type.Kind == CellKind.Decimal && value is not null ? text + "万元" : text) { Cell = cell };
    }
}

namespace GovReportSchema.Pages;

/// <summary>A row of a form that repeats, or a group of rows, as it is looked for on a page.</summary>
/// <param name="Index">Its place among the repeating rows of the format.</param>
/// <param name="Label">Its label, which a page may print over its entries or beside them.</param>
/// <param name="Key">The label over the names of its entries.</param>
/// <param name="IsGroup">Whether an entry has rows with labels of their own.</param>
/// <param name="Rows">The rows of an entry.</param>
/// <param name="FirstLeaf">The number of its first leaf among the leaf rows of the block.</param>
/// <param name="Maximum">The greatest number of entries.</param>
internal sealed record RepeatForm(int Index, LabelText Label, LabelText Key, bool IsGroup, Axis Rows, int FirstLeaf, int Maximum);

/// <summary>Where the rows of a format's tables stand in its run of cells, taken one after the other.</summary>
internal sealed class RowPlaces(ReportFormat format)
{
    private int _nextCell;
    private int _nextRepeat;

    /// <summary>How many columns the rows of the block at hand have.</summary>
    public int Columns { get; set; }

    public int TakeRow()
    {
        var first = _nextCell;
        _nextCell += Columns;
        return first;
    }

    /// <summary>The first cells of all rows of all entries of the next row that repeats.</summary>
    public List<int> TakeEntries(int rows, out int repeat)
    {
        repeat = _nextRepeat++;
        var cells = new List<int>();
        for (var entry = 0; entry < format.Entries!.CountOf(repeat); entry++)
        {
            for (var row = 0; row < rows; row++)
            {
                cells.Add(format.Entries.FirstCellOf(repeat, entry) + (row * Columns));
            }
        }

        return cells;
    }
}

/// <summary>A block of a form's table as it is looked for on a page.</summary>
/// <param name="Heading">The label over it; <see cref="LabelText.None"/> where there is none.</param>
/// <param name="Rows">The axis that a page prints downwards.</param>
/// <param name="Columns">The axis that a page prints across.</param>
/// <param name="Turned">Whether the page's rows are the form's columns.</param>
internal sealed record BlockForm(LabelText Heading, Axis Rows, Axis Columns, bool Turned = false)
{
    public bool HasEntries => Rows.Repeats.Count > 0;

    public int CellOf(int row, int column) => Turned ? Columns.FirstCells[column] + row : Rows.FirstCells[row] + column;

    /// <summary>Whether a cell is one of the block.</summary>
    public bool Holds(int cell)
    {
        var (rows, columns) = Turned ? (Columns, Rows) : (Rows, Columns);
        return rows.FirstCells.Any(first => cell >= first && cell < first + columns.LeafCount);
    }

    public BlockForm Turn() => this with { Rows = Columns, Columns = Rows, Turned = !Turned };
}

/// <summary>A table of a form as it is looked for on a page.</summary>
internal sealed class TableForm
{
    private TableForm(Table table, RowPlaces places)
    {
        Table = table;
        var blocks = new List<BlockForm>();
        foreach (var block in table.Blocks)
        {
            var columns = new Axis(block.Columns);
            places.Columns = columns.LeafCount;
            blocks.Add(new BlockForm(block.Heading is { } heading ? LabelText.Of(heading.Zh) : LabelText.None, new Axis(block.Rows, places), columns));
        }

        Blocks = blocks;
        Cells = [.. blocks.SelectMany(block => block.Rows.FirstCells.SelectMany(first => Enumerable.Range(first, block.Columns.LeafCount)))];
    }

    public Table Table { get; }

    /// <summary>Its cells, row by row as the form prints them.</summary>
    public IReadOnlyList<int> Cells { get; }

    public IReadOnlyList<BlockForm> Blocks { get; }

    public IEnumerable<RepeatForm> Repeats => Blocks.SelectMany(block => block.Rows.Repeats);

    /// <summary>The labels by which a page of it is known, without those of entries, which no form knows.</summary>
    public IEnumerable<LabelText> Labels => Blocks.SelectMany(block => block.Rows.Nodes.Where(node => !node.IsEntry && !block.Rows.Repeats.Any(repeat => repeat.Label == node.Label))
        .Concat(block.Columns.Nodes).Select(node => node.Label))
        .Concat(Repeats.SelectMany(repeat => repeat.Rows.Nodes.Where(_ => repeat.IsGroup).Select(node => node.Label).Append(repeat.Key)));

    /// <summary>Whether a text is a label of this table.</summary>
    public bool Has(in LabelText found)
    {
        foreach (var block in Blocks)
        {
            if (block.Rows.Has(found) || block.Columns.Has(found))
            {
                return true;
            }

            foreach (var repeat in block.Rows.Repeats)
            {
                if (repeat.Rows.Has(found) || LabelMatch.Compare(found, repeat.Key, out _) == Fit.Same)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a text is the label of a column, or its beginning or its end.</summary>
    public bool HasPartOfColumn(string core)
    {
        foreach (var block in Blocks)
        {
            foreach (var node in block.Columns.Nodes)
            {
                if (core.Length > 0 && (node.Label.Core.StartsWith(core, StringComparison.Ordinal) || node.Label.Core.EndsWith(core, StringComparison.Ordinal)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The tables of a format.</summary>
    public static List<TableForm> Of(ReportFormat format)
    {
        var places = new RowPlaces(format);
        return [.. format.Sections.OfType<Table>().Select(table => new TableForm(table, places))];
    }
}

namespace GovReportSchema.Locating;

/// <summary>
/// Where each cell is printed, so that a value in the neighbouring column or row is seen as one slip of the hand, and a number
/// that is strange among its neighbours as strange.
/// </summary>
internal sealed class Grid
{
    /// <summary>The block of each cell; null of a cell of the header, which is printed in none.</summary>
    private readonly PrintedBlock?[] _blocks;

    /// <summary>The row of each cell in its block, as printed.</summary>
    private readonly int[] _rows;

    public Grid(ReportFormat format)
    {
        var count = format.Shape.Types.Length;
        (_blocks, _rows) = (new PrintedBlock?[count], new int[count]);
        var (nextCell, nextRepeat) = (0, 0);
        foreach (var section in format.Sections)
        {
            if (section is Table table)
            {
                foreach (var part in table.Blocks)
                {
                    Add(part, format.Entries, ref nextCell, ref nextRepeat);
                }
            }
        }
    }

    /// <summary>How two cells stand to each other on the form.</summary>
    public Neighbours Between(int left, int right)
    {
        if (_blocks[left] is not { } block || !ReferenceEquals(_blocks[right], block))
        {
            return Neighbours.None;
        }

        return (Math.Abs(_rows[left] - _rows[right]), Math.Abs(ColumnOf(left) - ColumnOf(right))) switch
        {
            (0, 1) => Neighbours.Columns,
            (1, 0) => Neighbours.Rows,
            _ => Neighbours.None,
        };
    }

    /// <summary>How many cells of a cell's row and column hold a 0, and how many another number; totals and the cell itself aside.</summary>
    public void Around(int cell, long[] values, out int zeroes, out int others)
    {
        (zeroes, others) = (0, 0);
        if (_blocks[cell] is not { } block)
        {
            return;
        }

        var (row, column) = (_rows[cell], ColumnOf(cell));
        for (var i = 0; i < block.Columns.Count; i++)
        {
            if (i != column && !block.Columns[i].IsTotal)
            {
                Count(values[block.FirstCells[row] + i], ref zeroes, ref others);
            }
        }

        for (var i = 0; i < block.Rows.Count; i++)
        {
            if (i != row && !block.Rows[i].IsTotal)
            {
                Count(values[block.FirstCells[i] + column], ref zeroes, ref others);
            }
        }
    }

    private int ColumnOf(int cell) => cell - _blocks[cell]!.FirstCells[_rows[cell]];

    private static void Count(long value, ref int zeroes, ref int others)
    {
        zeroes += value == 0 ? 1 : 0;
        others += value != 0 && value > Report.Unread ? 1 : 0;
    }

    /// <summary>Adds a block. Next come the cell of the next row that does not repeat, and the next row that does.</summary>
    private void Add(Block part, EntryLayout? entries, ref int nextCell, ref int nextRepeat)
    {
        var block = new PrintedBlock();
        foreach (var column in part.Columns)
        {
            AddLeaves(column, block.Columns);
        }

        Print(part.Rows, block, entries, ref nextCell, ref nextRepeat);
        for (var row = 0; row < block.Rows.Count; row++)
        {
            for (var column = 0; column < block.Columns.Count; column++)
            {
                var cell = block.FirstCells[row] + column;
                (_blocks[cell], _rows[cell]) = (block, row);
            }
        }
    }

    /// <summary>The rows as printed, those of entries among the others.</summary>
    private static void Print(IReadOnlyList<Node> nodes, PrintedBlock block, EntryLayout? entries, ref int nextCell, ref int nextRepeat)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            if (node.Repeat is not null)
            {
                var repeat = nextRepeat++;
                for (var entry = 0; entry < entries!.CountOf(repeat); entry++)
                {
                    var first = block.Rows.Count;
                    AddLeaves(node, block.Rows);
                    for (var row = first; row < block.Rows.Count; row++)
                    {
                        block.FirstCells.Add(entries.FirstCellOf(repeat, entry) + ((row - first) * block.Columns.Count));
                    }
                }
            }
            else if (node.Children.Count > 0)
            {
                Print(node.Children, block, entries, ref nextCell, ref nextRepeat);
            }
            else
            {
                block.Rows.Add(node);
                block.FirstCells.Add(nextCell);
                nextCell += block.Columns.Count;
            }
        }
    }

    private static void AddLeaves(Node node, List<Node> leaves)
    {
        if (node.Children.Count == 0)
        {
            leaves.Add(node);
        }

        for (var i = 0; i < node.Children.Count; i++)
        {
            AddLeaves(node.Children[i], leaves);
        }
    }

    /// <summary>The rows and columns of a block that hold cells, and the first cell of each row.</summary>
    private sealed class PrintedBlock
    {
        public List<Node> Columns { get; } = new List<Node>();

        public List<Node> Rows { get; } = new List<Node>();

        public List<int> FirstCells { get; } = new List<int>();
    }
}

/// <summary>How two cells stand to each other on the form.</summary>
internal enum Neighbours
{
    None,

    /// <summary>In the same row, in columns side by side.</summary>
    Columns,

    /// <summary>In the same column, in rows one over the other.</summary>
    Rows,
}

namespace GovReportSchema.Locating;

/// <summary>
/// Where each cell is printed, so that a value in the neighbouring column or row is seen as one slip of the hand, and a number
/// that is strange among its neighbours as strange.
/// </summary>
internal sealed class Grid
{
    /// <summary>Of each cell; null of a cell of the header, which is printed in no block.</summary>
    private readonly Place?[] _places;

    public Grid(ReportFormat format)
    {
        _places = new Place?[format.Shape.Types.Length];
        var next = (Cell: 0, Repeat: 0);
        foreach (var part in format.Sections.OfType<Table>().SelectMany(table => table.Blocks))
        {
            Node[] columns = [.. part.Columns.SelectMany(column => column.Leaves())];
            var rows = new List<(Node Row, int FirstCell)>();
            Print(part.Rows, columns.Length, format.Entries, rows, ref next);
            var block = new PrintedBlock([.. rows.Select(row => row.Row)], columns, [.. rows.Select(row => row.FirstCell)]);
            for (var i = 0; i < rows.Count * columns.Length; i++)
            {
                _places[block.CellAt(i / columns.Length, i % columns.Length)] = new(block, i / columns.Length, i % columns.Length);
            }
        }
    }

    /// <summary>How two cells stand to each other on the form.</summary>
    public Neighbours Between(int left, int right)
    {
        if (_places[left] is not { } a || _places[right] is not { } b)
        {
            return Neighbours.None;
        }

        return (ReferenceEquals(a.Block, b.Block), Math.Abs(a.Row - b.Row), Math.Abs(a.Column - b.Column)) switch
        {
            (true, 0, 1) => Neighbours.Columns,
            (true, 1, 0) => Neighbours.Rows,
            _ => Neighbours.None,
        };
    }

    /// <summary>How many cells of a cell's row and column hold a 0, and how many another number; totals and the cell itself aside.</summary>
    public (int Zeroes, int Others) Around(int cell, long[] values)
    {
        if (_places[cell] is not { } place)
        {
            return default;
        }

        var block = place.Block;
        var (zeroes, others) = (0, 0);
        for (var column = 0; column < block.Columns.Length; column++)
        {
            if (column != place.Column && !block.Columns[column].IsTotal)
            {
                Count(block.CellAt(place.Row, column));
            }
        }

        for (var row = 0; row < block.Rows.Length; row++)
        {
            if (row != place.Row && !block.Rows[row].IsTotal)
            {
                Count(block.CellAt(row, place.Column));
            }
        }

        return (zeroes, others);

        void Count(int other)
        {
            if (values[other] == 0)
            {
                zeroes++;
            }
            else if (values[other] > Report.Unread)
            {
                others++;
            }
        }
    }

    // The rows as printed, those of entries among the others. Next come the cell of the next row that does not repeat, and the next
    // row that does.
    private static void Print(
        IReadOnlyList<Node> nodes, int columns, EntryLayout? entries, List<(Node Row, int FirstCell)> rows, ref (int Cell, int Repeat) next)
    {
        foreach (var node in nodes)
        {
            if (node.Repeat is not null)
            {
                var repeat = next.Repeat++;
                for (var entry = 0; entry < entries!.CountOf(repeat); entry++)
                {
                    var first = entries.FirstCellOf(repeat, entry);
                    rows.AddRange(node.Leaves().Select((leaf, i) => (leaf, first + (i * columns))));
                }
            }
            else if (node.Children.Count > 0)
            {
                Print(node.Children, columns, entries, rows, ref next);
            }
            else
            {
                rows.Add((node, next.Cell));
                next.Cell += columns;
            }
        }
    }

    private sealed record Place(PrintedBlock Block, int Row, int Column);

    /// <param name="Rows">The rows that hold cells.</param>
    /// <param name="Columns">The columns that hold cells.</param>
    /// <param name="FirstCells">The first cell of each row.</param>
    private sealed record PrintedBlock(Node[] Rows, Node[] Columns, int[] FirstCells)
    {
        public int CellAt(int row, int column) => FirstCells[row] + column;
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

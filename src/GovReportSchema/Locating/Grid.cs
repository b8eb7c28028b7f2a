namespace GovReportSchema.Locating;

/// <summary>
/// Where each cell is printed, so that a value in the neighbouring column or row is seen as one slip of the hand, and a number
/// that is strange among its neighbours as strange.
/// </summary>
internal sealed class Grid
{
    private readonly List<Place> _places = [];

    public Grid(ReportFormat format)
    {
        foreach (var table in format.Sections.OfType<Table>())
        {
            foreach (var part in table.Blocks)
            {
                Node[] columns = [.. part.Columns.SelectMany(column => column.Leaves())];
                Node[] rows = [.. part.Rows.SelectMany(row => row.Leaves())];
                var block = new PrintedBlock(_places.Count, rows, columns);
                for (var i = 0; i < rows.Length * columns.Length; i++)
                {
                    _places.Add(new(block, i / columns.Length, i % columns.Length));
                }
            }
        }
    }

    /// <summary>How two cells stand to each other on the form.</summary>
    public Neighbours Between(int left, int right)
    {
        var (a, b) = (_places[left], _places[right]);
        return (a.Block == b.Block, Math.Abs(a.Row - b.Row), Math.Abs(a.Column - b.Column)) switch
        {
            (true, 0, 1) => Neighbours.Columns,
            (true, 1, 0) => Neighbours.Rows,
            _ => Neighbours.None,
        };
    }

    /// <summary>How many cells of a cell's row and column hold a 0, and how many another number; totals and the cell itself aside.</summary>
    public (int Zeroes, int Others) Around(int cell, long[] values)
    {
        var place = _places[cell];
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

    private sealed record Place(PrintedBlock Block, int Row, int Column);

    /// <param name="First">Its first cell; the others follow row by row.</param>
    /// <param name="Rows">The rows that hold cells.</param>
    /// <param name="Columns">The columns that hold cells.</param>
    private sealed record PrintedBlock(int First, Node[] Rows, Node[] Columns)
    {
        public int CellAt(int row, int column) => First + (row * Columns.Length) + column;
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

namespace GovReportSchema.Locating;

/// <summary>Where each cell is printed, so that a value in the neighbouring column or row is seen as one slip of the hand.</summary>
internal sealed class Grid
{
    private readonly List<(int Block, int Row, int Column)> _places = [];

    public Grid(ReportFormat format)
    {
        var block = 0;
        foreach (var table in format.Sections.OfType<Table>())
        {
            foreach (var part in table.Blocks)
            {
                var columns = part.Columns.Sum(column => column.Leaves().Count());
                var rows = part.Rows.Sum(row => row.Leaves().Count());
                for (var i = 0; i < rows * columns; i++)
                {
                    _places.Add((block, i / columns, i % columns));
                }

                block++;
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

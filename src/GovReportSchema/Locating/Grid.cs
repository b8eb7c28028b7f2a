namespace GovReportSchema.Locating;

/// <summary>Where each cell is printed, so that a value in the neighbouring column or row is seen as one slip of the hand.</summary>
internal sealed class Grid
{
    private readonly (Block Block, int Row, int Column)[] _places;

    public Grid(ReportFormat format)
    {
        _places = new (Block, int, int)[format.Shape.Types.Length];
        for (var row = 0; row < format.Shape.Rows.Count; row++)
        {
            var run = format.Shape.Rows[row];
            for (var column = 0; column < run.CellCount; column++)
            {
                _places[run.FirstCell + column] = (run.Block, row, column);
            }
        }
    }

    /// <summary>How two cells stand to each other on the form.</summary>
    public Neighbours Between(int left, int right)
    {
        var (a, b) = (_places[left], _places[right]);
        return (ReferenceEquals(a.Block, b.Block), Math.Abs(a.Row - b.Row), Math.Abs(a.Column - b.Column)) switch
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

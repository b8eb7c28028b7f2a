namespace GovReportSchema.Pages;

/// <summary>A table of a Word document while it is read: a cell that continues the one above it lengthens that one.</summary>
internal sealed class WordTable
{
    private readonly PageTableCell?[] _above = new PageTableCell?[PageLimits.Columns + 1];
    private List<PageTableCell> _row = [];
    private int _column;

    public PageTable Table { get; } = new();

    /// <summary>The cell that is open; null between cells.</summary>
    public PageTableCell? Cell { get; private set; }

    public int Span { get; set; } = 1;

    public bool Continues { get; set; }

    public void BeginRow()
    {
        _row = [];
        _column = 0;
        Table.Rows.Add(_row);
    }

    public void Skip(int columns) => _column = Math.Min(_column + columns, PageLimits.Columns);

    public void BeginCell()
    {
        (Span, Continues) = (1, false);
        Cell = new PageTableCell(1, 1) { Column = _column };
        _row.Add(Cell);
    }

    /// <summary>The properties, which stand before the content of the cell, have been read.</summary>
    public void SetProperties()
    {
        if (Cell is null)
        {
            return;
        }

        _row.Remove(Cell);
        Cell = new PageTableCell(Span, 1) { Column = _column };
        if (Continues && _above[_column] is { } above)
        {
            above.RowSpan++;
        }
        else
        {
            _row.Add(Cell);
        }
    }

    public void EndCell()
    {
        if (Cell is { } cell)
        {
            var continued = Continues ? _above[_column] : null;
            for (var i = _column; i < Math.Min(_column + cell.ColumnSpan, PageLimits.Columns); i++)
            {
                _above[i] = continued ?? cell;
            }

            _column = Math.Min(_column + cell.ColumnSpan, PageLimits.Columns);
        }

        Cell = null;
    }
}

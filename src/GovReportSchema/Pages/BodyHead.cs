namespace GovReportSchema.Pages;

/// <summary>The head over the body of a block, as far as it tells which text of a row is a name and which are values.</summary>
internal sealed class BodyHead(BlockForm block)
{
    private readonly List<Token> _texts = [];
    private Head? _head;

    public BlockForm Block => block;

    /// <summary>The table of the page that the rows under it stand in; -1 where rows are lost.</summary>
    public int Table { get; set; } = -1;

    /// <summary>Whether the next table is the same: the label of a group of rows stands between them on a line of its own.</summary>
    public bool GoesOn { get; set; }

    /// <summary>Whether no row has followed it yet.</summary>
    public bool IsOpen => _head is null;

    /// <summary>The columns in the order of the page.</summary>
    public IReadOnlyList<int> Order => _head?.Order ?? [];

    private int Columns => block.Columns.LeafCount;

    public void Add(params IEnumerable<Token> texts)
    {
        _texts.AddRange(texts);
        Table = _texts[^1].Cell.Table;
        _head = null;
    }

    /// <summary>Ends the head before the first row of the body.</summary>
    /// <param name="rest">Texts between the two, the first of which may end a label that is broken over lines.</param>
    /// <param name="taken">How many of them do.</param>
    /// <returns>Whether it names the columns, and in what order.</returns>
    public bool Close(IReadOnlyList<Token> rest, out int taken)
    {
        taken = 0;
        _head = Head.Read(_texts, block.Columns);
        for (var more = 1; more < rest.Count && _head is { State: not HeadState.Full }; more++)
        {
            if (Head.Read([.. _texts, .. rest.Take(more)], block.Columns) is { State: HeadState.Full } full)
            {
                (_head, taken) = (full, more);
            }
        }

        var named = Head.Printed([.. _texts, .. rest.Take(taken)], block.Columns).Distinct().Count(node => block.Columns.Nodes[node].Leaf >= 0);
        return _head is not null && (_head.State != HeadState.Unclear || IsByColumn(_head)) && 2 * named >= Columns;
    }

    /// <summary>Whether every column was named.</summary>
    public bool IsWhole => _head is { State: HeadState.Full };

    /// <summary>Where the values of a row begin; its length where it has none.</summary>
    public int FirstValue(List<Token> row)
    {
        if (FirstColumn(row) is not { } first)
        {
            return Math.Max(Math.Min(1, row.Count), row.Count - Columns);
        }

        var at = row.FindIndex(token => token.Cell.Column + token.Cell.ColumnSpan > first);
        return at < 0 ? row.Count : at;
    }

    /// <summary>Whether a text begins before the values and reaches over them, as a note does.</summary>
    public bool HasSpanning(List<Token> row) => FirstColumn(row) is { } first
        && row.Exists(token => token.Cell.Column < first && token.Cell.Column + token.Cell.ColumnSpan > first);

    /// <summary>Whether a row ends before the last column, so that nothing of it need stand where it should.</summary>
    public bool IsShort(List<Token> row) => FirstColumn(row) is not null
        && row.Max(token => token.Cell.Column + token.Cell.ColumnSpan) <= _head!.Positions!.Max();

    /// <summary>Which value of a row belongs to a column; -1 where that is not known, or there is none.</summary>
    public int ValueOf(List<Token> row, int firstValue, int column)
    {
        if (FirstColumn(row) is not null)
        {
            return row.FindIndex(token => token.Cell.Column <= _head!.Positions![column] && token.Cell.Column + token.Cell.ColumnSpan > _head.Positions[column]);
        }

        return row.Count - firstValue == Columns ? firstValue + Array.IndexOf(_head!.Order, column) : -1;
    }

    /// <summary>The text of a row that stands under the label of the names; -1 where the head has no such label; null where the row has nothing under it.</summary>
    public int? NameUnder(List<Token> row, RepeatForm repeat)
    {
        var over = _texts.FindIndex(text => LabelMatch.Compare(text.Label, repeat.Key, out _) == Fit.Same);
        if (over < 0)
        {
            return -1;
        }

        if (row[0].Cell.Place == Place.Grid)
        {
            var column = _texts[over].Cell.Column;
            var under = row.FindIndex(token => token.Cell.Column <= column && token.Cell.Column + token.Cell.ColumnSpan > column);
            return under < 0 ? null : under;
        }

        // Merged cells leave no trace in a head of several rows, or in a row that is shorter than the head.
        return _texts.TrueForAll(text => text.SameRow(_texts[0])) && _texts.Count == row.Count ? over : -1;
    }

    /// <summary>The first column of values, where the head says of each where it stands.</summary>
    private int? FirstColumn(List<Token> row) => row.Count > 0 && row[0].Cell.Place == Place.Grid && _head is not null && IsByColumn(_head) ? _head.Positions!.Min() : null;

    private static bool IsByColumn(Head head) => head.Positions is { } positions && Array.TrueForAll(positions, position => position >= 0);
}

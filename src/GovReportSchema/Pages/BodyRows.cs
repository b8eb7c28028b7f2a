namespace GovReportSchema.Pages;

/// <summary>
/// Tells the rows under the head of a table apart before they are placed: finds the entries of rows that repeat, and gives the texts that
/// name them marks, by which their values are placed as those of any row of the form; and tells dates, choices and texts that are
/// values from labels.
/// </summary>
internal sealed partial class BodyRows
{
    private readonly ReportFormat _format;
    private readonly TableForm _table;
    private readonly TableEntries _entries;
    private readonly List<Token> _marked = [];

    /// <summary>The rows of the form whose labels the page prints as they are: no entry of a like name is taken for one of these.</summary>
    private readonly HashSet<LabelText> _printed = [];

    private BodyHead? _head;

    /// <summary>The blocks whose heads were found.</summary>
    private readonly HashSet<BlockForm> _headed = [];

    /// <summary>A table of the page that is another than the form's.</summary>
    private int _foreign = -1;

    /// <summary>The headings of the form's sections, with their numbers: a row may have the same words.</summary>
    private readonly HashSet<(string Core, int Number)> _headings;

    /// <summary>The columns of other tables.</summary>
    private readonly HashSet<string> _foreignColumns;

    private BodyRows(ReportFormat format, TableForm table, TableEntries entries)
    {
        (_format, _table, _entries) = (format, table, entries);
        _headings = [.. format.Sections.Select(section => LabelText.Of(section.Label.Zh)).Select(label => (label.Core, label.Number))];
        _foreignColumns = [.. format.Sections.OfType<Table>().SelectMany(other => other.Blocks).SelectMany(block => block.Columns)
            .SelectMany(column => column.Leaves()).Select(column => LabelText.Of(column.Label.Zh)).Where(label => !table.Has(label)).Select(label => label.Core)];
    }

    /// <param name="format">The format as its definition has it.</param>
    /// <param name="table">The table.</param>
    /// <param name="tokens">The stretch of the page in which it stands.</param>
    /// <param name="entries">Takes the entries that are found.</param>
    /// <returns>The tokens with their marks, without those that were refused.</returns>
    public static List<Token> Mark(ReportFormat format, TableForm table, List<Token> tokens, TableEntries entries)
    {
        if (!table.Repeats.Any() && table.Cells.All(cell => format.Shape.Types[cell].IsNumber))
        {
            return tokens;
        }

        var rows = new BodyRows(format, table, entries);
        rows.Read(tokens);
        entries.Unread.UnionWith(table.Blocks.Where(block => !rows._headed.Contains(block)).SelectMany(block => block.Rows.Repeats).Select(repeat => repeat.Index));
        return rows._marked;
    }

    private void Read(List<Token> tokens)
    {
        _printed.UnionWith(tokens.Where(token => !token.IsValue && _table.Blocks.Any(block => FixedRow(block, token.Label, Fit.Same) >= 0)).Select(token => token.Label));
        for (var i = 0; i < tokens.Count;)
        {
            var end = i + 1;
            while (end < tokens.Count && (tokens[i].InRow ? tokens[end].SameRow(tokens[i]) : !tokens[end].InRow))
            {
                end++;
            }

            if (tokens[i].InRow)
            {
                ReadRow(tokens.GetRange(i, end - i));
            }
            else
            {
                ReadLines(tokens.GetRange(i, end - i));
            }

            i = end;
        }
    }

    private void ReadRow(List<Token> row)
    {
        if (TakeHead(row) || _head is null || (_head.IsOpen && !CloseHead([], out _)) || row.TrueForAll(token => token.IsEmpty) || !IsOfTable(row))
        {
            _marked.AddRange(row);
            return;
        }

        var first = _head.FirstValue(row);
        var at = row.FindLastIndex(Math.Min(first, row.Count - 1), token => !token.IsValue && FixedRow(_head.Block, token.Label, Fit.Same) >= 0);
        if (at >= 0 && !IsNextOfEntry(row[at].Label))
        {
            TakeFixed(row, at, FixedRow(_head.Block, row[at].Label, Fit.Same));
        }
        else if (_head.Block.HasEntries)
        {
            ReadEntry(row, first);
        }
        else
        {
            _marked.AddRange(row);
        }
    }

    /// <summary>Whether a row is one of the head: that of a block, again on another sheet too, or one more of the head that is being read.</summary>
    private bool TakeHead(List<Token> row)
    {
        var texts = row.FindAll(token => !token.IsValue);
        if (texts.Count == 0 || row.Exists(token => token.Value.Kind == ValueKind.Number))
        {
            return false;
        }

        foreach (var block in _table.Blocks.OrderByDescending(block => texts.Count(text => block.Columns.Has(text.Label))))
        {
            var named = texts.Count(text => block.Columns.Find(text.Label, Fit.Near, out _, out _).Count > 0 || Head.BeginsLabel(text.Label.Core, block.Columns));
            var goesOn = _head is { IsOpen: true } && _head.Block == block && _head.Table == row[0].Cell.Table;
            var again = _head is { IsOpen: false } && _head.Block == block && _head.Table == row[0].Cell.Table;
            var names = texts.FindIndex(text => IsOverNames(block, text)) is >= 0 and var over && !texts.Take(over).Any(text => block.Columns.Has(text.Label));
            var least = again && !names ? Math.Max(2, block.Columns.LeafCount) : goesOn || names || block.Columns.LeafCount == 1 ? 1 : 2;
            if (named >= least && 2 * (named + (names ? 1 : 0)) >= texts.Count)
            {
                TakeHead(block, row, goesOn);
                return true;
            }
        }

        return false;
    }

    private void TakeHead(BlockForm block, List<Token> texts, bool goesOn)
    {
        if (!goesOn)
        {
            _head = new BodyHead(block);
            EndEntry();
            (_lastFixed, _band) = _headed.Contains(block) ? (_lastFixed, _band) : (-1, null);
        }

        _head!.Add(texts);
    }

    private bool CloseHead(IReadOnlyList<Token> rest, out int taken)
    {
        if (!_head!.Close(rest, out taken))
        {
            // Under a second head that cannot be read there may be more entries.
            _entries.Unread.UnionWith(_head.Block.Rows.Repeats.Select(repeat => repeat.Index));
            _head = null;
            return false;
        }

        _headed.Add(_head.Block);
        return true;
    }

    /// <summary>
    /// Whether a row stands under the head, or in a table without one that goes on where the form's broke off: its first row is as wide and
    /// holds what the columns hold.
    /// </summary>
    private bool IsOfTable(List<Token> row)
    {
        var table = row[0].Cell.Table;
        if (_head!.GoesOn)
        {
            (_head.Table, _head.GoesOn) = (table, false);
        }

        if (table == _head.Table || !_head.Block.HasEntries)
        {
            return table != _foreign;
        }

        var first = _head.FirstValue(row);
        var goesOn = table != _foreign && row.Skip(first).Any(token => !token.IsBlank) && row.Take(first).Any(token => !token.IsEmpty)
            && Enumerable.Range(0, _head.Block.Columns.LeafCount).All(column => _head.ValueOf(row, first, column) is >= 0 and var at && FitsColumn(row[at], column));
        if (goesOn)
        {
            _head.Table = table;
            _entries.Refuse(PageFault.Continued, row[0], Findings.Fault.Name(NameOf(row.Find(token => !token.IsEmpty)!)));
        }
        else
        {
            _foreign = table;
            if (row.Exists(token => token.Value.Kind == ValueKind.Number))
            {
                _entries.Unread.UnionWith(_head.Block.Rows.Repeats.Select(repeat => repeat.Index));
            }
        }

        return goesOn;
    }

    /// <summary>A row of the form that stands once: what follows its label are values.</summary>
    private void TakeFixed(List<Token> row, int at, int leaf)
    {
        EndEntry();
        _lastFixed = leaf;
        var hasWords = Enumerable.Range(0, _head!.Block.Columns.LeafCount).Any(column => !TypeOf(leaf, column).IsNumber);
        _marked.AddRange(row.Take(at + 1));
        _marked.AddRange(row.Skip(at + 1).Select(token => hasWords ? AsValue(token) : token));
    }

    private CellType TypeOf(int leaf, int column) => _format.Shape.Types[_head!.Block.CellOf(leaf, column)];

    private bool FitsColumn(Token token, int column) => _head!.Block.Rows.Repeats.Any(repeat =>
        Enumerable.Range(repeat.FirstLeaf, repeat.Rows.LeafCount).Any(leaf => Fits(token, TypeOf(leaf, column))));

    private static bool Fits(Token token, CellType type) => token.IsBlank || type.Kind switch
    {
        CellKind.Date => ValueText.Day(token.Text) is not null,
        CellKind.Choice => ValueText.Choice(token.Text, type) >= 0,
        CellKind.Text => true,
        _ => token.Value.Kind == ValueKind.Number,
    };

    private static Token AsValue(Token token) => token.IsValue ? token : token with { Value = ValueText.Word };

    /// <summary>The row of the form, of those that stand once, that a text names; -1 for none.</summary>
    private static int FixedRow(BlockForm block, in LabelText label, Fit least)
    {
        var leaves = block.Rows.Find(label, least, out _, out _).FindAll(node => block.Rows.Nodes[node] is { Leaf: >= 0, IsEntry: false });
        return leaves.Count == 1 ? block.Rows.Nodes[leaves[0]].Leaf : -1;
    }

    /// <summary>Whether a text is the label of a group of rows, or of a row that repeats.</summary>
    private static bool IsGroup(BlockForm block, in LabelText label) =>
        block.Rows.Find(label, Fit.Same, out _, out _) is [var node, ..] && block.Rows.Nodes[node].Leaf < 0;
}

namespace GovReportSchema.Pages;

/// <summary>
/// Finds the cells of one table among the tokens of a page: a run of values belongs to the row whose label stands before it, and has
/// as many values as the row has columns; or it holds the whole block in one row, under heads that name rows and columns. Where the
/// numbers do not agree, nothing is placed.
/// </summary>
internal sealed partial class TablePlacer
{
    /// <summary>Lines or rows over which a label may be broken.</summary>
    private const int MostLabelParts = 6;

    private readonly ReportFormat _format;
    private readonly List<BlockForm> _views = [];
    private readonly Dictionary<BlockForm, Head> _heads = [];
    private readonly List<Token> _texts = [];
    private readonly TableReading _reading;

    /// <summary>Whether the run at hand is followed by no label of the table: empty lines there are as likely its end as empty cells.</summary>
    private bool _atEnd;
    private readonly List<Token> _tokens;
    private readonly PageCell? _cutOff;
    private readonly LineLayout _layout;
    private int _refutedOrders;

    private TablePlacer(ReportFormat format, TableReading reading, List<Token> tokens, PageCell? cutOff, LineLayout layout)
    {
        (_format, _reading, _tokens, _cutOff, _layout) = (format, reading, tokens, cutOff, layout);
        var table = reading.Form;
        _views.AddRange(table.Blocks);
        _views.AddRange(table.Blocks.Where(block => !block.HasEntries && block.Rows.LeafCount > 1 && block.Columns.LeafCount > 1).Select(block => block.Turn()));
    }

    /// <param name="format">The format, with the entries of the table.</param>
    /// <param name="reading">The table, into which what is found goes.</param>
    /// <param name="tokens">The stretch of the page in which it stands, with the rows of entries marked.</param>
    /// <param name="cutOff">The last cell of a page that ends before the form does; null where it does not.</param>
    /// <param name="layout">How the text keeps columns by spaces.</param>
    public static void Read(ReportFormat format, TableReading reading, List<Token> tokens, PageCell? cutOff, LineLayout layout)
    {
        var placer = new TablePlacer(format, reading, tokens, cutOff, layout);
        placer.Read();
        placer.DoubtRefutedOrder();
        reading.Doubt(placement => placer._doubted.Exists(other => other.Cells.Order().SequenceEqual(placement.Cells.Order()) && !other.SameValuesAs(placement)));
        placer.PlaceShortRows();
        ShortRows.Doubt(format, reading, tokens);
        ScrambledRows.Doubt(format, reading);
    }

    private void Read()
    {
        for (var i = 0; i < _tokens.Count;)
        {
            var end = i + 1;
            if (_tokens[i].InRow)
            {
                while (end < _tokens.Count && _tokens[end].SameRow(_tokens[i]))
                {
                    end++;
                }

                ReadRow(_tokens.GetRange(i, end - i));
            }
            else if (!_tokens[i].IsValue)
            {
                if (!CompletesGroup(_tokens[i]))
                {
                    _texts.Add(_tokens[i]);
                }
            }
            else
            {
                while (end < _tokens.Count && _tokens[end].IsValue && !_tokens[end].InRow)
                {
                    end++;
                }

                _atEnd = end == _tokens.Count || (!_tokens[end].InRow && !IsLabel(_tokens[end].Label));
                PlaceRun(_tokens.GetRange(i, end - i), Following(end));
                _atEnd = false;
            }

            i = end;
        }
    }

    /// <summary>Whether a text is a label of the table, or the first part of one.</summary>
    private bool IsLabel(LabelText label) => !label.IsEmpty && _views.Exists(view => view.Heading.Core.StartsWith(label.Core, StringComparison.Ordinal)
        || view.Rows.Nodes.Concat(view.Columns.Nodes).Any(node => node.Label.Core.StartsWith(label.Core, StringComparison.Ordinal))
        || view.Rows.Has(label) || view.Columns.Has(label));

    /// <summary>The texts that follow a run, which may hold the rest of a label that its values interrupt.</summary>
    private List<Token> Following(int index) =>
        _tokens.Skip(index).TakeWhile(token => !token.IsValue && !token.InRow).Where(token => !IsGroup(token.Label)).Take(MostLabelParts).ToList();

    /// <summary>Whether a text is the label of a group of rows, which may stand on any line of the group.</summary>
    private bool IsGroup(LabelText label) => _views.Exists(view => !view.Turned
        && view.Rows.Find(label, Fit.Same, out _, out _) is [var node, ..] && view.Rows.Nodes[node].Leaf < 0);

    /// <summary>A row of a table: head, data, or values alone under a head.</summary>
    private void ReadRow(List<Token> row)
    {
        var label = row.FindLastIndex(token => !token.IsValue && IsRow(token.Label));
        if (label < 0 || IsHeadRow(row, label))
        {
            var first = row.FindIndex(token => !token.IsValue);
            if (first < 0)
            {
                PlaceRun(row, []);
                return;
            }

            var lastText = row.FindLastIndex(token => !token.IsValue);
            _texts.AddRange(row.Where(token => !token.IsValue));
            var values = row.Skip(lastText + 1).ToList();
            if (values.Exists(token => !token.IsBlank))
            {
                PlaceRun(values, []);
            }

            return;
        }

        _texts.AddRange(row.Take(label + 1).Where(token => !token.IsValue));
        if (label + 1 < row.Count)
        {
            PlaceRun(row.GetRange(label + 1, row.Count - label - 1), []);
        }
    }

    private bool IsRow(in LabelText label)
    {
        foreach (var view in _views)
        {
            if (Leaf(view.Rows, label, Fit.Near, out _, out _) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A row with labels of columns, or with labels after the row's own, is a head.</summary>
    private bool IsHeadRow(List<Token> row, int label)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (i == label || row[i].IsValue || row[i].Label.IsEmpty || row[i].Label.Core == row[label].Label.Core)
            {
                continue;
            }

            foreach (var view in _views)
            {
                if (view.Columns.Has(row[i].Label, leavesOnly: true) && view.Rows.Has(row[label].Label, leavesOnly: true) && !view.Rows.Has(row[i].Label))
                {
                    return true;
                }

                if ((i > label || view.Rows.Has(row[i].Label, leavesOnly: true)) && view.Rows.Has(row[i].Label)
                    && (i > label || view.Rows.Has(row[label].Label, leavesOnly: true)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int Leaf(Axis axis, in LabelText label, Fit least, out Fit fit, out int distance)
    {
        var nodes = axis.Find(label, least, out fit, out distance);
        var leaves = nodes.FindAll(node => axis.Nodes[node].Leaf >= 0);
        return leaves.Count == 1 ? axis.Nodes[leaves[0]].Leaf : -1;
    }

    private void PlaceRun(List<Token> run, List<Token> after)
    {
        if (!IsOfOnePiece(ref run))
        {
            _reading.Ambiguous.Add((run[0], _texts.Count == 0 ? "" : _texts[^1].Text.Trim(), TableReading.Show(run)));
            _texts.Clear();
            return;
        }

        var candidates = new List<Placement>();
        var own = 0;
        var label = "";

        // Where rows are known, a row's label stands in it.
        var named = run[0].InRow && !(_texts.Count > 0 && _texts[^1].SameRow(run[0])) ? [] : FindRow(after, out own, out label);
        if (MayBeOfNextRow(run, after))
        {
            _reading.Ambiguous.Add((run[0], label, TableReading.Show(run)));
            _texts.Clear();
            return;
        }

        if (run.TrueForAll(token => token.IsBlank) && (named.Count == 0 || IsHead(_texts.Count - own)))
        {
            return;
        }

        foreach (var (view, row, fit) in named)
        {
            var head = ReadHead(view, _texts.Count - own);
            if (view.Turned && _texts.Take(_texts.Count - own).Any(text => view.Rows.Has(text.Label)))
            {
                // The form's columns stand in the head too: the table is printed in one row.
                continue;
            }

            candidates.AddRange(RunReadings.OfRow(view, head, row, fit, run));
            if (candidates.Count > 0)
            {
                break;
            }
        }

        if (candidates.Count == 0)
        {
            candidates.AddRange(RunReadings.OfBlock(_views.FindAll(view => !view.HasEntries), _texts, run));
        }

        Decide(candidates, run, label, named);
        if (candidates.Count > 0 || run.Exists(token => !token.IsBlank))
        {
            _texts.Clear();
        }
    }

    /// <summary>
    /// Where a line holds several values, a row is one line: empty lines after it are no cells, and a number on a line of its own is
    /// not one of them.
    /// </summary>
    private static bool IsOfOnePiece(ref List<Token> run)
    {
        var inLines = run.Count(token => token.Cell.Place == Place.Line);
        if (inLines > 0 && inLines < run.Count)
        {
            // Empty lines behind the last bar of a table.
            run = run.FindAll(token => token.Cell.Place != Place.Line || !token.IsEmpty);
            return run.TrueForAll(token => token.Cell.Place != Place.Line);
        }

        var lines = run.Where(token => token.Cell.Place == Place.Line).Select(token => token.Cell).Distinct().Count();
        if (lines <= 1 || lines == run.Count)
        {
            return true;
        }

        var packed = run.GroupBy(token => token.Cell).Where(line => line.Count() > 1).ToList();
        if (packed.Count > 1 || run.Exists(token => !token.IsBlank && token.Cell != packed[0].Key))
        {
            return false;
        }

        run = [.. packed[0]];
        return true;
    }

    /// <summary>Whether texts name rows, as only the head of a table printed in one row does.</summary>
    private bool IsHead(int count) => _texts.Take(count).Any(text => _views.Exists(view => !view.Turned
        && Leaf(view.Rows, text.Label, Fit.Same, out _, out _) >= 0));

    /// <summary>The head of a block: that of the texts before this row, or else the one read before.</summary>
    private Head ReadHead(BlockForm view, int headTexts)
    {
        if (headTexts > 0 && Head.Read(_texts.GetRange(0, headTexts), view.Columns) is { } read)
        {
            if (!_heads.TryGetValue(view, out var known) || read.State == HeadState.Full || known.State != HeadState.Full)
            {
                _heads[view] = read;
            }
        }

        return _heads.GetValueOrDefault(view) ?? Head.InFormOrder(view.Columns);
    }
}

namespace GovReportSchema.Pages;

/// <summary>
/// Finds the cells of one table among the tokens of a page: a run of values belongs to the row whose label stands before it, and has
/// as many values as the row has columns; or it holds the whole block in one row, under heads that name rows and columns. Where the
/// numbers do not agree, nothing is placed.
/// </summary>
internal sealed class TablePlacer
{
    /// <summary>Lines or rows over which a label may be broken.</summary>
    private const int MostLabelParts = 6;

    private readonly ReportFormat _format;
    private readonly List<BlockForm> _views = [];
    private readonly Dictionary<BlockForm, Head> _heads = [];
    private readonly List<Token> _texts = [];
    private readonly TableReading _reading = new();

    /// <summary>Whether the run at hand is followed by no label of the table: empty lines there are as likely its end as empty cells.</summary>
    private bool _atEnd;
    private readonly List<Token> _tokens;

    private TablePlacer(ReportFormat format, TableForm table, List<Token> tokens)
    {
        (_format, _tokens) = (format, tokens);
        _views.AddRange(table.Blocks);
        _views.AddRange(table.Blocks.Where(block => block.Rows.LeafCount > 1 && block.Columns.LeafCount > 1).Select(block => block.Turn()));
    }

    public static TableReading Read(ReportFormat format, TableForm table, List<Token> tokens)
    {
        var placer = new TablePlacer(format, table, tokens);
        placer.Read();
        ShortRows.Doubt(format, placer._reading, tokens);
        return placer._reading;
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
                _texts.Add(_tokens[i]);
            }
            else
            {
                while (end < _tokens.Count && _tokens[end].IsValue && !_tokens[end].InRow)
                {
                    end++;
                }

                _atEnd = end == _tokens.Count || (!_tokens[end].InRow && !IsLabel(_tokens[end].Label));
                PlaceRun(_tokens.GetRange(i, end - i), Follows(end));
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
    private Token? Follows(int index) => index < _tokens.Count && !_tokens[index].IsValue && !_tokens[index].InRow ? _tokens[index] : null;

    /// <summary>A row of a table: head, data, or values alone under a head.</summary>
    private void ReadRow(List<Token> row)
    {
        var label = row.FindLastIndex(token => !token.IsValue && IsRow(token.Label));
        if (label < 0 || IsHeadRow(row, label))
        {
            var first = row.FindIndex(token => !token.IsValue);
            if (first < 0)
            {
                PlaceRun(row, null);
                return;
            }

            var lastText = row.FindLastIndex(token => !token.IsValue);
            _texts.AddRange(row.Where(token => !token.IsValue));
            var values = row.Skip(lastText + 1).ToList();
            if (values.Exists(token => !token.IsBlank))
            {
                PlaceRun(values, null);
            }

            return;
        }

        _texts.AddRange(row.Take(label + 1).Where(token => !token.IsValue));
        if (label + 1 < row.Count)
        {
            PlaceRun(row.GetRange(label + 1, row.Count - label - 1), null);
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

    private void PlaceRun(List<Token> run, Token? after)
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

            candidates.AddRange(RowReadings(view, head, row, fit, run));
            if (candidates.Count > 0)
            {
                break;
            }
        }

        if (candidates.Count == 0)
        {
            candidates.AddRange(FlatReadings(run));
        }

        Decide(candidates, run, label, named.Count > 0);
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

    private void Decide(List<Placement> candidates, List<Token> run, string label, bool named)
    {
        var different = new List<Placement>();
        foreach (var candidate in candidates)
        {
            if (_atEnd && candidate.Values[^1] is { IsEmpty: true, Cell.Place: Place.Line } && !SumJudge.Confirms(_format, candidate)
                && Array.Exists(candidate.Values, value => value is { IsEmpty: false }))
            {
                continue;
            }

            if (!different.Exists(candidate.SameAs))
            {
                different.Add(candidate);
            }
        }

        var chosen = different.Count == 1 ? different[0] : different.Count == 0 ? null : SumJudge.Choose(_format, different);
        if (chosen is not null)
        {
            _reading.Placements.Add(chosen with { Label = label });
        }
        else if (different.Count > 1 || (named && run.Exists(token => !token.IsBlank)))
        {
            _reading.Ambiguous.Add((run[0], label, TableReading.Show(run)));
        }
        else if (run.Exists(token => token.Value.Kind == ValueKind.Number))
        {
            _reading.NotPlaced.Add((run.Find(token => !token.IsBlank)!, label, TableReading.Show(run)));
        }
    }

    /// <summary>The rows that the texts before a run name: the last text, or the last few where the label is broken.</summary>
    private List<(BlockForm View, int Row, Fit Fit)> FindRow(Token? after, out int own, out string label)
    {
        own = Math.Min(_texts.Count, 1);
        label = _texts.Count == 0 ? "" : _texts[^1].Text.Trim();
        for (var least = Fit.Same; least >= Fit.Near; least--)
        {
            var joined = "";
            for (var parts = 1; parts <= Math.Min(MostLabelParts, _texts.Count); parts++)
            {
                joined = _texts[^parts].Text + joined;
                var found = FindRow(LabelText.Of(joined), least);
                if (found.Count > 0)
                {
                    (own, label) = (parts, joined);
                    return found;
                }
            }

            // 5.要求行政机关确认或重新 0 0 0 0 0 0 0 出具已获取信息: the values stand in the middle of their label.
            joined = after?.Text ?? "";
            for (var parts = 1; after is not null && parts <= Math.Min(MostLabelParts, _texts.Count); parts++)
            {
                joined = _texts[^parts].Text + joined;
                var found = FindRow(LabelText.Of(joined), Fit.Same);
                if (found.Count > 0)
                {
                    (own, label) = (parts, joined);
                    return found;
                }
            }
        }

        return [];
    }

    private List<(BlockForm View, int Row, Fit Fit)> FindRow(in LabelText label, Fit least)
    {
        var best = new List<(BlockForm, int, Fit)>();
        var bestFit = Fit.None;
        var bestDistance = int.MaxValue;
        foreach (var view in _views)
        {
            var row = Leaf(view.Rows, label, least, out var fit, out var distance);
            if (row < 0 || fit < bestFit || (fit == bestFit && distance > bestDistance))
            {
                continue;
            }

            if (fit > bestFit || distance < bestDistance)
            {
                best.Clear();
                (bestFit, bestDistance) = (fit, distance);
            }

            best.Add((view, row, fit));
        }

        // A near text that fits rows of two blocks fits neither.
        return bestFit == Fit.Near && best.Count(found => !found.Item1.Turned) > 1 ? [] : best;
    }

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

    private static List<Placement> RowReadings(BlockForm view, Head head, int row, Fit fit, List<Token> run)
    {
        var readings = new List<Placement>();

        // A page that turns the form round has to say so in full.
        if (view.Turned && head.State != HeadState.Full)
        {
            return readings;
        }

        if (head.Positions is { } positions && run[0].Cell.Place == Place.Grid && Array.TrueForAll(positions, position => position >= 0))
        {
            var values = Array.ConvertAll(positions, position => At(run, position));
            if (Array.TrueForAll(values, value => value is not null))
            {
                readings.Add(new(
                    Cells(view, row, Enumerable.Range(0, positions.Length)), WithUnits(values, head, [.. Enumerable.Range(0, positions.Length)]), fit, HeadState.Full));
            }
        }

        if (head.State == HeadState.Unclear)
        {
            return readings;
        }

        // In a grid whose head names every column, other columns may stand between: counting says nothing then.
        if (readings.Count > 0 && run.Count != head.Order.Length)
        {
            return readings;
        }

        var counted = Starts(run, head.Order.Length).Select(start => new Placement(
            Cells(view, row, head.Order), WithUnits([.. run.GetRange(start, head.Order.Length)], head, head.Order), fit, head.State)
        {
            Skipped = start,
        }).ToList();

        // Counting from either end leaves a choice that the head over the values does not.
        return readings.Count > 0 && counted.Exists(reading => reading.SameValuesAs(readings[0])) ? readings : [.. readings, .. counted];
    }

    private static Token?[] WithUnits(Token?[] values, Head head, int[] columns)
    {
        for (var i = 0; i < values.Length && head.Units.Length > 0; i++)
        {
            if (head.Units[columns[i]] is { } unit)
            {
                values[i] = values[i]! with { HeadUnit = unit };
            }
        }

        return values;
    }

    private static int[] Cells(BlockForm view, int row, IEnumerable<int> columns) =>
        [.. columns.Select(column => view.CellOf(row, column))];

    private static Token? At(List<Token> run, int position)
    {
        foreach (var token in run)
        {
            if (position >= token.Cell.Column && position < token.Cell.Column + token.Cell.ColumnSpan)
            {
                // A value over several columns is the value of none; a blank over them is the blank of each.
                return token.Cell.ColumnSpan == 1 || token.IsBlank ? token : null;
            }
        }

        return null;
    }

    /// <summary>Where a row of some length may begin in a run: what is left out on either side is empty. A printed dash is the
    /// blank of a cell.</summary>
    private static IEnumerable<int> Starts(List<Token> run, int length)
    {
        for (var start = 0; start + length <= run.Count; start++)
        {
            var restIsBlank = true;
            for (var i = start + length; i < run.Count && restIsBlank; i++)
            {
                restIsBlank = run[i].IsEmpty;
            }

            if (restIsBlank)
            {
                yield return start;
            }

            if (!run[start].IsEmpty)
            {
                yield break;
            }
        }
    }

    /// <summary>A whole block in one row, its rows and columns both named in the head (table 4).</summary>
    private List<Placement> FlatReadings(List<Token> run)
    {
        var readings = new List<Placement>();
        foreach (var view in _views)
        {
            var (rows, columns) = (view.Rows.LeafCount, view.Columns.LeafCount);
            if (rows < 2 || run.Count < rows * columns)
            {
                continue;
            }

            var rowOrder = view.Rows.LeafOrder([.. Head.Printed(_texts, view.Rows).Distinct()]);
            var columnOrder = view.Columns.LeafOrder([.. Head.Printed(_texts, view.Columns).Distinct()]);
            var labels = Head.Printed(_texts, view.Columns).Count(node => view.Columns.Nodes[node].Leaf >= 0);

            // A text between the head and the values is a value that could not be read.
            if (!run[0].InRow && (_texts.Count == 0 || Head.Printed([.. _texts.Take(_texts.Count - 1)], view.Columns).Count(node => view.Columns.Nodes[node].Leaf >= 0) == labels))
            {
                continue;
            }

            // Each row's columns under its label: with the roles turned, the labels of the rows would stand many times.
            if (rowOrder.Count != rows || columnOrder.Count != columns || labels <= columns)
            {
                continue;
            }

            var cells = rowOrder.SelectMany(row => columnOrder.Select(column => view.CellOf(row, column))).ToArray();
            readings.AddRange(Starts(run, cells.Length).Select(start => new Placement(
                cells, [.. run.GetRange(start, cells.Length)], Fit.Same, labels == rows * columns ? HeadState.Full : HeadState.Partial)));
        }

        return readings;
    }
}

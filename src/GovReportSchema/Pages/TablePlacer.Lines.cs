namespace GovReportSchema.Pages;

/// <content>Places rows whose empty cells left no trace, by the places of their values on the line.</content>
internal sealed partial class TablePlacer
{
    private readonly List<ShortRow> _short = [];

    /// <summary>A row with fewer values than columns.</summary>
    /// <param name="View">Its block.</param>
    /// <param name="Cells">The cells of the row, in the order of the page.</param>
    /// <param name="Head">The extents of the labels over those cells.</param>
    /// <param name="Values">Its values.</param>
    /// <param name="Label">Its label, as found.</param>
    /// <param name="Fit">How well that fits.</param>
    private sealed record ShortRow(BlockForm View, int[] Cells, Extent[]?[] Head, List<Token> Values, string Label, Fit Fit);

    /// <summary>Whether values stand on one line, and keep their places there by spaces.</summary>
    private static bool IsOnLine(IEnumerable<Token?> values)
    {
        PageCell? line = null;
        var apart = false;
        foreach (var value in values)
        {
            if (value is not { Start: >= 0, IsEmpty: false } || (line ??= value.Cell) != value.Cell)
            {
                return false;
            }

            // The widest values of two columns may have one space between them.
            apart |= LineColumns.IsApart(value);
        }

        return apart;
    }

    /// <summary>Keeps a run of values on one line, fewer than its row has columns, until all whole rows are known.</summary>
    private bool KeepShort(List<Token> run, List<(BlockForm View, int Row, Fit Fit)> named, string label)
    {
        if (!IsOnLine(run))
        {
            return false;
        }

        foreach (var (view, row, fit) in named.Where(found => !found.View.Turned && found.View.Columns.LeafCount > run.Count).Take(1))
        {
            var head = _heads.GetValueOrDefault(view) ?? Head.InFormOrder(view.Columns);
            if (head.State == HeadState.Unclear)
            {
                return false;
            }

            _short.Add(new(view, [.. head.Order.Select(column => view.CellOf(row, column))], [.. head.Lines.Select(extents => Ordered(extents, head.Order))], run, label, fit));
            return true;
        }

        return named.TrueForAll(found => found.View.Turned) && KeepShortBlock(run);
    }

    private static Extent[]? Ordered(Extent[]? extents, int[] order) => extents is null ? null : [.. order.Select(column => extents[column])];

    /// <summary>A whole block in one row, under a head that names each column under each row.</summary>
    private bool KeepShortBlock(List<Token> run)
    {
        foreach (var view in _views.Where(view => !view.Turned && view.Rows.LeafCount > 1 && view.Rows.LeafCount * view.Columns.LeafCount > run.Count))
        {
            var rows = view.Rows.LeafOrder([.. Head.Printed(_texts, view.Rows).Distinct()]);
            if (rows.Count != view.Rows.LeafCount)
            {
                continue;
            }

            var count = rows.Count * view.Columns.LeafCount;
            var columns = _texts.Where(text => !view.Rows.Has(text.Label));
            int[]? cells = null;
            var heads = new Extent[]?[2];
            for (var wide = 0; wide < 2; wide++)
            {
                if (LineColumns.Stacks(columns, view.Columns, wide == 1) is { } stacks && stacks.Count == count && RepeatsWhole(stacks, view.Columns.LeafCount))
                {
                    heads[wide] = [.. stacks.Select(stack => stack.Extent)];
                    cells = [.. stacks.Select((stack, i) => view.CellOf(rows[i / view.Columns.LeafCount], stack.Leaf))];
                }
            }

            if (cells is not null)
            {
                _short.Add(new(view, cells, heads, run, _texts[^1].Text.Trim(), Fit.Same));
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether labels are all the columns again and again.</summary>
    private static bool RepeatsWhole(List<(Extent Extent, int Leaf)> stacks, int columns) =>
        stacks.Chunk(columns).All(chunk => chunk.Select(stack => stack.Leaf).Distinct().Count() == columns);

    /// <summary>Places the rows that were kept, and rows without any value between them.</summary>
    private void PlaceShortRows()
    {
        foreach (var row in _short)
        {
            var sheet = row.Values[0].Cell.Sheet;
            var whole = _reading.Placements.Where(placement => !placement.ByLine && placement.Cells.Length == row.Cells.Length && placement.Fit == Fit.Same
                    && placement.Head != HeadState.Unclear && IsOnLine(placement.Values) && placement.Values[0]!.Cell.Sheet == sheet
                    && IsOf(row.View, placement))
                .Select(placement => placement.Values.Select(value => value!).ToList()).ToList();
            var others = _short.Where(other => ReferenceEquals(other.View, row.View) && other.Cells.Length == row.Cells.Length && other.Values[0].Cell.Sheet == sheet)
                .Select(other => other.Values).ToList();
            var columns = LineColumns.Assign(row.Values, whole, others, row.Head, _isWide);
            var placement = columns is null ? null : new Placement(row.Cells, Spread(row, columns), row.Fit, HeadState.Full) { Label = row.Label, ByLine = true };
            if (placement is not null && !IsCutOff(row.Values) && !SumJudge.Refutes(_format, placement))
            {
                _reading.Placements.Add(placement);
            }
            else
            {
                _reading.Ambiguous.Add((row.Values[0], row.Label, TableReading.Show(row.Values)));
            }
        }

        foreach (var view in _views.Where(view => !view.Turned && _reading.Placements.Exists(placement => placement.ByLine && IsOf(view, placement))).ToList())
        {
            PlaceEmptyRows(view);
        }
    }

    private static bool IsOf(BlockForm view, Placement placement) => view.Holds(placement.Cells[0]);

    private static Token?[] Spread(ShortRow row, int[] columns)
    {
        var empty = Token.Of(new PageCell("", row.Values[0].Cell.Line, Place.Line), "");
        var values = new Token?[row.Cells.Length];
        Array.Fill(values, empty);
        for (var i = 0; i < columns.Length; i++)
        {
            values[columns[i]] = row.Values[i];
        }

        return values;
    }

    /// <summary>
    /// Rows of which nothing but the label is printed: a label between values that all belong to other rows, in a table that prints nothing
    /// for a blank.
    /// </summary>
    private void PlaceEmptyRows(BlockForm view)
    {
        var claimed = _reading.Placements.SelectMany(placement => placement.Values).OfType<Token>().ToHashSet(ReferenceEqualityComparer.Instance);
        var placed = _reading.Placements.SelectMany(placement => placement.Cells).ToHashSet();
        for (var i = 0; i < _tokens.Count;)
        {
            var end = i;
            while (end < _tokens.Count && !_tokens[end].IsValue)
            {
                end++;
            }

            if ((i == 0 || claimed.Contains(_tokens[i - 1])) && (end == _tokens.Count || claimed.Contains(_tokens[end])))
            {
                PlaceEmptyRows(view, _tokens.GetRange(i, end - i).FindAll(token => token.Start >= 0), placed);
            }

            for (i = end; i < _tokens.Count && _tokens[i].IsValue;)
            {
                i++;
            }
        }
    }

    private void PlaceEmptyRows(BlockForm view, List<Token> texts, HashSet<int> placed)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            var joined = "";
            for (var parts = 0; parts < MostLabelParts && i + parts < texts.Count; parts++)
            {
                joined += texts[i + parts].Text;
                var label = LabelText.Of(joined);
                var row = Leaf(view.Rows, label, Fit.Same, out _, out _);
                if (row < 0 || placed.Contains(view.CellOf(row, 0)) || label.Number == 0)
                {
                    continue;
                }

                var empty = Token.Of(new PageCell("", texts[i].Cell.Line, Place.Line), "");
                var cells = Enumerable.Range(0, view.Columns.LeafCount).Select(column => view.CellOf(row, column)).ToArray();
                _reading.Placements.Add(new(cells, [.. cells.Select(_ => (Token?)empty)], Fit.Same, HeadState.Full) { Label = joined, ByLine = true });
                placed.UnionWith(cells);
            }
        }
    }
}

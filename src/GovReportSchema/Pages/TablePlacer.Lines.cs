namespace GovReportSchema.Pages;

/// <content>Places rows whose empty cells left no trace, by the places of their values on the line.</content>
internal sealed partial class TablePlacer
{
    private readonly List<ShortRow> _short = [];

    /// <summary>A row with fewer values than columns.</summary>
    /// <param name="View">Its block.</param>
    /// <param name="Cells">The cells of the row, in the order of the page.</param>
    /// <param name="Head">Where the labels over those cells stand, by their number in the row; narrow and wide; null where that is not known.</param>
    /// <param name="Values">Its values.</param>
    /// <param name="Label">Its label, as found.</param>
    /// <param name="Fit">How well that fits.</param>
    private sealed record ShortRow(BlockForm View, int[] Cells, List<LineText>?[] Head, List<Token> Values, string Label, Fit Fit)
    {
        public int Sheet => Values[0].Cell.Sheet;

        /// <summary>What rows have in common whose values stand under one another.</summary>
        public (BlockForm View, int Sheet, string Order) Group => (View, Sheet, Order(Cells));

        /// <summary>The columns of the cells of a row, in the order of the page.</summary>
        public static string Order(int[] cells) => string.Join(',', cells.Select(cell => cell - cells.Min()));
    }

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
            apart |= LineText.BeginsApart(value);
        }

        return apart;
    }

    /// <summary>Whether nothing stands behind a value on its line: that would be one that cannot be read.</summary>
    private static bool EndsLine(Token value) =>
        Tokenizer.Split(value.Cell.Text).TrueForAll(word => word.Start <= value.Start || value.Text.EndsWith(word.Text, StringComparison.Ordinal));

    /// <summary>Keeps a run of values on one line, fewer than its row has columns, until all whole rows are known.</summary>
    private bool KeepShort(List<Token> run, List<(BlockForm View, int Row, Fit Fit)> named, string label)
    {
        if (!IsOnLine(run) || !EndsLine(run[^1]))
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

            var labels = new List<LineText>?[2];
            for (var wide = 0; wide < 2 && head.Lines is { } lines && lines.Sheet == run[0].Cell.Sheet; wide++)
            {
                labels[wide] = LineHead.Whole(lines.Labels[wide], view.Columns)?.ConvertAll(one => one with { Column = Array.IndexOf(head.Order, one.Column) });
            }

            _short.Add(new(view, [.. head.Order.Select(column => view.CellOf(row, column))], labels, run, label, fit));
            return true;
        }

        return named.TrueForAll(found => found.View.Turned) && KeepShortBlock(run);
    }

    /// <summary>A whole block in one row, under a head that names each column under each row.</summary>
    private bool KeepShortBlock(List<Token> run)
    {
        foreach (var view in _views.Where(view => !view.Turned && view.Rows.LeafCount > 1 && view.Rows.LeafCount * view.Columns.LeafCount > run.Count))
        {
            if (Head.Across(_texts, view.Rows) is not { } rows || rows.Count != view.Rows.LeafCount || LineHead.Read(_texts, view.Columns) is not { } head || head.Sheet != run[0].Cell.Sheet)
            {
                continue;
            }

            var cells = rows.SelectMany(row => Enumerable.Range(0, view.Columns.LeafCount).Select(column => view.CellOf(row, column))).ToArray();
            var labels = Array.ConvertAll(head.Labels, known => known?.Count == cells.Length && RepeatsInOrder(known, view.Columns.LeafCount)
                ? known.Select((one, i) => one with { Column = i }).ToList() : null);
            if (Array.Exists(labels, known => known is not null))
            {
                _short.Add(new(view, cells, labels, run, _texts[^1].Text.Trim(), Fit.Same));
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether labels are all the columns in the form's order, again and again.</summary>
    private static bool RepeatsInOrder(List<LineText> labels, int columns) => labels.Select((label, i) => label.Column == i % columns).All(inOrder => inOrder);

    /// <summary>Places the rows that were kept, and rows without any value between them.</summary>
    private void PlaceShortRows()
    {
        foreach (var rows in _short.GroupBy(row => row.Group).ToList())
        {
            PlaceRows([.. rows]);
        }

        foreach (var view in _views.Where(view => !view.Turned && _reading.Placements.Exists(placement => placement.ByLine && IsOf(view, placement))).ToList())
        {
            PlaceEmptyRows(view);
        }
    }

    /// <summary>Places the rows of one table on one sheet.</summary>
    private void PlaceRows(List<ShortRow> rows)
    {
        var whole = WholeRows(rows[0]);
        var columns = Columns(rows, whole);
        var assigned = rows.ConvertAll(row => Assign(row, columns));

        // A column without a value in any row, but with its label, is one that the body left blank, and no sum with it is known.
        var printed = whole.Count == 0 && Array.TrueForAll(columns, known => known is null or { IsExact: true, IsHeaded: true })
            ? assigned.SelectMany(row => row ?? []).ToHashSet() : [.. Enumerable.Range(0, rows[0].Cells.Length)];
        var placements = rows.Zip(assigned, (row, known) => known is null ? null
            : new Placement(row.Cells, Spread(row, known), row.Fit, HeadState.Full) { Label = row.Label, ByLine = true }).ToList();
        var refuted = placements.Select(placement => placement is not null && SumJudge.Refutes(_format, Only(placement, printed))).ToList();

        // Where sums refute one row after another, those that they do not refute say nothing for their columns.
        var areDoubtful = refuted.Count(isRefuted => isRefuted) * 4 > placements.Count(placement => placement is not null);
        for (var i = 0; i < rows.Count; i++)
        {
            if (placements[i] is { } placement && !areDoubtful && !refuted[i] && !IsCutOff(rows[i].Values))
            {
                _reading.Placements.Add(placement);
            }
            else
            {
                _reading.Ambiguous.Add((rows[i].Values[0], rows[i].Label, TableReading.Show(rows[i].Values)));
            }
        }
    }

    private static Placement Only(Placement placement, HashSet<int> columns) => placement with
    {
        Cells = [.. placement.Cells.Where((_, column) => columns.Contains(column))],
        Values = [.. placement.Values.Where((_, column) => columns.Contains(column))],
    };

    /// <summary>The rows of the same table and sheet as another that have a value in every column.</summary>
    private List<Placement> WholeRows(ShortRow row) =>
        _reading.Placements.FindAll(placement => !placement.ByLine && placement.Cells.Length == row.Cells.Length && placement.Fit == Fit.Same
            && placement.Head != HeadState.Unclear && IsOnLine(placement.Values) && placement.Values[0]!.Cell.Sheet == row.Sheet
            && IsOf(row.View, placement) && ShortRow.Order(placement.Cells) == ShortRow.Order(row.Cells));

    /// <summary>The columns that all rows of one table on one sheet show, narrow and wide; null where they show none, or the page does not count so.</summary>
    private LineColumns?[] Columns(List<ShortRow> rows, List<Placement> whole)
    {
        var columns = new LineColumns?[2];
        for (var wide = 0; wide < 2; wide++)
        {
            var isWide = wide == 1;
            columns[wide] = _layout.IsWide == !isWide ? null : LineColumns.Of(rows[0].Cells.Length, rows[0].Head[wide] ?? [], [
                .. whole.SelectMany(row => row.Values.Select((value, i) => LineText.Of(value!, i, isWide))),
                .. rows.SelectMany(row => row.Values.Select(value => LineText.Of(value, -1, isWide)))], _layout.IsExact);
            _reading.KeepsPlaces |= columns[wide]?.KeepsPlaces == true;
        }

        return columns;
    }

    /// <summary>The columns of a row's values; null where they are not certain, however Chinese characters are counted.</summary>
    private static int[]? Assign(ShortRow row, LineColumns?[] columns)
    {
        int[]? agreed = null;
        for (var wide = 0; wide < 2; wide++)
        {
            if (columns[wide] is { } known)
            {
                var isWide = wide == 1;
                var before = row.Values[0].Cell.Text.AsSpan(0, row.Values[0].Start).TrimEnd();
                var assigned = known.Assign(row.Values.ConvertAll(value => LineText.Of(value, -1, isWide)), Extent.Width(before, isWide));
                if (assigned is null || (agreed is not null && !agreed.AsSpan().SequenceEqual(assigned)))
                {
                    return null;
                }

                agreed = assigned;
            }
        }

        return agreed;
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
                if (row < 0 || placed.Contains(view.CellOf(row, 0)) || label.Number == 0 || ReferenceEquals(texts[i + parts].Cell, _cutOff)
                    || texts.Exists(other => other.Start > texts[i + parts].Start && other.Cell == texts[i + parts].Cell))
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

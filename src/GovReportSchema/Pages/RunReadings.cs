namespace GovReportSchema.Pages;

/// <summary>The ways in which a run of values can be cells of a block: by the places of its head, and by counting.</summary>
internal static class RunReadings
{
    /// <summary>The readings of a run as one row of a block.</summary>
    public static List<Placement> OfRow(BlockForm view, Head head, int row, Fit fit, List<Token> run)
    {
        var readings = new List<Placement>();

        // A page that turns the form round has to say so in full.
        if (view.Turned && head.State != HeadState.Full)
        {
            return readings;
        }

        if (AsPrinted(head, run) is { } printed)
        {
            // The head says nothing of where values stand: they are told by their order, where no column lacks one.
            return printed.Count == head.Order.Length && head.State != HeadState.Unclear
                ? [new(Cells(view, row, head.Order), WithUnits([.. printed], head, head.Order), fit, head.State)] : readings;
        }

        if (head.Positions is { } positions && run[0].Cell.Place == Place.Grid && Array.TrueForAll(positions, position => position >= 0))
        {
            var values = positions.Select((position, column) => At(run, position, head.Repeats[column])).ToArray();
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

    /// <summary>
    /// The values of a grid's row where some stand under no label: cells were merged in the row otherwise than in the head. Null where none does.
    /// </summary>
    private static List<Token>? AsPrinted(Head head, List<Token> run) =>
        run.Exists(token => token.Cell.Place == Place.Grid && !token.IsEmpty && token.Cell.ColumnSpan == 1 && head.Headed.Count > 0 && !head.Headed.Contains(token.Cell.Column))
            ? run.FindAll(token => !token.IsEmpty) : null;

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

    /// <summary>The value in a column, which each column that repeats its label has to repeat.</summary>
    private static Token? At(List<Token> run, int position, int repeats)
    {
        var first = At(run, position);
        for (var i = 1; i < repeats; i++)
        {
            if (At(run, position + i)?.Text.Trim() != first?.Text.Trim())
            {
                return null;
            }
        }

        return first;
    }

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

            if (!run[start].IsEmpty || run[start].Cell.IsInFilledRow)
            {
                yield break;
            }
        }
    }

    /// <summary>A whole block in one row, its rows and columns both named in the head (table 4).</summary>
    public static List<Placement> OfBlock(List<BlockForm> views, List<Token> texts, List<Token> run)
    {
        var readings = new List<Placement>();
        foreach (var view in views)
        {
            var (rows, columns) = (view.Rows.LeafCount, view.Columns.LeafCount);
            if (rows < 2 || run.Count < rows * columns)
            {
                continue;
            }

            if (Head.Across(texts, view.Rows) is not { } rowOrder || Head.Across(texts, view.Columns) is not { } columnOrder)
            {
                continue;
            }

            var labels = Head.Printed(texts, view.Columns).Count(node => view.Columns.Nodes[node].Leaf >= 0);

            // A text between the head and the values is a value that could not be read.
            if (!run[0].InRow && (texts.Count == 0 || Head.Printed([.. texts.Take(texts.Count - 1)], view.Columns).Count(node => view.Columns.Nodes[node].Leaf >= 0) == labels))
            {
                continue;
            }

            // Each row's columns under its label: with the roles turned, the labels of the rows would stand many times.
            if (rowOrder.Count != rows || columnOrder.Count != columns || labels <= columns || !RepeatsColumns(view, columnOrder, rows, texts))
            {
                if (rowOrder.Count != rows || !RepeatsLineByLine(view, texts))
                {
                    continue;
                }

                columnOrder = [.. Enumerable.Range(0, columns)];
                labels = -1;
            }

            var cells = rowOrder.SelectMany(row => columnOrder.Select(column => view.CellOf(row, column))).ToArray();
            readings.AddRange(Starts(run, cells.Length).Select(start => new Placement(
                cells, [.. run.GetRange(start, cells.Length)], Fit.Same, labels == rows * columns ? HeadState.Full : HeadState.Partial)));
        }

        return readings;
    }

    /// <summary>
    /// Whether the labels in a head are the columns again and again. Where some are missing, the columns stand in the form's order, or else the first of
    /// them may be what is missing.
    /// </summary>
    private static bool RepeatsColumns(BlockForm view, List<int> order, int rows, List<Token> texts)
    {
        var printed = Head.Printed(texts, view.Columns).Select(node => view.Columns.Nodes[node].Leaf).Where(leaf => leaf >= 0).Select(leaf => order.IndexOf(leaf)).ToList();
        var lengths = new List<int>();
        for (var i = 0; i < printed.Count; i++)
        {
            if (i == 0 || printed[i] <= printed[i - 1])
            {
                lengths.Add(0);
            }

            lengths[^1]++;
        }

        return lengths.TrueForAll(length => length == order.Count)
            || (lengths.Count <= rows && order.Zip(order.Skip(1)).All(pair => pair.First < pair.Second));
    }

    /// <summary>
    /// Whether a head that is broken over lines names each column as often as there are rows, and no line has them in another order than the form, begun anew
    /// for each row: which line a label stands on tells nothing then.
    /// </summary>
    private static bool RepeatsLineByLine(BlockForm view, List<Token> texts)
    {
        var rows = view.Rows.LeafCount;
        var leaves = Head.Places(texts, view.Columns).Where(label => view.Columns.Nodes[label.Node].Leaf >= 0)
            .Select(label => (view.Columns.Nodes[label.Node].Leaf, label.Text)).ToList();
        return leaves.TrueForAll(label => label.Text is { Start: >= 0, Cell.Place: Place.Line })
            && leaves.GroupBy(label => label.Leaf).Count(column => column.Count() == rows) == view.Columns.LeafCount
            && leaves.GroupBy(label => label.Text.Cell).All(line => line.Zip(line.Skip(1)).Count(pair => pair.First.Leaf >= pair.Second.Leaf) < rows);
    }
}

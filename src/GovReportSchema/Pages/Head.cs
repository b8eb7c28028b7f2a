namespace GovReportSchema.Pages;

/// <summary>How far the head of a table was read.</summary>
internal enum HeadState : byte
{
    /// <summary>There is none: a table that goes on on another page, or a page that lost it.</summary>
    Missing,

    /// <summary>Some labels were read, and they stand in the form's order.</summary>
    Partial,

    /// <summary>Every label was read.</summary>
    Full,

    /// <summary>The labels that were read stand in another order than the form's, and some were not read: columns cannot be told.</summary>
    Unclear,
}

/// <summary>The columns of a block as a page prints them.</summary>
/// <param name="Order">The form's columns in the order of the page.</param>
/// <param name="State">How far the head was read.</param>
/// <param name="Positions">In a grid, the column of the page for each column of the form, the first of several next to one another; -1 where it was not
/// found.</param>
internal sealed partial record Head(int[] Order, HeadState State, int[]? Positions)
{
    /// <summary>For each column of the form, how many 元 the unit is worth that its label prints in brackets; null for none.</summary>
    public decimal?[] Units { get; init; } = [];

    /// <summary>For each column of the form, how many columns of the page repeat its label, as where each cell that a merged one covers repeats it.</summary>
    public int[] Repeats { get; init; } = [];

    /// <summary>In a grid, the columns of the page over which a text is printed.</summary>
    public HashSet<int> Headed { get; init; } = [];

    /// <summary>Where the labels stand on their lines; null where they are not kept there by spaces.</summary>
    public LineHead? Lines { get; init; }

    /// <summary>The columns in the form's order, for want of a head.</summary>
    public static Head InFormOrder(Axis columns, HeadState state = HeadState.Missing) =>
        new([.. Enumerable.Range(0, columns.LeafCount)], state, null);

    /// <summary>Reads the head of a block from the texts over its first row.</summary>
    /// <returns>The head; null where the texts name no column.</returns>
    public static Head? Read(IReadOnlyList<Token> texts, Axis columns)
    {
        var printed = Printed(texts, columns, out var settled);
        var lines = LineHead.Read(texts, columns);
        if (printed.Count == 0 && lines?.IsInFormOrder(columns) != true)
        {
            return null;
        }

        var order = Across(texts, columns, lines);
        var positions = ReadPositions(texts, columns, out var repeats);
        var over = texts.Where(text => text.Cell.Place == Place.Grid && !text.IsEmpty)
            .SelectMany(text => Enumerable.Range(text.Cell.Column, text.Cell.ColumnSpan)).ToHashSet();
        if (order?.Count == columns.LeafCount && order.Distinct().Count() == order.Count)
        {
            var isSettled = settled && lines?.IsInFormOrder(columns) != true;
            return new([.. order], isSettled ? HeadState.Partial : HeadState.Full, positions) { Units = ReadUnits(texts, columns), Repeats = repeats, Lines = lines, Headed = over };
        }

        var inOrder = order is not null && order.Zip(order.Skip(1), (left, right) => left < right).All(less => less);
        return InFormOrder(columns, inOrder ? HeadState.Partial : HeadState.Unclear) with
        {
            Positions = positions,
            Units = ReadUnits(texts, columns),
            Repeats = repeats,
            Headed = over,
            Lines = lines,
        };
    }

    /// <summary>采购总金额（万元）: the unit of a column's values.</summary>
    private static decimal?[] ReadUnits(IReadOnlyList<Token> texts, Axis columns)
    {
        var units = new decimal?[columns.LeafCount];
        foreach (var text in texts)
        {
            if (ValueText.MoneyUnit(text.Label.Bracket) is { } unit && Leaf(columns.Find(text.Label, Fit.Near, out _, out _), columns) is >= 0 and var leaf)
            {
                units[leaf] = unit;
            }
        }

        return units;
    }

    /// <summary>In a grid, reads for each column of the page the texts that stand over it, the last, the last two, and so on.</summary>
    private static int[]? ReadPositions(IReadOnlyList<Token> texts, Axis columns, out int[] repeats)
    {
        repeats = new int[columns.LeafCount];
        var width = 0;
        foreach (var text in texts)
        {
            if (text.Cell.Place == Place.Grid)
            {
                width = Math.Max(width, text.Cell.Column + text.Cell.ColumnSpan);
            }
        }

        if (width == 0)
        {
            return null;
        }

        var positions = new int[columns.LeafCount];
        Array.Fill(positions, -1);
        for (var x = 0; x < Math.Min(width, PageLimits.Columns); x++)
        {
            var leaf = LeafOver(x, texts, columns);
            if (leaf >= 0)
            {
                // Two columns of one name that do not stand side by side are not to be told apart by it.
                positions[leaf] = positions[leaf] == -1 ? x : positions[leaf] >= 0 && positions[leaf] + repeats[leaf] == x ? positions[leaf] : -2;
                repeats[leaf]++;
            }
        }

        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = Math.Max(positions[i], -1);
        }

        return positions;
    }

    private static int LeafOver(int x, IReadOnlyList<Token> texts, Axis columns)
    {
        var core = "";
        for (var i = texts.Count - 1; i >= 0; i--)
        {
            var cell = texts[i].Cell;
            if (cell.Place != Place.Grid || x < cell.Column || x >= cell.Column + cell.ColumnSpan || texts[i].Label.IsEmpty)
            {
                continue;
            }

            var label = core.Length == 0 ? texts[i].Label : new LabelText(texts[i].Label.Core + core, texts[i].Label.Core + core, 0, null);
            if (Leaf(columns.Find(label, Fit.Same, out _, out _), columns) is >= 0 and var leaf)
            {
                return leaf;
            }

            core = label.Core;
        }

        for (var i = texts.Count - 1; i >= 0; i--)
        {
            var cell = texts[i].Cell;
            if (cell.Place == Place.Grid && x >= cell.Column && x < cell.Column + cell.ColumnSpan
                && Leaf(columns.Find(texts[i].Label, Fit.Near, out _, out _), columns) is >= 0 and var leaf)
            {
                return leaf;
            }
        }

        return -1;
    }

    private static int Leaf(List<int> nodes, Axis columns) => nodes.Count == 1 ? columns.Nodes[nodes[0]].Leaf : -1;
}

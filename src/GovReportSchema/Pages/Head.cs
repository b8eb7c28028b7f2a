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
internal sealed record Head(int[] Order, HeadState State, int[]? Positions)
{
    /// <summary>For each column of the form, how many 元 the unit is worth that its label prints in brackets; null for none.</summary>
    public decimal?[] Units { get; init; } = [];

    /// <summary>For each column of the form, how many columns of the page repeat its label, as where each cell that a merged one covers repeats it.</summary>
    public int[] Repeats { get; init; } = [];

    /// <summary>In a grid, the columns of the page over which a text is printed.</summary>
    public HashSet<int> Headed { get; init; } = [];

    /// <summary>Where the label of each column of the form stands on its line, with Chinese characters counted once and twice; null where that is not known.</summary>
    public Extent[]?[] Lines { get; init; } = [null, null];

    /// <summary>The columns in the form's order, for want of a head.</summary>
    public static Head InFormOrder(Axis columns, HeadState state = HeadState.Missing) =>
        new([.. Enumerable.Range(0, columns.LeafCount)], state, null);

    /// <summary>Reads the head of a block from the texts over its first row.</summary>
    /// <returns>The head; null where the texts name no column.</returns>
    public static Head? Read(IReadOnlyList<Token> texts, Axis columns)
    {
        var printed = Printed(texts, columns, out var settled);
        if (printed.Count == 0)
        {
            return null;
        }

        var order = columns.LeafOrder([.. printed.Distinct()]);
        var positions = ReadPositions(texts, columns, out var repeats);
        var over = texts.Where(text => text.Cell.Place == Place.Grid && !text.IsEmpty)
            .SelectMany(text => Enumerable.Range(text.Cell.Column, text.Cell.ColumnSpan)).ToHashSet();
        if (order.Count == columns.LeafCount && order.Distinct().Count() == order.Count)
        {
            return new([.. order], settled ? HeadState.Partial : HeadState.Full, positions) { Units = ReadUnits(texts, columns), Repeats = repeats, Lines = LineColumns.ReadHead(texts, columns), Headed = over };
        }

        var inOrder = order.Zip(order.Skip(1), (left, right) => left < right).All(less => less);
        return InFormOrder(columns, inOrder ? HeadState.Partial : HeadState.Unclear) with
        {
            Positions = positions,
            Units = ReadUnits(texts, columns),
            Repeats = repeats,
            Headed = over,
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

    /// <summary>
    /// The columns named by texts, in their order. A label that is broken over lines or rows (本年新 | 本年新 over 制作数量 | 公开数量) stands
    /// where its first part does: a later part completes the first one open that it fits.
    /// </summary>
    public static List<int> Printed(IReadOnlyList<Token> texts, Axis columns) => Printed(texts, columns, out _);

    /// <param name="texts">The texts.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="settled">Whether a group was put where the form has it, since the page does not tell its place.</param>
    private static List<int> Printed(IReadOnlyList<Token> texts, Axis columns, out bool settled)
    {
        var places = Places(texts, columns);
        var printed = places.ConvertAll(place => place.Node);
        settled = Settle(printed, places.ConvertAll(place => place.Text), columns);
        return printed;
    }

    /// <summary>The columns named by texts, with the text in which each name begins.</summary>
    public static List<(int Node, Token Text)> Places(IReadOnlyList<Token> texts, Axis columns)
    {
        var printed = new List<int>();
        var places = new List<Token>();
        var open = new List<(int Slot, string Text, Token First)>();
        foreach (var text in texts)
        {
            var label = text.Label;
            if (label.IsEmpty)
            {
                continue;
            }

            if (columns.Find(label, Fit.Same, out _, out _) is [var same, ..])
            {
                printed.Add(same);
                places.Add(text);
            }
            else if (Completes(text, columns, open, out var opened, out var node, out var longer))
            {
                printed[open[opened].Slot] = node;
                if (node >= 0)
                {
                    open.RemoveAt(opened);
                }
                else
                {
                    open[opened] = open[opened] with { Text = longer };
                }
            }
            else if (Begins(label.Core, columns))
            {
                open.Add((printed.Count, label.Core, text));
                printed.Add(-1);
                places.Add(text);
            }
            else if (columns.Find(label, Fit.Near, out _, out _) is [var near, ..])
            {
                printed.Add(near);
                places.Add(text);
            }
        }

        return [.. printed.Zip(places).Where(place => place.First >= 0)];
    }

    /// <summary>
    /// Puts a group behind the columns that the form has before it, where the page has them on a later line: the name of a column that is as high as the
    /// group and all that it holds stands in its middle, below the group's name.
    /// </summary>
    private static bool Settle(List<int> printed, List<Token> places, Axis columns)
    {
        var settled = false;
        for (var i = printed.Count - 1; i >= 0; i--)
        {
            var group = printed[i];
            if (columns.Nodes[group].Leaf >= 0)
            {
                continue;
            }

            var last = printed.FindLastIndex(node => node < group && columns.Nodes[node].Parent == columns.Nodes[group].Parent && printed.IndexOf(node) > i);
            if (last > i && !IsBeside(places[i], places[last]))
            {
                printed.Insert(last + 1, group);
                places.Insert(last + 1, places[i]);
                printed.RemoveAt(i);
                places.RemoveAt(i);
                settled = true;
            }
        }

        return settled;
    }

    /// <summary>Whether the page says which of two texts stands left of the other.</summary>
    private static bool IsBeside(Token one, Token other) => one.SameRow(other) || one.Cell == other.Cell
        || one.Cell.Place == Place.Stream || other.Cell.Place == Place.Stream;

    private static bool Completes(
        Token text, Axis columns, List<(int Slot, string Text, Token First)> open, out int opened, out int node, out string longer)
    {
        for (opened = 0; opened < open.Count; opened++)
        {
            // Two texts of one line are no parts of one label, but stand side by side.
            if (text.Start >= 0 && text.Cell == open[opened].First.Cell)
            {
                continue;
            }

            longer = open[opened].Text + text.Label.Core;
            if (columns.Find(new LabelText(longer, longer, 0, null), Fit.Same, out _, out _) is [var same, ..])
            {
                node = same;
                return true;
            }

            if (Begins(longer, columns))
            {
                node = -1;
                return true;
            }
        }

        (node, longer) = (-1, "");
        return false;
    }

    /// <summary>Whether a text is a label of a column or its first part.</summary>
    public static bool BeginsLabel(string core, Axis columns) => Begins(core, columns) || columns.Nodes.Any(node => node.Label.Core == core);

    private static bool Begins(string core, Axis columns)
    {
        foreach (var node in columns.Nodes)
        {
            if (node.Label.Core.Length > core.Length && node.Label.Core.StartsWith(core, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
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

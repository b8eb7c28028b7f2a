namespace GovReportSchema.Pages;

/// <content>Tells which columns the texts of a head name, and in which order.</content>
internal sealed partial record Head
{
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

    /// <summary>The leaves named by texts, in the order in which they stand side by side; null where the page does not tell it.</summary>
    public static List<int>? Across(IReadOnlyList<Token> texts, Axis columns) => Across(texts, columns, LineHead.Read(texts, columns));

    private static List<int>? Across(IReadOnlyList<Token> texts, Axis columns, LineHead? lines)
    {
        if (lines?.IsInFormOrder(columns) == true)
        {
            return [.. Enumerable.Range(0, columns.LeafCount)];
        }

        var order = columns.LeafOrder([.. Printed(texts, columns).Distinct()]);
        return IsScattered(texts, columns) && order.Zip(order.Skip(1)).Any(pair => pair.First > pair.Second) ? null : order;
    }

    /// <summary>Whether labels stand side by side on several lines: the order of reading is not theirs then.</summary>
    private static bool IsScattered(IReadOnlyList<Token> texts, Axis columns)
    {
        var lines = Places(texts, columns).Where(place => columns.Nodes[place.Node].Leaf >= 0 && place.Text is { Start: >= 0, Cell.Place: Place.Line })
            .GroupBy(place => place.Text.Cell).ToList();
        return lines.Count > 1 && lines.Exists(line => line.Count() > 1);
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
}

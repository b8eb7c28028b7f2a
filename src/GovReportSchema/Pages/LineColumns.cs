namespace GovReportSchema.Pages;

/// <summary>From where to where a text stands on its line.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it has ended.</param>
internal readonly record struct Extent(int Start, int End)
{
    /// <summary>The extent of a text.</summary>
    /// <param name="token">The text, part of a line.</param>
    /// <param name="wide">Whether a Chinese character is two places wide, as on screens; some extractors count it as one.</param>
    public static Extent Of(Token token, bool wide)
    {
        var start = Width(token.Cell.Text.AsSpan(0, token.Start), wide);
        return new(start, start + Width(token.Text, wide));
    }

    public int DistanceTo(Extent other) => Math.Max(0, Math.Max(other.Start - End, Start - other.End) + 1);

    public Extent With(Extent other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    private static int Width(ReadOnlySpan<char> text, bool wide)
    {
        var width = text.Length;
        foreach (var c in text)
        {
            width += wide && c >= '\u1100' ? 1 : 0;
        }

        return width;
    }
}

/// <summary>
/// Columns that a text keeps by spaces alone, as taken from PDF: an empty cell leaves no trace there but the place of the values around it.
/// </summary>
internal static class LineColumns
{
    /// <summary>Whole rows that show the columns as well as a head does.</summary>
    private const int EnoughRows = 3;

    /// <summary>Rounding moves a text by one place.</summary>
    private const int HardBy = 1;

    /// <summary>Whether a text keeps its place by more than the one space that parts words: where one is all there is, places say nothing.</summary>
    public static bool IsApart(Token text)
    {
        var before = text.Cell.Text.AsSpan(0, text.Start);
        return before.IsWhiteSpace() || (before.Length > 1 && before[^1] == ' ' && before[^2] == ' ');
    }

    /// <summary>The columns under which the values of a short row stand; null where that is not certain.</summary>
    /// <param name="values">The values, of one line.</param>
    /// <param name="wholeRows">Rows of the same table and sheet with a value in every column.</param>
    /// <param name="shortRows">The other rows of the same table and sheet.</param>
    /// <param name="head">The extents of the head's labels, narrow and wide; null where the head is not known.</param>
    /// <param name="isWide">Whether the text counts a Chinese character as two places; null where that is not known, and both have to agree.</param>
    public static int[]? Assign(List<Token> values, List<List<Token>> wholeRows, List<List<Token>> shortRows, Extent[]?[] head, bool? isWide)
    {
        int[]? agreed = null;
        foreach (var wide in isWide is { } known ? (bool[])[known] : [false, true])
        {
            if ((Columns(wholeRows, head[wide ? 1 : 0], wide) ?? Clusters(wholeRows, shortRows, wide)) is not { } columns)
            {
                continue;
            }

            var assigned = Assign(values.ConvertAll(value => Extent.Of(value, wide)), columns);
            if (assigned is null || (agreed is not null && !agreed.AsSpan().SequenceEqual(assigned)))
            {
                return null;
            }

            agreed = assigned;
        }

        return agreed;
    }

    /// <summary>
    /// The extents of the labels of a head. A label that is broken over lines stands in a stack: what is printed under a text continues it.
    /// </summary>
    /// <returns>The stacks that are labels of columns, from left to right; null where texts overlap several others.</returns>
    public static List<(Extent Extent, int Leaf)>? Stacks(IEnumerable<Token> texts, Axis columns, bool wide)
    {
        var stacks = new List<(Extent Extent, string Text)>();
        foreach (var text in texts)
        {
            if (text.Start >= 0 && !IsApart(text))
            {
                return null;
            }

            if (text.Start < 0 || text.Label.IsEmpty || columns.Nodes.Any(node => node.Leaf < 0 && node.Label.Core == text.Label.Core))
            {
                continue;
            }

            var extent = Extent.Of(text, wide);
            var under = stacks.FindAll(stack => stack.Extent.DistanceTo(extent) == 0 && Leaf(columns, stack.Text) < 0);
            var begun = under.FindAll(stack => Head.BeginsLabel(LabelText.Of(stack.Text + text.Text).Core, columns));
            if (begun.Count > 1)
            {
                return null;
            }

            // What is printed over a label without being its first part is a heading.
            stacks.RemoveAll(under.Contains);
            stacks.Add(begun.Count == 0 ? (extent, text.Text) : (begun[0].Extent.With(extent), begun[0].Text + text.Text));
        }

        return [.. stacks.Select(stack => (stack.Extent, Leaf: Leaf(columns, stack.Text))).Where(stack => stack.Leaf >= 0).OrderBy(stack => stack.Extent.Start)];
    }

    /// <summary>The extents of each column's label, narrow and wide; null where one is missing or stands twice.</summary>
    public static Extent[]?[] ReadHead(IReadOnlyList<Token> texts, Axis columns)
    {
        var heads = new Extent[]?[2];
        for (var wide = 0; wide < 2; wide++)
        {
            if (Stacks(texts, columns, wide == 1) is { } stacks && stacks.Count == columns.LeafCount
                && stacks.Select(stack => stack.Leaf).Distinct().Count() == columns.LeafCount)
            {
                heads[wide] = [.. stacks.OrderBy(stack => stack.Leaf).Select(stack => stack.Extent)];
            }
        }

        return heads;
    }

    private static int Leaf(Axis columns, string text) =>
        columns.Find(LabelText.Of(text), Fit.Same, out _, out _) is [var node] ? columns.Nodes[node].Leaf : -1;

    /// <summary>The columns as whole rows show them, and the head where those are few; null where they are not clear of one another.</summary>
    private static Extent[]? Columns(List<List<Token>> wholeRows, Extent[]? head, bool wide)
    {
        var columns = wholeRows.Count >= EnoughRows ? null : head;
        if (columns is null && wholeRows.Count < EnoughRows)
        {
            return null;
        }

        // Counted as the page does not, a head stands beside its columns.
        if (columns is not null && wholeRows.Exists(row => row.Where((value, i) => Extent.Of(value, wide).DistanceTo(columns[i]) > HardBy).Any()))
        {
            return null;
        }

        foreach (var row in wholeRows)
        {
            columns = columns is null ? [.. row.Select(value => Extent.Of(value, wide))]
                : [.. row.Select((value, i) => columns[i].With(Extent.Of(value, wide)))];
        }

        for (var i = 1; i < columns!.Length; i++)
        {
            if (columns[i].Start <= columns[i - 1].End)
            {
                return null;
            }
        }

        return columns;
    }

    /// <summary>
    /// The columns as all rows show them, where values that stand under one another make as many stacks as a whole row has values; null where they do not.
    /// </summary>
    private static Extent[]? Clusters(List<List<Token>> wholeRows, List<List<Token>> shortRows, bool wide)
    {
        if (wholeRows.Count == 0 || wholeRows.Count + shortRows.Count < EnoughRows)
        {
            return null;
        }

        var stacks = new List<Extent>();
        foreach (var extent in wholeRows.Concat(shortRows).SelectMany(row => row).Select(value => Extent.Of(value, wide)).OrderBy(extent => extent.Start))
        {
            if (stacks.Count > 0 && extent.Start < stacks[^1].End)
            {
                stacks[^1] = stacks[^1].With(extent);
            }
            else
            {
                stacks.Add(extent);
            }
        }

        return stacks.Count == wholeRows[0].Count && wholeRows.TrueForAll(row => row.Zip(stacks).All(pair => Extent.Of(pair.First, wide).DistanceTo(pair.Second) == 0))
            ? [.. stacks] : null;
    }

    /// <summary>The column that each value stands in, where it stands in one, or hard by it and clear of all others.</summary>
    private static int[]? Assign(List<Extent> values, Extent[] columns)
    {
        const int clear = 3;
        var assigned = new int[values.Count];
        for (var i = 0; i < values.Count; i++)
        {
            var nearest = Enumerable.Range(0, columns.Length).OrderBy(column => columns[column].DistanceTo(values[i])).Take(2).ToArray();
            if (columns[nearest[0]].DistanceTo(values[i]) > HardBy
                || (nearest.Length > 1 && columns[nearest[1]].DistanceTo(values[i]) < clear && columns[nearest[0]].DistanceTo(values[i]) > 0)
                || (nearest.Length > 1 && columns[nearest[1]].DistanceTo(values[i]) == 0)
                || (i > 0 && nearest[0] <= assigned[i - 1]))
            {
                return null;
            }

            assigned[i] = nearest[0];
        }

        return assigned;
    }
}

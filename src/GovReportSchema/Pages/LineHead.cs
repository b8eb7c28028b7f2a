namespace GovReportSchema.Pages;

/// <summary>
/// The head of a table that a text keeps by spaces: which column each label stands over is told by its place alone, since a label may be broken over lines
/// and the parts of several stand mixed.
/// </summary>
/// <param name="Sheet">The printed sheet on which it stands.</param>
/// <param name="Labels">The labels of columns from left to right, with Chinese characters counted once and twice; null where they cannot be told.</param>
internal sealed record LineHead(int Sheet, List<LineText>?[] Labels)
{
    /// <summary>More lines are no head.</summary>
    private const int MostLines = 40;

    /// <summary>More parts of labels are no head.</summary>
    private const int MostWords = 400;

    /// <summary>A part of a label.</summary>
    /// <param name="Text">The part.</param>
    /// <param name="Extent">Where it stands on its line.</param>
    /// <param name="Line">Its line.</param>
    /// <param name="IsApart">Whether more than one space stands before it.</param>
    private sealed record Word(string Text, Extent Extent, int Line, bool IsApart);

    /// <summary>A label as it is put together.</summary>
    /// <param name="Node">What it is the label of.</param>
    /// <param name="Words">Its parts.</param>
    private sealed record Found(int Node, List<Word> Words)
    {
        public Extent Extent => Words.Select(word => word.Extent).Aggregate((left, right) => left.With(right));

        public bool IsApart => Words.Where((word, i) => i == 0 || word.Line != Words[i - 1].Line).All(word => word.IsApart);

        public bool IsPartOf(Found other) => other.Words.Count > Words.Count && Words.TrueForAll(other.Words.Contains);
    }

    /// <summary>Reads a head.</summary>
    /// <returns>The head; null where texts are no lines, where each stands on a line of its own, or where one space is all that parts them.</returns>
    public static LineHead? Read(IReadOnlyList<Token> texts, Axis columns)
    {
        var lines = texts.Where(text => text is { Start: >= 0, Cell.Place: Place.Line }).Select(text => text.Cell).Distinct().TakeLast(MostLines).ToList();
        lines.RemoveAll(line => line.Sheet != lines[^1].Sheet);
        var words = lines.ConvertAll(line => Tokenizer.Split(line.Text));
        if (!words.Exists(line => line.Count > 1) || lines.Where((line, i) => words[i].Count > 1 && !IsLaidOut(line.Text, words[i])).Any())
        {
            return null;
        }

        var labels = new List<LineText>?[2];
        for (var wide = 0; wide < 2; wide++)
        {
            labels[wide] = ReadLabels([.. lines.SelectMany((line, i) => words[i].Select(word =>
                new Word(word.Text, Extent.Of(line.Text, word.Start, word.Text, wide == 1), line.Line, LineText.BeginsApart(line.Text, word.Start))))], columns);
        }

        return new(lines[^1].Sheet, labels);
    }

    /// <summary>Whether a line keeps the places of its words by more than the one space that parts them anyhow.</summary>
    public static bool IsLaidOut(string line, List<(string Text, int Start)> words) =>
        words[0].Start > 1 || words.Zip(words.Skip(1)).Any(pair => pair.Second.Start - pair.First.Start - pair.First.Text.Length > 1);

    /// <summary>Whether each column has a label, and they stand in the form's order. Another order may be the extractor's, which moves lines of a head.</summary>
    public bool IsInFormOrder(Axis columns)
    {
        var whole = Labels.Select(labels => Whole(labels, columns)).ToList();
        return whole.Exists(labels => labels is not null)
            && whole.TrueForAll(labels => labels is null || labels.Select(label => label.Column).SequenceEqual(Enumerable.Range(0, columns.LeafCount)));
    }

    /// <summary>The labels where each column has one.</summary>
    public static List<LineText>? Whole(List<LineText>? labels, Axis columns) =>
        labels?.Count == columns.LeafCount && labels.Select(label => label.Column).Distinct().Count() == columns.LeafCount ? labels : null;

    private static List<LineText>? ReadLabels(List<Word> all, Axis columns)
    {
        var words = all.FindAll(word => LabelText.Of(word.Text).Core is { Length: > 0 } core
            && columns.Nodes.Any(node => node.Label.Core.Contains(core, StringComparison.Ordinal) || (node.Label.Bare.Length > 0 && core.StartsWith(node.Label.Bare, StringComparison.Ordinal))));
        if (words.Count > MostWords)
        {
            return null;
        }

        var found = new List<Found>();
        foreach (var word in words)
        {
            PutTogether([word], words, columns, found);
        }

        // 其他 is a label, and the second word of another.
        var labels = found.FindAll(label => !found.Exists(label.IsPartOf));
        if (labels.SelectMany(label => label.Words).GroupBy(word => word).Any(word => word.Count() > 1))
        {
            return null;
        }

        var leaves = labels.Where(label => columns.Nodes[label.Node].Leaf >= 0).Select(label => new LineText(label.Extent, columns.Nodes[label.Node].Leaf, label.IsApart)).OrderBy(label => label.Extent.Start).ToList();
        return leaves.Zip(leaves.Skip(1)).Any(pair => pair.First.Extent.End > pair.Second.Extent.Start) ? null : leaves;
    }

    /// <summary>Goes on with a label by the next word of its line, or by what stands under it.</summary>
    private static void PutTogether(List<Word> parts, List<Word> words, Axis columns, List<Found> found)
    {
        var label = LabelText.Of(string.Concat(parts.Select(part => part.Text)));
        if (columns.Find(label, Fit.Same, out _, out _) is [var node])
        {
            found.Add(new(node, parts));
        }

        if (!columns.Nodes.Any(longer => longer.Label.Core.Length > label.Core.Length && longer.Label.Core.StartsWith(label.Core, StringComparison.Ordinal)))
        {
            return;
        }

        var last = parts[^1];
        var extent = parts.Select(part => part.Extent).Aggregate((left, right) => left.With(right));
        var under = words.Where(word => word.Line > last.Line && word.Extent.DistanceTo(extent) == 0).ToList();
        var next = under.Count == 0 ? 0 : under.Min(word => word.Line);
        foreach (var word in words.Where(word => word.Line == last.Line && word.Extent.Start == last.Extent.End + 1).Concat(under.Where(word => word.Line == next)))
        {
            PutTogether([.. parts, word], words, columns, found);
        }
    }
}

namespace GovReportSchema.Pages;

/// <summary>How well a text on a page fits a label of the form.</summary>
internal enum Fit : byte
{
    /// <summary>It is another text.</summary>
    None,

    /// <summary>It differs by a typing error or a word more or less.</summary>
    Near,

    /// <summary>It is the label, width, punctuation, notes in brackets and numbering aside.</summary>
    Same,
}

/// <summary>Compares labels.</summary>
internal static class LabelMatch
{
    /// <summary>How a text on the page fits a label of the form, and how many letters it is off.</summary>
    public static Fit Compare(in LabelText found, in LabelText label, out int distance)
    {
        distance = 0;
        if (found.IsEmpty || label.IsEmpty)
        {
            return Fit.None;
        }

        var renumbered = found.Number != 0 && label.Number != 0 && found.Number != label.Number;
        if (found.Core == label.Core || found.Bare == label.Bare || found.Core == label.Bare || found.Bare == label.Core)
        {
            distance = renumbered ? 1 : 0;
            return renumbered ? Fit.Near : Fit.Same;
        }

        // A near text under another number is another row: 9.属于行政审批事项 is not 8.属于行政查询事项.
        if (renumbered)
        {
            return Fit.None;
        }

        // A figure at the end is no typing error, but a value that stands too near.
        if (EndsInFigure(found.Core) && !EndsInFigure(label.Core))
        {
            return Fit.None;
        }

        distance = Math.Min(
            Math.Min(Near(found.Core, label.Core), Near(found.Bare, label.Bare)),
            Math.Min(Near(found.Core, label.Bare), Near(found.Bare, label.Core)));
        return distance == int.MaxValue ? Fit.None : Fit.Near;
    }

    private static bool EndsInFigure(string core) =>
        core.Length > 0 && (char.IsAsciiDigit(core[^1]) || "零〇一二三四五六七八九十百千万".Contains(core[^1], StringComparison.Ordinal));

    /// <summary>The letters that two near texts are off; <see cref="int.MaxValue"/> where they are not near.</summary>
    private static int Near(string found, string label)
    {
        var most = MostErrors(Math.Min(found.Length, label.Length));
        if (most == 0)
        {
            return int.MaxValue;
        }

        // 规范性文件 for 行政规范性文件: a word of two letters more or less at either end of a label of some length.
        var (shorter, longer) = found.Length < label.Length ? (found, label) : (label, found);
        if (shorter.Length >= 5 && longer.Length - shorter.Length is 1 or 2
            && (longer.StartsWith(shorter, StringComparison.Ordinal) || longer.EndsWith(shorter, StringComparison.Ordinal)))
        {
            return longer.Length - shorter.Length;
        }

        if (Math.Abs(found.Length - label.Length) > most)
        {
            return int.MaxValue;
        }

        var distance = Distance(found, label, most);
        return distance <= most ? distance : int.MaxValue;
    }

    /// <summary>行政许可 and 行政处罚 are two letters apart, so that short labels bear one error and the shortest none.</summary>
    private static int MostErrors(int length) => length switch { < 4 => 0, < 6 => 1, < 20 => 2, _ => 4 };

    /// <summary>How many letters to add, drop, change, or exchange with their neighbour.</summary>
    private static int Distance(string left, string right, int most)
    {
        var width = right.Length + 1;
        Span<int> before = stackalloc int[width];
        Span<int> previous = stackalloc int[width];
        Span<int> current = stackalloc int[width];
        for (var j = 0; j < width; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }

                least = Math.Min(least, current[j]);
            }

            if (least > most + 1)
            {
                return least;
            }

            var spare = before;
            before = previous;
            previous = current;
            current = spare;
        }

        return previous[right.Length];
    }
}

namespace GovReportSchema.Pages;

/// <summary>Finds the headings of a form's sections on a page, however they are worded, by number, words and order.</summary>
internal static class SectionFinder
{
    private const int LongestHeading = 45;

    /// <summary>Lines that could be headings, beyond which a page is no report.</summary>
    private const int MostCandidates = 400;

    /// <summary>Whether a line begins as a heading does: with 一、.</summary>
    public static bool LooksLikeHeading(string line)
    {
        var text = line.AsSpan().Trim();
        var mark = text.IndexOf('、');
        return mark is 1 or 2 && text.Length <= LongestHeading && text[..mark].Trim("一二三四五六七八九十").IsEmpty;
    }

    /// <summary>The heading of each section, as an index into the page's cells; -1 where none was found.</summary>
    public static int[] Find(Page page, IReadOnlyList<Section> sections)
    {
        var labels = sections.Select(section => LabelText.Of(section.Label.Zh)).ToArray();
        var candidates = new List<(int Cell, double[] Scores)>();
        for (var i = 0; i < page.Cells.Count && candidates.Count < MostCandidates; i++)
        {
            var text = page.Cells[i].Text;
            if (text.Length is 0 or > 2 * LongestHeading || text.AsSpan().Trim().Length > LongestHeading)
            {
                continue;
            }

            var found = page.Cells[i].AsLabel;
            var scores = Array.ConvertAll(labels, label => Score(found, label));
            if (Array.Exists(scores, score => score > 0))
            {
                candidates.Add((i, scores));
            }
        }

        return InOrder(candidates, sections.Count);
    }

    private static double Score(in LabelText found, in LabelText label)
    {
        if (found.Core.Length == 0 || label.Core.Length == 0)
        {
            return 0;
        }

        var score = 2.0 * Common(found.Core, label.Core) / (found.Core.Length + label.Core.Length);
        var needed = found.Number == label.Number ? 0.5 : found.Number == 0 || label.Number == 0 ? 0.8 : 0.9;
        return score < needed ? 0 : found.Number == label.Number ? score : score * 0.8;
    }

    /// <summary>How many letters two texts have in common in the same order.</summary>
    private static int Common(string left, string right)
    {
        Span<int> row = stackalloc int[right.Length + 1];
        row.Clear();
        foreach (var letter in left)
        {
            var diagonal = 0;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = letter == right[j - 1] ? diagonal + 1 : Math.Max(above, row[j - 1]);
                diagonal = above;
            }
        }

        return row[right.Length];
    }

    /// <summary>The best headings in the order of the sections. Of equals the last: the first ones are a table of contents.</summary>
    private static int[] InOrder(List<(int Cell, double[] Scores)> candidates, int sections)
    {
        // best[s, k]: the best sum for sections from s on, among candidates from k on.
        var best = new double[sections + 1, candidates.Count + 1];
        for (var s = sections - 1; s >= 0; s--)
        {
            best[s, candidates.Count] = 0;
            for (var k = candidates.Count - 1; k >= 0; k--)
            {
                var score = candidates[k].Scores[s];
                var taken = score > 0 ? score + best[s + 1, k + 1] : 0;
                best[s, k] = Math.Max(Math.Max(taken, best[s, k + 1]), best[s + 1, k]);
            }
        }

        var found = new int[sections];
        Array.Fill(found, -1);
        for (int s = 0, k = 0; s < sections && k < candidates.Count;)
        {
            const double rounding = 1e-9;
            if (best[s, k + 1] >= best[s, k] - rounding)
            {
                k++;
            }
            else if (best[s + 1, k] >= best[s, k] - rounding)
            {
                s++;
            }
            else
            {
                found[s++] = candidates[k++].Cell;
            }
        }

        return found;
    }
}

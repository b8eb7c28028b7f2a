namespace GovReportSchema.Generators.Definition;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Nearest
{
    // Both bound the work on a file that is made to be slow, and lie far above any real form.
    private const int LongestName = 64;
    private const int MostNames = 1_000;

    /// <summary>What is near in its letters, else in its meaning.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        var known = candidates.Take(MostNames).ToList();
        return FindSpelt(name, known) ?? OtherWords.Find(name, known);
    }

    private static string? FindSpelt(string name, List<string> candidates)
    {
        if (name.Length is 0 or > LongestName)
        {
            return null;
        }

        string? nearest = null;
        // A third of the letters may differ: 'recieved' is near 'received', 'total' is not near 'other'.
        var limit = Math.Max(1, name.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            // A name given without its group ('granted' for 'results.granted') is the one meant.
            var distance = candidate.EndsWith("." + name, StringComparison.Ordinal) ? 1
                : candidate.Length > LongestName || Math.Abs(candidate.Length - name.Length) >= limit ? limit
                : Distance(name, candidate);
            if (distance < limit)
            {
                (nearest, limit) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>The edits (one letter put in, left out, replaced, or two neighbours swapped) from one name to the other, letter case aside.</summary>
    private static int Distance(string left, string right)
    {
        var distances = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                distances[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1,
                    distances[i - 1, j - 1] + (Same(left[i - 1], right[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    distances[i, j] = Math.Min(distances[i, j], distances[i - 2, j - 2] + 1);
                }
            }
        }

        return distances[left.Length, right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}

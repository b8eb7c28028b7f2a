using System.Globalization;

namespace GovReportSchema.Checking;

/// <summary>The entry of last year's report that each of this year's is: the only one of the same key.</summary>
internal sealed class PreviousEntries
{
    /// <summary>Last year's report has no such repeating row.</summary>
    private const int NoRow = -2;

    /// <summary>Last year's report has no entry of that key, or several.</summary>
    private const int NoEntry = -1;

    private readonly EntryLayout _entries;
    private readonly int[][] _matches;

    private PreviousEntries(EntryLayout entries, int[][] matches) => (_entries, _matches) = (entries, matches);

    public static PreviousEntries Match(Report report, EntryLayout entries, Report previous)
    {
        var matches = new int[entries.Counts.Count][];
        for (var row = 0; row < matches.Length; row++)
        {
            matches[row] = new int[entries.CountOf(row)];
            var keys = KeysOf(previous, entries.Family.Rows[row].Path);
            for (var entry = 0; entry < matches[row].Length; entry++)
            {
                matches[row][entry] = keys is null ? NoRow
                    : EntryChecker.KeyOf(report, entries, row, entry) is { } key && keys.TryGetValue(key, out var other) ? other
                    : NoEntry;
            }
        }

        return new PreviousEntries(entries, matches);
    }

    /// <summary>Whether last year's report has the row but not the entry.</summary>
    public bool IsAlone(int row, int entry) => _matches[row][entry] == NoEntry;

    /// <summary>The path of a cell in last year's report; null where its entry is not there.</summary>
    public string? PathOf(string path, int row, int entry)
    {
        if (_matches[row][entry] < 0)
        {
            return null;
        }

        var array = _entries.Family.Rows[row].Path;
        var rest = path.AsSpan(path.IndexOf('/', array.Length + 1));
        return string.Create(CultureInfo.InvariantCulture, $"{array}/{_matches[row][entry]}{rest}");
    }

    private static Dictionary<string, int>? KeysOf(Report previous, string path)
    {
        if (previous.Format.Entries is not { } entries
            || Array.FindIndex(entries.Family.Rows, other => other.Path == path) is not (>= 0 and var row))
        {
            return null;
        }

        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var entry = 0; entry < entries.CountOf(row); entry++)
        {
            if (EntryChecker.KeyOf(previous, entries, row, entry) is { } key)
            {
                // Of two with one key nobody can say which is meant.
                keys[key] = keys.ContainsKey(key) ? NoEntry : entry;
            }
        }

        return keys;
    }
}

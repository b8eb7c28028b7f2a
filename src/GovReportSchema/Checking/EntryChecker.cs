using GovReportSchema.Findings;

namespace GovReportSchema.Checking;

/// <summary>Checks the entries of repeating rows: how many there are, and that no two have one key. A blank key is a blank text like any other.</summary>
internal static class EntryChecker
{
    /// <summary>Whether nothing is to be found in the entries.</summary>
    public static bool AreOrderly(Report report)
    {
        if (report.Format.Entries is not { } entries)
        {
            return true;
        }

        for (var row = 0; row < entries.Counts.Count; row++)
        {
            if (entries.IsUnread(row) || entries.CountOf(row) < entries.Family.Rows[row].Repeat.Minimum || HasDuplicate(report, entries, row))
            {
                return false;
            }
        }

        return true;
    }

    public static void Check(Report report, ref FindingList findings, CheckScope scope)
    {
        for (var row = 0; row < report.Format.EntryCounts.Count; row++)
        {
            CheckCount(report, row, ref findings, scope);
            CheckKeys(report, row, ref findings, scope);
        }
    }

    /// <summary>What tells entries apart: the key without the white space around it; null where it is blank.</summary>
    public static string? KeyOf(Report report, EntryLayout entries, int row, int entry) =>
        report.GetText(entries.KeyOf(row, entry)) is { } key && key.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    private static bool HasDuplicate(Report report, EntryLayout entries, int row)
    {
        var keys = new HashSet<string>(entries.CountOf(row), StringComparer.Ordinal);
        for (var entry = 0; entry < entries.CountOf(row); entry++)
        {
            if (KeyOf(report, entries, row, entry) is { } key && !keys.Add(key))
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckCount(Report report, int row, ref FindingList findings, CheckScope scope)
    {
        var (shape, entries) = (report.Format.Shape, report.Format.Entries!);
        var array = shape.Arrays[row];
        if (entries.IsUnread(row))
        {
            // Where the submission breaks off, that is said once, not for each rule.
            if (scope.Complete)
            {
                var evidence = new FaultEvidence(Fault.UnreadEntries, shape.Nodes[array].Labels);
                findings.Add(Fault.UnreadEntries, shape.PathOf(array), scope.SortKeyOf(shape, array), evidence);
            }
        }
        else if (entries.CountOf(row) < entries.Family.Rows[row].Repeat.Minimum)
        {
            var evidence = new FaultEvidence(
                Fault.TooFewEntries, shape.Nodes[array].Labels, Fault.Name(entries.Family.Rows[row].Repeat.Minimum), Fault.Name(entries.CountOf(row)));
            findings.Add(Fault.TooFewEntries, shape.PathOf(array), scope.SortKeyOf(shape, array), evidence);
        }
    }

    private static void CheckKeys(Report report, int row, ref FindingList findings, CheckScope scope)
    {
        var (shape, entries) = (report.Format.Shape, report.Format.Entries!);
        var firsts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var entry = 0; entry < entries.CountOf(row); entry++)
        {
            if (KeyOf(report, entries, row, entry) is { } key && !firsts.TryAdd(key, entry))
            {
                var node = shape.TextNodes[entries.KeyOf(row, entry)];
                var evidence = new FaultEvidence(
                    Fault.DuplicateKey, shape.Nodes[node].Labels, Fault.Name(EntryNames.Shorten(key)), Fault.Name(firsts[key] + 1));
                findings.Add(Fault.DuplicateKey, shape.PathOf(node), scope.SortKeyOf(shape, node), evidence);
            }
        }
    }
}

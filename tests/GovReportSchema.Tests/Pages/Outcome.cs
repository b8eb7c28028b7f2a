using System.Globalization;
using System.Text;

namespace GovReportSchema.Tests.Pages;

/// <summary>How a report read from a page compares with the one that was printed.</summary>
internal sealed record Outcome(int Right, int Wrong, int Lost, string Log)
{
    public static Outcome Of(Report truth, PublishedReport published)
    {
        var log = new StringBuilder();
        if (published.Report is null || !ReferenceEquals(published.Report.Format.Pattern, truth.Format.Pattern))
        {
            return new(0, 0, truth.Format.Cells.Count, "not read as " + truth.Format + ": " + string.Join('\n', published.Findings));
        }

        int right = 0, wrong = 0, lost = 0, unlisted = 0;
        if (Added(published.Report, truth) is { } added)
        {
            return new(0, 1, 0, "no such entry: " + added + '\n' + string.Join('\n', published.Findings));
        }

        foreach (var cell in truth.Format.Cells)
        {
            if (PlaceIn(published.Report, truth, cell.Index) is not { } at)
            {
                lost++;
                unlisted++;
                continue;
            }

            var source = published.Cells[at];
            if (source.Certainty == Certainty.Lost)
            {
                lost++;
            }
            else if (truth.GetCellText(cell.Index) == published.Report.GetCellText(at))
            {
                right++;
                continue;
            }
            else
            {
                wrong++;
            }

            if (log.Length < 2000 && (source.Certainty != Certainty.Lost || lost < 8))
            {
                log.AppendLine(CultureInfo.InvariantCulture, $"expected {truth.GetCellText(cell.Index)}: {source}");
            }
        }

        var said = published.Findings.Where(finding => finding.RuleId == "page.cellLost").Sum(finding => finding.Cells.Count);
        if (said != lost - unlisted)
        {
            return new(right, wrong + 1, lost, FormattableString.Invariant($"{lost - unlisted} lost, but findings say {said}"));
        }

        if (unlisted > 0 && !published.Findings.Any(finding => finding.RuleId == "entry.unread"))
        {
            return new(right, wrong + 1, lost, "entries are lost, and no finding says so\n" + log + string.Join('\n', published.Findings));
        }

        return new(right, wrong, lost, log + string.Join('\n', published.Findings.Where(finding => finding.RuleId.StartsWith("page.", StringComparison.Ordinal)).Take(12)));
    }

    /// <summary>Where a cell stands in the report that was read: in the entry of the same name and turn; null where that was not read.</summary>
    private static int? PlaceIn(Report read, Report truth, int cell)
    {
        for (var row = 0; row < truth.Format.Repeats.Count; row++)
        {
            var (entries, others) = (truth.GetEntries(row), read.GetEntries(row));
            for (var entry = 0; entry < entries.Count; entry++)
            {
                var offset = cell - entries.FirstCellOf(entry);
                var turn = entries.Keys.Take(entry).Count(key => key == entries.GetKey(entry));
                if (offset >= 0 && offset < (entry + 1 < entries.Count ? entries.FirstCellOf(entry + 1) - entries.FirstCellOf(entry) : int.MaxValue)
                    && (row + 1 == truth.Format.Repeats.Count || truth.Format.EntryCounts[row + 1] == 0 || cell < truth.GetEntries(row + 1).FirstCellOf(0)))
                {
                    var same = Enumerable.Range(0, others.Count).Where(other => others.GetKey(other) == entries.GetKey(entry)).Skip(turn).Take(1).ToList();
                    return same.Count == 0 ? null : others.FirstCellOf(same[0]) + offset;
                }
            }
        }

        return cell;
    }

    /// <summary>An entry that was read though it is none, or in another place; null where all are entries in their order.</summary>
    private static string? Added(Report read, Report truth)
    {
        for (var row = 0; row < truth.Format.Repeats.Count; row++)
        {
            var left = new Queue<string?>(truth.GetEntries(row).Keys);
            foreach (var key in read.GetEntries(row).Keys)
            {
                while (left.Count > 0 && left.Peek() != key)
                {
                    left.Dequeue();
                }

                if (left.Count == 0)
                {
                    return key ?? "?";
                }

                left.Dequeue();
            }
        }

        return null;
    }
}

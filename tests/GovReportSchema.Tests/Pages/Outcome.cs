using System.Globalization;
using System.Text;

namespace GovReportSchema.Tests.Pages;

/// <summary>How a report read from a page compares with the one that was printed.</summary>
internal sealed record Outcome(int Right, int Wrong, int Lost, string Log)
{
    public static Outcome Of(Report truth, PublishedReport published)
    {
        var log = new StringBuilder();
        if (published.Report is null || !ReferenceEquals(published.Report.Format, truth.Format))
        {
            return new(0, 0, truth.Format.Cells.Count, "not read as " + truth.Format + ": " + string.Join('\n', published.Findings));
        }

        int right = 0, wrong = 0, lost = 0;
        foreach (var cell in truth.Format.Cells)
        {
            var source = published.Cells[cell.Index];
            if (source.Certainty == Certainty.Lost)
            {
                lost++;
            }
            else if (truth.GetValue(cell.Index) == published.Report.GetValue(cell.Index))
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
                log.AppendLine(CultureInfo.InvariantCulture, $"expected {truth.GetValue(cell.Index)}: {source}");
            }
        }

        var said = published.Findings.Where(finding => finding.RuleId == "page.cellLost").Sum(finding => finding.Cells.Count);
        if (said != lost)
        {
            return new(right, wrong + 1, lost, FormattableString.Invariant($"{lost} lost, but findings say {said}"));
        }

        return new(right, wrong, lost, log + string.Join('\n', published.Findings.Where(finding => finding.RuleId.StartsWith("page.", StringComparison.Ordinal)).Take(12)));
    }
}

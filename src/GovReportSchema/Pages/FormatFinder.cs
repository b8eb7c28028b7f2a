using GovReportSchema.Findings;

namespace GovReportSchema.Pages;

/// <summary>Tells the format of a page from the labels on it.</summary>
internal static class FormatFinder
{
    /// <summary>Formats that are read in full, of those whose labels occur most.</summary>
    private const int MostReadings = 4;

    /// <summary>The least share of a format's labels that a page of it has.</summary>
    private const double LeastShare = 0.2;

    /// <summary>The share of a format's labels that tells a page of it even where no cell could be read.</summary>
    private const double TellingShare = 0.7;

    /// <summary>The page read in the format whose labels and cells it has; null where it is of none, or of several.</summary>
    public static PageReader? Find(Page page, int? year, out IReadOnlyList<Finding> findings)
    {
        findings = [];
        var found = page.Cells.SelectMany(Words).ToHashSet(StringComparer.Ordinal);
        var readings = ReportFormats.All
            .Select(format => (Format: format, Share: Share(format, found)))
            .Where(format => format.Share >= LeastShare)
            .OrderByDescending(format => format.Share).Take(MostReadings)
            .Select(format => (Reader: new PageReader(page, format.Format), format.Share))
            .Where(reading => reading.Reader.Score.Cells > 0 || reading.Share >= TellingShare)
            .OrderByDescending(reading => Math.Round(reading.Reader.Score.Cells + reading.Share, 6))
            .ThenByDescending(reading => reading.Reader.Score.Headings)
            .ThenByDescending(reading => year is { } known && reading.Reader.Format.Years.Contains(known))
            .ToList();
        if (readings.Count == 0)
        {
            findings = [Unknown(PageFault.FormatUnknown, ReportFormats.All)];
            return null;
        }

        if (readings.Count > 1 && Math.Abs(readings[0].Reader.Score.Cells + readings[0].Share - readings[1].Reader.Score.Cells - readings[1].Share) < 1e-6
            && !(year is { } given && readings[0].Reader.Format.Years.Contains(given) && !readings[1].Reader.Format.Years.Contains(given)))
        {
            findings = [Unknown(PageFault.FormatAmbiguous, readings.Select(reading => reading.Reader.Format))];
            return null;
        }

        return readings[0].Reader;
    }

    private static Finding Unknown(Fault fault, IEnumerable<ReportFormat> formats) => new(
        fault.Id, fault.Severity, "/format", 0, new FaultEvidence(fault, null, Fault.Name(string.Join(", ", formats.Select(format => format.Id)))));

    private static IEnumerable<string> Words(PageCell cell)
    {
        if (cell.Text.Length > 300)
        {
            yield break;
        }

        yield return cell.AsLabel.Core;
        yield return cell.AsLabel.Bare;
        if (cell.Place == Place.Line)
        {
            foreach (var word in cell.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                yield return LabelText.Of(word).Core;
            }
        }
    }

    private static double Share(ReportFormat format, HashSet<string> found)
    {
        var labels = TableForm.Of(format)
            .SelectMany(table => table.Labels)
            .Select(label => (label.Core, label.Bare)).Distinct().ToList();
        return labels.Count == 0 ? 0 : labels.Count(label => found.Contains(label.Core) || found.Contains(label.Bare)) / (double)labels.Count;
    }
}

namespace GovReportSchema.Tests.Pages;

/// <summary>Makes reports of random figures whose sums hold.</summary>
internal static class RandomReport
{
    public static Report Make(ReportFormat format, Random random, bool blanks = false)
    {
        var report = format.CreateReport();
        foreach (var cell in format.Cells)
        {
            report.SetValue(cell.Index, Figure(cell.Type, random));
        }

        report.FillTotals();
        Balance(report, random);
        (report.Agency, report.Year) = ("某某县人民政府", format.Years.First);
        if (blanks || random.Next(3) == 0)
        {
            var share = random.Next(2, 6);
            foreach (var cell in format.Cells.Where(cell => report.GetValue(cell.Index) == 0 && random.Next(share) > 0))
            {
                report.SetValue(cell.Index, null);
            }
        }

        return report;
    }

    private static decimal Figure(CellType type, Random random)
    {
        var small = random.Next(3) == 0 ? 0 : random.Next(3) == 0 ? random.Next(100_000) : random.Next(60);
        return type.Kind switch
        {
            CellKind.Signed => random.Next(2) == 0 ? -small : small,
            CellKind.Decimal => small + (random.Next(10_000) / 10_000m),
            _ => small,
        };
    }

    private static void Balance(Report report, Random random)
    {
        foreach (var cell in report.Format.Cells.Where(cell => cell.Path.StartsWith("/applications/carriedOver/", StringComparison.Ordinal)))
        {
            var column = cell.Path[(cell.Path.LastIndexOf('/') + 1)..];
            Cell Of(string row) => report.Format.TryGetCell($"/applications/{row}/{column}", out var found) ? found : throw new InvalidOperationException(row);
            if (column == "total")
            {
                continue;
            }

            var carriedIn = report.GetValue(Of("carriedIn").Index)!.Value;
            var done = report.GetValue(Of("results/total").Index)!.Value;
            var over = Math.Max(random.Next(10), carriedIn - done);
            report.SetValue(cell.Index, over);
            report.SetValue(Of("received").Index, done + over - carriedIn);
        }

        report.FillTotals();
    }
}

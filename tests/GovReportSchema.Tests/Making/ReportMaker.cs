namespace GovReportSchema.Tests.Making;

/// <summary>Makes valid reports on the 2021 form from random figures: most cells 0 or small, as in published reports.</summary>
internal sealed class ReportMaker(int seed)
{
    private const string Narrative = "坚持以公开为常态、不公开为例外，全面推进决策、执行、管理、服务、结果公开，切实保障人民群众的知情权、参与权、表达权和监督权。";

    private readonly Random _random = new(seed);

    /// <summary>A report in which every cell is filled and every rule holds.</summary>
    /// <param name="narrativeLength">Characters in each of the long narratives.</param>
    public DisclosureReport2021 Make(int narrativeLength = 60)
    {
        var report = new DisclosureReport2021
        {
            Agency = $"示例县人民政府{_random.Next(1_000_000):D6}",
            Year = 2024,
            Overview = Text(narrativeLength),
            Problems = Text(narrativeLength),
            OtherMatters = "无。",
        };
        foreach (var cell in report.Format.Cells)
        {
            report.SetValue(cell.Index, cell.Path.StartsWith("/proactiveDisclosure/", StringComparison.Ordinal) ? Large(cell) : Small());
        }

        report.FillTotals();
        Balance(report);
        report.FillTotals();
        return report;
    }

    private static string Text(int length) =>
        string.Concat(Enumerable.Repeat(Narrative, (length / Narrative.Length) + 1))[..length];

    /// <summary>Sets what was received so that it balances: outcomes and carried over, less carried in.</summary>
    private static void Balance(DisclosureReport2021 report)
    {
        var applications = report.Applications;
        foreach (var column in report.Format.Cells.Where(cell => cell.Path.StartsWith("/applications/received/", StringComparison.Ordinal)))
        {
            decimal Of(string row) => ValueOf(report, column.Path.Replace("/received/", row, StringComparison.Ordinal));
            var need = Of("/results/total/") + Of("/carriedOver/") - Of("/carriedIn/");
            if (need < 0)
            {
                var carriedIn = column.Path.Replace("/received/", "/carriedIn/", StringComparison.Ordinal);
                report.SetValue(IndexOf(report, carriedIn), Of("/carriedIn/") + need);
                need = 0;
            }

            report.SetValue(column.Index, need);
        }
    }

    private static decimal ValueOf(Report report, string path) => report.GetValue(IndexOf(report, path))!.Value;

    private static int IndexOf(Report report, string path) =>
        report.Format.TryGetCell(path, out var cell) ? cell.Index : throw new ArgumentException($"No cell {path}.", nameof(path));

    private decimal Large(Cell cell) => cell.Type.Scale > 0 ? _random.Next(10_000_000) / 100m : _random.Next(4) == 0 ? 0 : _random.Next(50_000);

    private decimal Small() => _random.Next(20) switch { < 15 => 0, < 19 => _random.Next(1, 5), _ => _random.Next(5, 30) };
}

using Xunit;

namespace GovReportSchema.Tests.Locating;

/// <summary>Reports in order, made at random but as bodies fill them: most cells small or zero, every rule met.</summary>
internal static class MadeReports
{
    /// <summary>How many random trials each figure rests on; the figures stated were taken with 1,000.</summary>
    public static readonly int Trials =
        int.TryParse(Environment.GetEnvironmentVariable("LOCATE_TRIALS"), out var trials) ? trials : 50;

    public static TheoryData<string> Formats => [DisclosureReport2019.Descriptor.Id, DisclosureReport2021.Descriptor.Id];

    public static Report Make(string format, Random random)
    {
        var report = ReportFormats.Find(format)!.CreateReport();
        report.Agency = "某县人民政府";
        report.Year = format == "disclosure-2019" ? 2020 : 2024;
        foreach (var cell in report.Format.Cells)
        {
            report.SetValue(cell.Index, Draw(random));
        }

        var columns = ColumnsOf(report.Format);
        foreach (var column in columns)
        {
            Balance(report, column, random);
        }

        Assert.Equal(0, report.FillTotals());
        Assert.DoesNotContain(report.Validate(), finding => finding.Severity == Severity.Error);
        return report;
    }

    /// <summary>The cells of tables 3 and 4: those that stand in rules.</summary>
    public static IReadOnlyList<Cell> RuledCells(ReportFormat format) =>
        [.. format.Cells.Where(cell => IsTable3(cell) || cell.Path.StartsWith("/remedies/", StringComparison.Ordinal))];

    public static bool IsTable3(Cell cell) => cell.Path.StartsWith("/applications/", StringComparison.Ordinal);

    public static bool IsTotal(Cell cell) => cell.Path.EndsWith("/total", StringComparison.Ordinal) || cell.Path.Contains("/total/", StringComparison.Ordinal);

    public static Cell Find(ReportFormat format, string path) =>
        format.TryGetCell(path, out var cell) ? cell : throw new ArgumentException(path);

    /// <summary>Another number than the one that stands in a cell: near it, one of a clerk's slips, or any.</summary>
    public static decimal WrongFor(decimal right, Random random)
    {
        while (true)
        {
            decimal wrong = random.Next(4) switch
            {
                0 => right + random.Next(-9, 10),
                1 => random.Next(0, 100),
                2 => random.NextInt64(0, 100_000),
                _ => ClerksSlips.Make(right, random),
            };
            if (wrong != right)
            {
                return wrong;
            }
        }
    }

    public static string[] Shown(Repair repair) =>
        [.. repair.Changes.Select(change => FormattableString.Invariant($"{change.Path} {change.To}"))];

    private static decimal Draw(Random random) => random.Next(10) switch
    {
        < 6 => 0,
        < 9 => random.Next(1, 30),
        _ => random.Next(1, 900),
    };

    private static IEnumerable<string> ColumnsOf(ReportFormat format) => format.Cells
        .Where(cell => cell.Path.StartsWith("/applications/received/", StringComparison.Ordinal))
        .Select(cell => cell.Path.Split('/')[^1])
        .Where(column => column != "total");

    /// <summary>Lets a column's first item be what its outcomes, less what was carried in, leave.</summary>
    private static void Balance(Report report, string column, Random random)
    {
        decimal outcomes = 0;
        foreach (var cell in report.Format.Cells)
        {
            if (cell.Path.StartsWith("/applications/results/", StringComparison.Ordinal)
                && cell.Path.EndsWith("/" + column, StringComparison.Ordinal)
                && !IsTotal(cell))
            {
                outcomes += report.GetValue(cell.Index)!.Value;
            }
        }

        outcomes += report.GetValue(Find(report.Format, "/applications/carriedOver/" + column).Index)!.Value;
        decimal carriedIn = random.NextInt64(0, (long)(outcomes / 4) + 1);
        report.SetValue(Find(report.Format, "/applications/carriedIn/" + column).Index, carriedIn);
        report.SetValue(Find(report.Format, "/applications/received/" + column).Index, outcomes - carriedIn);
    }
}

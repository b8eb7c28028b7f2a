using Xunit;
using Xunit.Abstractions;

namespace GovReportSchema.Tests.Locating;

/// <summary>Two and three wrong cells, independent of each other.</summary>
public class SeveralWrongCellsTests(ITestOutputHelper output)
{
    public static TheoryData<string> Formats => MadeReports.Formats;

    [Theory]
    [MemberData(nameof(Formats))]
    public void Of_two_in_table_3_the_true_pair_is_always_listed_and_nearly_always_alone(string format)
    {
        var (listed, alone, trials) = Try(format, 2, MadeReports.Trials * 40, MadeReports.IsTable3);

        output.WriteLine($"{format}: pair listed {listed}, alone {alone} of {trials}");
        Assert.Equal(trials, listed);
        Assert.True(alone >= trials * 0.99, $"{alone} of {trials}");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Of_two_anywhere_the_true_pair_is_always_listed(string format)
    {
        // Two cells of one row of table 4 stand in one sum, which a single cell explains: see the test of one cell.
        var (listed, alone, trials) = Try(format, 2, MadeReports.Trials * 10, _ => true);

        output.WriteLine($"{format}: pair listed {listed}, alone {alone} of {trials}");
        Assert.Equal(trials, listed);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Of_three_in_table_3_the_true_ones_are_nearly_always_listed(string format)
    {
        var (listed, alone, trials) = Try(format, 3, MadeReports.Trials * 4, MadeReports.IsTable3);

        output.WriteLine($"{format}: three listed {listed}, alone {alone} of {trials}");
        Assert.True(listed >= trials * 0.97, $"{listed} of {trials}");
    }

    private static (int Listed, int Alone, int Trials) Try(string format, int wrong, int trials, Func<Cell, bool> where)
    {
        var random = new Random(20260102);
        var (listed, alone) = (0, 0);
        Cell[] cells = [.. MadeReports.RuledCells(ReportFormats.Find(format)!).Where(where)];
        for (var i = 0; i < trials; i++)
        {
            var report = MadeReports.Make(format, random);
            Cell[] chosen;
            do
            {
                chosen = [.. random.GetItems(cells, wrong).OrderBy(cell => cell.Index)];
            }
            while (chosen.DistinctBy(SumOf).Count() < wrong);
            var truth = new List<string>();
            foreach (var cell in chosen)
            {
                var right = report.GetValue(cell.Index)!.Value;
                truth.Add(FormattableString.Invariant($"{cell.Path} {right}"));
                report.SetValue(cell.Index, MadeReports.WrongFor(right, random));
            }

            var repairs = report.Locate();
            var isListed = repairs.Any(repair => MadeReports.Shown(repair).SequenceEqual(truth));
            listed += isListed ? 1 : 0;
            alone += isListed && repairs.Count == 1 ? 1 : 0;
        }

        return (listed, alone, trials);
    }

    /// <summary>The cell in table 3, the row in table 4.</summary>
    private static string SumOf(Cell cell) => MadeReports.IsTable3(cell) ? cell.Path : cell.Path[..cell.Path.LastIndexOf('/')];
}

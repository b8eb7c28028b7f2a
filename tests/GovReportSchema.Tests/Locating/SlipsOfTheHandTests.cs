using Xunit;
using Xunit.Abstractions;

namespace GovReportSchema.Tests.Locating;

/// <summary>Slips that make several cells wrong at once.</summary>
public class SlipsOfTheHandTests(ITestOutputHelper output)
{
    public static TheoryData<string> Formats => MadeReports.Formats;

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_leaf_with_the_totals_summed_from_it_is_one_slip_and_always_listed(string format)
    {
        var (first, alone, tied, trials) = (0, 0, 0, 0);
        var (longFirst, longTrials) = (0, 0);
        ForEachLeaf(format, (report, leaf, random) =>
        {
            var right = report.GetValue(leaf.Index)!.Value;
            decimal wrong;
            do
            {
                wrong = Math.Abs(ClerksSlips.Make(right, random));
            }
            while (wrong == right);
            var truth = Copies.Of(report);
            report.SetValue(leaf.Index, wrong);
            report.FillTotals();
            var repairs = report.Locate();
            var found = repairs.Single(repair => repair.Changes.All(change => change.To == truth.GetValue(change.Cell.Index))
                && repair.Changes.Any(change => change.Cell == leaf));
            Assert.All(repairs, repair => Assert.Equal(SlipKind.LeafWithTotals, repair.Kind));
            trials++;
            longTrials += right >= 10 ? 1 : 0;
            longFirst += right >= 10 && found.Rank == 1 ? 1 : 0;
            first += found.Rank == 1 ? 1 : 0;
            alone += found.Rank == 1 && !found.IsTied ? 1 : 0;
            tied += repairs.Count(repair => repair.Rank == 1);
        });

        // That it is a leaf with its totals is certain. Which of a column's twenty-odd leaves, only the numbers can tell: how the one
        // could be mistaken for the other, and how usual it is where it stands.
        output.WriteLine($"{format}: of this kind in rank 1 {trials}, the very leaf there {first}, alone there {alone} of {trials}; {tied} leaves share rank 1; of two digits and more {longFirst} of {longTrials}");
        Assert.True(first >= trials * 0.95, $"{first} of {trials}");
        Assert.True(alone >= trials * 0.7, $"{alone} of {trials}");
        Assert.True(tied <= trials * 2, $"{tied} of {trials}");
        Assert.True(longFirst >= longTrials * 0.85, $"{longFirst} of {longTrials}");
    }

    [Theory]
    [InlineData("disclosure-2019", true)]
    [InlineData("disclosure-2019", false)]
    [InlineData("disclosure-2021", true)]
    [InlineData("disclosure-2021", false)]
    public void A_value_in_the_neighbouring_column_or_row_is_always_listed(string format, bool column)
    {
        var (first, alone, trials) = (0, 0, 0);
        ForEachLeaf(format, (report, leaf, random) =>
        {
            var value = report.GetValue(leaf.Index)!.Value;
            if (value == 0 || Neighbour(report.Format, leaf, column) is not { } other || report.GetValue(other.Index) != 0)
            {
                return;
            }

            report.SetValue(leaf.Index, 0);
            report.SetValue(other.Index, value);
            var repairs = report.Locate();
            var found = repairs.Single(repair => repair.Changes.Count == 2
                && repair.Changes.All(change => change.To == (change.Cell == leaf ? value : change.Cell == other ? 0 : -1)));
            Assert.Equal(SlipKind.NeighbouringCell, found.Kind);
            trials++;
            first += found.Rank == 1 ? 1 : 0;
            alone += found.Rank == 1 && !found.IsTied ? 1 : 0;
        });

        output.WriteLine($"{format} {(column ? "column" : "row")}: ranked first {first}, alone {alone} of {trials}");
        Assert.True(first >= trials * 0.95, $"{first} of {trials}");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Two_cells_swapped_are_always_listed(string format)
    {
        var (first, trials) = (0, 0);
        ForEachLeaf(format, (report, leaf, random) =>
        {
            Cell[] others = [.. MadeReports.RuledCells(report.Format).Where(cell => MadeReports.IsTable3(cell) && !MadeReports.IsTotal(cell))];
            var other = others[random.Next(others.Length)];
            var (a, b) = (report.GetValue(leaf.Index)!.Value, report.GetValue(other.Index)!.Value);
            if (a == b)
            {
                return;
            }

            report.SetValue(leaf.Index, b);
            report.SetValue(other.Index, a);
            var found = report.Locate().Single(repair => repair.Changes.Count == 2
                && repair.Changes.All(change => change.To == (change.Cell == leaf ? a : change.Cell == other ? b : -1)));
            Assert.True(found.Kind is SlipKind.CellsSwapped or SlipKind.NeighbouringCell);
            trials++;
            first += found.Rank == 1 ? 1 : 0;
        });

        output.WriteLine($"{format}: swap ranked first {first} of {trials}");
        Assert.True(first >= trials * 0.95, $"{first} of {trials}");
    }

    private static Cell? Neighbour(ReportFormat format, Cell leaf, bool column)
    {
        var row = format.Cells.TakeWhile(cell => cell.Path != "/applications/carriedIn/naturalPerson").Count()
            - format.Cells.TakeWhile(cell => cell.Path != "/applications/received/naturalPerson").Count();
        var at = leaf.Index + (column ? 1 : row);
        return at < format.Cells.Count && MadeReports.IsTable3(format.Cells[at]) && !MadeReports.IsTotal(format.Cells[at]) ? format.Cells[at] : null;
    }

    private static void ForEachLeaf(string format, Action<Report, Cell, Random> act)
    {
        var random = new Random(20260103);
        var leaves = MadeReports.RuledCells(ReportFormats.Find(format)!)
            .Where(cell => MadeReports.IsTable3(cell) && !MadeReports.IsTotal(cell));
        foreach (var leaf in leaves)
        {
            for (var i = 0; i < Math.Max(1, MadeReports.Trials / 5); i++)
            {
                act(MadeReports.Make(format, random), leaf, random);
            }
        }
    }
}

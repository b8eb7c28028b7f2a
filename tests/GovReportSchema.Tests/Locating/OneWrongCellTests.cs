using Xunit;
using Xunit.Abstractions;

namespace GovReportSchema.Tests.Locating;

/// <summary>One wrong cell, of each of the cells that stand in rules, with many random wrong values.</summary>
public class OneWrongCellTests(ITestOutputHelper output)
{
    public static TheoryData<string> Formats => MadeReports.Formats;

    [Theory]
    [MemberData(nameof(Formats))]
    public void In_table_3_the_true_repair_is_the_only_smallest_one(string format)
    {
        ForEachCell(format, table3: true, (repairs, truth) =>
        {
            Assert.Equal(RepairState.Located, repairs.State);
            Assert.Equal(truth, MadeReports.Shown(Assert.Single(repairs)));
        });
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void In_table_4_it_is_among_the_five_that_one_sum_cannot_tell_apart(string format)
    {
        ForEachCell(format, table3: false, (repairs, truth) =>
        {
            Assert.InRange(repairs.Count, 1, 5);
            Assert.All(repairs, repair => Assert.Single(repair.Changes));
            Assert.Contains(truth, repairs.Select(MadeReports.Shown));
        });
    }

    private void ForEachCell(string format, bool table3, Action<RepairList, string[]> check)
    {
        var random = new Random(20260101);
        var (cells, trials) = (0, 0);
        foreach (var cell in MadeReports.RuledCells(ReportFormats.Find(format)!).Where(cell => MadeReports.IsTable3(cell) == table3))
        {
            cells++;
            for (var i = 0; i < MadeReports.Trials;)
            {
                // A new report every so often: making one costs more than locating in it.
                var report = MadeReports.Make(format, random);
                for (var j = 0; j < 10 && i < MadeReports.Trials; j++, i++)
                {
                    var right = report.GetValue(cell.Index)!.Value;
                    report.SetValue(cell.Index, MadeReports.WrongFor(right, random));
                    check(report.Locate(), [FormattableString.Invariant($"{cell.Path} {right}")]);
                    report.SetValue(cell.Index, right);
                    trials++;
                }
            }
        }

        output.WriteLine($"{format}: {cells} cells, the right value {(table3 ? "alone" : "listed")} in {trials} of {trials} trials");
    }
}

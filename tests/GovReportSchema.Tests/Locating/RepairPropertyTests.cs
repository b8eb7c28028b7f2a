using GovReportSchema.Locating;
using Xunit;

namespace GovReportSchema.Tests.Locating;

/// <summary>The validator and the locator are one arithmetic.</summary>
public class RepairPropertyTests
{
    [Theory]
    [InlineData("disclosure-2019", Blanks.Unknown)]
    [InlineData("disclosure-2021", Blanks.Unknown)]
    [InlineData("disclosure-2021", Blanks.Zero)]
    public void After_any_repair_no_rule_is_violated(string format, Blanks blanks)
    {
        var random = new Random(20260104);
        var options = new CheckOptions { Blanks = blanks };
        var applied = 0;
        for (var i = 0; i < MadeReports.Trials * 4; i++)
        {
            var report = MadeReports.Make(format, random);
            Spoil(report, random);
            var isWrong = report.Validate(options).Any(finding => finding.Severity == Severity.Error);
            var repairs = report.Locate(options);
            Assert.Equal(repairs.State == RepairState.TooMany, repairs.Unexplained.Count > 0);
            Assert.Equal(isWrong, repairs.State == RepairState.TooMany || repairs.Any(repair => repair.Kind != SlipKind.BlankLeft || blanks == Blanks.Zero));
            foreach (var repair in repairs.Take(20))
            {
                var copy = Copies.Of(report);
                copy.Apply(repair);
                var left = copy.Validate(options).Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Path);
                Assert.Empty(left.Except(repairs.Unexplained.Select(cell => cell.Path)));
                Assert.All(repair.Changes, change => Assert.NotEqual(change.From, change.To));
                applied++;
            }
        }

        Assert.True(applied > MadeReports.Trials);
    }

    [Theory]
    [InlineData("disclosure-2019")]
    [InlineData("disclosure-2021")]
    public void The_search_by_residuals_and_the_search_by_ranges_find_the_same(string format)
    {
        var random = new Random(20260105);
        var plan = ReportFormats.Find(format)!.LocatePlan;
        for (var i = 0; i < MadeReports.Trials; i++)
        {
            var report = MadeReports.Make(format, random);
            foreach (var cell in random.GetItems([.. MadeReports.RuledCells(report.Format)], random.Next(1, 3)))
            {
                report.SetValue(cell.Index, MadeReports.WrongFor(report.GetValue(cell.Index)!.Value, random));
            }

            var scene = new Scene(plan, report, CheckOptions.Default);
            foreach (var cluster in plan.Clusters.Where(cluster => cluster.Checks.Any(scene.IsViolated) && !scene.HasOutOfBounds(cluster)))
            {
                Assert.Equal(
                    Shown(new ResidualSearch(plan, scene, cluster).Run()),
                    Shown(new OpenSearch(plan, scene, cluster).Run()));
            }
        }
    }

    [Fact]
    public void The_same_report_has_the_same_repairs_in_the_same_order()
    {
        var random = new Random(20260106);
        for (var i = 0; i < MadeReports.Trials; i++)
        {
            var report = MadeReports.Make("disclosure-2021", random);
            Spoil(report, random);

            Assert.Equal(report.Locate().Select(repair => repair.ToString()), Copies.Of(report).Locate().Select(repair => repair.ToString()));
        }
    }

    private static IEnumerable<string> Shown(List<Solution> solutions) =>
        solutions.Select(solution => string.Join(' ', solution.Changes)).Order(StringComparer.Ordinal);

    private static void Spoil(Report report, Random random)
    {
        var cells = report.Format.Cells.ToArray();
        foreach (var cell in random.GetItems(cells, random.Next(0, 5)))
        {
            report.SetValue(cell.Index, MadeReports.WrongFor(report.GetValue(cell.Index)!.Value, random));
            if (random.Next(4) == 0)
            {
                report.FillTotals();
            }
        }

        if (random.Next(3) == 0)
        {
            foreach (var cell in random.GetItems(cells, random.Next(1, 60)))
            {
                report.SetValue(cell.Index, null);
            }
        }
    }
}

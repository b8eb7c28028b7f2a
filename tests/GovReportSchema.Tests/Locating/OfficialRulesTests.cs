using System.Numerics;
using GovReportSchema.Locating;
using Xunit;

namespace GovReportSchema.Tests.Locating;

/// <summary>What the rules of the official tables can tell: the facts on which the locator's promises rest.</summary>
public class OfficialRulesTests
{
    [Theory]
    [InlineData("disclosure-2019", 161, 37, 35)]
    [InlineData("disclosure-2021", 175, 39, 37)]
    public void Table_3_is_one_cluster_of_equations_of_which_two_follow_from_the_others(string format, int cells, int equations, int rank)
    {
        var plan = ReportFormats.Find(format)!.LocatePlan;
        var cluster = plan.Clusters[0];

        Assert.Equal(4, plan.Clusters.Length);
        Assert.Equal((cells, equations), (cluster.Cells.Length, cluster.Checks.Length));
        Assert.True(cluster.IsExact);
        Assert.Equal(rank, Rank(plan, cluster));
        Assert.All(plan.Clusters.Skip(1), table4 => Assert.Equal((5, 1), (table4.Cells.Length, table4.Checks.Length)));
    }

    [Theory]
    [InlineData("disclosure-2019")]
    [InlineData("disclosure-2021")]
    public void Each_cell_of_table_3_has_a_pattern_of_violated_rules_of_its_own(string format)
    {
        var cluster = ReportFormats.Find(format)!.LocatePlan.Clusters[0];
        var patterns = Cells(cluster).Select(move => string.Join(' ', move.Equations)).ToList();

        Assert.Equal(patterns.Count, patterns.Distinct().Count());
    }

    [Theory]
    [InlineData("disclosure-2019")]
    [InlineData("disclosure-2021")]
    public void No_error_of_up_to_three_cells_of_table_3_leaves_every_rule_in_order(string format)
    {
        // Changes of two or three cells cancel in every rule only if no rule has just one of them.
        var cells = Cells(ReportFormats.Find(format)!.LocatePlan.Clusters[0]);
        var masks = Array.ConvertAll(cells, move => move.Equations.Aggregate(0UL, (mask, check) => mask | (1UL << (check % 64))));
        Assert.True(cells.SelectMany(move => move.Equations).Distinct().Select(check => check % 64).Distinct().Count()
            == cells.SelectMany(move => move.Equations).Distinct().Count());
        for (var a = 0; a < masks.Length; a++)
        {
            for (var b = a + 1; b < masks.Length; b++)
            {
                Assert.NotEqual(0UL, masks[a] ^ masks[b]);
                for (var c = b + 1; c < masks.Length; c++)
                {
                    var alone = (masks[a] ^ masks[b] ^ masks[c]) & ~(masks[a] & masks[b] & masks[c]);
                    if (alone == 0)
                    {
                        Assert.Fail($"{cells[a].Origin} {cells[b].Origin} {cells[c].Origin}");
                    }
                }
            }
        }
    }

    [Fact]
    public void Four_cells_at_the_corners_of_a_rectangle_can_hide()
    {
        var report = MadeReports.Make("disclosure-2021", new Random(1));
        foreach (var (path, by) in new[]
        {
            ("/applications/results/granted/naturalPerson", 1), ("/applications/results/granted/other", -1),
            ("/applications/results/partiallyGranted/naturalPerson", -1), ("/applications/results/partiallyGranted/other", 1),
        })
        {
            var cell = MadeReports.Find(report.Format, path);
            report.SetValue(cell.Index, report.GetValue(cell.Index) + by);
        }

        // Beyond the reach of any arithmetic on this form, so the promise ends at three.
        Assert.DoesNotContain(report.Validate(), finding => finding.RuleId.StartsWith("applications.", StringComparison.Ordinal));
    }

    private static Move[] Cells(RuleCluster cluster) => [.. cluster.Moves.Where(move => !move.IsCompound)];

    private static int Rank(LocatePlan plan, RuleCluster cluster)
    {
        var rows = cluster.Checks.Select(check => new BigInteger[cluster.Cells.Length]).ToArray();
        for (var c = 0; c < cluster.Cells.Length; c++)
        {
            foreach (var incident in plan.Incidence.Of(cluster.Cells[c]))
            {
                rows[Array.IndexOf(cluster.Checks, incident.Check)][c] = incident.Coefficient;
            }
        }

        var rank = 0;
        for (var column = 0; column < cluster.Cells.Length && rank < rows.Length; column++)
        {
            var pivot = Array.FindIndex(rows, rank, row => !row[column].IsZero);
            if (pivot < 0)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var r = rank + 1; r < rows.Length; r++)
            {
                var (own, other) = (rows[r][column], rows[rank][column]);
                for (var i = 0; i < rows[r].Length; i++)
                {
                    rows[r][i] = (rows[r][i] * other) - (rows[rank][i] * own);
                }
            }

            rank++;
        }

        return rank;
    }
}

using GovReportSchema.Locating;
using Xunit;
using Xunit.Abstractions;

namespace GovReportSchema.Tests.Locating;

/// <summary>What is found in forms and errors made at random, against a trial of every change of one and two cells.</summary>
public class BruteForceTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_smallest_explanation_is_listed_and_no_other(int seed)
    {
        var random = new Random(seed);
        var (wrong, listed, beyond) = (0, 0, 0);
        for (var i = 0; i < MadeReports.Trials * 4; i++)
        {
            var form = new RandomForm(random);
            if (form.Fill() is not var (report, previous))
            {
                continue;
            }

            Spoil(report, form, random);
            previous = random.Next(2) == 0 ? previous : null!;
            var options = new CheckOptions { Previous = previous };
            var repairs = report.Locate(options);
            var about = $"seed {seed}, form {i}: {string.Join(' ', report.Values.ToArray())}\n{string.Join('\n', repairs)}\n{form}";
            foreach (var cluster in form.Format.LocatePlan.Clusters)
            {
                var trial = new FormTrial(form, report, previous, cluster.Cells);
                if (!repairs.SelectMany(repair => repair.Changes).Any(change => cluster.Cells.Contains(change.Cell.Index)))
                {
                    var isUnexplained = repairs.Unexplained.Any(cell => cluster.Cells.Contains(cell.Index));
                    Assert.True(isUnexplained ? trial.Smallest().Count == 0 : trial.IsInOrder(), about);
                    continue;
                }

                var smallest = trial.Smallest();
                if (smallest.Count == 0)
                {
                    // Three slips, which a trial would take too long for.
                    beyond++;
                    continue;
                }

                wrong++;
                var after = repairs.Select(repair => After(report, Own(repair, cluster))).ToList();
                Assert.All(smallest, ways => Assert.True(ways.Exists(way => after.Exists(way.SequenceEqual)), $"{about}\nmissing: {string.Join(' ', ways[0])}"));
                foreach (var (repair, values) in repairs.Zip(after))
                {
                    Assert.True(smallest.Exists(ways => ways.Exists(values.SequenceEqual)), $"{about}\nno smallest one: {repair}");
                    AreForced([.. Own(repair, cluster)], values, smallest, about);
                    listed++;
                }
            }

            Assert.Equal(repairs.Count, repairs.Select(repair => string.Join(' ', repair.Changes)).Distinct().Count());
            foreach (var repair in repairs)
            {
                var copy = Copies.Of(report);
                copy.Apply(repair);
                var left = copy.Validate(options).Where(finding => finding.Severity == Severity.Error && !finding.RuleId.StartsWith("previous.", StringComparison.Ordinal));
                Assert.True(repairs.State == RepairState.TooMany || !left.Any(), about);
            }
        }

        output.WriteLine($"{wrong} wrong parts with {listed} explanations; {beyond} beyond two slips");
        Assert.True(wrong > MadeReports.Trials);
    }

    private static IEnumerable<RepairChange> Own(Repair repair, RuleCluster cluster) =>
        repair.Changes.Where(change => cluster.Cells.Contains(change.Cell.Index));

    private static long[] After(Report report, IEnumerable<RepairChange> changes)
    {
        var values = report.Values.ToArray();
        foreach (var change in changes)
        {
            values[change.Cell.Index] = change.Units.To;
        }

        return values;
    }

    /// <summary>A forced number is the only one beside the repair's others.</summary>
    private static void AreForced(RepairChange[] changes, long[] values, List<List<long[]>> smallest, string about)
    {
        foreach (var forced in changes.Where(change => change.IsForced).Select(change => change.Cell.Index))
        {
            var others = smallest
                .SelectMany(ways => ways)
                .Where(way => way[forced] != values[forced] && way.Where((_, cell) => cell != forced).SequenceEqual(values.Where((_, cell) => cell != forced)));
            Assert.False(others.Any(), $"{about}\nforced: {forced}");
        }
    }

    private static void Spoil(Report report, RandomForm form, Random random)
    {
        for (var i = random.Next(1, 3); i > 0; i--)
        {
            var cell = random.Next(report.Values.Length);
            report.SetValue(cell, random.Next(6) == 0 ? (form.Type.Minimum - 1) / (form.Type.Scale == 0 ? 1m : 10m) : form.Any());
            if (random.Next(3) == 0)
            {
                report.FillTotals();
            }
        }
    }
}

using GovReportSchema.Locating;
using Xunit;
using Xunit.Abstractions;

namespace GovReportSchema.Tests.Locating;

/// <summary>What is said of blanks in forms made at random, against a trial of every filling.</summary>
public class BruteForceBlankTests(ITestOutputHelper output)
{

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_blank_is_given_a_number_only_where_every_filling_in_order_has_it(int seed)
    {
        var random = new Random(seed);
        var (forced, found) = (0, 0);
        for (var i = 0; i < MadeReports.Trials * 8; i++)
        {
            var form = new RandomForm(random);
            if (form.Fill() is not var (report, previous))
            {
                continue;
            }

            var blanks = random.GetItems([.. Enumerable.Range(0, report.Values.Length)], random.Next(1, 6)).Distinct().ToArray();
            foreach (var cell in blanks)
            {
                report.SetValue(cell, null);
            }

            var truth = Forced(form, report, previous, blanks);
            var repairs = report.Locate(new CheckOptions { Previous = previous });
            var about = $"seed {seed}, form {i}: {string.Join(' ', report.Values.ToArray().Select(value => value == Report.Blank ? "–" : $"{value}"))}\n{form}";
            Assert.True(repairs.State is RepairState.NothingToRepair or RepairState.Located, about);
            var said = repairs.SelectMany(repair => repair.Changes).ToDictionary(change => change.Cell.Index, change => change.Units.To);
            Assert.All(said, pair => Assert.True(truth.TryGetValue(pair.Key, out var value) && value == pair.Value, $"{about}\n{pair}"));
            forced += truth.Count;
            found += said.Count;
        }

        // Beyond equations and ranges, a blank may be forced by trying all numbers alone.
        output.WriteLine($"{found} of {forced} blanks that can be but one number");
        Assert.True(found >= forced * 0.9, $"{found} of {forced}");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_smallest_explanation_beside_blanks_is_listed(int seed)
    {
        var random = new Random(seed);
        var (listed, needless, wrong) = (0, 0, 0);
        for (var i = 0; i < MadeReports.Trials * 6; i++)
        {
            var form = new RandomForm(random);
            if (form.Fill() is not var (report, _))
            {
                continue;
            }

            report.SetValue(random.Next(report.Values.Length), form.Any());
            var blanks = random.GetItems([.. Enumerable.Range(0, report.Values.Length)], random.Next(1, 3)).Distinct().ToArray();
            foreach (var cell in blanks)
            {
                report.SetValue(cell, null);
            }

            if (report.Locate() is not { State: RepairState.Located or RepairState.Tied } repairs || repairs[0].Kind == SlipKind.BlankLeft)
            {
                continue;
            }

            wrong++;
            var singles = Singles(form, report, blanks);
            var about = $"seed {seed}, form {i}: {string.Join(' ', report.Values.ToArray().Select(value => value == Report.Blank ? "–" : $"{value}"))}\n{string.Join('\n', repairs)}\n{form}";
            foreach (var cell in singles)
            {
                Assert.True(repairs.Any(repair => repair.Changes.Where(change => change.From is not null).Select(change => change.Cell.Index).SequenceEqual([cell])), $"{about}\nmissing: {cell}");
            }

            listed += repairs.Count;
            needless += singles.Count == 0 ? 0 : repairs.Count(repair => repair.Changes.Count(change => change.From is not null) == 1
                && !singles.Contains(repair.Changes.First(change => change.From is not null).Cell.Index));
        }

        output.WriteLine($"{wrong} wrong reports with {listed} explanations, {needless} of which no filling bears out");
        Assert.True(wrong > MadeReports.Trials / 4);
        Assert.True(needless <= listed * 0.02, $"{needless} of {listed}");
    }

    private static Dictionary<int, long> Forced(RandomForm form, Report report, Report previous, int[] blanks)
    {
        var fillings = Fillings(form, report, blanks).Where(values => FormTrial.Holds(form, values, previous.Values)).ToList();
        return blanks.Where(cell => fillings.Count > 0 && fillings.TrueForAll(values => values[cell] == fillings[0][cell]))
            .ToDictionary(cell => cell, cell => fillings[0][cell]);
    }

    /// <summary>The filled cells of which one change by itself lets the blanks be filled so that all rules hold.</summary>
    private static List<int> Singles(RandomForm form, Report report, int[] blanks) =>
        [.. Enumerable.Range(0, report.Values.Length).Except(blanks).Where(cell =>
            Fillings(form, report, [.. blanks, cell]).Any(values => values[cell] != report.Values[cell] && FormTrial.Holds(form, values, null)))];

    private static IEnumerable<long[]> Fillings(RandomForm form, Report report, int[] cells)
    {
        var values = report.Values.ToArray();
        var sizes = form.Type.Maximum - form.Type.Minimum + 1;
        var count = (long)Math.Pow(sizes, cells.Length);
        for (var number = 0L; number < count; number++)
        {
            var rest = number;
            foreach (var cell in cells)
            {
                values[cell] = form.Type.Minimum + (rest % sizes);
                rest /= sizes;
            }

            yield return values.ToArray();
        }
    }
}

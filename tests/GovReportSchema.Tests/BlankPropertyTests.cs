using Xunit;

namespace GovReportSchema.Tests;

/// <summary>
/// What is said of rules over blanks, against every filling of the blanks of small tables tried one by one: rules drawn at
/// random, some that contradict each other.
/// </summary>
public class BlankPropertyTests
{
    private const int Most = 3;
    private const int Size = 3;

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void No_finding_contradicts_a_trial_of_every_filling(int seed)
    {
        var random = new Random(seed);
        var said = new int[3];
        for (var i = 0; i < 1_500; i++)
        {
            var rules = Rules(random);
            var format = SmallFormat.Make(Size, Size, SmallFormat.UpTo(Most), rules);
            var values = Values(random);
            var findings = SmallFormat.Report(format, values).Validate();
            var trial = new Trial(rules, values, Most);
            Assert.True(trial.CanHoldTogether() || findings.Count > 0, $"a table that contradicts itself passes: seed {seed}, table {i}");
            foreach (var rule in rules)
            {
                var finding = findings.SingleOrDefault(each => each.RuleId == rule.Id);
                var about = $"seed {seed}, table {i}, {rule.Id}: {string.Join(' ', values.Select(value => value is null ? "–" : $"{value}"))}";
                said[finding is null ? 0 : finding.State == RuleState.Violated ? 1 : 2]++;
                if (finding is null)
                {
                    Assert.True(trial.HoldsByTheOthers(rule) && trial.CanHold(rule), "holds, though it need not: " + about);
                }
                else if (finding.State == RuleState.Violated)
                {
                    Assert.False(trial.CanHoldWithAll(rule), "violated, though all can hold: " + about);
                }
                else
                {
                    // Ranges know no parity: 2x = 1 is left open where the rule is no error.
                    var simple = rule.Axes[0].Terms.All(term => Math.Abs(term.Coefficient) == 1);
                    Assert.True(!simple || (trial.CanHold(rule) && trial.CanFail(rule)), "undetermined, though there is no choice: " + about);
                    Assert.Contains(finding.Cells, cell => cell.Value is null);
                    Assert.Equal(rule.Severity == Severity.Error ? Severity.Warning : Severity.Info, finding.Severity);
                }
            }
        }

        Assert.All(said, count => Assert.InRange(count, 500, 8_000));
    }

    [Fact]
    public void A_table_without_blanks_has_a_finding_for_each_rule_that_does_not_hold_and_no_other()
    {
        var random = new Random(21);
        for (var i = 0; i < 2_000; i++)
        {
            var rules = Rules(random);
            var values = Values(random).Select(value => value ?? 1).Select(value => (decimal?)value).ToArray();
            var report = SmallFormat.Report(SmallFormat.Make(Size, Size, SmallFormat.UpTo(Most), rules), values);
            var trial = new Trial(rules, values, Most);

            var findings = report.Validate();
            var beside = report.Validate(new CheckOptions { Previous = SmallFormat.Report(report.Format, values) });

            Assert.Equal(rules.Where(rule => !trial.CanHold(rule)).Select(rule => rule.Id).Order(), findings.Select(finding => finding.RuleId).Order());
            Assert.All(findings, finding => Assert.Equal(RuleState.Violated, finding.State));

            // The path for blanks and last year's cells says the same as the one for tables without.
            Assert.Equal(findings.Select(finding => finding.ToString()), beside.Where(finding => finding.RuleId[0] == 'r').Select(finding => finding.ToString()));
        }
    }

    [Fact]
    public void Blanks_as_zero_say_what_zeroes_say()
    {
        var random = new Random(31);
        for (var i = 0; i < 1_000; i++)
        {
            var format = SmallFormat.Make(Size, Size, SmallFormat.UpTo(Most), Rules(random));
            var values = Values(random);
            var blank = SmallFormat.Report(format, values);
            var zero = SmallFormat.Report(format, [.. values.Select(value => value ?? 0)]);

            Assert.Equal(
                zero.Validate().Select(finding => (finding.ToString(), finding.Expected)),
                blank.Validate(new CheckOptions { Blanks = Blanks.Zero }).Select(finding => (finding.ToString(), finding.Expected)));
            Assert.Equal(values, Enumerable.Range(0, values.Length).Select(blank.GetValue));
        }
    }

    /// <summary>Totals of rows and columns, and a rule or two of any shape.</summary>
    private static Rule[] Rules(Random random)
    {
        var rules = new List<Rule>();
        for (var i = 0; i < Size; i++)
        {
            // Total first: the subject.
            var (row, column) = (new long[Size * Size], new long[Size * Size]);
            for (var j = 0; j < Size; j++)
            {
                row[(i * Size) + j] = j == 0 ? 1 : -1;
                column[(j * Size) + i] = j == 0 ? 1 : -1;
            }

            rules.Add(SmallFormat.Rule($"row{i}", Relation.Equal, row));
            rules.Add(SmallFormat.Rule($"rcolumn{i}", Relation.Equal, column));
        }

        for (var i = random.Next(1, 3); i > 0; i--)
        {
            var any = Enumerable.Range(0, Size * Size).Select(_ => (long)(random.Next(3) == 0 ? random.Next(-2, 3) : 0)).ToArray();
            any[0] = any[0] == 0 ? 1 : any[0];
            rules.Add(SmallFormat.Rule($"rany{i}", (Relation)random.Next(3), any) with
            {
                Tolerance = random.Next(2),
                Severity = (Severity)random.Next(3),
            });
        }

        return [.. rules.OrderBy(_ => random.Next()).Take(random.Next(1, rules.Count + 1))];
    }

    /// <summary>A table that mostly sums up, with up to four blanks and sometimes a slip.</summary>
    private static decimal?[] Values(Random random)
    {
        var values = new decimal?[Size * Size];
        var parts = Enumerable.Range(0, 4).Select(_ => (decimal)random.Next(2)).ToArray();
        (values[4], values[5], values[7], values[8]) = (parts[0], parts[1], parts[2], parts[3]);
        (values[3], values[6], values[1], values[2]) = (parts[0] + parts[1], parts[2] + parts[3], parts[0] + parts[2], parts[1] + parts[3]);
        values[0] = Math.Min(parts.Sum(), Most);
        if (random.Next(2) == 0)
        {
            values[random.Next(values.Length)] = random.Next(Most + 1);
        }

        for (var blanks = random.Next(5); blanks > 0; blanks--)
        {
            values[random.Next(values.Length)] = null;
        }

        return values;
    }
}

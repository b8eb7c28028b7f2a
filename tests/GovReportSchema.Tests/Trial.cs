namespace GovReportSchema.Tests;

/// <summary>Tries every filling of a table's blanks, and asks the rules of it in the plainest way.</summary>
internal sealed class Trial
{
    private readonly Rule[] _rules;
    private readonly List<long[]> _fillings = [];
    private readonly int[] _blanks;

    public Trial(Rule[] rules, decimal?[] values, int most)
    {
        _rules = rules;
        _blanks = [.. Enumerable.Range(0, values.Length).Where(cell => values[cell] is null)];
        for (var number = 0; number < (int)Math.Pow(most + 1, _blanks.Length); number++)
        {
            var filling = values.Select(value => (long)(value ?? 0)).ToArray();
            var rest = number;
            foreach (var cell in _blanks)
            {
                filling[cell] = rest % (most + 1);
                rest /= most + 1;
            }

            _fillings.Add(filling);
        }
    }

    public bool CanHold(Rule rule) => _fillings.Any(filling => Holds(rule, filling));

    public bool CanFail(Rule rule) => _fillings.Any(filling => !Holds(rule, filling));

    /// <summary>Whether some filling satisfies the rule and every rule whose violation is an error.</summary>
    public bool CanHoldWithAll(Rule rule) => _fillings.Any(
        filling => Holds(rule, filling) && _rules.All(other => other.Severity != Severity.Error || Holds(other, filling)));

    public bool CanHoldTogether() =>
        _fillings.Any(filling => _rules.All(rule => rule.Severity != Severity.Error || Holds(rule, filling)));

    /// <summary>
    /// Whether the rule holds in every filling that the other rules allow; or else holds in one alone, with each of its blanks at
    /// an end of what it could be (a total of 0 over blanks).
    /// </summary>
    public bool HoldsByTheOthers(Rule rule)
    {
        var allowed = _fillings.Where(
            filling => _rules.All(other => other == rule || other.Severity != Severity.Error || Holds(other, filling))).ToList();
        if (!CanHoldTogether())
        {
            // The rules contradict each other; which of them is at fault is a matter of opinion.
            return true;
        }

        var own = _blanks.Where(cell => rule.Axes[0].Terms.Any(term => term.Offset == cell)).ToArray();
        var holding = allowed.Where(filling => Holds(rule, filling)).ToList();
        return holding.Count == allowed.Count
            || (holding.Count > 0 && own.All(cell => holding.All(filling => filling[cell] == holding[0][cell])
                && (holding[0][cell] == allowed.Min(filling => filling[cell]) || holding[0][cell] == allowed.Max(filling => filling[cell]))));
    }

    private static bool Holds(Rule rule, long[] filling)
    {
        var sum = rule.Axes[0].Constant + rule.Axes[0].Terms.Sum(term => term.Coefficient * filling[term.Offset]);
        return rule.Relation switch
        {
            Relation.Equal => Math.Abs(sum) <= rule.Tolerance,
            Relation.AtMost => sum <= rule.Tolerance,
            _ => sum >= -rule.Tolerance,
        };
    }
}

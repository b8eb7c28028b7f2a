using GovReportSchema.Checking;

namespace GovReportSchema.Locating;

/// <summary>Which cell stands in which rule, with what coefficient.</summary>
internal sealed class Incidence
{
    private readonly CheckPlan _plan;
    private readonly List<(int Check, long Coefficient)>[] _ofCell;
    private readonly Dictionary<int, SortedDictionary<int, long>> _ofCheck = [];

    public Incidence(CheckPlan plan, bool[] isRule)
    {
        _plan = plan;
        _ofCell = [.. Enumerable.Range(0, plan.PreviousBase).Select(_ => new List<(int, long)>())];
        for (var c = 0; c < plan.Checks.Length; c++)
        {
            if (!isRule[c])
            {
                continue;
            }

            // A rule may name a cell twice; what counts is how the sum moves with it.
            var terms = new SortedDictionary<int, long>();
            ref readonly var check = ref plan.Checks[c];
            for (var i = check.FirstTerm; i < check.FirstTerm + check.TermCount; i++)
            {
                terms[plan.Cells[i]] = terms.GetValueOrDefault(plan.Cells[i]) + plan.Coefficients[i];
            }

            foreach (var zero in terms.Where(term => term.Value == 0).ToArray())
            {
                terms.Remove(zero.Key);
            }

            _ofCheck.Add(c, terms);
            foreach (var (cell, coefficient) in terms)
            {
                _ofCell[cell].Add((c, coefficient));
            }
        }
    }

    /// <summary>The rules in which a cell stands.</summary>
    public IReadOnlyList<(int Check, long Coefficient)> Of(int cell) => _ofCell[cell];

    /// <summary>Whether a cell is a total that the definition draws from a tree.</summary>
    public bool IsTotal(int cell) => _ofCell[cell].Exists(entry => SubjectOf(entry.Check) == cell);

    /// <summary>The parts into which rules and cells fall, in the order of their first rule.</summary>
    public IEnumerable<(int[] Checks, int[] Cells)> Split()
    {
        var seen = new HashSet<int>();
        foreach (var first in _ofCheck.Keys.Order())
        {
            if (!seen.Add(first))
            {
                continue;
            }

            var checks = new List<int> { first };
            var cells = new SortedSet<int>();
            for (var i = 0; i < checks.Count; i++)
            {
                foreach (var cell in _ofCheck[checks[i]].Keys.Where(cells.Add))
                {
                    checks.AddRange(_ofCell[cell].Select(entry => entry.Check).Where(seen.Add));
                }
            }

            if (cells.Count > 0)
            {
                yield return ([.. checks.Order()], [.. cells]);
            }
        }
    }

    /// <summary>
    /// A leaf and the totals that follow it where all are summed anew; null for a total, for a cell that no total follows, and
    /// where two totals' rules would move a cell differently.
    /// </summary>
    public (int[] Cells, long[] Steps)? Follow(int leaf)
    {
        if (IsTotal(leaf))
        {
            return null;
        }

        var cells = new List<int> { leaf };
        var steps = new Dictionary<int, long> { [leaf] = 1 };
        for (var i = 0; i < cells.Count; i++)
        {
            foreach (var (check, _) in _ofCell[cells[i]])
            {
                var subject = SubjectOf(check);
                if (subject < 0 || subject == cells[i])
                {
                    continue;
                }

                Int128 parts = 0;
                foreach (var (cell, coefficient) in _ofCheck[check])
                {
                    parts += cell == subject ? 0 : (Int128)coefficient * steps.GetValueOrDefault(cell);
                }

                var own = _ofCheck[check][subject];
                if (parts % own != 0 || Int128.Abs(parts / own) > int.MaxValue)
                {
                    return null;
                }

                var step = (long)(-parts / own);
                if (!steps.TryAdd(subject, step))
                {
                    if (steps[subject] != step)
                    {
                        return null;
                    }
                }
                else
                {
                    cells.Add(subject);
                }
            }
        }

        return cells.Count == 1 ? null : ([.. cells], [.. cells.Select(cell => steps[cell])]);
    }

    /// <summary>The cell that a rule totals; -1 where the rule is no total.</summary>
    private int SubjectOf(int check)
    {
        var subject = _plan.Cells[_plan.Checks[check].Subject];
        return _plan.RuleOf(_plan.Checks[check]).IsTotal && _ofCheck[check].ContainsKey(subject) ? subject : -1;
    }
}

using GovReportSchema.Checking;

namespace GovReportSchema.Locating;

/// <summary>Which cell stands in which rule, with what coefficient.</summary>
internal sealed class Incidence
{
    private readonly CheckPlan _plan;
    private readonly List<(int Check, long Coefficient)>[] _ofCell;
    private readonly List<(int Check, long Coefficient)>[] _conditionsOfCell;
    private readonly SortedList<int, long>?[] _ofCheck;
    private readonly SortedList<int, long>?[] _conditionOfCheck;

    public Incidence(CheckPlan plan, bool[] isRule)
    {
        _plan = plan;
        _ofCell = Lists(plan.PreviousBase);
        _conditionsOfCell = Lists(plan.PreviousBase);
        _ofCheck = new SortedList<int, long>?[plan.Checks.Length];
        _conditionOfCheck = new SortedList<int, long>?[plan.Checks.Length];
        for (var c = 0; c < plan.Checks.Length; c++)
        {
            if (isRule[c])
            {
                ref readonly var check = ref plan.Checks[c];
                _ofCheck[c] = Gather(c, check.FirstTerm, check.TermCount, _ofCell);
                _conditionOfCheck[c] = Gather(c, check.FirstTerm + check.TermCount, check.ConditionTermCount, _conditionsOfCell);
            }
        }
    }

    /// <summary>The rules in whose sum a cell stands.</summary>
    public List<(int Check, long Coefficient)> Of(int cell) => _ofCell[cell];

    /// <summary>The rules in whose condition a cell stands.</summary>
    public List<(int Check, long Coefficient)> ConditionsOf(int cell) => _conditionsOfCell[cell];

    /// <summary>Whether a cell is a total that the definition draws from a tree.</summary>
    public bool IsTotal(int cell) => _ofCell[cell].Exists(entry => SubjectOf(entry.Check) == cell);

    /// <summary>The parts into which rules and cells fall, in the order of their first rule.</summary>
    public IEnumerable<(int[] Checks, int[] Cells)> Split()
    {
        var seen = new bool[_ofCheck.Length];
        var taken = new bool[_ofCell.Length];
        for (var first = 0; first < _ofCheck.Length; first++)
        {
            if (seen[first] || _ofCheck[first] is null)
            {
                continue;
            }

            seen[first] = true;
            var checks = new List<int> { first };
            var cells = new List<int>();
            for (var i = 0; i < checks.Count; i++)
            {
                foreach (var cell in CellsOf(checks[i]))
                {
                    if (taken[cell])
                    {
                        continue;
                    }

                    taken[cell] = true;
                    cells.Add(cell);
                    foreach (var check in ChecksOf(cell))
                    {
                        if (!seen[check])
                        {
                            seen[check] = true;
                            checks.Add(check);
                        }
                    }
                }
            }

            if (cells.Count > 0)
            {
                checks.Sort();
                cells.Sort();
                yield return ([.. checks], [.. cells]);
            }
        }
    }

    /// <summary>The rules that look at a cell, in their sum or their condition.</summary>
    public IEnumerable<int> ChecksOf(int cell)
    {
        foreach (var (check, _) in _ofCell[cell])
        {
            yield return check;
        }

        foreach (var (check, _) in _conditionsOfCell[cell])
        {
            yield return check;
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
                foreach (var (cell, coefficient) in _ofCheck[check]!)
                {
                    parts += cell == subject ? 0 : (Int128)coefficient * steps.GetValueOrDefault(cell);
                }

                var own = _ofCheck[check]![subject];
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

    private static List<(int, long)>[] Lists(int count)
    {
        var lists = new List<(int, long)>[count];
        for (var i = 0; i < count; i++)
        {
            lists[i] = [];
        }

        return lists;
    }

    /// <summary>This year's cells among some terms. A rule may name a cell twice; what counts is how the sum moves with it.</summary>
    private SortedList<int, long> Gather(int c, int first, int count, List<(int Check, long Coefficient)>[] ofCell)
    {
        var terms = new SortedList<int, long>(count);
        for (var i = first; i < first + count; i++)
        {
            if (_plan.Cells[i] < _plan.PreviousBase)
            {
                terms[_plan.Cells[i]] = terms.GetValueOrDefault(_plan.Cells[i]) + _plan.Coefficients[i];
            }
        }

        for (var i = terms.Count - 1; i >= 0; i--)
        {
            if (terms.Values[i] == 0)
            {
                terms.RemoveAt(i);
            }
            else
            {
                ofCell[terms.Keys[i]].Add((c, terms.Values[i]));
            }
        }

        return terms;
    }

    private IEnumerable<int> CellsOf(int check) => _ofCheck[check]!.Keys.Concat(_conditionOfCheck[check]!.Keys);

    /// <summary>The cell that a rule totals; -1 where the rule is no total.</summary>
    private int SubjectOf(int check)
    {
        var subject = _plan.Cells[_plan.Checks[check].Subject];
        return _plan.RuleOf(_plan.Checks[check]).IsTotal && _ofCheck[check]!.ContainsKey(subject) ? subject : -1;
    }
}

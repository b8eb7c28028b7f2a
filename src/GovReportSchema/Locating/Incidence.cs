using GovReportSchema.Checking;

namespace GovReportSchema.Locating;

/// <summary>A cell that stands in a rule.</summary>
/// <param name="Check">The rule, as a check of the plan.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Coefficient">By how much the rule's sum moves where the cell moves by 1; never 0.</param>
internal readonly record struct Incident(int Check, int Cell, long Coefficient);

/// <summary>
/// Which cell stands in which rule, with what coefficient. In plain arrays, as all that the locator works on: the first wrong
/// report of a process waits for the compiler, and each generic collection of numbers would be some ten methods to compile.
/// </summary>
internal sealed class Incidence
{
    private readonly CheckPlan _plan;
    private readonly Incident[][] _ofCell;
    private readonly Incident[][] _conditionsOfCell;
    private readonly Incident[]?[] _ofCheck;
    private readonly Incident[]?[] _conditionOfCheck;

    /// <summary>Of each check the cell that it totals; -1 where it is no total.</summary>
    private readonly int[] _subjects;

    /// <summary>For one leaf at a time, by how much each cell moves with it; else 0.</summary>
    private readonly long[] _steps;

    public Incidence(CheckPlan plan, bool[] isRule)
    {
        _plan = plan;
        _ofCheck = new Incident[plan.Checks.Length][];
        _conditionOfCheck = new Incident[plan.Checks.Length][];
        _subjects = new int[plan.Checks.Length];
        _steps = new long[plan.PreviousBase];
        for (var c = 0; c < plan.Checks.Length; c++)
        {
            _subjects[c] = -1;
            if (isRule[c])
            {
                ref readonly var check = ref plan.Checks[c];
                _ofCheck[c] = Gather(c, check.FirstTerm, check.TermCount);
                _conditionOfCheck[c] = Gather(c, check.FirstTerm + check.TermCount, check.ConditionTermCount);
                _subjects[c] = SubjectOf(c);
            }
        }

        _ofCell = ByCell(_ofCheck);
        _conditionsOfCell = ByCell(_conditionOfCheck);
    }

    /// <summary>The rules in whose sum a cell stands.</summary>
    public Incident[] Of(int cell) => _ofCell[cell];

    /// <summary>The rules in whose condition a cell stands.</summary>
    public Incident[] ConditionsOf(int cell) => _conditionsOfCell[cell];

    /// <summary>Whether a cell is a total that the definition draws from a tree.</summary>
    public bool IsTotal(int cell)
    {
        foreach (var incident in _ofCell[cell])
        {
            if (_subjects[incident.Check] == cell)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The parts into which rules and cells fall, in the order of their first rule.</summary>
    public List<RuleCluster> Split()
    {
        var clusters = new List<RuleCluster>();
        var seen = new bool[_ofCheck.Length];
        var taken = new bool[_ofCell.Length];
        for (var first = 0; first < _ofCheck.Length; first++)
        {
            if (seen[first] || _ofCheck[first] is null)
            {
                continue;
            }

            var (checks, cells) = (new List<int>(), new List<int>());
            seen[first] = true;
            checks.Add(first);
            for (var i = 0; i < checks.Count; i++)
            {
                TakeCells(_ofCheck[checks[i]]!, cells, taken, checks, seen);
                TakeCells(_conditionOfCheck[checks[i]]!, cells, taken, checks, seen);
            }

            if (cells.Count > 0)
            {
                checks.Sort();
                cells.Sort();
                clusters.Add(new RuleCluster(checks.ToArray(), cells.ToArray()));
            }
        }

        return clusters;
    }

    /// <summary>
    /// A leaf and the totals that follow it where all are summed anew; null for a total, for a cell that no total follows, and
    /// where two totals' rules would move a cell differently.
    /// </summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="steps">By how much each of the cells moves where the leaf moves by 1.</param>
    public int[]? Follow(int leaf, out long[] steps)
    {
        steps = [];
        if (IsTotal(leaf))
        {
            return null;
        }

        var cells = new List<int>();
        cells.Add(leaf);
        _steps[leaf] = 1;
        var isOne = FollowAll(cells);
        int[]? followed = null;
        if (isOne && cells.Count > 1)
        {
            (followed, steps) = (cells.ToArray(), new long[cells.Count]);
        }

        for (var i = 0; i < cells.Count; i++)
        {
            if (followed is not null)
            {
                steps[i] = _steps[cells[i]];
            }

            _steps[cells[i]] = 0;
        }

        return followed;
    }

    /// <returns>Whether each cell moves in one way alone.</returns>
    private bool FollowAll(List<int> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            foreach (var incident in _ofCell[cells[i]])
            {
                if (incident.Coefficient is > Move.LargestStep or < -Move.LargestStep)
                {
                    return false;
                }

                var subject = _subjects[incident.Check];
                if (subject < 0 || subject == cells[i])
                {
                    continue;
                }

                if (StepOf(incident.Check, subject) is not (not 0 and var step) || (_steps[subject] != 0 && _steps[subject] != step))
                {
                    return false;
                }

                if (_steps[subject] == 0)
                {
                    _steps[subject] = step;
                    cells.Add(subject);
                }
            }
        }

        return true;
    }

    /// <summary>By how much a total moves with its parts; 0 where no whole number says it, or none that is small enough to go on with.</summary>
    private long StepOf(int check, int subject)
    {
        var (parts, own) = (0L, 0L);
        foreach (var incident in _ofCheck[check]!)
        {
            if (incident.Coefficient is > Move.LargestStep or < -Move.LargestStep)
            {
                return 0;
            }

            parts += incident.Cell == subject ? 0 : incident.Coefficient * _steps[incident.Cell];
            own = incident.Cell == subject ? incident.Coefficient : own;
        }

        return parts % own == 0 && Math.Abs(parts / own) <= Move.LargestStep ? -parts / own : 0;
    }

    private void TakeCells(Incident[] incidents, List<int> cells, bool[] taken, List<int> checks, bool[] seen)
    {
        foreach (var incident in incidents)
        {
            if (taken[incident.Cell])
            {
                continue;
            }

            taken[incident.Cell] = true;
            cells.Add(incident.Cell);
            TakeChecks(_ofCell[incident.Cell], checks, seen);
            TakeChecks(_conditionsOfCell[incident.Cell], checks, seen);
        }
    }

    private static void TakeChecks(Incident[] incidents, List<int> checks, bool[] seen)
    {
        foreach (var incident in incidents)
        {
            if (!seen[incident.Check])
            {
                seen[incident.Check] = true;
                checks.Add(incident.Check);
            }
        }
    }

    /// <summary>This year's cells among some terms, in order. A rule may name a cell twice; what counts is how the sum moves with it.</summary>
    private Incident[] Gather(int c, int first, int count)
    {
        var cells = new int[count];
        Array.Copy(_plan.Cells, first, cells, 0, count);
        Array.Sort(cells);
        for (var i = first; i < first + count; i++)
        {
            if (_plan.Cells[i] < _plan.PreviousBase)
            {
                _steps[_plan.Cells[i]] += _plan.Coefficients[i];
            }
        }

        var incidents = new Incident[count];
        var found = 0;
        foreach (var cell in cells)
        {
            if (cell < _plan.PreviousBase && _steps[cell] != 0)
            {
                incidents[found++] = new Incident(c, cell, _steps[cell]);
                _steps[cell] = 0;
            }
        }

        if (found < count)
        {
            Array.Resize(ref incidents, found);
        }

        return incidents;
    }

    private int SubjectOf(int check)
    {
        var subject = _plan.Cells[_plan.Checks[check].Subject];
        if (_plan.RuleOf(_plan.Checks[check]).IsTotal)
        {
            foreach (var incident in _ofCheck[check]!)
            {
                if (incident.Cell == subject)
                {
                    return subject;
                }
            }
        }

        return -1;
    }

    private Incident[][] ByCell(Incident[]?[] ofCheck)
    {
        var counts = new int[_plan.PreviousBase];
        foreach (var incidents in ofCheck)
        {
            for (var i = 0; i < incidents?.Length; i++)
            {
                counts[incidents[i].Cell]++;
            }
        }

        var ofCell = new Incident[counts.Length][];
        for (var cell = 0; cell < counts.Length; cell++)
        {
            ofCell[cell] = new Incident[counts[cell]];
            counts[cell] = 0;
        }

        foreach (var incidents in ofCheck)
        {
            for (var i = 0; i < incidents?.Length; i++)
            {
                var cell = incidents[i].Cell;
                ofCell[cell][counts[cell]++] = incidents[i];
            }
        }

        return ofCell;
    }
}

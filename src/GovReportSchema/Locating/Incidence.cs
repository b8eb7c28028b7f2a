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
    private readonly int[] _totals;

    public Incidence(CheckPlan plan, bool[] isRule)
    {
        _plan = plan;
        _ofCheck = new Incident[plan.Checks.Length][];
        _conditionOfCheck = new Incident[plan.Checks.Length][];
        _totals = new int[plan.Checks.Length];
        var sums = new long[plan.PreviousBase];
        for (var c = 0; c < plan.Checks.Length; c++)
        {
            _totals[c] = -1;
            if (isRule[c])
            {
                ref readonly var check = ref plan.Checks[c];
                _ofCheck[c] = Gather(c, check.FirstTerm, check.TermCount, sums);
                _conditionOfCheck[c] = Gather(c, check.FirstTerm + check.TermCount, check.ConditionTermCount, sums);
                _totals[c] = FindTotal(c);
            }
        }

        _ofCell = ByCell(_ofCheck);
        _conditionsOfCell = ByCell(_conditionOfCheck);
    }

    /// <summary>The rules in whose sum a cell stands.</summary>
    public Incident[] Of(int cell) => _ofCell[cell];

    /// <summary>The rules in whose condition a cell stands.</summary>
    public Incident[] ConditionsOf(int cell) => _conditionsOfCell[cell];

    /// <summary>The cells in the sum of a rule.</summary>
    public Incident[] TermsOf(int check) => _ofCheck[check]!;

    /// <summary>The cell that a rule totals; -1 where it is no total.</summary>
    public int TotalOf(int check) => _totals[check];

    /// <summary>Whether a cell is a total that the definition draws from a tree.</summary>
    public bool IsTotal(int cell)
    {
        foreach (var incident in _ofCell[cell])
        {
            if (_totals[incident.Check] == cell)
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
    /// <param name="c">The check.</param>
    /// <param name="first">Its first term.</param>
    /// <param name="count">How many terms there are.</param>
    /// <param name="sums">Of each cell 0, here and afterwards.</param>
    private Incident[] Gather(int c, int first, int count, long[] sums)
    {
        var cells = new int[count];
        Array.Copy(_plan.Cells, first, cells, 0, count);
        Array.Sort(cells);
        for (var i = first; i < first + count; i++)
        {
            if (_plan.Cells[i] < _plan.PreviousBase)
            {
                sums[_plan.Cells[i]] += _plan.Coefficients[i];
            }
        }

        var incidents = new Incident[count];
        var found = 0;
        foreach (var cell in cells)
        {
            if (cell < _plan.PreviousBase && sums[cell] != 0)
            {
                incidents[found++] = new Incident(c, cell, sums[cell]);
                sums[cell] = 0;
            }
        }

        if (found < count)
        {
            Array.Resize(ref incidents, found);
        }

        return incidents;
    }

    private int FindTotal(int check)
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

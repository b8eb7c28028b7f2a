namespace GovReportSchema.Checking;

/// <summary>
/// What several equations together leave the blanks that they share: 甲 + 乙 = 5 and 甲 − 乙 = 1 leave 3 and 2, which no range
/// shows. Elimination, exact and in whole numbers.
/// </summary>
internal sealed class BlankEquations
{
    /// <summary>
    /// Terms of equations that may be looked at. What is left undone only leaves a blank undetermined. The blanks of an official
    /// table take some hundreds; the largest forms, with thousands of blanks that all hang together, end here in some 2 ms.
    /// </summary>
    private const int MostWork = 100_000;

    private readonly CheckPlan _plan;
    private readonly List<BlankEquation> _solved = [];
    private int _work;

    private BlankEquations(CheckPlan plan) => _plan = plan;

    /// <summary>Narrows the ranges to what the equations together leave.</summary>
    /// <param name="plan">The format's rules.</param>
    /// <param name="low">The least that each cell can be.</param>
    /// <param name="high">The most that each cell can be.</param>
    /// <param name="violated">Is set for the checks that no filling satisfies together.</param>
    /// <param name="changed">Is set for the cells whose range became narrower.</param>
    /// <param name="except">A check that does not take part; -1 where all do.</param>
    /// <param name="work">Goes up by the terms that were looked at.</param>
    /// <returns>Whether any range became narrower.</returns>
    public static bool Narrow(
        CheckPlan plan, Span<long> low, Span<long> high, Span<bool> violated, Span<bool> changed, int except, ref long work)
    {
        var checks = Entangled(plan, low, high, violated, except);
        if (checks.Count < 2)
        {
            return false;
        }

        var equations = new BlankEquations(plan);
        foreach (var check in checks)
        {
            if (!equations.Add(BlankEquation.Of(plan, check, low, high), violated))
            {
                break;
            }
        }

        var isNarrower = false;
        work += equations._work;
        foreach (var equation in equations._solved)
        {
            work += equation.Cells.Length;
            isNarrower |= equation.Narrow(low, high, violated, changed);
        }

        return isNarrower;
    }

    /// <summary>
    /// The equations from which something may follow. One with a blank of its own only says what that blank is, and is left
    /// aside; then another may be left with a blank of its own.
    /// </summary>
    private static List<int> Entangled(CheckPlan plan, ReadOnlySpan<long> low, ReadOnlySpan<long> high, ReadOnlySpan<bool> violated, int except)
    {
        var checks = new List<int>();
        var uses = new int[plan.PreviousBase];
        for (var c = 0; c < plan.Checks.Length; c++)
        {
            if (c != except && !violated[c] && plan.IsEquation(plan.Checks[c]) && Use(plan, c, low, high, uses, 1) > 0)
            {
                checks.Add(c);
            }
        }

        for (var i = 0; i < checks.Count;)
        {
            if (HasOwnBlank(plan, checks[i], low, high, uses))
            {
                Use(plan, checks[i], low, high, uses, -1);
                checks.RemoveAt(i);
                i = 0;
            }
            else
            {
                i++;
            }
        }

        return checks;
    }

    private static int Use(CheckPlan plan, int c, ReadOnlySpan<long> low, ReadOnlySpan<long> high, int[] uses, int by)
    {
        var blanks = 0;
        foreach (var cell in plan.CellsOf(plan.Checks[c]))
        {
            if (low[cell] != high[cell])
            {
                uses[cell] += by;
                blanks++;
            }
        }

        return blanks;
    }

    private static bool HasOwnBlank(CheckPlan plan, int c, ReadOnlySpan<long> low, ReadOnlySpan<long> high, int[] uses)
    {
        foreach (var cell in plan.CellsOf(plan.Checks[c]))
        {
            if (low[cell] != high[cell] && uses[cell] == 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes the blanks that are solved out of an equation, and the one that it solves out of the others.</summary>
    /// <returns>False where the numbers grow too large or the work too much.</returns>
    private bool Add(BlankEquation equation, Span<bool> violated)
    {
        foreach (var solved in _solved)
        {
            if (!TakeOut(ref equation, solved))
            {
                return false;
            }
        }

        if (equation.IsContradiction)
        {
            equation.Blame(violated);
            return true;
        }

        if (equation.Cells.Length == 0)
        {
            return true;
        }

        for (var i = 0; i < _solved.Count; i++)
        {
            var other = _solved[i];
            if (!TakeOut(ref other, equation))
            {
                return false;
            }

            _solved[i] = other;
        }

        _solved.Add(equation);
        return true;
    }

    private bool TakeOut(ref BlankEquation equation, BlankEquation solved)
    {
        if (!equation.Has(solved.Solves))
        {
            return true;
        }

        _work += equation.Cells.Length + solved.Cells.Length;
        if (_work > MostWork || equation.Without(solved) is not { } rest)
        {
            return false;
        }

        equation = rest;
        return true;
    }
}

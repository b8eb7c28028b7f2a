namespace GovReportSchema.Checking;

/// <summary>An equation over blanks that follows from some checks: the coefficients times the cells, plus a constant, are 0.</summary>
/// <param name="cells">The blanks, in order.</param>
/// <param name="coefficients">What each is multiplied by, none of them 0.</param>
/// <param name="constant">What the filled cells add up to.</param>
/// <param name="checks">The checks from which it follows.</param>
internal sealed class BlankEquation(int[] cells, Int128[] coefficients, Int128 constant, int[] checks)
{
    /// <summary>With coefficients and constants below these, no product and no sum of thousands of them leaves an <see cref="Int128"/>.</summary>
    private static readonly Int128 s_largestCoefficient = (Int128)1 << 52;
    private static readonly Int128 s_largestConstant = (Int128)1 << 72;

    /// <summary>Whether its numbers are small enough to go on with.</summary>
    private readonly bool _fits = Int128.Abs(constant) < s_largestConstant && AreSmall(coefficients);

    public int[] Cells => cells;

    /// <summary>The blank for which it is solved.</summary>
    public int Solves => cells[0];

    /// <summary>Whether no whole numbers satisfy it.</summary>
    public bool IsContradiction => Divisor() is var divisor && divisor != 1 && constant % divisor != 0;

    public static BlankEquation Of(CheckPlan plan, int c, ReadOnlySpan<long> low, ReadOnlySpan<long> high)
    {
        ref readonly var check = ref plan.Checks[c];

        // A rule may name a cell twice; what counts is how the sum moves with it.
        var (open, count) = (new int[check.TermCount], 0);
        Int128 constant = check.Constant;
        for (var i = check.FirstTerm; i < check.FirstTerm + check.TermCount; i++)
        {
            var cell = plan.Cells[i];
            if (low[cell] == high[cell])
            {
                constant += (Int128)plan.Coefficients[i] * low[cell];
            }
            else
            {
                open[count++] = cell;
            }
        }

        Array.Sort(open, 0, count);
        var coefficients = new Int128[count];
        for (var i = check.FirstTerm; i < check.FirstTerm + check.TermCount; i++)
        {
            if (low[plan.Cells[i]] != high[plan.Cells[i]])
            {
                // The others of a cell that is there several times stay 0, and drop out.
                coefficients[Array.IndexOf(open, plan.Cells[i], 0, count)] += plan.Coefficients[i];
            }
        }

        return WithoutZeroes(open, coefficients, count, constant, [c]);
    }

    public bool Has(int cell) => Array.BinarySearch(cells, cell) >= 0;

    /// <summary>The equation without the blank for which another is solved; null where the numbers grow too large.</summary>
    public BlankEquation? Without(BlankEquation solved)
    {
        if (!_fits || !solved._fits)
        {
            return null;
        }

        var own = coefficients[Array.BinarySearch(cells, solved.Solves)];
        var other = solved.Coefficient(0);
        var length = cells.Length + solved.Cells.Length;
        var (left, right, count) = (new int[length], new Int128[length], 0);
        var (i, j) = (0, 0);
        while (i < cells.Length || j < solved.Cells.Length)
        {
            var cell = Math.Min(i < cells.Length ? cells[i] : int.MaxValue, j < solved.Cells.Length ? solved.Cells[j] : int.MaxValue);
            var mine = i < cells.Length && cells[i] == cell ? coefficients[i++] : 0;
            var theirs = j < solved.Cells.Length && solved.Cells[j] == cell ? solved.Coefficient(j++) : 0;
            (left[count], right[count++]) = (cell, (mine * other) - (theirs * own));
        }

        return WithoutZeroes(left, right, count, (constant * other) - (solved.Constant * own), Union(checks, solved.Checks)).Reduced();
    }

    /// <summary>Narrows each blank to what the others leave it.</summary>
    public bool Narrow(Span<long> low, Span<long> high, Span<bool> violated, Span<bool> changed)
    {
        if (!_fits)
        {
            return false;
        }

        var (least, most) = (constant, constant);
        for (var i = 0; i < cells.Length; i++)
        {
            var (a, b) = Term(i, low, high);
            least += a;
            most += b;
        }

        if (least > 0 || most < 0)
        {
            Blame(violated);
            return false;
        }

        var isNarrower = false;
        for (var i = 0; i < cells.Length; i++)
        {
            var (a, b) = Term(i, low, high);
            var (from, to) = (-(most - b), -(least - a));
            var own = coefficients[i];
            var (newLow, newHigh) = own > 0
                ? (Interval.CeilingDivide(from, own), Interval.FloorDivide(to, own))
                : (Interval.CeilingDivide(to, own), Interval.FloorDivide(from, own));
            newLow = Int128.Max(newLow, low[cells[i]]);
            newHigh = Int128.Min(newHigh, high[cells[i]]);
            if (newLow > newHigh)
            {
                Blame(violated);
                return isNarrower;
            }

            if (newLow > low[cells[i]] || newHigh < high[cells[i]])
            {
                (low[cells[i]], high[cells[i]]) = ((long)newLow, (long)newHigh);
                changed[cells[i]] = true;
                isNarrower = true;
            }
        }

        return isNarrower;
    }

    public void Blame(Span<bool> violated)
    {
        foreach (var check in checks)
        {
            violated[check] = true;
        }
    }

    private int[] Checks => checks;

    private Int128 Constant => constant;

    private Int128 Coefficient(int at) => coefficients[at];

    private static BlankEquation WithoutZeroes(int[] cells, Int128[] coefficients, int count, Int128 constant, int[] checks)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            if (coefficients[i] != 0)
            {
                (cells[kept], coefficients[kept++]) = (cells[i], coefficients[i]);
            }
        }

        Array.Resize(ref cells, kept);
        Array.Resize(ref coefficients, kept);
        return new BlankEquation(cells, coefficients, constant, checks);
    }

    private static int[] Union(int[] left, int[] right)
    {
        var all = new List<int>(left);
        foreach (var check in right)
        {
            if (!all.Contains(check))
            {
                all.Add(check);
            }
        }

        return all.ToArray();
    }

    private static bool AreSmall(Int128[] coefficients)
    {
        foreach (var coefficient in coefficients)
        {
            if (Int128.Abs(coefficient) >= s_largestCoefficient)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What all coefficients can be divided by; of none, a number that only 0 can be divided by.</summary>
    private Int128 Divisor()
    {
        Int128 divisor = 0;
        foreach (var coefficient in coefficients)
        {
            if (divisor == 1)
            {
                return 1;
            }

            var (a, b) = (Int128.Abs(coefficient), divisor);
            while (b != 0)
            {
                (a, b) = (b, a % b);
            }

            divisor = a;
        }

        return divisor == 0 ? Int128.MaxValue : divisor;
    }

    /// <summary>The same in the smallest whole numbers; as it is where no whole numbers satisfy it.</summary>
    private BlankEquation Reduced()
    {
        var divisor = Divisor();
        if (divisor == 1 || constant % divisor != 0)
        {
            return this;
        }

        var reduced = new Int128[coefficients.Length];
        for (var i = 0; i < reduced.Length; i++)
        {
            reduced[i] = coefficients[i] / divisor;
        }

        return new BlankEquation(cells, reduced, constant / divisor, checks);
    }

    private (Int128 Least, Int128 Most) Term(int at, ReadOnlySpan<long> low, ReadOnlySpan<long> high)
    {
        var (a, b) = (coefficients[at] * low[cells[at]], coefficients[at] * high[cells[at]]);
        return coefficients[at] < 0 ? (b, a) : (a, b);
    }
}

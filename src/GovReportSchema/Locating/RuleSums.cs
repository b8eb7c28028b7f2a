using GovReportSchema.Checking;

namespace GovReportSchema.Locating;

/// <summary>Sums of checks over filled cells: the arithmetic of the validator.</summary>
internal static class RuleSums
{
    /// <summary>
    /// Residuals up to here are searched as <see cref="long"/>: a few moves within it leave it a long. Wider ones, of decimals near
    /// the end of their range, are for <see cref="OpenSearch"/>, whose sums are of any size.
    /// </summary>
    public const long Largest = 1L << 60;

    /// <summary>
    /// Whether a check is one that must hold: its violation is an error. What sums dates or choices does not count: those are
    /// never changed.
    /// </summary>
    public static bool MustHold(CheckPlan plan, in Check check)
    {
        if (plan.RuleOf(check).Severity != Severity.Error)
        {
            return false;
        }

        for (var i = check.FirstTerm; i < check.FirstTerm + check.TermCount; i++)
        {
            if (!plan.TypeOf(plan.Cells[i]).IsNumber)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The sum of a check.</summary>
    /// <returns>False where it is too large to be searched for as a <see cref="long"/>.</returns>
    public static bool TryOf(CheckPlan plan, in Check check, long[] values, out long sum)
    {
        if (!check.IsPlain)
        {
            return TryWide(plan, check, values, out sum);
        }

        sum = check.Constant;
        for (var i = check.FirstTerm; i < check.FirstTerm + check.TermCount; i++)
        {
            sum += values[plan.Cells[i]] * plan.Coefficients[i];
        }

        return sum is <= Largest and >= -Largest;
    }

    /// <summary>Whether nothing is blank or out of bounds and every rule of this year holds. Allocates nothing: most reports are in order.</summary>
    public static bool AllHold(CheckPlan plan, Report report)
    {
        var types = plan.Format.Shape.Types;
        var values = report.Values;
        for (var cell = 0; cell < values.Length; cell++)
        {
            // A blank lies below every minimum.
            if (values[cell] < types[cell].Minimum || values[cell] > types[cell].Maximum)
            {
                return false;
            }
        }

        for (var c = 0; c < plan.Checks.Length; c++)
        {
            ref readonly var check = ref plan.Checks[c];
            if (!check.NeedsPrevious && !plan.Holds(check, values) && MustHold(plan, check))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryWide(CheckPlan plan, in Check check, long[] values, out long sum)
    {
        Int128 wide = check.Constant;
        for (var i = check.FirstTerm; i < check.FirstTerm + check.TermCount; i++)
        {
            wide += (Int128)values[plan.Cells[i]] * plan.Coefficients[i];
        }

        sum = wide <= Largest && wide >= -Largest ? (long)wide : 0;
        return sum == wide;
    }
}

using GovReportSchema.Checking;

namespace GovReportSchema.Locating;

/// <summary>Sums of checks over filled cells: the arithmetic of the validator.</summary>
internal static class RuleSums
{
    /// <summary>The sum of a check.</summary>
    public static Int128 Of(CheckPlan plan, in Check check, ReadOnlySpan<long> values)
    {
        var cells = plan.Cells.AsSpan(check.FirstTerm, check.TermCount);
        var coefficients = plan.Coefficients.AsSpan(check.FirstTerm, check.TermCount);
        if (check.IsPlain)
        {
            var plain = check.Constant;
            for (var i = 0; i < cells.Length; i++)
            {
                plain += values[cells[i]] * coefficients[i];
            }

            return plain;
        }

        Int128 sum = check.Constant;
        for (var i = 0; i < cells.Length; i++)
        {
            sum += (Int128)values[cells[i]] * coefficients[i];
        }

        return sum;
    }

    /// <summary>Whether nothing is blank or out of bounds and every rule of this year holds. Allocates nothing: most reports are in order.</summary>
    public static bool AllHold(LocatePlan plan, Report report)
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

        for (var c = 0; c < plan.IsRule.Length; c++)
        {
            ref readonly var check = ref plan.Checks.Checks[c];
            if (plan.IsRule[c] && !check.NeedsPrevious && !plan.Checks.Holds(check, values))
            {
                return false;
            }
        }

        return true;
    }
}

namespace GovReportSchema.Checking;

/// <summary>Whether a check's condition holds, so that the check is made at all.</summary>
internal static class Conditions
{
    /// <summary>Over cells that are all filled.</summary>
    public static bool Applies(CheckPlan plan, in Check check, ReadOnlySpan<long> values) =>
        check.When is null || Truth(plan, check, values, values) == Checking.Truth.Always;

    /// <summary>Over cells of which each lies between two numbers.</summary>
    public static Truth Truth(CheckPlan plan, in Check check, ReadOnlySpan<long> low, ReadOnlySpan<long> high)
    {
        if (check.When is not { } when)
        {
            return Checking.Truth.Always;
        }

        var first = check.FirstTerm + check.TermCount;
        var (least, most) = ((Int128)when.Constant, (Int128)when.Constant);
        for (var i = first; i < first + check.ConditionTermCount; i++)
        {
            Int128 coefficient = plan.Coefficients[i];
            var (a, b) = (coefficient * low[plan.Cells[i]], coefficient * high[plan.Cells[i]]);
            least += Int128.Min(a, b);
            most += Int128.Max(a, b);
        }

        return Interval.Satisfies(when.Relation, 0, least, most);
    }
}

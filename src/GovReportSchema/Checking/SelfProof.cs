namespace GovReportSchema.Checking;

/// <summary>
/// Tells a rule that holds from one that only its own blanks make hold. An equation with one blank can always be solved for it,
/// and proves nothing by that: only what the <em>other</em> rules force counts for it. What the cell's own bounds leave no choice
/// over (a total of 0 over blanks) is forced all the same.
/// </summary>
internal static class SelfProof
{
    /// <summary>Whether a check that holds could rest on itself; false in the common case of blanks that can only be zero.</summary>
    public static bool MayBe(
        CheckPlan plan, in Check check, ReadOnlySpan<long> values, ReadOnlySpan<long> low, ReadOnlySpan<long> high)
    {
        if (!plan.Forces(check))
        {
            // Such a rule forces nothing.
            return false;
        }

        foreach (var cell in plan.Cells.AsSpan(check.FirstTerm, check.TermCount))
        {
            var type = plan.TypeOf(cell);
            if (values[cell] <= Report.Unread
                && (low[cell] != high[cell] || (low[cell] != type.Minimum && low[cell] != type.Maximum)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the other rules alone leave a check open.</summary>
    /// <param name="plan">The format's rules.</param>
    /// <param name="c">The check.</param>
    /// <param name="opened">The ranges of the cells before any rule narrowed them: the least of each, then the most of each.</param>
    public static bool Is(CheckPlan plan, int c, ReadOnlySpan<long> opened)
    {
        var ranges = opened.ToArray();
        var low = ranges.AsSpan(0, plan.PreviousBase);
        var high = ranges.AsSpan(plan.PreviousBase);
        Domains.Narrow(plan, low, high, new bool[plan.Checks.Length], except: c);
        for (var cell = 0; cell < plan.PreviousBase; cell++)
        {
            if (low[cell] != high[cell])
            {
                // A value counts where it is forced; a range that became narrower is none.
                (low[cell], high[cell]) = (opened[cell], opened[plan.PreviousBase + cell]);
            }
        }

        var rule = plan.RuleOf(plan.Checks[c]);
        var (least, most) = Domains.Sum(plan, plan.Checks[c], low, high);
        var noChoice = (rule.Relation != Relation.AtLeast && least == rule.Tolerance)
            || (rule.Relation != Relation.AtMost && most == -rule.Tolerance);
        return !noChoice && Interval.Satisfies(rule, least, most) == Truth.Sometimes;
    }
}

namespace GovReportSchema.Checking;

/// <summary>Fills totals from their parts.</summary>
internal static class TotalFiller
{
    public static int Fill(Report report, Blanks blanks)
    {
        var plan = report.Format.Plan;
        var left = 0;

        // A total may be part of another; each pass fills at least those whose parts the pass before filled.
        for (var changed = true; changed;)
        {
            changed = false;
            left = 0;
            foreach (ref readonly var check in plan.Checks.AsSpan())
            {
                if (plan.RuleOf(check).IsTotal && !check.NeedsPrevious)
                {
                    changed |= Fill(report, plan, check, blanks, ref left);
                }
            }
        }

        return left;
    }

    private static bool Fill(Report report, CheckPlan plan, in Check check, Blanks blanks, ref int left)
    {
        Int128 rest = check.Constant;
        for (var i = check.FirstTerm; i < check.FirstTerm + check.TermCount; i++)
        {
            if (i == check.Subject)
            {
                continue;
            }

            var value = report.Values[plan.Cells[i]];
            if (value <= Report.Unread && blanks == Blanks.Unknown)
            {
                left++;
                return false;
            }

            rest += value <= Report.Unread ? 0 : (Int128)value * plan.Coefficients[i];
        }

        var subject = plan.Cells[check.Subject];
        var total = -rest / plan.Coefficients[check.Subject];
        if (Int128.Abs(total) > plan.TypeOf(subject).Capacity)
        {
            left++;
            return false;
        }

        var changed = report.Values[subject] != (long)total;
        report.Values[subject] = (long)total;
        return changed;
    }
}

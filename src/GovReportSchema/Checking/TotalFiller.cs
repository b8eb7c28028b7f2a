namespace GovReportSchema.Checking;

/// <summary>Fills totals from their parts.</summary>
internal static class TotalFiller
{
    private const int Nobody = -1;

    public static int Fill(Report report, Blanks blanks)
    {
        var plan = report.Format.Plan;

        // The check that fills each cell. The corner of a table is the total of a row and of a column, which differ where a
        // part is blank: the first that can fill it does, and no other after it.
        var filledBy = new int[plan.PreviousBase];
        Array.Fill(filledBy, Nobody);

        // A total may be part of another; each pass fills at least those whose parts the pass before filled.
        var changed = true;
        for (var pass = 0; changed && pass <= plan.Checks.Length; pass++)
        {
            changed = false;
            for (var c = 0; c < plan.Checks.Length; c++)
            {
                if (IsTotal(plan, c) && filledBy[SubjectOf(plan, c)] is var by && (by == Nobody || by == c)
                    && TryFill(report, plan, plan.Checks[c], blanks, ref changed))
                {
                    filledBy[SubjectOf(plan, c)] = c;
                }
            }
        }

        var left = 0;
        for (var c = 0; c < plan.Checks.Length; c++)
        {
            if (IsTotal(plan, c) && filledBy[SubjectOf(plan, c)] == Nobody)
            {
                // Counted once, whichever of its checks asks.
                filledBy[SubjectOf(plan, c)] = c;
                left++;
            }
        }

        return left;
    }

    private static bool IsTotal(CheckPlan plan, int check) => plan.RuleOf(plan.Checks[check]).IsTotal && !plan.Checks[check].NeedsPrevious;

    private static int SubjectOf(CheckPlan plan, int check) => plan.Cells[plan.Checks[check].Subject];

    private static bool TryFill(Report report, CheckPlan plan, in Check check, Blanks blanks, ref bool changed)
    {
        Int128 rest = check.Constant;
        for (var i = check.FirstTerm; i < check.FirstTerm + check.TermCount; i++)
        {
            var value = report.Values[plan.Cells[i]];
            if (i == check.Subject)
            {
                continue;
            }

            if (value <= Report.Unread && blanks == Blanks.Unknown)
            {
                return false;
            }

            rest += value <= Report.Unread ? 0 : (Int128)value * plan.Coefficients[i];
        }

        var subject = plan.Cells[check.Subject];
        var total = -rest / plan.Coefficients[check.Subject];
        if (Int128.Abs(total) > plan.TypeOf(subject).Capacity)
        {
            return false;
        }

        changed |= report.Values[subject] != (long)total;
        report.Values[subject] = (long)total;
        return true;
    }
}

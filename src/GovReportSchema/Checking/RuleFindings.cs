using GovReportSchema.Findings;

namespace GovReportSchema.Checking;

/// <summary>Makes the findings of rules.</summary>
internal static class RuleFindings
{
    /// <summary>A rule that no filling of the blanks satisfies.</summary>
    /// <param name="plan">The format's rules.</param>
    /// <param name="check">The rule at its place.</param>
    /// <param name="values">The cells as filled.</param>
    /// <param name="low">The least that each cell can be.</param>
    /// <param name="high">The most that each cell can be.</param>
    /// <param name="scope">Where the cells stand.</param>
    public static Finding Violated(
        CheckPlan plan, in Check check, ReadOnlySpan<long> values, ReadOnlySpan<long> low, ReadOnlySpan<long> high, CheckScope scope)
    {
        var (least, most) = Domains.Sum(plan, check, low, high);
        if (Interval.Satisfies(plan.RuleOf(check), least, most) != Truth.Never)
        {
            // By itself it could hold; a bound that it would give is only that of a blank's own range.
            var contradiction = new RuleEvidence(plan, check, ValuesOf(plan, check, values)) { ContradictsOthers = true };
            return Make(plan, check, plan.RuleOf(check).Severity, contradiction, scope);
        }

        var (expected, relation) = Expect(plan, check, values, low, high);
        var evidence = new RuleEvidence(plan, check, ValuesOf(plan, check, values)) { ExpectedValue = expected, ExpectedRelation = relation };
        return Make(plan, check, plan.RuleOf(check).Severity, evidence, scope);
    }

    /// <summary>A rule that could not be decided. It is one degree less grave than a violation, and never passes for one that holds.</summary>
    public static Finding Undetermined(CheckPlan plan, in Check check, ReadOnlySpan<long> values, Label why, CheckScope scope)
    {
        var evidence = new RuleEvidence(plan, check, ValuesOf(plan, check, values)) { Undecided = why };
        var severity = plan.RuleOf(check).Severity == Severity.Error ? Severity.Warning : Severity.Info;
        return Make(plan, check, severity, evidence, scope);
    }

    private static Finding Make(CheckPlan plan, in Check check, Severity severity, RuleEvidence evidence, CheckScope scope)
    {
        var shape = plan.Format.Shape;
        var node = shape.CellNodes[plan.Cells[check.Subject]];
        return new Finding(plan.RuleOf(check).Id, severity, shape.PathOf(node), scope.SortKeyOf(shape, node), evidence);
    }

    private static long[] ValuesOf(CheckPlan plan, in Check check, ReadOnlySpan<long> values)
    {
        var own = new long[check.TermCount + check.ConditionTermCount];
        for (var i = 0; i < own.Length; i++)
        {
            own[i] = values[plan.Cells[check.FirstTerm + i]];
        }

        return own;
    }

    /// <summary>What the subject would have to be: one number, or the least or most that the other cells allow.</summary>
    private static (decimal? Expected, Relation Relation) Expect(
        CheckPlan plan, in Check check, ReadOnlySpan<long> values, ReadOnlySpan<long> low, ReadOnlySpan<long> high)
    {
        var (restLow, restHigh) = ((Int128)check.Constant, (Int128)check.Constant);
        for (var i = check.FirstTerm; i < check.FirstTerm + check.TermCount; i++)
        {
            if (i != check.Subject)
            {
                Int128 coefficient = plan.Coefficients[i];
                var (a, b) = (coefficient * low[plan.Cells[i]], coefficient * high[plan.Cells[i]]);
                restLow += Int128.Min(a, b);
                restHigh += Int128.Max(a, b);
            }
        }

        var subject = plan.Cells[check.Subject];
        var own = plan.Coefficients[check.Subject];
        var scale = plan.TypeOf(subject).Scale;

        // coefficient * subject must lie between these two, the tolerance aside.
        var (least, most) = (-restHigh, -restLow);
        var relation = plan.RuleOf(check).Relation;
        if (relation == Relation.Equal && least != most)
        {
            var known = values[subject] > Report.Unread ? (Int128)values[subject] : low[subject];
            relation = known * own < least ? Relation.AtLeast : Relation.AtMost;
        }

        var bound = relation == Relation.AtLeast ? least : most;
        if (own < 0 && relation is (Relation.AtLeast or Relation.AtMost))
        {
            relation = relation == Relation.AtLeast ? Relation.AtMost : Relation.AtLeast;
        }

        var expected = bound % own == 0
            ? Scaled.ToDecimal(bound / own, scale)
            : Scaled.ToDecimal(bound, 0) / own / Scaled.PowerOfTen(scale);
        return (expected, relation);
    }
}

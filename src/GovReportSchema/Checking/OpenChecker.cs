using System.Buffers;
using GovReportSchema.Findings;

namespace GovReportSchema.Checking;

/// <summary>
/// Checks rules over cells of which some are blank, or of last year's report. A blank stands for an unknown number in its
/// range: a rule is violated only where no filling could satisfy it, and holds only where every filling does.
/// </summary>
internal static class OpenChecker
{
    private static readonly Label s_blanks = new("有单元格未填或未能读取", "cells are blank or could not be read");

    public static void Check(Report report, CheckOptions options, ref FindingList findings, CheckScope scope)
    {
        var plan = report.Format.Plan;
        var previous = options.Previous is null ? null : new PreviousCells(plan, report, options.Previous, options.Blanks);
        var count = previous is null ? plan.PreviousBase : 2 * plan.PreviousBase;
        var rented = ArrayPool<long>.Shared.Rent((3 * count) + (2 * plan.PreviousBase));
        var violated = ArrayPool<bool>.Shared.Rent(plan.Checks.Length);
        try
        {
            var values = rented.AsSpan(0, count);
            var low = rented.AsSpan(count, count);
            var high = rented.AsSpan(2 * count, count);
            Domains.Open(report, options.Blanks, values, low, high);
            previous?.CopyTo(values, low, high);
            var opened = rented.AsSpan(3 * count, 2 * plan.PreviousBase);
            low[..plan.PreviousBase].CopyTo(opened);
            high[..plan.PreviousBase].CopyTo(opened[plan.PreviousBase..]);
            violated.AsSpan().Clear();
            Domains.Narrow(plan, low, high, violated);
            Report(plan, previous, values, low, high, opened, violated, ref findings, scope);
        }
        finally
        {
            ArrayPool<long>.Shared.Return(rented);
            ArrayPool<bool>.Shared.Return(violated);
        }
    }

    /// <summary>Whether a check holds, its condition considered, over ranges that <see cref="Domains.Narrow"/> has narrowed.</summary>
    public static Truth Judge(CheckPlan plan, int c, ReadOnlySpan<long> low, ReadOnlySpan<long> high, ReadOnlySpan<bool> violated)
    {
        ref readonly var check = ref plan.Checks[c];
        var applies = Conditions.Truth(plan, check, low, high);
        if (applies == Truth.Never)
        {
            return Truth.Always;
        }

        var (least, most) = Domains.Sum(plan, check, low, high);
        var truth = violated[c] ? Truth.Never : Interval.Satisfies(plan.RuleOf(check), least, most);
        return truth == Truth.Never && applies == Truth.Sometimes ? Truth.Sometimes : truth;
    }

    private static void Report(
        CheckPlan plan,
        PreviousCells? previous,
        ReadOnlySpan<long> values,
        ReadOnlySpan<long> low,
        ReadOnlySpan<long> high,
        ReadOnlySpan<long> opened,
        ReadOnlySpan<bool> violated,
        ref FindingList findings,
        CheckScope scope)
    {
        (int Rule, (int Row, int Entry)? Entry) withoutPrevious = (-1, null);
        for (var c = 0; c < plan.Checks.Length; c++)
        {
            ref readonly var check = ref plan.Checks[c];
            if (check.NeedsPrevious && previous is null)
            {
                continue;
            }

            if (check.NeedsPrevious && !previous!.Has(check))
            {
                // Said once for a rule, not for each row of it; of a row that repeats, once for each entry that is new.
                var why = previous.WhyNot(check, out var entry);
                if (withoutPrevious != (check.Rule, entry))
                {
                    withoutPrevious = (check.Rule, entry);
                    findings.Add(RuleFindings.Undetermined(plan, check, values, why, scope));
                }

                continue;
            }

            var truth = Judge(plan, c, low, high, violated);
            if (truth == Truth.Always && scope.Complete && SelfProof.MayBe(plan, check, values, low, high) && SelfProof.Is(plan, c, opened))
            {
                truth = Truth.Sometimes;
            }

            if (truth == Truth.Never)
            {
                findings.Add(RuleFindings.Violated(plan, check, values, low, high, scope));
            }
            else if (truth == Truth.Sometimes && scope.Complete)
            {
                findings.Add(RuleFindings.Undetermined(plan, check, values, s_blanks, scope));
            }
        }
    }
}

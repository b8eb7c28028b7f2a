using System.Runtime.CompilerServices;
using GovReportSchema.Checking;

namespace GovReportSchema.Locating;

/// <content>Narrowing. Its loops are compiled in full from the first call: a search ends before the runtime would think of it.</content>
internal sealed partial class OpenRules
{
    /// <summary>Stopping early only leaves a range wider than it need be; the validator has the last word.</summary>
    private const int MostRounds = 64;

    /// <summary>Narrows the ranges to what the rules leave.</summary>
    /// <returns>A rule that can no longer be met; null where there is none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public OpenRule? Narrow()
    {
        var isNarrower = true;
        for (var round = 0; isNarrower && round < MostRounds && Work < OpenSearch.MostWork; round++)
        {
            isNarrower = false;
            foreach (var rule in _rules)
            {
                if (!Narrow(rule, ref isNarrower))
                {
                    return rule;
                }
            }

            foreach (var rule in _shared)
            {
                if (!Narrow(rule, ref isNarrower))
                {
                    return rule;
                }
            }
        }

        return null;
    }

    /// <summary>A move of size 0 is none.</summary>
    /// <returns>False where it could have no other.</returns>
    private bool SkipZero(int move)
    {
        Low[move] += Low[move] == 0 ? 1 : 0;
        High[move] -= High[move] == 0 ? 1 : 0;
        return Low[move] <= High[move];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Narrow(OpenRule rule, ref bool isNarrower)
    {
        var demand = rule.Demand;
        if (rule.Condition is { } condition)
        {
            var (least, most) = condition.Form.Sum(Low, High);
            var applies = condition.Truth(least, most);
            if (applies == Truth.Never)
            {
                return true;
            }

            if (applies == Truth.Sometimes)
            {
                (least, most) = demand.Form.Sum(Low, High);
                if (demand.Truth(least, most) != Truth.Never)
                {
                    return true;
                }

                demand = rule.Otherwise!;
            }
        }

        return Narrow(rule, demand, ref isNarrower);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Narrow(OpenRule rule, OpenDemand demand, ref bool isNarrower)
    {
        var form = demand.Form;
        Work += form.Terms;
        var (least, most) = form.Sum(Low, High);
        var truth = demand.Truth(least, most);
        if (truth != Truth.Sometimes)
        {
            return truth == Truth.Always;
        }

        for (var i = 0; i < form.Terms; i++)
        {
            var variable = form.Variable(i);
            var coefficient = form.Coefficient(i);
            if (coefficient == 0 || Low[variable] == High[variable])
            {
                continue;
            }

            var (a, b) = OpenForm.Term(coefficient, Low[variable], High[variable]);
            var (restLeast, restMost) = (least - a, most - b);
            var (low, high) = ((Int128)Low[variable], (Int128)High[variable]);
            if (demand.IsOutside)
            {
                // Only the last open term can be told what it may not be, and only at an end of its range.
                if (restLeast == restMost)
                {
                    low += restLeast + (coefficient * low) >= demand.Least && restLeast + (coefficient * low) <= demand.Most ? 1 : 0;
                    high -= restLeast + (coefficient * high) >= demand.Least && restLeast + (coefficient * high) <= demand.Most ? 1 : 0;
                }
            }
            else
            {
                NarrowTo(coefficient, demand.Least - restMost, demand.Most - restLeast, ref low, ref high);
            }

            if (low > high)
            {
                return false;
            }

            if (low > Low[variable] || high < High[variable])
            {
                (Low[variable], High[variable]) = ((long)low, (long)high);
                Remember(rule);
                isNarrower = true;
                if (variable < _moves && !SkipZero(variable))
                {
                    return false;
                }

                (a, b) = OpenForm.Term(coefficient, Low[variable], High[variable]);
                (least, most) = (restLeast + a, restMost + b);
            }
        }

        return true;
    }

    private void Remember(OpenRule rule)
    {
        if (!rule.HasNarrowed)
        {
            rule.HasNarrowed = true;
            _narrowing.Add(rule);
        }
    }

    private static void NarrowTo(Int128 coefficient, Int128 least, Int128 most, ref Int128 low, ref Int128 high)
    {
        if (coefficient < 0)
        {
            (coefficient, least, most) = (-coefficient, -most, -least);
        }

        if (coefficient * low < least)
        {
            low = Interval.CeilingDivide(least, coefficient);
        }

        if (coefficient * high > most)
        {
            high = Interval.FloorDivide(most, coefficient);
        }
    }
}

using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GovReportSchema.Checking;

/// <summary>
/// Tells whether every cell is filled and within its bounds and every rule holds: yes or no, and no more. Rules that hold along
/// neighbouring cells (a rule over the columns of a table) are summed as vectors, the rest one place after the other.
/// </summary>
internal sealed class QuickCheck
{
    private readonly CheckPlan _plan;

    /// <summary>Cells next to each other that hold any count.</summary>
    private readonly Range[] _counts;

    /// <summary>The cells with other bounds.</summary>
    private readonly (int Cell, CellType Type)[] _bounded;
    private readonly QuickAxis[] _axes;

    /// <summary>Checks whose shape no axis has: other coefficients, a tolerance, an inequality, sums beyond 64 bits.</summary>
    private readonly Check[] _others;

    public QuickCheck(CheckPlan plan)
    {
        _plan = plan;
        (_counts, _bounded) = Bounds(plan.Format.Shape.Types);
        var axes = new List<QuickAxis>();
        var others = new List<Check>();
        var next = 0;
        foreach (var rule in plan.Format.Rules)
        {
            foreach (var axis in rule.Axes)
            {
                var checks = plan.Checks.AsSpan(next, axis.Places.Count);
                next += axis.Places.Count;
                if (QuickAxis.Of(rule, axis, checks, plan.PreviousBase) is { } quick)
                {
                    axes.Add(quick);
                }
                else
                {
                    foreach (var check in checks)
                    {
                        others.AddRange(check.NeedsPrevious ? [] : [check]);
                    }
                }
            }
        }

        (_axes, _others) = ([.. axes], [.. others]);
    }

    /// <summary>Whether a report is in order, last year's aside.</summary>
    public bool Holds(ReadOnlySpan<long> values)
    {
        if (!AreWithinBounds(values))
        {
            return false;
        }

        ref var first = ref MemoryMarshal.GetReference(values);
        foreach (var axis in _axes)
        {
            if (!axis.Holds(ref first))
            {
                return false;
            }
        }

        foreach (ref readonly var check in _others.AsSpan())
        {
            if (!_plan.Holds(check, values))
            {
                return false;
            }
        }

        return true;
    }

    private static (Range[] Counts, (int Cell, CellType Type)[] Bounded) Bounds(CellType[] types)
    {
        var counts = new List<Range>();
        var bounded = new List<(int Cell, CellType Type)>();
        for (var cell = 0; cell < types.Length; cell++)
        {
            var first = cell;
            while (cell < types.Length && types[cell] is { Minimum: 0, Maximum: CellType.LargestCount })
            {
                cell++;
            }

            if (cell > first)
            {
                counts.Add(first..cell);
            }

            if (cell < types.Length)
            {
                bounded.Add((cell, types[cell]));
            }
        }

        return ([.. counts], [.. bounded]);
    }

    private bool AreWithinBounds(ReadOnlySpan<long> values)
    {
        foreach (var counts in _counts)
        {
            // No bit above the largest count, a negative number's sign among them. The largest count itself is left to be looked at.
            if ((Union(values[counts]) & -CellType.LargestCount) != 0)
            {
                return false;
            }
        }

        foreach (var (cell, type) in _bounded)
        {
            if (values[cell] < type.Minimum || values[cell] > type.Maximum)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>All bits that any of the numbers has.</summary>
    private static long Union(ReadOnlySpan<long> values)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        var i = 0;
        var union = 0L;
        if (Vector256.IsHardwareAccelerated && values.Length >= 2 * Vector256<long>.Count)
        {
            var (even, odd) = (Vector256<long>.Zero, Vector256<long>.Zero);
            for (; i <= values.Length - (2 * Vector256<long>.Count); i += 2 * Vector256<long>.Count)
            {
                even |= Vector256.LoadUnsafe(ref first, (nuint)i);
                odd |= Vector256.LoadUnsafe(ref first, (nuint)(i + Vector256<long>.Count));
            }

            even |= odd;
            union = even[0] | even[1] | even[2] | even[3];
        }

        for (; i < values.Length; i++)
        {
            union |= values[i];
        }

        return union;
    }
}

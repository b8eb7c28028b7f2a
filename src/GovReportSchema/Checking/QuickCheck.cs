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
    private readonly long[] _minimum;
    private readonly long[] _maximum;
    private readonly QuickAxis[] _axes;

    /// <summary>Checks whose shape no axis has: other coefficients, a tolerance, an inequality, sums beyond 64 bits.</summary>
    private readonly Check[] _others;

    public QuickCheck(CheckPlan plan)
    {
        _plan = plan;
        _minimum = [.. plan.Format.Shape.Types.Select(type => type.Minimum)];
        _maximum = [.. plan.Format.Shape.Types.Select(type => type.Maximum)];
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

    private bool AreWithinBounds(ReadOnlySpan<long> values)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        ref var minimum = ref MemoryMarshal.GetArrayDataReference(_minimum);
        ref var maximum = ref MemoryMarshal.GetArrayDataReference(_maximum);
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var outside = Vector256<long>.Zero;
            for (; i <= values.Length - Vector256<long>.Count; i += Vector256<long>.Count)
            {
                var value = Vector256.LoadUnsafe(ref first, (nuint)i);
                outside |= Vector256.LessThan(value, Vector256.LoadUnsafe(ref minimum, (nuint)i))
                    | Vector256.GreaterThan(value, Vector256.LoadUnsafe(ref maximum, (nuint)i));
            }

            if (outside != Vector256<long>.Zero)
            {
                return false;
            }
        }

        for (; i < values.Length; i++)
        {
            if (values[i] < _minimum[i] || values[i] > _maximum[i])
            {
                return false;
            }
        }

        return true;
    }
}

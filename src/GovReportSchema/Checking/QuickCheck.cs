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
    private readonly Run[] _counts;

    /// <summary>The cells with other bounds.</summary>
    private readonly Bounded[] _bounded;

    /// <summary>The rules' checks in their order, those of an axis together.</summary>
    private readonly Part[] _parts;

    public QuickCheck(CheckPlan plan)
    {
        _plan = plan;
        (_counts, _bounded) = Bounds(plan.Format.Shape.Types);
        var (next, count) = (0, 0);
        for (var i = 0; i < plan.Format.Rules.Count; i++)
        {
            count += plan.Format.Rules[i].Axes.Count;
        }

        _parts = new Part[count];
        count = 0;
        for (var i = 0; i < plan.Format.Rules.Count; i++)
        {
            var rule = plan.Format.Rules[i];
            for (var a = 0; a < rule.Axes.Count; a++)
            {
                var axis = rule.Axes[a];
                var checks = plan.Checks.AsSpan(next, axis.Places.Count);
                _parts[count++] = new Part(QuickAxis.Of(rule, axis, checks, plan.PreviousBase), next, checks.Length);
                next += checks.Length;
            }
        }
    }

    /// <summary>Whether a report is in order, last year's aside.</summary>
    public bool Holds(ReadOnlySpan<long> values)
    {
        if (!AreWithinBounds(values))
        {
            return false;
        }

        foreach (var part in _parts)
        {
            if (!Holds(part, values))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Tells which checks of a report do not hold whose cells are all filled, last year's aside.</summary>
    /// <param name="values">The cells.</param>
    /// <param name="violated">Takes the checks, by their place in the plan.</param>
    public void FindViolated(ReadOnlySpan<long> values, List<int> violated)
    {
        foreach (var part in _parts)
        {
            if (part.Axis?.Holds(ref MemoryMarshal.GetReference(values)) == true)
            {
                continue;
            }

            for (var check = part.First; check < part.First + part.Count; check++)
            {
                if (IsViolated(check, values))
                {
                    violated.Add(check);
                }
            }
        }
    }

    /// <summary>Whether every cell is filled and within its bounds. A count of 2^53 itself is not told: it is left to be looked at.</summary>
    public bool AreWithinBounds(ReadOnlySpan<long> values)
    {
        foreach (var counts in _counts)
        {
            // No bit of the largest count or above, a negative number's sign among them.
            if ((Union(values.Slice(counts.First, counts.Count)) & -CellType.LargestCount) != 0)
            {
                return false;
            }
        }

        foreach (var cell in _bounded)
        {
            if (values[cell.Cell] < cell.Minimum || values[cell.Cell] > cell.Maximum)
            {
                return false;
            }
        }

        return true;
    }

    private bool Holds(in Part part, ReadOnlySpan<long> values)
    {
        if (part.Axis is { } axis)
        {
            return axis.Holds(ref MemoryMarshal.GetReference(values));
        }

        for (var check = part.First; check < part.First + part.Count; check++)
        {
            if (IsViolated(check, values))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsViolated(int check, ReadOnlySpan<long> values) =>
        !_plan.Checks[check].NeedsPrevious && !_plan.Holds(_plan.Checks[check], values);

    private static (Run[] Counts, Bounded[] Bounded) Bounds(CellType[] types)
    {
        var (counts, bounded) = (new Run[types.Length], new Bounded[types.Length]);
        var (countCount, boundedCount) = (0, 0);
        for (var cell = 0; cell < types.Length; cell++)
        {
            var first = cell;
            while (cell < types.Length && types[cell] is { Minimum: 0, Maximum: CellType.LargestCount })
            {
                cell++;
            }

            if (cell > first)
            {
                counts[countCount++] = new Run(first, cell - first);
            }

            if (cell < types.Length)
            {
                bounded[boundedCount++] = new Bounded(cell, types[cell].Minimum, types[cell].Maximum);
            }
        }

        return (counts.AsSpan(0, countCount).ToArray(), bounded.AsSpan(0, boundedCount).ToArray());
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

    /// <summary>Cells next to each other.</summary>
    private readonly record struct Run(int First, int Count);

    /// <summary>A cell and its bounds.</summary>
    private readonly record struct Bounded(int Cell, long Minimum, long Maximum);

    /// <summary>The checks of a rule along one axis.</summary>
    /// <param name="Axis">What sums them at once; null where their shape is none for it: other coefficients, a tolerance, an inequality.</param>
    /// <param name="First">The first check.</param>
    /// <param name="Count">How many they are.</param>
    private readonly record struct Part(QuickAxis? Axis, int First, int Count);
}

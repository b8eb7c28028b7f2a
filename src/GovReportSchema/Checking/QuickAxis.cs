using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GovReportSchema.Checking;

/// <summary>
/// An equation of cells added and cells taken away, at each of its places. Places that lie near each other are summed in the lanes
/// of one vector; the lanes between them, which mean nothing, are left out of account at the end.
/// </summary>
internal sealed class QuickAxis
{
    private readonly int[] _places;
    private readonly int[] _added;
    private readonly int[] _taken;

    /// <summary>The vectors that cover the places; none where the machine has no vectors, or they would reach beyond the cells.</summary>
    private readonly Block[] _blocks;

    private QuickAxis(int[] places, int[] added, int[] taken, Block[] blocks) =>
        (_places, _added, _taken, _blocks) = (places, added, taken, blocks);

    private static int Lanes => Vector512.IsHardwareAccelerated ? Vector512<long>.Count : Vector256.IsHardwareAccelerated ? Vector256<long>.Count : 0;

    /// <summary>The axis of a rule; null where its rule is of another shape.</summary>
    public static QuickAxis? Of(Rule rule, RuleAxis axis, ReadOnlySpan<Check> checks, int cellCount)
    {
        if (rule.Relation != Relation.Equal || rule.Tolerance != 0 || axis.Constant != 0 || axis.When is not null)
        {
            return null;
        }

        foreach (ref readonly var check in checks)
        {
            if (!check.IsPlain)
            {
                return null;
            }
        }

        // Plain loops: this is done before the first submission, and each operator of LINQ would be compiled for it.
        var (added, taken) = (new int[axis.Terms.Count], new int[axis.Terms.Count]);
        var (addedCount, takenCount) = (0, 0);
        var (leastOffset, mostOffset) = (int.MaxValue, int.MinValue);
        for (var i = 0; i < axis.Terms.Count; i++)
        {
            var term = axis.Terms[i];
            if (term.Previous || term.Coefficient is not (1 or -1))
            {
                return null;
            }

            if (term.Coefficient > 0)
            {
                added[addedCount++] = term.Offset;
            }
            else
            {
                taken[takenCount++] = term.Offset;
            }

            (leastOffset, mostOffset) = (Math.Min(leastOffset, term.Offset), Math.Max(mostOffset, term.Offset));
        }

        var places = new int[axis.Places.Count];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = axis.Places[i];
        }

        Array.Sort(places);
        Array.Resize(ref added, addedCount);
        Array.Resize(ref taken, takenCount);
        return new QuickAxis(places, added, taken, Cover(places, leastOffset, mostOffset, cellCount));
    }

    /// <summary>Whether the equation holds at every place.</summary>
    /// <param name="cells">The first cell.</param>
    public bool Holds(ref long cells) => _blocks.Length > 0 ? HoldsAsVectors(ref cells) : HoldsOneByOne(ref cells);

    private static Block[] Cover(int[] places, int leastOffset, int mostOffset, int cellCount)
    {
        var last = cellCount - Lanes - mostOffset;
        if (Lanes == 0 || last + leastOffset < 0)
        {
            return [];
        }

        var blocks = new Block[places.Length];
        var count = 0;
        for (var i = 0; i < places.Length;)
        {
            var start = Math.Min(places[i], last);
            var lanes = 0u;
            for (; i < places.Length && places[i] < start + Lanes; i++)
            {
                lanes |= 1u << (places[i] - start);
            }

            blocks[count++] = new Block(start, lanes);
        }

        return blocks.AsSpan(0, count).ToArray();
    }

    private bool HoldsAsVectors(ref long cells)
    {
        var wrong = 0u;
        foreach (var block in _blocks)
        {
            ref var first = ref Unsafe.Add(ref cells, block.Start);
            wrong |= (Vector512.IsHardwareAccelerated ? Wrong512(ref first) : Wrong256(ref first)) & block.Lanes;
        }

        return wrong == 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Wrong512(ref long first)
    {
        var sum = Vector512<long>.Zero;
        foreach (var offset in _added)
        {
            sum += Vector512.LoadUnsafe(ref Unsafe.Add(ref first, offset));
        }

        foreach (var offset in _taken)
        {
            sum -= Vector512.LoadUnsafe(ref Unsafe.Add(ref first, offset));
        }

        return (uint)(~Vector512.Equals(sum, Vector512<long>.Zero)).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Wrong256(ref long first)
    {
        var sum = Vector256<long>.Zero;
        foreach (var offset in _added)
        {
            sum += Vector256.LoadUnsafe(ref Unsafe.Add(ref first, offset));
        }

        foreach (var offset in _taken)
        {
            sum -= Vector256.LoadUnsafe(ref Unsafe.Add(ref first, offset));
        }

        return (~Vector256.Equals(sum, Vector256<long>.Zero)).ExtractMostSignificantBits();
    }

    private bool HoldsOneByOne(ref long cells)
    {
        foreach (var place in _places)
        {
            ref var first = ref Unsafe.Add(ref cells, place);
            var sum = 0L;
            foreach (var offset in _added)
            {
                sum += Unsafe.Add(ref first, offset);
            }

            foreach (var offset in _taken)
            {
                sum -= Unsafe.Add(ref first, offset);
            }

            if (sum != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A vector of places.</summary>
    /// <param name="Start">The cell of its first lane.</param>
    /// <param name="Lanes">A bit for each lane that is a place.</param>
    private readonly record struct Block(int Start, uint Lanes);
}

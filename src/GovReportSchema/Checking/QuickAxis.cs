using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GovReportSchema.Checking;

/// <summary>An equation of cells added and cells taken away, at each of its places.</summary>
internal sealed class QuickAxis
{
    private readonly int[] _places;
    private readonly int[] _added;
    private readonly int[] _taken;

    /// <summary>Whether the places are neighbours, and no vector that begins at one of them reaches beyond the cells.</summary>
    private readonly bool _asVectors;

    private QuickAxis(int[] places, int[] added, int[] taken, bool asVectors) =>
        (_places, _added, _taken, _asVectors) = (places, added, taken, asVectors);

    /// <summary>The axis of a rule; null where its rule is of another shape.</summary>
    public static QuickAxis? Of(Rule rule, RuleAxis axis, ReadOnlySpan<Check> checks, int cellCount)
    {
        if (rule.Relation != Relation.Equal || rule.Tolerance != 0 || axis.Constant != 0 || axis.When is not null
            || axis.Terms.Any(term => term.Previous || term.Coefficient is not (1 or -1)))
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

        int[] places = [.. axis.Places];
        var added = axis.Terms.Where(term => term.Coefficient > 0).Select(term => term.Offset).ToArray();
        var taken = axis.Terms.Where(term => term.Coefficient < 0).Select(term => term.Offset).ToArray();
        var neighbours = places.Length > 1 && places.Zip(places.Skip(1)).All(pair => pair.Second == pair.First + 1);
        var vectors = (places.Length + Vector256<long>.Count - 1) / Vector256<long>.Count * Vector256<long>.Count;
        var fits = places[0] + axis.Terms.Max(term => term.Offset) + vectors <= cellCount;
        return new QuickAxis(places, added, taken, neighbours && fits && Vector256.IsHardwareAccelerated);
    }

    /// <summary>Whether the equation holds at every place.</summary>
    /// <param name="cells">The first cell.</param>
    public bool Holds(ref long cells) => _asVectors ? HoldsAsVectors(ref cells) : HoldsOneByOne(ref cells);

    private bool HoldsAsVectors(ref long cells)
    {
        ref var first = ref Unsafe.Add(ref cells, _places[0]);
        for (var i = 0; i < _places.Length; i += Vector256<long>.Count)
        {
            var sum = Vector256<long>.Zero;
            foreach (var offset in _added)
            {
                sum += Vector256.LoadUnsafe(ref first, (nuint)(offset + i));
            }

            foreach (var offset in _taken)
            {
                sum -= Vector256.LoadUnsafe(ref first, (nuint)(offset + i));
            }

            // The last vector may hold cells beyond the last place, which are none of this rule's.
            var wrong = ~Vector256.Equals(sum, Vector256<long>.Zero).ExtractMostSignificantBits() & 0xF;
            if ((wrong & ((1u << Math.Min(4, _places.Length - i)) - 1)) != 0)
            {
                return false;
            }
        }

        return true;
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
}

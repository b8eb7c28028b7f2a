#if NET10_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GovReportSchema.Json;

/// <summary>Makes values of the numbers of a run, eight at once, from where each ends.</summary>
internal static class RunNumbers
{
    private const int AtOnce = RunSqueezer.LeastCells;

    private const int MostDigits = 8;

    private const int BitsOfByte = 8;

    private const byte Nine = 9;

    /// <summary>Turns the digits up to each last one into values.</summary>
    /// <param name="first">The submission.</param>
    /// <param name="digits">How many digits all numbers have together; if one has more than eight, fewer are taken here.</param>
    /// <param name="ends">Where the last digits are, each behind at least seven bytes of the run.</param>
    /// <param name="layout">The layout.</param>
    /// <param name="run">The run.</param>
    /// <param name="cells">The cells of the report.</param>
    /// <returns>Whether each is a number of at most eight digits, without a zero before others.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool Read(ref byte first, int digits, ref Ends ends, Layout layout, in LayoutStep run, ref long cells)
    {
        ref var end = ref Unsafe.As<Ends, uint>(ref ends);
        ref var place = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(layout.Digits), run.Index);
        var isInOrder = run.IsInOrder;
        var last = run.Count - AtOnce;
        var wrong = 0UL;
        var taken = Vector512<ulong>.Zero;
        for (var cell = 0; cell < last; cell += AtOnce)
        {
            Store(ReadEight(ref first, ref Unsafe.Add(ref end, cell), out var bits, out var faults), ref Unsafe.Add(ref place, cell), isInOrder, ref cells);
            wrong |= faults;
            taken += bits;
        }

        // The last eight, of which the first were read before where the run does not come out even.
        var again = Vector512.Create((ulong)(-run.Count & (AtOnce - 1)));
        Store(ReadEight(ref first, ref Unsafe.Add(ref end, last), out var lastBits, out var lastFaults), ref Unsafe.Add(ref place, last), isInOrder, ref cells);
        taken += lastBits & Vector512.GreaterThanOrEqual(Vector512<ulong>.Indices, again);
        return (wrong | lastFaults) == 0 && Vector512.Sum(taken) == BitsOfByte * (ulong)digits;
    }

    /// <summary>Reads the digits up to each of eight last ones.</summary>
    /// <param name="first">The submission.</param>
    /// <param name="end">Where the last digits are.</param>
    /// <param name="bits">How long each number is, eight bits for each digit.</param>
    /// <param name="faults">Bits for numbers that have a zero before others.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> ReadEight(ref byte first, ref uint end, out Vector512<ulong> bits, out ulong faults)
    {
        var bytes = Gather(ref first, ref end) - Vector512.Create((byte)'0');
        bits = Avx512CD.LeadingZeroCount(Vector512.GreaterThan(bytes, Vector512.Create(Nine)).AsUInt64());
        var values = ValuesOf(Vector512.AndNot(bytes, Avx512F.ShiftRightLogicalVariable(Vector512<ulong>.AllBitsSet, bits).AsByte()));
        var least = Vector512.Create(10_000_000, 0, 10, 100, 1_000, 10_000, 100_000, 1_000_000UL);
        faults = Vector512.LessThan(values, Avx512F.PermuteVar8x64(least, bits >>> 3)).ExtractMostSignificantBits();
        return values;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<ulong> values, ref RunDigit place, bool isInOrder, ref long cells)
    {
        if (isInOrder)
        {
            values.AsInt64().StoreUnsafe(ref Unsafe.Add(ref cells, place.Cell));
            return;
        }

        for (var i = 0; i < AtOnce; i++)
        {
            Unsafe.Add(ref cells, Unsafe.Add(ref place, i).Cell) = (long)values[i];
        }
    }

    /// <summary>The eight bytes up to each of eight places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Gather(ref byte first, ref uint place) => Four(ref first, ref place).ToVector512Unsafe()
        .WithUpper(Four(ref first, ref Unsafe.Add(ref place, 4))).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Four(ref byte first, ref uint place) => Two(ref first, ref place).ToVector256Unsafe()
        .WithUpper(Two(ref first, ref Unsafe.Add(ref place, 2)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Two(ref byte first, ref uint place) => Vector128.CreateScalarUnsafe(UpTo(ref first, place)).WithElement(1, UpTo(ref first, Unsafe.Add(ref place, 1)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong UpTo(ref byte first, uint place) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, (nint)(nuint)place - (MostDigits - 1)));

    /// <summary>Eight numbers of eight digits: pairs, fours, eights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> ValuesOf(Vector512<byte> digits)
    {
        var pairs = Avx512BW.MultiplyAddAdjacent(digits, Vector512.Create((ushort)((1 << 8) + 10)).AsSByte());
        var fours = Avx512BW.MultiplyAddAdjacent(pairs, Vector512.Create((1u << 16) + 100).AsInt16());
        return Avx512F.Multiply(fours.AsUInt32(), Vector512.Create(10_000u)) + (fours.AsUInt64() >>> 32);
    }

    /// <summary>Where the numbers end, with room for as many more as are stored or loaded at once.</summary>
    [InlineArray(RunSqueezer.MostCells + AtOnce)]
    public struct Ends
    {
        private int _first;
    }
}
#endif

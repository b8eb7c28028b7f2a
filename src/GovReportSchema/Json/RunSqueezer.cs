using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GovReportSchema.Json;

/// <summary>
/// Reads the cells of a run on machines that can squeeze bytes together (AVX-512 VBMI2). Where a number ends is read off a bit map
/// of digits, so that no number waits for the one before it, and however many digits each has, no branch depends on it.
/// </summary>
/// <remarks>
/// Squeezed twice: once to the literals and the last digit of each number, which must be the run's template; and once to the last
/// eight bytes of each number, which are turned into values eight at a time.
/// </remarks>
internal static class RunSqueezer
{
    /// <summary>A number has less digits than this, so that in the bytes kept of it a byte of the literal comes first.</summary>
    private const int SlotLength = 8;

    /// <summary>A shorter literal could let the bytes kept of one number reach into the number before.</summary>
    public const int LeastLiteral = SlotLength - 1;

    /// <summary>The most cells of a run: their slots lie on the stack.</summary>
    public const int MostCells = 512;

    private const byte AnyDigit = 9;

    private const int BlockLength = 64;

    /// <summary>
    /// The bytes of a block whose numbers are taken from it: those that have all their kept bytes in it, and a byte behind them.
    /// </summary>
    private const ulong Own = (1UL << (BlockLength - 1)) - (1UL << LeastLiteral);

    private const int Step = BlockLength - LeastLiteral - 1;

    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx512Vbmi2.IsSupported;
    }

    /// <summary>Reads the cells of a run.</summary>
    /// <param name="json">The submission.</param>
    /// <param name="position">Where the run begins.</param>
    /// <param name="template">The literals of the run, with one digit for each number.</param>
    /// <param name="run">The run.</param>
    /// <param name="digits">The digits of the run.</param>
    /// <param name="cells">The cells of the report.</param>
    /// <returns>The position after the run; negative where it is not as predicted.</returns>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Read(ReadOnlySpan<byte> json, int position, ref byte template, in LayoutStep run, ref RunDigit digits, ref long cells)
    {
        if (position < LeastLiteral || json.Length < BlockLength)
        {
            return -1;
        }

        Unsafe.SkipInit(out Slots slots);
        ref var slot = ref Unsafe.As<Slots, byte>(ref slots);
        ref var first = ref MemoryMarshal.GetReference(json);
        var lastBlock = (nuint)(json.Length - BlockLength);
        var block = (nuint)(position - LeastLiteral);
        var rest = (ulong)run.Length;
        var spread = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(SpreadBytes));
        var select = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(SelectBits));
        var zeroes = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(Zeroes));
        var nines = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(Nines));
        while (block <= lastBlock)
        {
            var bytes = Vector512.LoadUnsafe(ref first, block);
            var even = Vector512.Max(bytes - zeroes, nines);
            var digit = Vector512.Equals(even, nines).ExtractMostSignificantBits();
            var last = digit & ~(digit >> 1) & Own;
            var kept = Own & ~(digit & (digit >> 1));
            var squeezed = Avx512Vbmi2.Compress(
                Vector512<byte>.Zero, ~Vector512.Equals(Avx512BW.Shuffle(Vector512.Create(kept).AsByte(), spread) & select, Vector512<byte>.Zero), even);
            var unequal = (~Vector512.Equals(squeezed, Vector512.LoadUnsafe(ref template))).ExtractMostSignificantBits();

            // The eight bytes up to each last digit; those of two numbers do not touch.
            var window = (last >> LeastLiteral) * 0xFF;
            Avx512Vbmi2.Compress(
                Vector512<byte>.Zero, ~Vector512.Equals(Avx512BW.Shuffle(Vector512.Create(window).AsByte(), spread) & select, Vector512<byte>.Zero), bytes).StoreUnsafe(ref slot);
            var count = (uint)BitOperations.PopCount(kept);
            if (rest <= count)
            {
                // The last byte of the run is the kept byte that so many others stand before.
                return Bmi2.X64.ZeroHighBits(unequal, rest) == 0 && ReadSlots(ref Unsafe.As<Slots, byte>(ref slots), run, ref digits, ref cells)
                    ? (int)block + BitOperations.TrailingZeroCount(Bmi2.X64.ParallelBitDeposit(1UL << (int)(rest - 1), kept)) + 1
                    : -1;
            }

            if (Bmi2.X64.ZeroHighBits(unequal, count) != 0)
            {
                return -1;
            }

            slot = ref Unsafe.Add(ref slot, (nuint)(SlotLength * (uint)BitOperations.PopCount(last)));
            template = ref Unsafe.Add(ref template, (nuint)count);
            rest -= count;
            block += Step;
        }

        return -1;
    }

    private static ReadOnlySpan<byte> SpreadBytes =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3,
        4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7,
    ];

    private static ReadOnlySpan<byte> SelectBits =>
    [
        1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128,
        1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128,
    ];
    private static ReadOnlySpan<byte> Zeroes => "0000000000000000000000000000000000000000000000000000000000000000"u8;
    private static ReadOnlySpan<byte> Nines =>
    [
        9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9,9
    ];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool ReadSlots(ref byte slot, in LayoutStep run, ref RunDigit digits, ref long cells)
    {
        var wrong = 0UL;
        for (var cell = 0; cell < run.Count; cell += Vector512<long>.Count)
        {
            var bytes = Vector512.LoadUnsafe(ref slot, (nuint)(cell * SlotLength)) - Vector512.Create((byte)'0');
            var digit = Vector512.LessThanOrEqual(bytes, Vector512.Create(AnyDigit)).ExtractMostSignificantBits();
            var values = ValuesOf(bytes & Vector512.LessThanOrEqual(bytes, Vector512.Create(AnyDigit)));
            var own = run.Count - cell >= 8 ? ulong.MaxValue : (1UL << (SlotLength * (run.Count - cell))) - 1;

            // Too many digits, or a zero before other digits.
            var zero = Vector512.Equals(bytes, Vector512<byte>.Zero).ExtractMostSignificantBits();
            wrong |= ((digit & 0x0101010101010101) | (zero & ~(digit << 1) & (digit >> 1))) & own;
            if (run.IsInOrder && run.Count - cell >= 8)
            {
                values.StoreUnsafe(ref Unsafe.Add(ref cells, Unsafe.Add(ref digits, cell).Cell));
                continue;
            }

            for (var i = 0; i < Math.Min(8, run.Count - cell); i++)
            {
                Unsafe.Add(ref cells, Unsafe.Add(ref digits, cell + i).Cell) = values[i];
            }
        }

        return wrong == 0;
    }

    /// <summary>Eight numbers of eight digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> ValuesOf(Vector512<byte> digits)
    {
        var pairs = Avx512BW.MultiplyAddAdjacent(digits, Vector512.Create((ushort)0x010A).AsSByte());
        var fours = Avx512BW.MultiplyAddAdjacent(pairs, Vector512.Create(0x00010064u).AsInt16());
        return Avx512F.Multiply(fours.AsUInt32(), Vector512.Create(10_000u)).AsInt64() + (fours.AsInt64() >>> 32);
    }

    /// <summary>A literal as it is compared.</summary>
    public static byte Even(byte value) => Math.Max((byte)(value - '0'), AnyDigit);

    [InlineArray((MostCells * SlotLength) + BlockLength)]
    private struct Slots
    {
        private byte _first;
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GovReportSchema.Json;

/// <summary>
/// Finds the member of an object by its name with one look: a hash under which few of the object's own names meet, and one
/// comparison of 32 bytes, from the opening quote to the colon.
/// </summary>
internal sealed class NameTable
{
    /// <summary>A name with its quotes and the colon is compared as one vector; longer names are left to a plain search.</summary>
    public const int VectorLength = 32;

    /// <summary>A name of one letter is looked for with so many bytes before its opening quote, one of none with both.</summary>
    public const int LookBehind = 2;

    private const int LongestName = VectorLength - 3;

    /// <summary>The hash of a shorter name would be of bytes that are not its own.</summary>
    private const int ShortestName = 2;

    /// <summary>So many multipliers are tried for the one under which the fewest names meet.</summary>
    private const int MostTries = 64;

    /// <summary>Any odd number will do; the golden ratio is where the search begins.</summary>
    private const ulong FirstMultiplier = 0x9E3779B97F4A7C15;

    private const int Free = -1;

    private readonly ulong _multiplier;
    private readonly int _shift;

    /// <summary>The names by their hash; what meets another stands in the next free slot.</summary>
    private readonly Slot[] _slots;

    private NameTable(ulong multiplier, int shift, Slot[] slots) => (_multiplier, _shift, _slots) = (multiplier, shift, slots);

    /// <summary>A table of the names of an object's members; null where none fits one.</summary>
    public static NameTable? Of(ReadOnlySpan<JsonNode> members)
    {
        if (!Vector128.IsHardwareAccelerated || members.IsEmpty)
        {
            return null;
        }

        var best = Place(members, FirstMultiplier, out var fewest);
        for (var (i, multiplier) = (1, FirstMultiplier); i < MostTries && fewest > 0; i++)
        {
            multiplier += 0x6A09E667F3BCC908;
            var other = Place(members, multiplier, out var meetings);
            if (meetings < fewest)
            {
                (fewest, best) = (meetings, other);
            }
        }

        return best;
    }

    /// <summary>Finds a name.</summary>
    /// <param name="start">The opening quote; <see cref="LookBehind"/> bytes before it and 32 from it on can be read.</param>
    /// <param name="length">How long the name is with its quotes and the colon, where it was found.</param>
    /// <returns>Which of the names it is; negative where it is none of them, or a plain search has to tell.</returns>
    public int Find(ref byte start, out int length)
    {
        var close = (int)CloseOf(ref start);
        length = close + 2;
        if (close >= VectorLength)
        {
            return Free;
        }

        for (var slot = (int)((Key(ref start, close) * _multiplier) >> _shift); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (_slots[slot].Name == Free || _slots[slot].IsAt(ref start))
            {
                return _slots[slot].Name;
            }
        }
    }

    /// <summary>How far behind an opening quote the next one is; more than 31 where it is not among the 32 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint CloseOf(ref byte start) => (nint)(uint)BitOperations.TrailingZeroCount(
        Vector256.Equals(Vector256.LoadUnsafe(ref start), Vector256.Create((byte)'"')).ExtractMostSignificantBits() & ~1U);

    /// <summary>The one place where a name may be that meets no other.</summary>
    /// <param name="start">The opening quote; <see cref="LookBehind"/> bytes before it and 32 from it on can be read.</param>
    /// <param name="close">How far behind it the next quote is, less than 32.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly Slot SlotOf(ref byte start, nint close) => ref Unsafe.Add(
        ref MemoryMarshal.GetArrayDataReference(_slots), (nint)((Key(ref start, close) * _multiplier) >> _shift));

    /// <summary>The names under one multiplier.</summary>
    /// <param name="members">The members that have them.</param>
    /// <param name="multiplier">The multiplier.</param>
    /// <param name="meetings">How many steps names had to go to a free slot.</param>
    private static NameTable Place(ReadOnlySpan<JsonNode> members, ulong multiplier, out int meetings)
    {
        // Between four and eight slots a name.
        var bits = BitOperations.Log2((uint)members.Length) + 3;
        var slots = new Slot[1 << bits];
        slots.AsSpan().Fill(Slot.Empty);
        meetings = 0;
        Span<byte> written = stackalloc byte[VectorLength + LookBehind];
        for (var i = 0; i < members.Length; i++)
        {
            var name = members[i].Name;
            if (name.Length is < ShortestName or > LongestName)
            {
                continue;
            }

            written.Clear();
            var quoted = written[LookBehind..];
            quoted[0] = (byte)'"';
            name.CopyTo(quoted[1..]);
            "\":"u8.CopyTo(quoted[(name.Length + 1)..]);
            var slot = (int)((Key(ref quoted[0], name.Length + 1) * multiplier) >> (64 - bits));
            for (; slots[slot].Name != Free; slot = (slot + 1) & (slots.Length - 1))
            {
                meetings++;
            }

            slots[slot] = new Slot(i, quoted[..(name.Length + 3)]);
        }

        return new NameTable(multiplier, 64 - bits, slots);
    }

    /// <summary>A number that tells names apart: their first three letters, their last three, their length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Key(ref byte start, nint close) =>
        (((ulong)Unsafe.ReadUnaligned<uint>(ref start) << 32) | Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, close - 3))) + (ulong)close;

    /// <summary>A name as it is written, with its quotes and the colon.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 2 * VectorLength)]
    internal readonly struct Slot
    {
        private readonly Vector256<byte> _bytes;

        /// <summary>A bit for each byte that is not the name's; where there is no name, none, since no 32 bytes with a quote among them are all zero.</summary>
        private readonly uint _others;

        /// <summary>Which of the names it is; negative where there is none.</summary>
        public readonly int Name;

        public static Slot Empty { get; } = new(Free, new byte[VectorLength]);

        public Slot(int name, ReadOnlySpan<byte> written)
        {
            Span<byte> bytes = stackalloc byte[VectorLength];
            written.CopyTo(bytes);
            (Name, _bytes, _others) = (name, Vector256.Create((ReadOnlySpan<byte>)bytes), (uint)(ulong.MaxValue << written.Length));
        }

        /// <summary>Whether it stands somewhere.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool IsAt(ref byte start) => (Vector256.Equals(Vector256.LoadUnsafe(ref start), _bytes).ExtractMostSignificantBits() | _others) == uint.MaxValue;
    }
}

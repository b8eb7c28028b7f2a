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

    /// <summary>A short name is read with so many bytes before its opening quote, at most.</summary>
    public const int LookBehind = WordLength - 1;

    private const int LongestName = VectorLength - 3;

    private const int WordLength = 8;

    /// <summary>So many multipliers are tried for the one under which the fewest names meet.</summary>
    private const int MostTries = 64;

    /// <summary>Any odd number will do; the golden ratio is where the search begins.</summary>
    private const ulong FirstMultiplier = 0x9E3779B97F4A7C15;

    private const int Free = -1;

    private const ulong All = ulong.MaxValue;

    private readonly ulong _multiplier;
    private readonly int _shift;

    /// <summary>The names by their hash, each as it is written in 32 bytes; what meets another stands in the next free slot.</summary>
    private readonly byte[] _slots;

    /// <summary>Which of the names stands in each slot.</summary>
    private readonly int[] _names;

    private NameTable(ulong multiplier, int shift, byte[] slots, int[] names) =>
        (_multiplier, _shift, _slots, _names) = (multiplier, shift, slots, names);

    /// <summary>For each length of a name, the bits of its last 8 letters in the 8 bytes that end with it.</summary>
    private static ReadOnlySpan<ulong> Letters =>
    [
        0, 0xFFUL << 56, 0xFFFFUL << 48, 0xFFFFFFUL << 40, 0xFFFFFFFFUL << 32, 0xFFFFFFFFFFUL << 24, 0xFFFFFFFFFFFFUL << 16, 0xFFFFFFFFFFFFFFUL << 8,
        All, All, All, All, All, All, All, All, All, All, All, All, All, All, All, All, All, All, All, All, All, All, All, All, All,
    ];

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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint Find(ref byte start, out nint length)
    {
        var bytes = Vector256.LoadUnsafe(ref start);
        var quotes = Vector256.Equals(bytes, Vector256.Create((byte)'"')).ExtractMostSignificantBits();
        var letters = (nint)(uint)BitOperations.TrailingZeroCount(quotes >> 1);
        length = letters + 3;
        var word = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, letters + 1 - WordLength))
            & Unsafe.Add(ref MemoryMarshal.GetReference(Letters), letters);
        var slot = (nint)((Key(word, Unsafe.Add(ref start, 1), (ulong)letters) * _multiplier) >> _shift);
        var same = Vector256.Equals(bytes, Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_slots), (nuint)(slot * VectorLength)));

        // Without a closing quote there are no 32 bytes and 3 alike.
        return (uint)BitOperations.TrailingZeroCount(~same.ExtractMostSignificantBits()) >= (uint)length
            ? Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_names), slot)
            : FindFurther(ref start, (int)length, (int)slot);
    }

    /// <summary>Looks behind a slot that holds another name.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FindFurther(ref byte start, int length, int slot)
    {
        var bytes = Vector256.LoadUnsafe(ref start);
        while (_names[slot] != Free)
        {
            slot = (slot + 1) & (_names.Length - 1);
            var same = Vector256.Equals(bytes, Vector256.LoadUnsafe(ref _slots[0], (nuint)(slot * VectorLength)));
            if (BitOperations.TrailingZeroCount(~same.ExtractMostSignificantBits()) >= length)
            {
                return _names[slot];
            }
        }

        return Free;
    }

    /// <summary>The names under one multiplier.</summary>
    /// <param name="members">The members that have them.</param>
    /// <param name="multiplier">The multiplier.</param>
    /// <param name="meetings">How many steps names had to go to a free slot.</param>
    private static NameTable Place(ReadOnlySpan<JsonNode> members, ulong multiplier, out int meetings)
    {
        // Between four and eight slots a name.
        var bits = BitOperations.Log2((uint)members.Length) + 3;
        var slots = new byte[VectorLength << bits];
        var names = new int[1 << bits];
        names.AsSpan().Fill(Free);
        meetings = 0;
        Span<byte> word = stackalloc byte[WordLength];
        for (var i = 0; i < members.Length; i++)
        {
            var name = members[i].Name;
            if (name.Length is 0 or > LongestName)
            {
                continue;
            }

            word.Clear();
            var last = name.AsSpan(Math.Max(name.Length - WordLength, 0));
            last.CopyTo(word[(WordLength - last.Length)..]);
            var slot = (int)((Key(BitConverter.ToUInt64(word), name[0], (ulong)name.Length) * multiplier) >> (64 - bits));
            for (; names[slot] != Free; slot = (slot + 1) & (names.Length - 1))
            {
                meetings++;
            }

            names[slot] = i;
            var written = slots.AsSpan(slot * VectorLength);
            written[0] = (byte)'"';
            name.CopyTo(written[1..]);
            "\":"u8.CopyTo(written[(name.Length + 1)..]);
        }

        return new NameTable(multiplier, 64 - bits, slots, names);
    }

    /// <summary>A number that tells names apart: their last eight letters, their first, their length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Key(ulong last, byte first, ulong letters) => last ^ ((ulong)first << 24) ^ (letters << 8);
}

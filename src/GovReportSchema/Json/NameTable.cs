using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GovReportSchema.Json;

/// <summary>
/// Finds the member of an object by its name with one look: a hash without collisions among the object's own names, found when
/// the format is first used, and one comparison of 32 bytes.
/// </summary>
internal sealed class NameTable
{
    /// <summary>A name and its closing quote are compared as one vector; longer names are left to a plain search.</summary>
    public const int VectorLength = 32;

    /// <summary>The name's last 8 bytes are read before its closing quote.</summary>
    private const int WordLength = 8;

    private const int MostTries = 10_000;

    private readonly ulong _multiplier;
    private readonly int _shift;
    private readonly byte[] _slots;
    private readonly byte[] _names;

    private NameTable(ulong multiplier, int shift, byte[] slots, byte[] names) =>
        (_multiplier, _shift, _slots, _names) = (multiplier, shift, slots, names);

    /// <summary>A table of names; null where they are too long or too many for one.</summary>
    public static NameTable? Of(byte[][] names)
    {
        if (!Vector128.IsHardwareAccelerated || names.Length is 0 or > 100)
        {
            return null;
        }

        foreach (var name in names)
        {
            if (name.Length is 0 or >= VectorLength)
            {
                return null;
            }
        }

        var bits = BitOperations.Log2((uint)names.Length) + 2;
        var padded = new byte[(names.Length + 1) * VectorLength];
        var keys = new ulong[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i].CopyTo(padded, i * VectorLength);
            padded[(i * VectorLength) + names[i].Length] = (byte)'"';
            keys[i] = Key(
                ref padded[i * VectorLength],
                names[i].Length < WordLength ? Low(names[i]) : BitConverter.ToUInt64(names[i], names[i].Length - WordLength),
                names[i].Length);
        }

        // Any odd multiplier will do that keeps the names apart; the golden ratio is where the search begins.
        var multiplier = 0x9E3779B97F4A7C15UL;
        for (var i = 0; i < MostTries; i++, multiplier += 0x6A09E667F3BCC908UL)
        {
            var slots = new byte[1 << bits];
            slots.AsSpan().Fill((byte)names.Length);
            if (TryPlace(keys, multiplier, 64 - bits, slots, names.Length))
            {
                return new NameTable(multiplier, 64 - bits, slots, padded);
            }
        }

        return null;
    }

    /// <summary>Finds a name; the names before and after stand in one buffer.</summary>
    /// <param name="json">The submission.</param>
    /// <param name="start">The first byte after the opening quote.</param>
    /// <param name="length">How long the name is, where it was found.</param>
    /// <returns>Which of the names it is; negative where it is none of them, or a plain search has to tell.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ReadOnlySpan<byte> json, int start, out int length)
    {
        length = 0;
        if (start < WordLength || json.Length - start < VectorLength)
        {
            return -1;
        }

        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(json), start);
        var bytes = Vector256.LoadUnsafe(ref first);
        length = BitOperations.TrailingZeroCount(Vector256.Equals(bytes, Vector256.Create((byte)'"')).ExtractMostSignificantBits());
        if (length is 0 or VectorLength)
        {
            return -1;
        }

        // The last 8 bytes, those before the name's first one shifted out.
        var last = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, length - WordLength)) >> (8 * Math.Max(WordLength - length, 0));
        int name = _slots[(int)((Key(ref first, last, length) * _multiplier) >> _shift)];
        var same = Vector256.Equals(bytes, Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_names), (nuint)(name * VectorLength)))
            .ExtractMostSignificantBits();
        return BitOperations.TrailingZeroCount(~same) > length ? name : -1;
    }

    private static bool TryPlace(ulong[] keys, ulong multiplier, int shift, byte[] slots, int empty)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            ref var slot = ref slots[(int)((keys[i] * multiplier) >> shift)];
            if (slot != empty)
            {
                return false;
            }

            slot = (byte)i;
        }

        return true;
    }

    /// <summary>A number that tells names apart: their first four letters at most, their last eight, their length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Key(ref byte first, ulong last, int length) =>
        (last ^ ((ulong)first << 32) ^ ((ulong)length << 48)) * 0xFF51AFD7ED558CCDUL;

    private static ulong Low(ReadOnlySpan<byte> name)
    {
        var low = 0UL;
        for (var i = 0; i < name.Length; i++)
        {
            low |= (ulong)name[i] << (8 * i);
        }

        return low;
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GovReportSchema.Json;

/// <summary>
/// The widest vectors of the machine. The choice is a constant to the compiler, so that each machine runs one path: 64 bytes
/// (AVX-512), 32 (AVX2), 16 (SSE, Arm), or none.
/// </summary>
/// <remarks>Nothing here reads a byte outside what the caller says is there.</remarks>
internal static class Vectors
{
    /// <summary>Bytes in the widest vector; 0 where there is none.</summary>
    public static int Width
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx512BW.IsSupported && Vector512.IsHardwareAccelerated ? Vector512<byte>.Count
            : Avx2.IsSupported ? Vector256<byte>.Count
            : Vector128.IsHardwareAccelerated ? Vector128<byte>.Count : 0;
    }

    /// <summary>Bytes compared at once by <see cref="EqualBytes"/>.</summary>
    public const int BlockLength = 64;

    /// <summary>Compares 64 bytes with 64 others.</summary>
    /// <returns>One bit a byte, set where the two are equal.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong EqualBytes(ref byte left, ref byte right)
    {
        if (Avx512BW.IsSupported && Vector512.IsHardwareAccelerated)
        {
            return Vector512.Equals(Vector512.LoadUnsafe(ref left), Vector512.LoadUnsafe(ref right)).ExtractMostSignificantBits();
        }

        if (Vector256.IsHardwareAccelerated)
        {
            return Equal256(ref left, ref right, 0) | ((ulong)Equal256(ref left, ref right, 32) << 32);
        }

        if (Vector128.IsHardwareAccelerated)
        {
            return Equal128(ref left, ref right, 0) | ((ulong)Equal128(ref left, ref right, 16) << 16)
                | ((ulong)Equal128(ref left, ref right, 32) << 32) | ((ulong)Equal128(ref left, ref right, 48) << 48);
        }

        var equal = 0UL;
        for (var i = 0; i < BlockLength; i++)
        {
            equal |= (Unsafe.Add(ref left, i) == Unsafe.Add(ref right, i) ? 1UL : 0) << i;
        }

        return equal;
    }

    /// <summary>Finds a byte among 64.</summary>
    /// <returns>One bit a byte, set where it is the one sought.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong FindBytes(ref byte start, byte sought)
    {
        if (Avx512BW.IsSupported && Vector512.IsHardwareAccelerated)
        {
            return Vector512.Equals(Vector512.LoadUnsafe(ref start), Vector512.Create(sought)).ExtractMostSignificantBits();
        }

        var bits = 0UL;
        for (var i = 0; i < BlockLength; i += Vector128<byte>.Count)
        {
            bits |= (ulong)Vector128.Equals(Vector128.LoadUnsafe(ref start, (nuint)i), Vector128.Create(sought)).ExtractMostSignificantBits() << i;
        }

        return bits;
    }

    /// <summary>Finds the digits among 64 bytes.</summary>
    /// <returns>One bit a byte, set where it is a digit.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong FindDigits(ref byte start)
    {
        var bits = 0UL;
        for (var i = 0; i < BlockLength; i += Vector128<byte>.Count)
        {
            var value = Vector128.LoadUnsafe(ref start, (nuint)i) - Vector128.Create((byte)'0');
            bits |= (ulong)Vector128.LessThan(value, Vector128.Create((byte)10)).ExtractMostSignificantBits() << i;
        }

        return bits;
    }

    /// <summary>How many of 32 bytes are white space of JSON before one that is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountWhiteSpace(ref byte start)
    {
        var bytes = Vector256.LoadUnsafe(ref start);
        var white = Vector256.Equals(bytes, Vector256.Create((byte)' ')) | Vector256.Equals(bytes, Vector256.Create((byte)'\n'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\r')) | Vector256.Equals(bytes, Vector256.Create((byte)'\t'));
        return BitOperations.TrailingZeroCount(~white.ExtractMostSignificantBits());
    }

    /// <summary>Whether some bytes are equal to a literal.</summary>
    /// <param name="data">The first byte to compare.</param>
    /// <param name="available">How many bytes there are from it on: at least as many as the literal has.</param>
    /// <param name="literal">The first byte of the literal; 32 bytes can be read behind its end.</param>
    /// <param name="length">How many bytes the literal has.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Equal(ref byte data, int available, ref byte literal, int length)
    {
        // One or two comparisons without a call, for nearly all literals: names of up to 30 letters.
        if (Vector256.IsHardwareAccelerated && length <= 2 * Vector256<byte>.Count && available >= 2 * Vector256<byte>.Count)
        {
            var different = ~Vector256.Equals(Vector256.LoadUnsafe(ref data), Vector256.LoadUnsafe(ref literal)).ExtractMostSignificantBits();
            if (length <= Vector256<byte>.Count)
            {
                return BitOperations.TrailingZeroCount(different) >= length;
            }

            var rest = (nuint)(length - Vector256<byte>.Count);
            return different == 0 && Vector256.LoadUnsafe(ref data, rest) == Vector256.LoadUnsafe(ref literal, rest);
        }

        return MemoryMarshal.CreateReadOnlySpan(ref data, length).SequenceEqual(MemoryMarshal.CreateReadOnlySpan(ref literal, length));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Equal256(ref byte left, ref byte right, nuint at) =>
        Vector256.Equals(Vector256.LoadUnsafe(ref left, at), Vector256.LoadUnsafe(ref right, at)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Equal128(ref byte left, ref byte right, nuint at) =>
        Vector128.Equals(Vector128.LoadUnsafe(ref left, at), Vector128.LoadUnsafe(ref right, at)).ExtractMostSignificantBits();
}

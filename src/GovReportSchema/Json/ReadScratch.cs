using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GovReportSchema.Json;

/// <summary>What reading a submission notes down; kept by the thread for its next submission.</summary>
internal sealed class ReadScratch : IDisposable
{
    /// <summary>The offset of a member that has not come yet: before it there is the report's opening brace at least.</summary>
    public const int NotSeen = 0;

    /// <summary>Members looked at at once.</summary>
    private const int VectorLength = 8;

    [ThreadStatic]
    private static ReadScratch? s_free;

    private int[] _offsets = [];
    private int _count;

    /// <summary>The offset of each node's value.</summary>
    public Span<int> Offsets => _offsets.AsSpan(0, _count);

    /// <summary>The objects that are open, from the second place on; the innermost at <see cref="Depth"/>.</summary>
    public int[] Open { get; private set; } = new int[16];

    /// <summary>How many objects are open.</summary>
    public int Depth { get; set; }

    /// <summary>The innermost object that is open.</summary>
    public int Innermost => Open[Depth];

    public static ReadScratch Rent(int count)
    {
        var scratch = s_free ?? new ReadScratch();
        s_free = null;
        if (scratch._offsets.Length < count + VectorLength)
        {
            // With room for a whole vector behind the last.
            scratch._offsets = new int[count + VectorLength];
        }

        scratch._count = count;
        Array.Clear(scratch._offsets, 0, count);
        scratch.Depth = 0;
        return scratch;
    }

    /// <summary>Notes an object that opens within the innermost one.</summary>
    public void Enter(int node)
    {
        if (++Depth == Open.Length)
        {
            Open = [.. Open, .. new int[Open.Length]];
        }

        Open[Depth] = node;
    }

    /// <summary>Whether some of the members of an object have not come.</summary>
    /// <param name="offsets">The offset of its first member.</param>
    /// <param name="count">How many members it has.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasUnseen(ref int offsets, int count)
    {
        for (; count > 0; count -= VectorLength)
        {
            var notSeen = Vector256.Equals(Vector256.LoadUnsafe(ref offsets), Vector256.Create(NotSeen)).ExtractMostSignificantBits();
            if ((notSeen & (count < VectorLength ? (1u << count) - 1 : uint.MaxValue)) != 0)
            {
                return true;
            }

            offsets = ref Unsafe.Add(ref offsets, VectorLength);
        }

        return false;
    }

    public void Dispose() => s_free = this;
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GovReportSchema.Json;

/// <summary>Finds where values stand in a submission that was read by a layout: of those alone that something was found about.</summary>
internal static class LayoutPositions
{
    /// <param name="findings">In the order of their sort keys, each a place of the layout; the keys become offsets.</param>
    /// <param name="json">The submission.</param>
    /// <param name="layout">The layout that predicted it.</param>
    /// <param name="squeezed">Whether every run of the layout was read as one, so that its numbers are digits and no more.</param>
    public static void Locate(ReadOnlySpan<Finding> findings, ReadOnlySpan<byte> json, Layout layout, bool squeezed)
    {
        var position = 0;
        var step = 0;
        foreach (var finding in findings)
        {
            var place = layout.Places[finding.SortKey];
            while (step < place.Step)
            {
                ref readonly var at = ref layout.Steps[step];
                if (at.Kind != LayoutStepKind.Run)
                {
                    position = LayoutLearner.EndOf(json, position + at.Length);
                    step++;
                }
                else if (squeezed && at.Squeeze == RunSqueeze.Even)
                {
                    var numbers = Math.Min(at.Count, place.Step - step - 1);
                    position = EndOfNumber(json, position, numbers);
                    step += numbers + 1;
                }
                else
                {
                    step++;
                }
            }

            finding.SortKey = position + place.Offset;
        }
    }

    /// <summary>Skips numbers, and what stands between them.</summary>
    private static int EndOfNumber(ReadOnlySpan<byte> json, int position, int count)
    {
        ref var first = ref MemoryMarshal.GetReference(json);
        while (count > 0 && json.Length - position > Vectors.BlockLength)
        {
            // The last digits of numbers; of the last byte it is not known whether it is one.
            var digits = Vectors.FindDigits(ref Unsafe.Add(ref first, position));
            var ends = digits & ~(digits >> 1) & (ulong.MaxValue >> 1);
            var here = BitOperations.PopCount(ends);
            if (here >= count)
            {
                for (; count > 1; count--)
                {
                    ends &= ends - 1;
                }

                return position + BitOperations.TrailingZeroCount(ends) + 1;
            }

            count -= here;
            position += Vectors.BlockLength - 1;
        }

        for (; count > 0; count--)
        {
            position += json[position..].IndexOfAnyInRange((byte)'0', (byte)'9');
            position += json[position..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        }

        return position;
    }
}

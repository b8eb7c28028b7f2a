using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GovReportSchema.Json;

/// <summary>
/// The predicted path: reads a submission that has between its values what a layout says. Whatever is not as predicted, a fault
/// above all, ends it, and the general path (<see cref="SubmissionReader"/>) reads the submission from the start and decides.
/// So there is one contract: where this path succeeds, the general one would have read the same values and found no fault of form.
/// </summary>
/// <remarks>
/// Positions go by value, a negative one being "not as predicted": a position that is passed by reference lives in memory, and
/// each step would wait for the store of the one before.
/// </remarks>
internal static class PredictedReader
{
    private const int NotAsPredicted = -1;

    /// <summary>Reads a submission by a layout.</summary>
    /// <param name="json">The submission.</param>
    /// <param name="layout">The layout.</param>
    /// <param name="report">The report to fill.</param>
    /// <param name="squeezed">Whether every run was read as one.</param>
    /// <returns>Whether the submission is as predicted.</returns>
    public static bool TryRead(ReadOnlySpan<byte> json, Layout layout, Report report, out bool squeezed)
    {
        squeezed = true;
        if (!json.StartsWith(layout.Beginning))
        {
            return false;
        }

        report.ClearTexts();
        ref var first = ref MemoryMarshal.GetReference(json);
        ref var bytes = ref MemoryMarshal.GetReference(layout.Bytes);
        ref var cells = ref MemoryMarshal.GetReference(report.Values);
        var steps = layout.Steps;
        var position = 0;
        for (var i = 0; i < steps.Length; i++)
        {
            ref readonly var step = ref steps[i];
            if (step.Length >= json.Length - position)
            {
                return false;
            }

            if (step.Kind == LayoutStepKind.Run)
            {
                var end = step.Squeeze != RunSqueeze.None
                    ? RunSqueezer.Read(json, position, layout, step, ref cells)
                    : ReadRun(json, position, layout, step, ref cells);
                if (end >= 0)
                {
                    position = end;
                    i += step.Count;
                }
                else
                {
                    squeezed = false;
                }

                continue;
            }

            if (!Vectors.Equal(
                ref Unsafe.Add(ref first, position), json.Length - position, ref Unsafe.Add(ref bytes, step.Start), step.Length))
            {
                return false;
            }

            position += step.Length;
            position = step.Kind switch
            {
                LayoutStepKind.Cell => ReadNumber(json, position, step.Scale, out Unsafe.Add(ref cells, step.Index)),
                LayoutStepKind.Text or LayoutStepKind.QuotedCell => ReadText(json, position, report, step),
                _ => ReadYear(json, position, report),
            };
            if (position < 0)
            {
                return false;
            }

            // A text that found no room has moved the cells.
            if (step.Kind is LayoutStepKind.Text or LayoutStepKind.QuotedCell)
            {
                cells = ref MemoryMarshal.GetReference(report.Values);
            }
        }

        return json[position..].SequenceEqual(layout.Bytes.Slice(layout.EndStart, layout.EndLength));
    }

    /// <summary>
    /// Reads the cells of a run. Literals and digits are compared 64 bytes at a time as if each cell had one digit, as most
    /// have; where one has more, the comparison goes on behind it, with the rest of the submission that much further on.
    /// </summary>
    /// <returns>The position after the run; negative where it is not as predicted.</returns>
    private static int ReadRun(ReadOnlySpan<byte> json, int position, Layout layout, in LayoutStep run, ref long cells)
    {
        ref var first = ref MemoryMarshal.GetReference(json);
        ref var template = ref Unsafe.Add(ref MemoryMarshal.GetReference(layout.Bytes), run.Start);
        ref var open = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(layout.Open), run.Start / Vectors.BlockLength);
        ref var digits = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(layout.Digits), run.Index);
        var next = 0;
        var ignored = 0UL;
        for (var block = 0; block < run.Length; block += Vectors.BlockLength)
        {
            if (json.Length - position < block + Vectors.BlockLength)
            {
                return NotAsPredicted;
            }

            var equal = Vectors.EqualBytes(ref Unsafe.Add(ref first, position + block), ref Unsafe.Add(ref template, block))
                | Unsafe.Add(ref open, block / Vectors.BlockLength) | ignored;
            ignored = 0;
            if (equal == ulong.MaxValue)
            {
                continue;
            }

            // Whatever differs must stand right behind a cell: the rest of a number of several digits, or of a null.
            var different = block + BitOperations.TrailingZeroCount(~equal);
            var cell = next;
            while (cell < run.Count && Unsafe.Add(ref digits, cell).Offset < different - 1)
            {
                cell++;
            }

            if (cell == run.Count || Unsafe.Add(ref digits, cell).Offset != different - 1
                || !ReadDigits(ref Unsafe.Add(ref first, position), ref digits, next, cell, ref cells))
            {
                return NotAsPredicted;
            }

            var end = ReadNumber(json, position + different - 1, 0, out Unsafe.Add(ref cells, Unsafe.Add(ref digits, cell).Cell));
            if (end < 0)
            {
                return NotAsPredicted;
            }

            // Once more this block, its bytes up to the cell aside. A cell of one digit here would differ again at once.
            next = cell + 1;
            var longer = end - (position + different);
            if (longer == 0)
            {
                return NotAsPredicted;
            }

            position += longer;
            ignored = (1UL << (different - block)) - 1;
            block -= Vectors.BlockLength;
        }

        return ReadLast(json, position, run, ref digits, next, ref cells);
    }

    /// <summary>Reads the last cells of a run; the very last may have more than one digit, since no literal of the run follows it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadLast(ReadOnlySpan<byte> json, int position, in LayoutStep run, ref RunDigit digits, int next, ref long cells)
    {
        ref var start = ref Unsafe.Add(ref MemoryMarshal.GetReference(json), position);
        var end = position + run.Length;
        if (end < json.Length && (uint)(Unsafe.Add(ref start, run.Length) - '0') > 9)
        {
            return ReadDigits(ref start, ref digits, next, run.Count, ref cells) ? end : NotAsPredicted;
        }

        if (next == run.Count || !ReadDigits(ref start, ref digits, next, run.Count - 1, ref cells))
        {
            return NotAsPredicted;
        }

        return ReadNumber(json, end - 1, 0, out Unsafe.Add(ref cells, Unsafe.Add(ref digits, run.Count - 1).Cell));
    }

    /// <summary>Reads cells of one digit each.</summary>
    /// <returns>Whether each is a digit.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool ReadDigits(ref byte start, ref RunDigit digits, int from, int to, ref long cells)
    {
        var over = 0;
        for (var i = from; i < to; i++)
        {
            // Of all bytes only the digits differ from '0' by 0 to 9; what is more has its top bit set by one of these.
            var digit = Unsafe.Add(ref digits, i);
            var value = Unsafe.Add(ref start, digit.Offset) ^ '0';
            over |= value | (value + (0x7F - 9));
            Unsafe.Add(ref cells, digit.Cell) = value;
        }

        return (over & 0x80) == 0;
    }

    /// <summary>Reads a number as producers write it, or a null; anything else is left to the general path.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadNumber(ReadOnlySpan<byte> json, int position, int scale, out long value)
    {
        ref var first = ref MemoryMarshal.GetReference(json);
        if (json.Length - position <= JsonNumber.SafeDigits + 2)
        {
            return ReadOther(json, position, scale, out value);
        }

        value = (uint)(Unsafe.Add(ref first, position) - '0');
        if (value > 9)
        {
            return ReadOther(json, position, scale, out value);
        }

        var start = position++;
        for (uint digit; (digit = (uint)(Unsafe.Add(ref first, position) - '0')) <= 9; position++)
        {
            value = (value * 10) + digit;
            if (position - start >= JsonNumber.SafeDigits)
            {
                return NotAsPredicted;
            }
        }

        if (position - start > 1 && Unsafe.Add(ref first, start) == '0')
        {
            return NotAsPredicted;
        }

        return scale == 0 ? position : ReadDecimals(json, start, position, scale, ref value);
    }

    /// <summary>Reads the decimals of a number.</summary>
    /// <param name="json">The submission.</param>
    /// <param name="start">Where the number begins; <see cref="JsonNumber.SafeDigits"/> digits and a point can be read from there on.</param>
    /// <param name="point">Where the point is, if there is one.</param>
    /// <param name="scale">The decimals to read it in.</param>
    /// <param name="value">What stands before the point; becomes the number as a whole count of its last decimal.</param>
    private static int ReadDecimals(ReadOnlySpan<byte> json, int start, int point, int scale, ref long value)
    {
        ref var first = ref MemoryMarshal.GetReference(json);
        if (point - start + scale > JsonNumber.SafeDigits)
        {
            return ReadOther(json, start, scale, out value);
        }

        var position = point;
        if (Unsafe.Add(ref first, point) == '.')
        {
            position++;
            for (uint digit; (digit = (uint)(Unsafe.Add(ref first, position) - '0')) <= 9; position++)
            {
                value = (value * 10) + digit;
                if (position - point > scale)
                {
                    // Zeroes beyond the last decimal are no fault.
                    return ReadOther(json, start, scale, out value);
                }
            }

            if (position - point == 1)
            {
                return NotAsPredicted;
            }
        }

        value *= Scaled.PowerOfTen(scale - Math.Max(position - point - 1, 0));
        return position;
    }

    private static int ReadOther(ReadOnlySpan<byte> json, int position, int scale, out long value)
    {
        if (json[position..].StartsWith("null"u8))
        {
            value = Report.Blank;
            return position + 4;
        }

        return JsonNumber.Read(json, ref position, scale, out value) == NumberFault.None
            && value is <= CellType.LargestCount and >= -CellType.LargestCount ? position : NotAsPredicted;
    }

    private static int ReadYear(ReadOnlySpan<byte> json, int position, Report report)
    {
        position = ReadNumber(json, position, 0, out var year);
        report.YearValue = year;
        return year is Report.Blank or (>= Words.FirstYear and <= Words.LastYear) ? position : NotAsPredicted;
    }

    private static int ReadText(ReadOnlySpan<byte> json, int position, Report report, in LayoutStep step)
    {
        if (position < json.Length && json[position] == '"')
        {
            var end = TextScanner.FindEnd(json, position + 1, out var escaped);
            if (end < 0)
            {
                return NotAsPredicted;
            }

            var text = json[(position + 1)..end];
            if (step.Kind == LayoutStepKind.Text)
            {
                report.SetUtf8Text(step.Index, text, escaped);
            }
            else if (!report.TryTakeQuoted(step.Index, text, escaped))
            {
                return NotAsPredicted;
            }

            return end + 1;
        }

        if (!json[position..].StartsWith("null"u8))
        {
            return NotAsPredicted;
        }

        if (step.Kind == LayoutStepKind.Text)
        {
            report.SetBlankText(step.Index);
        }
        else
        {
            report.SetBlankCell(step.Index);
        }

        return position + 4;
    }
}

using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace GovReportSchema.Json;

/// <summary>
/// Writes a report as a submission: members in the format's order, blanks as null, Chinese as it is. What stands between the
/// values is the same each time, so it is walked through once for a format and then copied as a <see cref="Layout"/>.
/// </summary>
internal ref struct SubmissionWriter
{
    /// <summary>The longest number: 18 digits, sign, point.</summary>
    private const int LongestNumber = 24;

    private readonly Report _report;
    private readonly JsonShape _shape;
    private readonly IBufferWriter<byte> _output;
    private readonly bool _indented;
    private Span<byte> _span;
    private int _used;
    private int _depth;

    private SubmissionWriter(Report report, IBufferWriter<byte> output, bool indented) =>
        (_report, _shape, _output, _indented) = (report, report.Format.Shape, output, indented);

    public static void Write(Report report, IBufferWriter<byte> output, bool indented)
    {
        var writer = new SubmissionWriter(report, output, indented);
        writer.WriteBy(report.Format.Layouts.ForWriting(report.Format, indented));
        writer.Flush();
    }

    /// <summary>Writes a report member by member, from which its layout is learned.</summary>
    public static void WriteByMembers(Report report, IBufferWriter<byte> output, bool indented)
    {
        var writer = new SubmissionWriter(report, output, indented);
        writer.WriteObject(0);
        if (indented)
        {
            writer.Put("\n"u8);
        }

        writer.Flush();
    }

    private void WriteBy(Layout layout)
    {
        var bytes = layout.Bytes;
        var values = _report.Values;
        var steps = layout.Steps;
        for (var i = 0; i < steps.Length; i++)
        {
            ref readonly var step = ref steps[i];
            if (step.Kind == LayoutStepKind.Run)
            {
                if (TryWriteRun(layout, step, values))
                {
                    i += step.Count;
                }

                continue;
            }

            Put(bytes.Slice(step.Start, step.Length));
            if (step.Kind == LayoutStepKind.Text)
            {
                WriteText(step.Index);
            }
            else if (step.Kind == LayoutStepKind.QuotedCell)
            {
                WriteQuotedCell(step.Index);
            }
            else
            {
                WriteNumber(step.Kind == LayoutStepKind.Year ? _report.YearValue : values[step.Index], step.Scale);
            }
        }

        Put(bytes.Slice(layout.EndStart, layout.EndLength));
    }

    /// <summary>Writes the cells of one object at once where each has one digit.</summary>
    private bool TryWriteRun(Layout layout, in LayoutStep run, ReadOnlySpan<long> values)
    {
        var digits = layout.Digits.AsSpan(run.Index, run.Count);
        foreach (var digit in digits)
        {
            if ((ulong)values[digit.Cell] > 9)
            {
                return false;
            }
        }

        Reserve(run.Length);
        var target = _span.Slice(_used, run.Length);
        layout.Bytes.Slice(run.Start, run.Length).CopyTo(target);
        foreach (var digit in digits)
        {
            target[digit.Offset] = (byte)('0' + values[digit.Cell]);
        }

        _used += run.Length;
        return true;
    }

    private void WriteObject(int node)
    {
        ref readonly var shape = ref _shape.Nodes[node];
        Put("{"u8);
        _depth++;
        for (var i = 0; i < shape.ChildCount; i++)
        {
            var member = shape.FirstChild + i;
            if (i > 0)
            {
                Put(","u8);
            }

            NewLine();
            Put(_shape.QuotedNames[member]);
            if (_indented)
            {
                Put(" "u8);
            }

            WriteValue(member);
        }

        _depth--;
        NewLine();
        Put("}"u8);
    }

    private void WriteArray(int node)
    {
        ref readonly var shape = ref _shape.Nodes[node];
        if (shape.ChildCount == 0)
        {
            Put("[]"u8);
            return;
        }

        Put("["u8);
        _depth++;
        for (var i = 0; i < shape.ChildCount; i++)
        {
            if (i > 0)
            {
                Put(","u8);
            }

            NewLine();
            WriteObject(shape.FirstChild + i);
        }

        _depth--;
        NewLine();
        Put("]"u8);
    }

    private void WriteValue(int member)
    {
        ref readonly var node = ref _shape.Nodes[member];
        switch (node.Kind)
        {
            case JsonNodeKind.Object:
                WriteObject(member);
                break;
            case JsonNodeKind.Array:
                WriteArray(member);
                break;
            case JsonNodeKind.Cell:
                WriteNumber(_report.Values[node.Index], _shape.Types[node.Index].Scale);
                break;
            case JsonNodeKind.QuotedCell:
                WriteQuotedCell(node.Index);
                break;
            case JsonNodeKind.Year:
                WriteNumber(_report.YearValue, 0);
                break;
            case JsonNodeKind.Format:
                WriteText(_report.Format.Id);
                break;
            default:
                WriteText(node.Index);
                break;
        }
    }

    private void WriteQuotedCell(int cell)
    {
        if (_shape.TextOfCell[cell] is >= 0 and var text)
        {
            WriteText(text);
        }
        else
        {
            WriteText(_report.GetCellText(cell));
        }
    }

    private void WriteText(int text)
    {
        if (_report.TryGetJsonText(text, out var utf8))
        {
            Put("\""u8);
            Put(utf8);
            Put("\""u8);
        }
        else
        {
            WriteText(_report.GetText(text));
        }
    }

    private void WriteNumber(long value, int scale)
    {
        if (value <= Report.Unread)
        {
            Put("null"u8);
            return;
        }

        Reserve(LongestNumber);
        var (whole, rest) = Math.DivRem(value, Scaled.PowerOfTen(scale));
        if (value < 0 && whole == 0)
        {
            _span[_used++] = (byte)'-';
        }

        Utf8Formatter.TryFormat(whole, _span[_used..], out var written);
        _used += written;
        if (rest == 0)
        {
            return;
        }

        rest = Math.Abs(rest);
        for (; rest % 10 == 0; rest /= 10)
        {
            scale--;
        }

        _span[_used++] = (byte)'.';
        Utf8Formatter.TryFormat(rest, _span[_used..], out written, new StandardFormat('D', (byte)scale));
        _used += written;
    }

    private void WriteText(string? text)
    {
        if (text is null)
        {
            Put("null"u8);
            return;
        }

        Put("\""u8);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '"': Put("\\\""u8); break;
                case '\\': Put("\\\\"u8); break;
                case '\n': Put("\\n"u8); break;
                case '\r': Put("\\r"u8); break;
                case '\t': Put("\\t"u8); break;
                case < 0x20:
                    Put("\\u00"u8);
                    Reserve(2);
                    Utf8Formatter.TryFormat(rune.Value, _span[_used..], out var written, new StandardFormat('x', 2));
                    _used += written;
                    break;
                default:
                    Reserve(4);
                    _used += rune.EncodeToUtf8(_span[_used..]);
                    break;
            }
        }

        Put("\""u8);
    }

    private void NewLine()
    {
        if (_indented)
        {
            Reserve(1 + (2 * _depth));
            _span[_used++] = (byte)'\n';
            _span.Slice(_used, 2 * _depth).Fill((byte)' ');
            _used += 2 * _depth;
        }
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_span[_used..]);
        _used += bytes.Length;
    }

    private void Reserve(int count)
    {
        if (_span.Length - _used < count)
        {
            Flush();
            _span = _output.GetSpan(Math.Max(count, 4096));
        }
    }

    private void Flush()
    {
        if (_used > 0)
        {
            _output.Advance(_used);
        }

        _span = default;
        _used = 0;
    }
}

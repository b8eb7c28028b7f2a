using System.Buffers;
using System.Runtime.InteropServices;

namespace GovReportSchema.Json;

/// <summary>Learns a layout from a submission that was read without a fault of form.</summary>
internal readonly ref struct LayoutLearner
{
    /// <summary>Fewer cells are as quick one by one.</summary>
    private const int LeastInRun = 3;

    private static readonly SearchValues<byte> s_afterNumber = SearchValues.Create(" \t\r\n,}"u8);

    private readonly ReadOnlySpan<byte> _json;
    private readonly JsonShape _shape;
    private readonly ReadOnlySpan<int> _offsets;
    private readonly List<byte> _bytes = [];
    private readonly List<bool> _open = [];
    private readonly List<LayoutStep> _steps = [];
    private readonly List<RunDigit> _digits = [];
    private readonly List<LayoutPlace> _places = [];

    /// <summary>Whether runs are for the writer: short, so that often all of their cells have one digit, and as they are written.</summary>
    private readonly bool _forWriting;

    private LayoutLearner(ReadOnlySpan<byte> json, JsonShape shape, ReadOnlySpan<int> offsets, bool forWriting)
    {
        _forWriting = forWriting;
        _json = json;
        _shape = shape;
        _offsets = offsets;
    }

    /// <summary>The layout of a submission; null where it has more between its values than is worth keeping.</summary>
    /// <param name="json">The submission.</param>
    /// <param name="shape">The members of its format.</param>
    /// <param name="offsets">Where the value of each member stands.</param>
    /// <param name="mostBytes">How many bytes between the values are worth keeping.</param>
    public static Layout? LearnForReading(ReadOnlySpan<byte> json, JsonShape shape, ReadOnlySpan<int> offsets, int mostBytes) =>
        new LayoutLearner(json, shape, offsets, forWriting: false).Learn(mostBytes);

    /// <summary>The layout in which reports are written.</summary>
    /// <param name="json">A report as it is written.</param>
    /// <param name="shape">The members of its format.</param>
    /// <param name="offsets">Where the value of each member stands.</param>
    public static Layout LearnForWriting(ReadOnlySpan<byte> json, JsonShape shape, ReadOnlySpan<int> offsets) =>
        new LayoutLearner(json, shape, offsets, forWriting: true).Learn(int.MaxValue)!;

    private Layout? Learn(int mostBytes)
    {
        var values = new List<(int Node, int Start, int End)>();
        var between = _json.Length;
        for (var node = 0; node < _shape.Nodes.Length; node++)
        {
            // The format is the same in every submission of the layout: one more literal.
            if (_shape.Nodes[node].Kind is JsonNodeKind.Cell or JsonNodeKind.QuotedCell or JsonNodeKind.Text or JsonNodeKind.Year)
            {
                var end = EndOf(_json, _offsets[node]);
                between -= end - _offsets[node];
                values.Add((node, _offsets[node], end));
            }
        }

        if (between > mostBytes)
        {
            return null;
        }

        values.Sort((left, right) => left.Start.CompareTo(right.Start));
        var nodes = NodesInOrder();
        var place = 0;
        var at = 0;
        for (var i = 0; i < values.Count; i++)
        {
            var run = RunAt(values, i);
            if (run >= LeastInRun)
            {
                AddRun(values, i, run, at);
            }

            for (var last = i + Math.Max(run, 1); i < last; i++)
            {
                for (; place < nodes.Length && _offsets[nodes[place]] <= values[i].Start; place++)
                {
                    _places.Add(new LayoutPlace(nodes[place], _steps.Count, _offsets[nodes[place]] - at));
                }

                AddValue(values[i].Node, _json[at..values[i].Start]);
                at = values[i].End;
            }

            i--;
        }

        // What stands behind the last value: the format, where a producer writes it last.
        for (; place < nodes.Length; place++)
        {
            _places.Add(new LayoutPlace(nodes[place], _steps.Count, _offsets[nodes[place]] - at));
        }

        var endStart = _bytes.Count;
        AddBytes(_json[at..]);
        var endLength = _bytes.Count - endStart;

        // Room to load a whole vector where the last literal begins.
        Pad(Vectors.BlockLength);
        Pad(Vectors.BlockLength);
        return new Layout([.. _bytes], OpenBits(), [.. _steps], [.. _digits], [.. _places], endStart, endLength);
    }

    private int[] NodesInOrder()
    {
        var nodes = Enumerable.Range(0, _shape.Nodes.Length).ToArray();
        Array.Sort(_offsets.ToArray(), nodes);
        return nodes;
    }

    /// <summary>How many of the values from one on are whole numbers, for the writer those of one object.</summary>
    private int RunAt(List<(int Node, int Start, int End)> values, int first)
    {
        var count = 0;
        var length = 0;
        for (var i = first; i < values.Count; i++, count++)
        {
            ref readonly var node = ref _shape.Nodes[values[i].Node];
            length += values[i].Start - (i == 0 ? 0 : values[i - 1].End) + 1;
            if (node.Kind != JsonNodeKind.Cell || _shape.Types[node.Index].Scale != 0 || count == RunSqueezer.MostCells
                || (_forWriting && node.Parent != _shape.Nodes[values[first].Node].Parent)
                || node.Index > ushort.MaxValue || length > ushort.MaxValue)
            {
                break;
            }
        }

        return count;
    }

    private void AddRun(List<(int Node, int Start, int End)> values, int first, int count, int at)
    {
        Pad(Vectors.BlockLength - 1);
        var start = _bytes.Count;
        var digits = _digits.Count;
        for (var i = first; i < first + count; i++)
        {
            AddBytes(_json[at..values[i].Start]);
            _digits.Add(new RunDigit((ushort)(_bytes.Count - start), (ushort)_shape.Nodes[values[i].Node].Index));
            AddBytes("0"u8, open: true);
            at = values[i].End;
        }

        var bytes = CollectionsMarshal.AsSpan(_bytes)[start..];
        var run = CollectionsMarshal.AsSpan(_digits)[digits..];
        var squeeze = _forWriting ? RunSqueeze.None : RunSqueezer.SqueezeOf(bytes, run);
        RunSqueezer.Prepare(bytes, run, squeeze);

        _steps.Add(new LayoutStep(LayoutStepKind.Run, digits, start, bytes.Length, count, Squeeze: squeeze, IsInOrder: AreInOrder(run)));
        Pad(Vectors.BlockLength - 1);
    }

    private static bool AreInOrder(ReadOnlySpan<RunDigit> run)
    {
        for (var i = 1; i < run.Length; i++)
        {
            if (run[i].Cell != run[i - 1].Cell + 1)
            {
                return false;
            }
        }

        return true;
    }

    private void AddValue(int node, ReadOnlySpan<byte> literal)
    {
        ref readonly var shape = ref _shape.Nodes[node];
        var kind = shape.Kind switch
        {
            JsonNodeKind.Cell => LayoutStepKind.Cell,
            JsonNodeKind.QuotedCell => LayoutStepKind.QuotedCell,
            JsonNodeKind.Text => LayoutStepKind.Text,
            _ => LayoutStepKind.Year,
        };
        var scale = kind == LayoutStepKind.Cell ? _shape.Types[shape.Index].Scale : 0;
        _steps.Add(new LayoutStep(kind, shape.Index, _bytes.Count, literal.Length, Scale: scale));
        AddBytes(literal);
    }

    private void AddBytes(ReadOnlySpan<byte> bytes, bool open = false)
    {
        foreach (var value in bytes)
        {
            _bytes.Add(value);
            _open.Add(open);
        }
    }

    /// <summary>Adds bytes that may be anything: up to the next block for all but the last bits of a count, else so many.</summary>
    private void Pad(int count)
    {
        var length = count < Vectors.BlockLength ? -_bytes.Count & count : count;
        for (var i = 0; i < length; i++)
        {
            AddBytes("\0"u8, open: true);
        }
    }

    private ulong[] OpenBits()
    {
        var bits = new ulong[(_open.Count + 63) / 64];
        for (var i = 0; i < _open.Count; i++)
        {
            bits[i / 64] |= (_open[i] ? 1UL : 0) << (i % 64);
        }

        return bits;
    }

    /// <summary>The byte after a value that was read.</summary>
    public static int EndOf(ReadOnlySpan<byte> json, int start)
    {
        if (json[start] != '"')
        {
            return start + json[start..].IndexOfAny(s_afterNumber);
        }

        var end = TextScanner.FindEnd(json, start + 1, out _);
        if (end < 0)
        {
            end = start + 1;
            JsonText.Scan(json, ref end, out _);
        }

        return end + 1;
    }
}

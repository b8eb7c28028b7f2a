using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GovReportSchema.Json;

/// <summary>What a step of a layout leads to.</summary>
internal enum LayoutStepKind : byte
{
    /// <summary>Several cells whose literals and digits are compared at once; the same cells follow as steps of their own.</summary>
    Run,
    Cell,

    /// <summary>A cell whose value stands in quotes: a date, a choice, a text.</summary>
    QuotedCell,
    Text,
    Year,
}

/// <summary>How a run can be read as one.</summary>
internal enum RunSqueeze : byte
{
    /// <summary>Not at all: a literal is too short, or the machine is not able to.</summary>
    None,

    /// <summary>No literal has digits, and all digits are compared as one.</summary>
    Even,

    /// <summary>Some names have digits, and each byte is compared as it is.</summary>
    Exact,
}

/// <summary>The bytes up to a value, and the value.</summary>
/// <param name="Kind">What the value is.</param>
/// <param name="Index">The cell or text; of a run, its first digit among the layout's digits.</param>
/// <param name="Start">Where the bytes begin among the layout's.</param>
/// <param name="Length">How many they are; of a run, up to and with its last digit, each cell having one.</param>
/// <param name="Count">Of a run, how many cells it has.</param>
/// <param name="Scale">Of a cell, its decimals.</param>
/// <param name="Squeeze">Of a run, how <see cref="RunSqueezer"/> can read it.</param>
/// <param name="IsInOrder">Of a run, whether its cells follow one another as they do in the report.</param>
internal readonly record struct LayoutStep(LayoutStepKind Kind, int Index, int Start, int Length, int Count = 0, int Scale = 0, RunSqueeze Squeeze = RunSqueeze.None, bool IsInOrder = false);

/// <summary>A digit of a run: where it stands from the run's start, and the cell that it fills.</summary>
internal readonly record struct RunDigit(ushort Offset, ushort Cell);

/// <summary>Where the value of a member stands.</summary>
/// <param name="Node">The member.</param>
/// <param name="Step">The step in whose literal it stands, or whose value it is.</param>
/// <param name="Offset">From where the step's literal begins.</param>
internal readonly record struct LayoutPlace(int Node, int Step, int Offset);

/// <summary>
/// The bytes between the values of a submission, as one producer writes them: order of the members, white space, all. They are
/// the prediction for the next submission, and what the writer writes between the values.
/// </summary>
/// <param name="literals">The literals of all steps, with room behind them for a vector; each run begins at a multiple of 64.</param>
/// <param name="open">For each 64 bytes, a bit for each that may differ: the digits of runs, and what comes after a run.</param>
/// <param name="steps">The values in the order of the submission.</param>
/// <param name="digits">The digits of the runs.</param>
/// <param name="places">Where each member's value stands, in the order of the submission.</param>
/// <param name="endStart">Where the bytes after the last value begin.</param>
/// <param name="endLength">How many they are.</param>
internal sealed class Layout(
    byte[] literals, ulong[] open, LayoutStep[] steps, RunDigit[] digits, LayoutPlace[] places, int endStart, int endLength)
{
    /// <summary>
    /// The literals where the garbage collector does not move them, and where in it the machine reads 64 bytes without touching two lines of
    /// its cache. Made with the layout, so that whoever sees the layout sees its bytes.
    /// </summary>
    private readonly (byte[] Pinned, int Start) _aligned = Align(literals);

    private readonly LayoutStep _beginning = Array.Find(steps, step => step.Kind != LayoutStepKind.Run);

    /// <summary>The literals of all steps.</summary>
    public ReadOnlySpan<byte> Bytes => _aligned.Pinned.AsSpan(_aligned.Start);

    /// <summary>For each 64 bytes, a bit for each that may differ: the digits of runs, and what comes after a run.</summary>
    public ulong[] Open { get; } = open;

    /// <summary>The values in the order of the submission.</summary>
    public LayoutStep[] Steps { get; } = steps;

    /// <summary>The digits of the runs.</summary>
    public RunDigit[] Digits { get; } = digits;

    /// <summary>Where each member's value stands, in the order of the submission.</summary>
    public LayoutPlace[] Places { get; } = places;

    /// <summary>Where the bytes after the last value begin.</summary>
    public int EndStart { get; } = endStart;

    /// <summary>How many they are.</summary>
    public int EndLength { get; } = endLength;

    /// <summary>What stands before the first value: most submissions of another layout differ in it already.</summary>
    public ReadOnlySpan<byte> Beginning => Bytes.Slice(_beginning.Start, _beginning.Length);

    /// <summary>The bytes that are no value.</summary>
    public int LiteralLength { get; } = Count(steps) + endLength;

    /// <summary>Which of <see cref="Places"/> is each node's; the root has the first.</summary>
    public int[] PlaceOfNode { get; } = Order(places);

    /// <summary>How many submissions it has predicted.</summary>
    public int Hits { get; set; }

    private static int Count(LayoutStep[] steps)
    {
        var length = 0;
        foreach (ref readonly var step in steps.AsSpan())
        {
            length += step.Kind == LayoutStepKind.Run ? 0 : step.Length;
        }

        return length;
    }

    private static int[] Order(LayoutPlace[] places)
    {
        var order = new int[places.Length];
        for (var i = 0; i < places.Length; i++)
        {
            order[places[i].Node] = i;
        }

        return order;
    }

    private static unsafe (byte[] Pinned, int Start) Align(byte[] literals)
    {
        var pinned = GC.AllocateUninitializedArray<byte>(literals.Length + Vectors.BlockLength, pinned: true);
        var address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned));
        var start = (int)(Vectors.BlockLength - (address % Vectors.BlockLength)) % Vectors.BlockLength;
        literals.CopyTo(pinned.AsSpan(start));
        return (pinned, start);
    }
}

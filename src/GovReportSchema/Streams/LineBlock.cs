using System.Buffers;

namespace GovReportSchema;

/// <summary>Where a document stands in its stream and in its block.</summary>
/// <param name="Start">Its first byte in the block.</param>
/// <param name="Length">Its bytes in the block.</param>
/// <param name="Number">Which document it is.</param>
/// <param name="Offset">Its first byte in the stream.</param>
/// <param name="Line">Its line in the stream.</param>
/// <param name="IsTooLong">Whether it was longer than may be, and not kept.</param>
internal readonly record struct LinePlace(int Start, int Length, long Number, long Offset, long Line, bool IsTooLong);

/// <summary>Whole lines of a stream: what one thread reads at a time.</summary>
/// <param name="bytes">A rented buffer with the lines.</param>
/// <param name="places">The documents among them.</param>
/// <param name="maxBytes">Longer documents were not kept.</param>
internal sealed class LineBlock(byte[] bytes, List<LinePlace> places, int maxBytes)
{
    public int Count => places.Count;

    /// <summary>A document.</summary>
    /// <param name="index">Which of the block.</param>
    /// <param name="reused">The reports into which the thread may read it.</param>
    public SubmissionLine Line(int index, ReusedReports reused) =>
        new(bytes.AsSpan(places[index].Start, places[index].Length), places[index], maxBytes, reused);

    /// <summary>Gives the buffer back; the block must not be used after that.</summary>
    public void Return() => ArrayPool<byte>.Shared.Return(bytes);
}

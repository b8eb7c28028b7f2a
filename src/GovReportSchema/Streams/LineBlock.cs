using System.Buffers;
using System.Runtime.InteropServices;

namespace GovReportSchema;

/// <summary>Where a document stands in its stream and in its block.</summary>
/// <param name="Start">Its first byte in the block.</param>
/// <param name="Length">Its bytes in the block.</param>
/// <param name="Number">Which document it is.</param>
/// <param name="Offset">Its first byte in the stream.</param>
/// <param name="Line">Its line in the stream.</param>
/// <param name="IsTooLong">Whether it was longer than may be, and not kept.</param>
internal readonly record struct LinePlace(int Start, int Length, long Number, long Offset, long Line, bool IsTooLong);

/// <summary>How much of a stream has gone by.</summary>
/// <param name="Documents">The documents.</param>
/// <param name="Lines">The lines, blank ones counted.</param>
internal readonly record struct LineCount(long Documents, long Lines);

/// <summary>Bytes of a stream up to the end of a line.</summary>
/// <param name="Rented">The buffer.</param>
/// <param name="Length">Its bytes that are whole lines.</param>
/// <param name="Offset">Where in the stream the first stands.</param>
/// <param name="LineOffset">Where in the stream the first line begins: before it where its beginning was too long to be kept.</param>
/// <param name="IsTooLong">Whether it was.</param>
internal readonly record struct LineBytes(byte[] Rented, int Length, long Offset, long LineOffset, bool IsTooLong);

/// <summary>Whole lines of a stream: what one thread reads at a time.</summary>
/// <param name="bytes">The lines; the buffer goes back with the block.</param>
/// <param name="before">What of the stream goes before, known when the block before this one has been looked through.</param>
/// <param name="maxBytes">Longer documents are not kept.</param>
internal sealed class LineBlock(LineBytes bytes, Task<LineCount> before, int maxBytes)
{
    // Whoever waits for it goes on elsewhere: this thread has a block to read.
    private readonly TaskCompletionSource<LineCount> _after = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What of the stream goes before the next block. Comes once <see cref="FindAsync"/> has run, and of no block that was never looked through.</summary>
    public Task<LineCount> After => _after.Task;

    /// <summary>Finds the documents.</summary>
    /// <param name="places">Becomes where they stand.</param>
    public async ValueTask FindAsync(List<LinePlace> places)
    {
        try
        {
            places.Clear();
            var lines = FindLines(places);
            var passed = await before.ConfigureAwait(false);
            _after.SetResult(new(passed.Documents + places.Count, passed.Lines + lines));
            foreach (ref var place in CollectionsMarshal.AsSpan(places))
            {
                place = place with { Number = place.Number + passed.Documents, Line = place.Line + passed.Lines };
            }
        }
        catch (Exception e)
        {
            // The blocks behind this one must not wait for ever.
            _after.TrySetException(e);
            throw;
        }
    }

    /// <summary>A document.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="reused">The reports into which the thread may read it.</param>
    public SubmissionLine Line(in LinePlace place, ReusedReports reused) =>
        new(bytes.Rented.AsSpan(place.Start, place.Length), place, maxBytes, reused);

    /// <summary>Gives the buffer back; the block must not be used after that.</summary>
    public void Return() => ArrayPool<byte>.Shared.Return(bytes.Rented);

    /// <summary>Finds the documents, numbered from the block's first line.</summary>
    /// <returns>How many lines there are, blank ones counted.</returns>
    private int FindLines(List<LinePlace> places)
    {
        var all = bytes.Rented.AsSpan(0, bytes.Length);
        var lines = 0;
        var offset = bytes.LineOffset;
        var isTooLong = bytes.IsTooLong;

        // Of a last line that was too long, nothing may be left but that it was.
        for (var start = 0; start < all.Length || isTooLong;)
        {
            var length = all[start..].IndexOf((byte)'\n');
            var end = length < 0 ? all.Length : start + length;
            lines++;
            isTooLong |= end - start > maxBytes;
            if (isTooLong)
            {
                places.Add(new(0, 0, places.Count + 1, offset, lines, IsTooLong: true));
            }
            else if (!IsBlank(all[start..end]))
            {
                places.Add(new(start, end - start, places.Count + 1, offset, lines, IsTooLong: false));
            }

            start = end + 1;
            offset = bytes.Offset + start;
            isTooLong = false;
            if (length < 0)
            {
                break;
            }
        }

        return lines;
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) =>
        (line.StartsWith("\uFEFF"u8) ? line[3..] : line).IndexOfAnyExcept(" \t\r"u8) < 0;
}

using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace GovReportSchema;

/// <summary>
/// Reads the documents of a stream on several threads, and gives what came of them in order. Each thread takes its turn at the
/// stream, reads a block and parses that block itself: the bytes need not go from one core's cache to another's, and no thread
/// does nothing but feed the others.
/// </summary>
internal sealed class ParallelLines<T>(Stream stream, SubmissionLineReader<T> read, ReadAllOptions options) : IDisposable
{
    /// <summary>In the order of the stream, each from when it was read to when its results were taken.</summary>
    private readonly Channel<LineBatch<T>> _batches = Channel.CreateUnbounded<LineBatch<T>>(new() { SingleReader = true });

    /// <summary>
    /// So many batches may be under way or wait to be taken: two a thread, so that one slow document does not at once keep the
    /// other threads from work, and memory stays bounded however slowly the results are taken.
    /// </summary>
    private readonly SemaphoreSlim _room = new(2 * options.Parallelism);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly LineBlockReader _lines = new(stream, options.MaxDocumentBytes);
    private bool _hasEnded;

    public static async IAsyncEnumerable<T> ReadAsync(
        Stream stream, SubmissionLineReader<T> read, ReadAllOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var lines = new ParallelLines<T>(stream, read, options);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var workers = Task.WhenAll(Enumerable.Range(0, options.Parallelism).Select(_ => Task.Run(() => lines.WorkAsync(stop.Token))));
        try
        {
            while (await lines._batches.Reader.WaitToReadAsync(cancellation).ConfigureAwait(false))
            {
                while (lines._batches.Reader.TryRead(out var batch))
                {
                    foreach (var result in await batch.Results.ConfigureAwait(false))
                    {
                        cancellation.ThrowIfCancellationRequested();
                        yield return result;
                    }

                    lines._room.Release();
                }
            }
        }
        finally
        {
            // The stream and what the caller's function uses may be gone after this.
            await stop.CancelAsync().ConfigureAwait(false);
            await workers.ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _lines.Return();
        _turn.Dispose();
        _room.Dispose();
    }

    private async Task WorkAsync(CancellationToken stop)
    {
        var reused = new ReusedReports();
        var places = new List<LinePlace>();
        try
        {
            while (await TakeAsync(stop).ConfigureAwait(false) is { } batch)
            {
                await batch.RunAsync(read, places, reused, stop).ConfigureAwait(false);
            }

            _batches.Writer.TryComplete();
        }
        catch (Exception e)
        {
            // A fault of the stream comes to who takes the results, after those of all that was read before it.
            _batches.Writer.TryComplete(e);
        }
    }

    /// <summary>Reads the next block when it is this thread's turn.</summary>
    private async ValueTask<LineBatch<T>?> TakeAsync(CancellationToken stop)
    {
        await _turn.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            if (_hasEnded)
            {
                return null;
            }

            // Set for good where reading throws: a stream that has failed is not read again.
            _hasEnded = true;
            await _room.WaitAsync(stop).ConfigureAwait(false);
            if (await _lines.ReadAsync(stop).ConfigureAwait(false) is not { } block)
            {
                return null;
            }

            _hasEnded = false;
            var batch = new LineBatch<T>(block);
            _batches.Writer.TryWrite(batch);
            return batch;
        }
        catch (Exception e)
        {
            // Said before the turn passes on: the next thread finds the end, and must not be the first to say how it came.
            _batches.Writer.TryComplete(e);
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }
}

namespace GovReportSchema;

/// <summary>A block that a thread reads, and what came of its documents.</summary>
internal sealed class LineBatch<T>(LineBlock block)
{
    // Who waits for the results goes on elsewhere: this thread has the next block to read.
    private readonly TaskCompletionSource<T[]> _results = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What came of the documents, in order.</summary>
    public Task<T[]> Results => _results.Task;

    /// <summary>Reads the documents. What goes wrong goes to whoever waits for the results.</summary>
    /// <param name="read">Makes something of each.</param>
    /// <param name="places">The thread's own, to be used again.</param>
    /// <param name="reused">The thread's own.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async ValueTask RunAsync(SubmissionLineReader<T> read, List<LinePlace> places, ReusedReports reused, CancellationToken cancellation)
    {
        try
        {
            await block.FindAsync(places).ConfigureAwait(false);
            var results = new T[places.Count];
            for (var i = 0; i < results.Length; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                results[i] = read(block.Line(places[i], reused));
            }

            _results.SetResult(results);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            _results.SetCanceled(cancellation);
        }
        catch (Exception e)
        {
            _results.SetException(e);
        }
        finally
        {
            block.Return();
        }
    }
}

namespace GovReportSchema;

/// <summary>A block that a thread reads, and what came of its documents.</summary>
internal sealed class LineBatch<T>(LineBlock block)
{
    // Who waits for the results goes on elsewhere: this thread has the next block to read.
    private readonly TaskCompletionSource<T[]> _results = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What came of the documents, in order.</summary>
    public Task<T[]> Results => _results.Task;

    /// <summary>Reads the documents. What goes wrong goes to whoever waits for the results.</summary>
    public void Run(SubmissionLineReader<T> read, ReusedReports reused, CancellationToken cancellation)
    {
        try
        {
            var results = new T[block.Count];
            for (var i = 0; i < results.Length; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                results[i] = read(block.Line(i, reused));
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

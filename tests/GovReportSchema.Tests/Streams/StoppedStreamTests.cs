using System.Text;
using GovReportSchema.Tests.Cli;
using GovReportSchema.Tests.Making;
using Xunit;

namespace GovReportSchema.Tests.Streams;

/// <summary>Streams that fail, callers that stop, and how much is held meanwhile.</summary>
[Collection(Alone.Name)]
public class StoppedStreamTests
{
    private static readonly byte[] s_reports = Encoding.UTF8.GetBytes(TemporaryFolder.Lines("baode-2019", "guantao-2019"));

    [Fact]
    public async Task A_fault_of_the_stream_comes_as_itself_after_what_was_read()
    {
        var fault = new IOException("gone");
        using var stream = new MadeStream(s_reports, 200, 9000, fault);
        var count = 0;

        var thrown = await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (var result in ReportFormats.ReadAllAsync(stream, new ReadAllOptions { Parallelism = 4 }))
            {
                Assert.Equal(++count, result.Number);
            }
        });

        Assert.Same(fault, thrown);
        Assert.Equal(400, count);
    }

    [Fact]
    public async Task What_the_callers_function_throws_comes_as_itself()
    {
        using var stream = new MadeStream(s_reports, int.MaxValue / 4);

        var thrown = await Assert.ThrowsAsync<InvalidTimeZoneException>(() => ReadAllTests.All(ReportFormats.ReadAllAsync(
            stream, (in SubmissionLine line) => line.Number < 500 ? line.Number : throw new InvalidTimeZoneException($"{line.Number}"))));

        Assert.StartsWith("5", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_a_stream_without_end()
    {
        using var stream = new MadeStream(s_reports, int.MaxValue / 4);
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in ReportFormats.ReadAllAsync(stream, cancellationToken: cancellation.Token))
            {
                if (result.Number == 1000)
                {
                    await cancellation.CancelAsync();
                }
            }
        });
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_for_a_line_that_does_not_come()
    {
        using var cancellation = new CancellationTokenSource(100);
        var pipe = new System.IO.Pipelines.Pipe();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ReadAllTests.All(ReportFormats.ReadAllAsync(pipe.Reader, cancellationToken: cancellation.Token)).WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task After_a_caller_that_stops_the_stream_is_left_alone()
    {
        using var stream = new MadeStream(s_reports, int.MaxValue / 4);
        await foreach (var result in ReportFormats.ReadAllAsync(stream, new ReadAllOptions { Parallelism = 4 }))
        {
            if (result.Number == 100)
            {
                break;
            }
        }

        var position = stream.Position;
        await Task.Delay(50);

        Assert.Equal(position, stream.Position);
    }

    [Fact]
    public async Task Who_takes_results_slowly_is_not_run_ahead_of()
    {
        using var stream = new MadeStream(s_reports, int.MaxValue / 4);
        await using var results = ReportFormats.ReadAllAsync(stream, new ReadAllOptions { Parallelism = 2 }).GetAsyncEnumerator();
        Assert.True(await results.MoveNextAsync());

        await Task.Delay(200);

        // Four blocks, and one that is being filled.
        Assert.InRange(stream.Position, 1, 5 * 300_000);
    }

    [Fact]
    public async Task Memory_does_not_grow_with_the_stream()
    {
        var maker = new ReportMaker(5);
        byte[] lines = [.. Enumerable.Range(0, 20).SelectMany(_ => maker.Make().ToJsonUtf8().Append((byte)'\n'))];
        using var stream = new MadeStream(lines, 200_000_000 / lines.Length);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (most, count) = (0L, 0L);
        await foreach (var result in ReportFormats.ReadAllAsync(stream))
        {
            count = result.Number;
            most = count % 5000 == 0 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: false)) : most;
        }

        Assert.Equal(20L * (200_000_000 / lines.Length), count);
        Assert.InRange(most - before, long.MinValue, 100_000_000);
    }
}

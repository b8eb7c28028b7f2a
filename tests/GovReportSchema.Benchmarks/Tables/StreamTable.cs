using System.Diagnostics;
using GovReportSchema.Tests.Making;
using static GovReportSchema.Benchmarks.Interleaved;

namespace GovReportSchema.Benchmarks;

/// <summary>The README's table of streams: gigabytes a second, on one core and on two.</summary>
internal static class StreamTable
{
    public static async Task PrintAsync(bool isBrief)
    {
        var bytes = Lines(isBrief ? 1_000_000 : 100_000_000);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, bytes);
            (string Name, Func<ReadAllOptions, Task> Work)[] ways =
            [
                ("from memory, into the threads' own reports", options =>
                    TakeAsync(ReportFormats.ReadAllAsync(new MemoryStream(bytes), Check, options))),
                ("from memory, a new report each time", options => TakeAsync(ReportFormats.ReadAllAsync(new MemoryStream(bytes), Read, options))),
                ("from a file in the system's cache", async options =>
                {
                    using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
                    await TakeAsync(ReportFormats.ReadAllAsync(stream, Check, options));
                }),
                ("lines found, nothing read", options => TakeAsync(ReportFormats.ReadAllAsync(new MemoryStream(bytes), Pass, options))),
            ];
            await PrintAsync(ways, bytes.Length, isBrief ? 1 : 40);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task PrintAsync((string Name, Func<ReadAllOptions, Task> Work)[] ways, long size, int rounds)
    {
        int[] threads = [1, 2];
        var least = ways.Select(_ => threads.Select(_ => double.MaxValue).ToArray()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                for (var t = 0; t < threads.Length; t++)
                {
                    var start = Stopwatch.GetTimestamp();
                    await ways[way].Work(new ReadAllOptions { Parallelism = threads[t] });
                    least[way][t] = Math.Min(least[way][t], Stopwatch.GetElapsedTime(start).TotalSeconds);
                }
            }
        }

        Console.WriteLine("| a stream of canonical reports, GB a second | one thread | two threads | ratio |");
        Console.WriteLine("|---|---|---|---|");
        for (var way = 0; way < ways.Length; way++)
        {
            var (one, two) = (size / least[way][0] / 1e9, size / least[way][1] / 1e9);
            Console.WriteLine(Invariant($"| {ways[way].Name} | {one:0.00} | {two:0.00} | {two / one:0.00} |"));
        }

        Console.WriteLine();
    }

    private static byte[] Lines(int size)
    {
        var maker = new ReportMaker(seed: 1);
        byte[][] documents = [.. Enumerable.Range(0, 512).Select(_ => maker.Make().ToJsonUtf8())];
        var lines = new MemoryStream(size + 10_000);
        for (var i = 0; lines.Length < size; i++)
        {
            lines.Write(documents[i % documents.Length]);
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }

    private static int Check(in SubmissionLine line) => line.ReadReused().Findings.Count;

    private static int Read(in SubmissionLine line) => line.Read().Findings.Count;

    private static int Pass(in SubmissionLine line) => line.Utf8Json.IsEmpty ? 1 : 0;

    private static async Task TakeAsync(IAsyncEnumerable<int> findings)
    {
        var count = 0;
        await foreach (var found in findings)
        {
            count += found;
        }

        if (count != 0)
        {
            throw new InvalidOperationException($"{count} findings in valid documents.");
        }
    }
}

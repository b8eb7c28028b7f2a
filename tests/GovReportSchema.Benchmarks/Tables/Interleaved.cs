using System.Diagnostics;
using System.Globalization;

namespace GovReportSchema.Benchmarks;

/// <summary>
/// Measures contenders against each other. Each works on the same documents in turn, a few milliseconds each, so that a machine
/// whose speed drifts slows all of them alike; of its turns the fastest counts, which nothing else has disturbed.
/// </summary>
internal static class Interleaved
{
    /// <summary>Who takes longer for a turn has a tenth of the turns, or most of the time would be his.</summary>
    private const double LongTurn = 30e6;

    /// <summary>The least time of each contender for a document, in nanoseconds.</summary>
    public static double[] Times(Contender[] contenders, byte[][] documents, int rounds)
    {
        var least = contenders.Select(_ => double.MaxValue).ToArray();
        for (var round = -rounds / 10; round < rounds; round++)
        {
            for (var c = 0; c < contenders.Length; c++)
            {
                if (round > 0 && round % 10 != 0 && least[c] * documents.Length > LongTurn)
                {
                    continue;
                }

                var time = Measure(contenders[c], documents);
                least[c] = round < 0 ? double.MaxValue : Math.Min(least[c], time);
            }
        }

        return least;
    }

    /// <summary>The bytes that a contender allocates for a document.</summary>
    public static long Allocated(Contender contender, byte[][] documents)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var document in documents)
        {
            contender.Errors(document);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / documents.Length;
    }

    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static double Measure(Contender contender, byte[][] documents)
    {
        var errors = 0;
        var start = Stopwatch.GetTimestamp();
        foreach (var document in documents)
        {
            errors += contender.Errors(document);
        }

        var elapsed = Stopwatch.GetElapsedTime(start).TotalNanoseconds / documents.Length;
        return errors == 0 ? elapsed : throw new InvalidOperationException($"{contender.Name} finds {errors} errors in valid documents.");
    }
}

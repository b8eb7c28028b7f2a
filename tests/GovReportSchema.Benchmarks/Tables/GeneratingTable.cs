using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using static GovReportSchema.Benchmarks.Interleaved;

namespace GovReportSchema.Benchmarks;

/// <summary>The README's tables of generating: how long definitions take to become C#, and how much comes of a cell.</summary>
internal static class GeneratingTable
{
    public const string FirstArgument = "--first";

    /// <param name="isBrief">Whether it only shows that everything runs.</param>
    public static void Print(bool isBrief)
    {
        var rounds = isBrief ? 1 : 200;
        Console.WriteLine("| generating, milliseconds | first in a process | from nothing | an edit of C# | a comment in a definition | a label in a definition | MB allocated | MB kept |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var form in GeneratedForm.All)
        {
            var first = isBrief ? First(form) : Enumerable.Range(0, 5).Min(_ => FirstInProcess(form));
            var times = Least(
                rounds,
                (form.Start, run => run.Generate()),
                (() => form.Start().Generate(), run => run.EditCSharp()),
                (() => form.Start().Generate(), run => run.Edit(text => "# a comment\n" + text)),
                (() => form.Start().Generate(), run => run.Edit(text => text.Replace(form.Label, "Another label", StringComparison.Ordinal))));
            var (allocated, kept) = Memory(form);
            Console.WriteLine(Invariant($"| {form.Name} | {first:0} | {string.Join(" | ", times.Select(time => Invariant($"{time:0.0}")))} | {allocated / 1e6:0.0} | {kept / 1e6:0.0} |"));
        }

        Console.WriteLine();
        Console.WriteLine("| bytes a cell | cells | definition | generated C# | IL of its methods | the assembly |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var form in GeneratedForm.All)
        {
            var size = form.Start().Generate().Compile();
            var cells = (double)size.Cells;
            Console.WriteLine(Invariant($"| {form.Name} | {size.Cells:N0} | {size.Definition / cells:0} | {size.Source / cells:0} | {size.MethodBodies / cells:0} | {size.Assembly / cells:0} |"));
        }

        Console.WriteLine();
    }

    /// <summary>Generates once, in a process that has done nothing before.</summary>
    /// <returns>The exit code.</returns>
    public static int PrintFirst(string name)
    {
        Console.WriteLine(First(GeneratedForm.All.Single(form => form.Name == name)).ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static double First(GeneratedForm form)
    {
        var run = form.Start();
        var start = Stopwatch.GetTimestamp();
        run.Generate();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double FirstInProcess(GeneratedForm form)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(GeneratingTable).Assembly.Location, "--generating", FirstArgument, form.Name])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }

    /// <summary>The least time of each, in turn, so that all are measured in the same tier of compilation.</summary>
    private static double[] Least(int rounds, params (Func<GenerationRun> Prepare, Action<GenerationRun> Work)[] ways)
    {
        var least = ways.Select(_ => double.MaxValue).ToArray();
        var begin = Stopwatch.GetTimestamp();
        for (var round = 0; round < rounds && (round < 10 || Stopwatch.GetElapsedTime(begin).TotalSeconds < 10); round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                var run = ways[way].Prepare();
                var start = Stopwatch.GetTimestamp();
                ways[way].Work(run);
                least[way] = Math.Min(least[way], Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return least;
    }

    /// <summary>The bytes that generating takes, and those that the driver holds afterwards for the next time.</summary>
    private static (long Allocated, long Kept) Memory(GeneratedForm form)
    {
        var run = form.Start();
        var (before, held) = (GC.GetAllocatedBytesForCurrentThread(), GC.GetTotalMemory(forceFullCollection: true));
        run.Generate();
        var (allocated, kept) = (GC.GetAllocatedBytesForCurrentThread() - before, GC.GetTotalMemory(forceFullCollection: true) - held);
        GC.KeepAlive(run);
        return (allocated, kept);
    }
}

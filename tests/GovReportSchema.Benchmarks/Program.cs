using System.Diagnostics;
using System.Globalization;
using GovReportSchema.Benchmarks;
using GovReportSchema.Tests.Making;

// Prints the table of the README: every contender on the same documents, in turn, so that a machine whose speed drifts
// slows all of them alike. Read the ratios.
var rounds = args.Contains("--brief") ? 3 : 150;
var contenders = args.Contains("--parts") ? Contender.Parts : Contender.All;
var maker = new ReportMaker(seed: 1);
var random = new Random(2);
var canonical = Enumerable.Range(0, 512).Select(_ => maker.Make().ToJsonUtf8()).ToArray();
(string Name, byte[][] Documents)[] layouts =
[
    ("canonical", canonical),
    ("indented", [.. canonical.Select(Layouts.Indent)]),
    ("members shuffled", [.. canonical.Select(json => Layouts.Shuffle(json, random))]),
    ("narratives of 20,000", [.. Enumerable.Range(0, 16).Select(_ => maker.Make(20_000).ToJsonUtf8())]),
];

if (args.Contains("--loop"))
{
    for (var k = 0; k < 12; k++)
    {
        Console.WriteLine($"{Enumerable.Range(0, 40).Min(_ => Measure(Contender.Reused, canonical, 10)):N0}");
        Console.WriteLine($"   {Enumerable.Range(0, 40).Min(_ => Measure(Contender.General, layouts[2].Documents, 50)):N0}");
    }

    return;
}

foreach (var (name, documents) in layouts.Take(args.Contains("--parts") ? 3 : 4))
{
    var bytes = documents.Average(document => document.Length);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{name}: {documents.Length} documents of {bytes:N0} bytes"));
    var nanoseconds = contenders.Select(_ => new List<double>()).ToArray();
    for (var round = -5; round < rounds; round++)
    {
        for (var c = 0; c < contenders.Length; c++)
        {
            var time = Measure(contenders[c], documents, repeats: Math.Max(1, 1024 / documents.Length * 6000 / (int)bytes / 4));
            if (round >= 0)
            {
                nanoseconds[c].Add(time);
            }
        }
    }

    var reference = Least(nanoseconds[0]);
    var walk = Least(nanoseconds[1]);
    for (var c = 0; c < contenders.Length; c++)
    {
        var time = Least(nanoseconds[c]);
        var allocated = Allocated(contenders[c], documents);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {contenders[c].Name,-52} {time,9:N0} ns {bytes / time,6:N2} GB/s {reference / time,6:N2}x STJ {walk / time,6:N2}x walk {allocated,8:N0} B"));
    }
}

static double Measure(Contender contender, byte[][] documents, int repeats)
{
    var errors = 0;
    var start = Stopwatch.GetTimestamp();
    for (var i = 0; i < repeats; i++)
    {
        foreach (var document in documents)
        {
            errors += contender.Errors(document);
        }
    }

    var elapsed = Stopwatch.GetElapsedTime(start).TotalNanoseconds / (repeats * documents.Length);
    return errors == 0 ? elapsed : throw new InvalidOperationException($"{contender.Name} finds {errors} errors in valid documents.");
}

static long Allocated(Contender contender, byte[][] documents)
{
    var before = GC.GetAllocatedBytesForCurrentThread();
    foreach (var document in documents)
    {
        contender.Errors(document);
    }

    return (GC.GetAllocatedBytesForCurrentThread() - before) / documents.Length;
}

// The least of many short measurements is what the machine can do while nothing else runs on it.
static double Least(List<double> values) => values.Min();

using System.Diagnostics;
using System.Globalization;
using GovReportSchema.Benchmarks;
using GovReportSchema.Tests.Making;

// Prints the tables of the README. Every contender works on the same documents in turn, a few milliseconds each, so that a
// machine whose speed drifts slows all of them alike; of its turns the fastest counts, which nothing else has disturbed.
// Read the ratios. With --brief it only shows that everything runs.
var rounds = args.Contains("--brief") ? 2 : 200;
var count = args.Contains("--brief") ? 32 : 512;
var maker = new ReportMaker(seed: 1);
var random = new Random(2);
byte[][] canonical = [.. Enumerable.Range(0, count).Select(_ => maker.Make().ToJsonUtf8())];
(string Name, byte[][] Documents)[] layouts =
[
    ("canonical", canonical),
    ("indented", [.. canonical.Select(Layouts.Indent)]),
    ("members shuffled", [.. canonical.Select(json => Layouts.Shuffle(json, random))]),
    ("narratives of 20,000", [.. Enumerable.Range(0, count / 16).Select(_ => maker.Make(20_000).ToJsonUtf8())]),
];

var times = layouts.Select(layout => Times(Contender.Reading, layout.Documents)).ToArray();
Print($"| × System.Text.Json | {string.Join(" | ", layouts.Select(layout => layout.Name))} | bytes allocated |");
Print($"|---|{string.Concat(layouts.Select(_ => "---|"))}---|");
for (var c = 0; c < Contender.Reading.Length; c++)
{
    var ratios = times.Select(of => Invariant($"{of[0] / of[c]:0.0#}"));
    Print($"| {Contender.Reading[c].Name} | {string.Join(" | ", ratios)} | {Invariant($"{Allocated(Contender.Reading[c], canonical):N0}")} |");
}

Print("");
Print("| canonical, in one report | ns |");
Print("|---|---|");
foreach (var (part, time) in Contender.Parts.Zip(Times(Contender.Parts, canonical)))
{
    Print($"| {part.Name} | {Invariant($"{time:N0}")} |");
}

double[] Times(Contender[] contenders, byte[][] documents)
{
    var least = contenders.Select(_ => double.MaxValue).ToArray();
    for (var round = -rounds / 10; round < rounds; round++)
    {
        for (var c = 0; c < contenders.Length; c++)
        {
            var time = Measure(contenders[c], documents);
            least[c] = round < 0 ? double.MaxValue : Math.Min(least[c], time);
        }
    }

    return least;
}

static double Measure(Contender contender, byte[][] documents)
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

static long Allocated(Contender contender, byte[][] documents)
{
    var before = GC.GetAllocatedBytesForCurrentThread();
    foreach (var document in documents)
    {
        contender.Errors(document);
    }

    return (GC.GetAllocatedBytesForCurrentThread() - before) / documents.Length;
}

static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

static void Print(string line) => Console.WriteLine(line);

using GovReportSchema.Tests.Making;
using static GovReportSchema.Benchmarks.Interleaved;

namespace GovReportSchema.Benchmarks;

/// <summary>The README's tables of reading, of the large form and of the parts of the work.</summary>
internal static class SpeedTables
{
    public static void Print(bool isBrief)
    {
        var rounds = isBrief ? 2 : 200;
        var count = isBrief ? 32 : 512;
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
        PrintRatios("× System.Text.Json", Contender.Reading, layouts, rounds);

        byte[][] large = [.. Enumerable.Range(0, count / 16).Select(_ => LargeForm.Make(random).ToJsonUtf8())];
        (string Name, byte[][] Documents)[] largeLayouts =
        [
            ("canonical", large),
            ("indented", [.. large.Select(Layouts.Indent)]),
            ("members shuffled", [.. large.Select(json => Layouts.Shuffle(json, random))]),
        ];
        PrintRatios("a form of 5,000 cells, × `JsonNode`", LargeContenders.All, largeLayouts, rounds);

        Console.WriteLine("| canonical, in one report | ns |");
        Console.WriteLine("|---|---|");
        foreach (var (part, time) in Contender.Parts.Zip(Times(Contender.Parts, canonical, rounds)))
        {
            Console.WriteLine($"| {part.Name} | {Invariant($"{time:N0}")} |");
        }

        Console.WriteLine();
    }

    /// <summary>How many times as fast as the first each contender is.</summary>
    private static void PrintRatios(string title, Contender[] contenders, (string Name, byte[][] Documents)[] layouts, int rounds)
    {
        var times = layouts.Select(layout => Times(contenders, layout.Documents, rounds)).ToArray();
        Console.WriteLine($"| {title} | {string.Join(" | ", layouts.Select(layout => layout.Name))} | bytes allocated |");
        Console.WriteLine($"|---|{string.Concat(layouts.Select(_ => "---|"))}---|");
        for (var c = 0; c < contenders.Length; c++)
        {
            var ratios = times.Select(of => Invariant($"{of[0] / of[c]:0.0#}"));
            var allocated = Invariant($"{Allocated(contenders[c], layouts[0].Documents):N0}");
            Console.WriteLine($"| {contenders[c].Name} | {string.Join(" | ", ratios)} | {allocated} |");
        }

        Console.WriteLine();
    }
}

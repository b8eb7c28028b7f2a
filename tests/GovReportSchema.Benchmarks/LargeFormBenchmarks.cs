using BenchmarkDotNet.Attributes;
using GovReportSchema.Tests.Making;

namespace GovReportSchema.Benchmarks;

/// <summary>Reading and checking the form of 5,000 cells.</summary>
[MemoryDiagnoser]
public class LargeFormBenchmarks
{
    private readonly byte[] _document = LargeForm.Make(new Random(1)).ToJsonUtf8();
    private Contender _contender = null!;

    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    /// <summary>The names of the contenders.</summary>
    public static IEnumerable<string> Names => LargeContenders.All.Select(contender => contender.Name);

    [GlobalSetup]
    public void Choose()
    {
        _contender = LargeContenders.All.Single(contender => contender.Name == Name);

        // What checks in memory checks what was read last.
        foreach (var contender in LargeContenders.All)
        {
            contender.Errors(_document);
        }
    }

    [Benchmark]
    public int Read() => _contender.Errors(_document);
}

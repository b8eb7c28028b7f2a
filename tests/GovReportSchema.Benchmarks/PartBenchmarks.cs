using BenchmarkDotNet.Attributes;
using GovReportSchema.Tests.Making;

namespace GovReportSchema.Benchmarks;

/// <summary>Single parts of the work: checking, writing, locating, the general path.</summary>
[MemoryDiagnoser]
public class PartBenchmarks
{
    private readonly byte[] _document = new ReportMaker(seed: 1).Make().ToJsonUtf8();
    private Contender _part = null!;

    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    /// <summary>The names of the parts.</summary>
    public static IEnumerable<string> Names => Contender.Parts.Select(part => part.Name);

    [GlobalSetup]
    public void Read()
    {
        _part = Contender.Parts.Single(part => part.Name == Name);
        Contender.Reused.Errors(_document);
    }

    [Benchmark]
    public int Do() => _part.Errors(_document);
}

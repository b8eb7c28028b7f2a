using BenchmarkDotNet.Attributes;
using GovReportSchema.Tests.Making;

namespace GovReportSchema.Benchmarks;

/// <summary>Reading and checking a submission on the 2021 form, a document an operation, by every contender in every layout.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private const int Count = 64;

    private byte[][] _documents = [];
    private Contender _contender = null!;

    /// <summary>How the submissions are laid out.</summary>
    [Params("canonical", "indented", "shuffled")]
    public string Layout { get; set; } = "";

    /// <summary>Who does the work, as an index into the contenders.</summary>
    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    /// <summary>The names of the contenders.</summary>
    public static IEnumerable<string> Names => Contender.Reading.Select(contender => contender.Name);

    [GlobalSetup]
    public void Make()
    {
        var maker = new ReportMaker(seed: 1);
        var random = new Random(2);
        _contender = Contender.Reading.Single(contender => contender.Name == Name);
        _documents =
        [
            .. Enumerable.Range(0, Count).Select(_ => maker.Make().ToJsonUtf8()).Select(json =>
                Layout switch { "indented" => Layouts.Indent(json), "shuffled" => Layouts.Shuffle(json, random), _ => json }),
        ];
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Read()
    {
        var errors = 0;
        foreach (var document in _documents)
        {
            errors += _contender.Errors(document);
        }

        return errors;
    }
}

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GovReportSchema.Generators.Tests;

/// <summary>A compilation with definitions in it, over which the generator is run, changed and run again.</summary>
internal sealed class GeneratorRun
{
    private GeneratorDriver _driver;
    private CSharpCompilation _compilation = CSharpCompilation.Create(
        "Tests",
        [CSharpSyntaxTree.ParseText("class C;")],
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    public GeneratorRun(params IEnumerable<AdditionalText> definitions)
        : this(new ReportGenerator(), definitions)
    {
    }

    public GeneratorRun(IIncrementalGenerator generator, params IEnumerable<AdditionalText> definitions)
    {
        _driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            definitions,
            optionsProvider: new Options("Tests"),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        Run();
    }

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    public IReadOnlyList<string> Ids => [.. Result.Diagnostics.Select(diagnostic => diagnostic.Id)];

    public IReadOnlyList<string> HintNames => [.. Result.GeneratedSources.Select(source => source.HintName)];

    public GeneratorRun EditCSharp()
    {
        _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class D;"));
        return Run();
    }

    public GeneratorRun Replace(AdditionalText old, AdditionalText edited)
    {
        _driver = _driver.ReplaceAdditionalText(old, edited);
        return Run();
    }

    public GeneratorRun Rename(string rootNamespace)
    {
        _driver = _driver.WithUpdatedAnalyzerConfigOptions(new Options(rootNamespace));
        return Run();
    }

    /// <summary>How the outputs of a step came about in the last run.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        [.. Result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];

    public IReadOnlyList<IncrementalStepRunReason> OutputReasons =>
        [.. Result.TrackedOutputSteps.Values.SelectMany(runs => runs).SelectMany(run => run.Outputs).Select(output => output.Reason)];

    private GeneratorRun Run()
    {
        _driver = _driver.RunGenerators(_compilation);
        Assert.Null(Result.Exception);
        return this;
    }

    internal sealed class Options(string rootNamespace) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(rootNamespace);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Values(string rootNamespace) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
            {
                value = key == "build_property.RootNamespace" ? rootNamespace : null;
                return value is not null;
            }
        }
    }
}

/// <summary>A definition in memory; without a text it stands for a file that cannot be read.</summary>
internal sealed class TestFile(string path, string? text) : AdditionalText
{
    public override string Path { get; } = path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) =>
        text is null ? null : SourceText.From(text);
}

/// <summary>A file whose reading fails in a way that nobody foresaw.</summary>
internal sealed class FailingFile(string path) : AdditionalText
{
    public override string Path { get; } = path;

    public override SourceText GetText(CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("the disk\nis on fire");
}

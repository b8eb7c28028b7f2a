using System.Diagnostics.CodeAnalysis;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using GovReportSchema.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GovReportSchema.Benchmarks;

/// <summary>A compilation with definitions, driven as the compiler and an editor drive the generator.</summary>
internal sealed class GenerationRun
{
    private readonly DefinitionText[] _definitions;
    private GeneratorDriver _driver;
    private CSharpCompilation _compilation = CSharpCompilation.Create(
        "Generated", [CSharpSyntaxTree.ParseText("class First;")], options: new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public GenerationRun(IReadOnlyList<string> definitions)
    {
        _definitions = [.. definitions.Select((text, number) => new DefinitionText(Interleaved.Invariant($"form{number}.report.yaml"), text))];
        _driver = CSharpGeneratorDriver.Create(
            [new ReportGenerator().AsSourceGenerator()], _definitions, optionsProvider: new Options());
    }

    /// <exception cref="InvalidOperationException">Something is wrong with a definition.</exception>
    public GenerationRun Generate()
    {
        _driver = _driver.RunGenerators(_compilation);
        return _driver.GetRunResult().Diagnostics is [var first, ..] ? throw new InvalidOperationException($"{first}") : this;
    }

    /// <summary>Generates after a class was added to the project.</summary>
    public void EditCSharp()
    {
        _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Second;"));
        Generate();
    }

    /// <summary>Generates after the first definition was changed.</summary>
    public void Edit(Func<string, string> change)
    {
        _driver = _driver.ReplaceAdditionalText(_definitions[0], new DefinitionText(_definitions[0].Path, change(_definitions[0].Text)));
        Generate();
    }

    /// <summary>Compiles what was generated.</summary>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public GeneratedSize Compile()
    {
        var trees = _driver.GetRunResult().GeneratedTrees;
        using var stream = new MemoryStream();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(Report).Assembly.Location);
        var options = _compilation.Options.WithOptimizationLevel(OptimizationLevel.Release);
        var result = CSharpCompilation.Create("Generated", trees, references.Select(path => MetadataReference.CreateFromFile(path)), options)
            .Emit(stream);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Take(5)));
        }

        using var assembly = new PEReader([.. stream.ToArray()]);
        var metadata = assembly.GetMetadataReader();
        var bodies = metadata.MethodDefinitions.Select(method => metadata.GetMethodDefinition(method).RelativeVirtualAddress)
            .Where(address => address != 0).Sum(address => (long)assembly.GetMethodBody(address).Size);
        return new(
            _definitions.Sum(definition => Bytes(definition.Text)), trees.Sum(tree => Bytes($"{tree.GetText()}")), bodies, stream.Length, Cells(trees));
    }

    private static long Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>The cells of all forms, as the summary of each class says.</summary>
    private static int Cells(IEnumerable<SyntaxTree> trees) => trees
        .Select(tree => System.Text.RegularExpressions.Regex.Match($"{tree.GetText()}", @", (\d+) cells\.</summary>"))
        .Where(match => match.Success)
        .Sum(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));

    private sealed class DefinitionText(string path, string text) : AdditionalText
    {
        private readonly SourceText _source = SourceText.From(text);

        public string Text { get; } = text;

        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _source;
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.RootNamespace" ? "Generated" : null;
            return value is not null;
        }
    }
}

/// <summary>How large what was generated is, in bytes.</summary>
/// <param name="Definition">The definitions, in UTF-8.</param>
/// <param name="Source">The C#, in UTF-8.</param>
/// <param name="MethodBodies">The IL of all methods.</param>
/// <param name="Assembly">The whole assembly.</param>
internal sealed record GeneratedSize(long Definition, long Source, long MethodBodies, long Assembly, int Cells);

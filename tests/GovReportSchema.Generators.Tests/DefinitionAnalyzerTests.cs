using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GovReportSchema.Generators.Tests;

/// <summary>What an editor shows of definitions, file by file, and how a build shows it no second time.</summary>
public class DefinitionAnalyzerTests
{
    private static readonly TestFile Good = new("good.report.yaml", Small.Text);
    private static readonly TestFile Bad = new("bad.report.yaml", Small.With("years: 2020-", "years: soon").Replace("fees\ntype: FeesReport", "bad\ntype: BadReport", StringComparison.Ordinal));
    private static readonly TestFile Repeat = new("repeat.report.yaml", Small.With("type: FeesReport", "type: Other"));
    private static readonly TestFile Orphan = new("orphan.report.yaml", "format: orphan\ntype: Orphan\nextends: fes\n");
    private static readonly TestFile Heir = new("heir.report.yaml", "format: heir\ntype: Heir\nextends: bad\n");
    private static readonly TestFile Gone = new("gone.report.yaml", null);
    private static readonly TestFile NoDefinition = new("notes.yaml", "years: soon");

    [Fact]
    public async Task It_reports_the_mistakes_that_the_generator_reports_and_where()
    {
        TestFile[] files = [Good, Bad, Repeat, Orphan, Heir, Gone, NoDefinition];
        var expected = new GeneratorRun(files).Result.Diagnostics.Select(diagnostic => diagnostic.ToString()).ToList();
        Assert.Equal(5, expected.Count);
        var found = await Analyze(files).GetAnalyzerDiagnosticsAsync();
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Select(diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_one_file_it_reports_what_lies_in_it_though_others_are_the_cause()
    {
        var analysis = Analyze(Good, Bad, Repeat, Orphan, Heir);
        Assert.Empty(await Of(Good));
        Assert.Equal(["bad.report.yaml(4,8): GRS0024"], await Of(Bad));
        Assert.Equal(["repeat.report.yaml(1,9): GRS0080"], await Of(Repeat));
        Assert.Equal(["orphan.report.yaml(3,10): GRS0072"], await Of(Orphan));
        Assert.Equal(["heir.report.yaml(3,10): GRS0074"], await Of(Heir));

        async Task<IEnumerable<string>> Of(TestFile file)
        {
            // An editor takes what is filed under the file that it shows, and looks for no more.
            var result = await analysis.GetAnalysisResultAsync(file, CancellationToken.None);
            Assert.Empty(result.CompilationDiagnostics);
            Assert.Empty(result.SyntaxDiagnostics);
            var filed = result.AdditionalFileDiagnostics.SelectMany(under => under.Value.SelectMany(of => of.Value.Select(found => (File: under.Key, found))));
            Assert.All(filed, under => Assert.Equal((file, LocationKind.ExternalFile), ((TestFile)under.File, under.found.Location.Kind)));
            Assert.Equal(result.GetAllDiagnostics(), filed.Select(under => under.found));
            return result.GetAllDiagnostics().Select(diagnostic => diagnostic.Location.GetLineSpan() is var at
                ? $"{at.Path}({at.StartLinePosition.Line + 1},{at.StartLinePosition.Character + 1}): {diagnostic.Id}" : "");
        }
    }

    [Fact]
    public async Task Advice_is_its_own_and_not_the_generators()
    {
        var file = new TestFile("a.report.yaml", Small.WithRule("charged + all >= 0", "at: charged"));
        var advice = Assert.Single(await Analyze(file).GetAnalyzerDiagnosticsAsync());
        Assert.Equal(("GRS0091", DiagnosticSeverity.Warning), (advice.Id, advice.Severity));
        Assert.Empty(new GeneratorRun(file).Ids);
    }

    [Fact]
    public async Task A_fault_of_its_own_is_reported_as_the_generators_is()
    {
        var found = Assert.Single(await Analyze(new FailingFile("fire.report.yaml"), Good).GetAnalyzerDiagnosticsAsync());
        Assert.Equal("GRS0001", found.Id);
    }

    private static CompilationWithAnalyzers Analyze(params AdditionalText[] files) => CSharpCompilation
        .Create("Tests", [CSharpSyntaxTree.ParseText("class C;")], options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
        .WithAnalyzers([new DefinitionAnalyzer()], new AnalyzerOptions([.. files], new GeneratorRun.Options("Tests")));
}

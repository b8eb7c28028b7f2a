using System.Globalization;
using GovReportSchema.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GovReportSchema.Tests.Readme;

/// <summary>Runs the generator on the definitions of a README.</summary>
internal static class ExampleDefinition
{
    /// <returns>The compilation with what was generated, and the mistakes as the build writes them.</returns>
    public static (Compilation Compilation, string Mistakes) Generate(Compilation compilation, IEnumerable<string> definitions)
    {
        var driver = CSharpGeneratorDriver.Create(new ReportGenerator())
            .AddAdditionalTexts([.. definitions.Select(definition => new Definition(definition))]);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var diagnostics);
        return (generated, string.Concat(diagnostics.Select(diagnostic => Write(diagnostic) + "\n")));
    }

    private static string Write(Diagnostic diagnostic)
    {
        var at = diagnostic.Location.GetLineSpan();
        var (line, column) = (at.StartLinePosition.Line + 1, at.StartLinePosition.Character + 1);
        return FormattableString.Invariant(
            $"{at.Path}({line},{column}): error {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
    }

    private sealed class Definition(string text) : AdditionalText
    {
        // A definition is called after its format.
        public override string Path { get; } = text.Split('\n').First(line => line.StartsWith("format: ", StringComparison.Ordinal))[8..] + ".report.yaml";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, System.Text.Encoding.UTF8);
    }
}

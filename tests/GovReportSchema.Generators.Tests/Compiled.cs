extern alias runtime;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GovReportSchema.Generators.Tests;

/// <summary>Compiles generated code as the project of a user with the strictest settings and the oldest language version served.</summary>
internal static class Compiled
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
            .Append(typeof(runtime::GovReportSchema.Report).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What the compiler has to say of the definition's code, warnings of the highest level included.</summary>
    /// <param name="definition">The text of the definition.</param>
    /// <param name="beside">C# that the user has beside it.</param>
    public static IReadOnlyList<string> Complaints(string definition, params string[] beside)
    {
        var run = new GeneratorRun(new TestFile("a.report.yaml", definition));
        Assert.DoesNotContain(run.Result.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return Complaints(run, beside);
    }

    public static IReadOnlyList<string> Complaints(GeneratorRun run, params string[] beside) =>
    [
        .. CSharpCompilation.Create(
            "User",
            [
                .. run.Result.GeneratedSources.Select(source => CSharpSyntaxTree.ParseText(source.SourceText, Parse, source.HintName)),
                .. beside.Select(text => CSharpSyntaxTree.ParseText(text, Parse)),
            ],
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999))
            .GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden)
            .Select(diagnostic => diagnostic.ToString()),
    ];
}

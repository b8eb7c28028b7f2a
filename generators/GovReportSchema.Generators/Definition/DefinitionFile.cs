using GovReportSchema.Generators.Definition.Extending;
using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GovReportSchema.Generators.Definition;

/// <summary>Tells definitions among the additional files of a project, and reads them.</summary>
internal static class DefinitionFile
{
    private static readonly string[] Endings = [".report.yaml", ".report.yml", ".report.json"];

    public static bool IsDefinition(string path) =>
        Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    public static DefinitionSource ReadText(AdditionalText file, string rootNamespace, CancellationToken cancellation) => Guard.Run(
        file.Path,
        () => DefinitionSource.Of(file.Path, file.GetText(cancellation)?.ToString(), rootNamespace, cancellation),
        fault => DefinitionSource.Failed(file.Path, fault));

    public static DefinitionResult Read(DefinitionInput input, CancellationToken cancellation) =>
        input.Source is { Fault: { } fault, Path: var path } ? Failed(path, fault) : Guard.Run(
            input.Source.Path,
            () => input.Source.Text is null ? Unreadable(input.Source.Path) : DefinitionReader.Read(input, cancellation),
            fault => Failed(input.Source.Path, fault));

    private static DefinitionResult Unreadable(string path)
    {
        var mistakes = new Mistakes(path);
        mistakes.Report(DiagnosticDescriptors.Unreadable, TextRange.FileStart, Path.GetFileName(path));
        return DefinitionResult.Failed(path, mistakes);
    }

    private static DefinitionResult Failed(string path, DiagnosticInfo fault)
    {
        var start = new LocationInfo(path, TextRange.FileStart);
        return new DefinitionResult(path, null, start, start, new[] { fault with { Location = start } }.ToEquatableArray());
    }
}

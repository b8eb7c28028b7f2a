using System.Collections.Immutable;
using GovReportSchema.Generators.Definition;
using GovReportSchema.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GovReportSchema.Generators;

/// <summary>
/// Shows an editor what is wrong with definitions, and gives advice on those that are in order. Editors show what a generator
/// reports of an additional file without its place or not before a build (dotnet/roslyn#49531); what an analyzer reports they show
/// where it stands, as it is typed.
/// </summary>
/// <remarks>
/// Mistakes are the generator's to report too: the compiler drops what analyzers have found once C# has an error, as it has where
/// a type is used whose definition is wrong, and a project may run no analyzers. A build still shows them once, since no analyzer
/// runs after an error that is not configurable. Advice is not worth failing for, and stands here alone.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DefinitionAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => DiagnosticDescriptors.All;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var (files, rootNamespace) =
                (start.Options.AdditionalFiles, ProjectOptions.RootNamespace(start.Options.AnalyzerConfigOptionsProvider));

            // All files together, since one may extend another; each then reports what lies in it. Two threads may both read
            // them, with the same outcome. Where one is cancelled, nothing is kept.
            ILookup<string, DiagnosticInfo>? found = null;
            start.RegisterAdditionalFileAction(file =>
            {
                var path = file.AdditionalFile.Path;
                if (DefinitionFile.IsDefinition(path))
                {
                    found ??= Find(files, rootNamespace, file.CancellationToken);
                    foreach (var info in found[path])
                    {
                        file.ReportDiagnostic(info.ToDiagnostic());
                    }
                }
            });
        });
    }

    private static ILookup<string, DiagnosticInfo> Find(
        ImmutableArray<AdditionalText> files, string rootNamespace, CancellationToken cancellation)
    {
        var definitions = DefinitionSet.Read(files, rootNamespace, cancellation);
        return definitions.Mistakes.Concat(definitions.Notes).ToLookup(info => info.Location!.Path, StringComparer.Ordinal);
    }
}

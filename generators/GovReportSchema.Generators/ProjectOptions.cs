using Microsoft.CodeAnalysis.Diagnostics;

namespace GovReportSchema.Generators;

/// <summary>What a project tells the compiler's extensions of itself.</summary>
internal static class ProjectOptions
{
    /// <summary>The namespace of definitions that name none; empty where the project has none.</summary>
    public static string RootNamespace(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var value) ? value : "";
}

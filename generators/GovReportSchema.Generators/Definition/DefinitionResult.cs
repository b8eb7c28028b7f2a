using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition;

/// <summary>What one definition file comes to.</summary>
/// <param name="Model">Null where the file has a mistake.</param>
/// <param name="FormatAt">Where its id stands, should another file have it too.</param>
/// <param name="TypeAt">Where its type's name stands.</param>
internal sealed record DefinitionResult(
    string Path,
    ReportModel? Model,
    LocationInfo FormatAt,
    LocationInfo TypeAt,
    EquatableArray<DiagnosticInfo> Mistakes)
{
    /// <summary>The format that it defines, whether or not it has a mistake; empty where that is not known.</summary>
    public string FormatId { get; init; } = "";

    /// <summary>The type that it defines, with its namespace; empty where that is not known.</summary>
    public string TypeName { get; init; } = "";

    /// <summary>What is no mistake, but may not be what was meant.</summary>
    public EquatableArray<DiagnosticInfo> Notes { get; init; }

    /// <summary>A file that cannot be read at all.</summary>
    public static DefinitionResult Failed(string path, Mistakes mistakes) =>
        new(path, null, mistakes.Locate(TextRange.FileStart), mistakes.Locate(TextRange.FileStart), mistakes.ToEquatableArray());
}

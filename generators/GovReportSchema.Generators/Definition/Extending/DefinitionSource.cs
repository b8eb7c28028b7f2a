using GovReportSchema.Generators.Definition.Yaml;
using GovReportSchema.Generators.Diagnostics;

namespace GovReportSchema.Generators.Definition.Extending;

/// <summary>One file as text, with what others need to know of it: its format and the one that it extends.</summary>
/// <param name="Text">Null where the file could not be read.</param>
/// <param name="FormatId">Null where it has none.</param>
/// <param name="Extends">Null where it extends no other.</param>
/// <param name="Fault">A fault of the generator itself.</param>
internal sealed record DefinitionSource(
    string Path, string? Text, string RootNamespace, string? FormatId, string? Extends, DiagnosticInfo? Fault)
{
    public static DefinitionSource Of(string path, string? text, string rootNamespace, CancellationToken cancellation)
    {
        // What is wrong with the text is reported when it is read for itself.
        var root = text is null ? null : YamlReader.Read(text, new Mistakes(path), cancellation) as MappingNode;
        return new DefinitionSource(path, text, rootNamespace, Value(root, "format"), Value(root, "extends"), null);
    }

    public static DefinitionSource Failed(string path, DiagnosticInfo fault) => new(path, null, "", null, null, fault);

    private static string? Value(MappingNode? root, string key) =>
        root?.Find(key)?.Value is ScalarNode { Value: { Length: > 0 } value } ? value : null;
}

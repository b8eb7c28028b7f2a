using System.Collections.Immutable;
using GovReportSchema.Generators.Definition.Extending;
using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GovReportSchema.Generators.Definition;

/// <summary>
/// The definitions of one compilation: what is emitted, and every mistake. A format id or a type that is given twice is
/// emitted once, from the first file.
/// </summary>
/// <param name="Models">One slot for each file, in order; null where nothing is emitted from it. An edit of one file then
/// leaves the slots of the others where they were, and what follows from them cached.</param>
/// <param name="Notes">Advice on files without a mistake.</param>
internal sealed record DefinitionSet(
    EquatableArray<ModelSlot> Models, EquatableArray<DiagnosticInfo> Mistakes, EquatableArray<DiagnosticInfo> Notes)
{
    /// <summary>The whole stage in one go, as the generator takes it step by step.</summary>
    public static DefinitionSet Read(IEnumerable<AdditionalText> files, string rootNamespace, CancellationToken cancellation)
    {
        var sources = files
            .Where(file => DefinitionFile.IsDefinition(file.Path))
            .Select(file => DefinitionFile.ReadText(file, rootNamespace, cancellation))
            .ToImmutableArray();
        return Of(sources.Select(source => DefinitionFile.Read(DefinitionInput.Of(source, sources), cancellation)).ToImmutableArray());
    }

    public static DefinitionSet Of(ImmutableArray<DefinitionResult> definitions)
    {
        var formats = new Dictionary<string, string>(StringComparer.Ordinal);
        // Hint names of generated files may not differ in case only.
        var types = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var slots = new List<ModelSlot>();
        var mistakes = new List<DiagnosticInfo>();
        foreach (var definition in definitions)
        {
            mistakes.AddRange(definition.Mistakes);
            var model = definition.Model;
            if (model is not null)
            {
                var typeName = $"{model.Namespace}.{model.TypeName}";
                var repeats = new[]
                {
                    formats.TryGetValue(model.FormatId, out var file)
                        ? Repeat(DiagnosticDescriptors.FormatDefinedTwice, definition.FormatAt, model.FormatId, file)
                        : null,
                    types.TryGetValue(typeName, out file)
                        ? Repeat(DiagnosticDescriptors.TypeDefinedTwice, definition.TypeAt, typeName, file)
                        : null,
                }.OfType<DiagnosticInfo>().ToList();
                mistakes.AddRange(repeats);
                if (repeats.Count > 0)
                {
                    model = null;
                }
                else
                {
                    var name = Path.GetFileName(definition.Path);
                    formats.Add(model.FormatId, name);
                    types.Add(typeName, name);
                }
            }

            slots.Add(new ModelSlot(model));
        }

        return new DefinitionSet(
            slots.ToEquatableArray(), mistakes.ToEquatableArray(), definitions.SelectMany(definition => definition.Notes).ToEquatableArray());
    }

    private static DiagnosticInfo Repeat(
        DiagnosticDescriptor descriptor, LocationInfo at, string name, string file) =>
        new(descriptor, at, new[] { name, file }.ToEquatableArray());
}

internal sealed record ModelSlot(ReportModel? Model);

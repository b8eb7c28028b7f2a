using System.Collections.Immutable;
using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition;

/// <summary>
/// The definitions of one compilation: what is emitted, and every mistake. A format id or a type that is given twice is
/// emitted once, from the first file.
/// </summary>
/// <param name="Models">One slot for each file, in order; null where nothing is emitted from it. An edit of one file then
/// leaves the slots of the others where they were, and what follows from them cached.</param>
internal sealed record DefinitionSet(EquatableArray<ModelSlot> Models, EquatableArray<DiagnosticInfo> Mistakes)
{
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
            mistakes.AddRange(definition.Notes);
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

        return new DefinitionSet(slots.ToEquatableArray(), mistakes.ToEquatableArray());
    }

    private static DiagnosticInfo Repeat(
        Microsoft.CodeAnalysis.DiagnosticDescriptor descriptor, LocationInfo at, string name, string file) =>
        new(descriptor, at, new[] { name, file }.ToEquatableArray());
}

internal sealed record ModelSlot(ReportModel? Model);

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
            var repeats = new[]
            {
                Repeat(DiagnosticDescriptors.FormatDefinedTwice, formats, definition.FormatId, definition.FormatAt),
                Repeat(DiagnosticDescriptors.TypeDefinedTwice, types, definition.TypeName, definition.TypeAt),
            }.OfType<DiagnosticInfo>().ToList();
            mistakes.AddRange(repeats);
            slots.Add(new ModelSlot(repeats.Count > 0 ? null : definition.Model));
        }

        return new DefinitionSet(
            slots.ToEquatableArray(), mistakes.ToEquatableArray(), definitions.SelectMany(definition => definition.Notes).ToEquatableArray());
    }

    /// <summary>Takes a name for the file in which it stands; the mistake, where another file has it.</summary>
    private static DiagnosticInfo? Repeat(DiagnosticDescriptor descriptor, Dictionary<string, string> taken, string name, LocationInfo at)
    {
        if (name.Length > 0 && taken.TryGetValue(name, out var file))
        {
            return new(descriptor, at, new[] { name, file }.ToEquatableArray());
        }

        taken[name] = Path.GetFileName(at.Path);
        return null;
    }
}

internal sealed record ModelSlot(ReportModel? Model);

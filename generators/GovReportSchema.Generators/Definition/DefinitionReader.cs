using System.Collections.Immutable;
using GovReportSchema.Generators.Definition.Analysis;
using GovReportSchema.Generators.Definition.Extending;
using GovReportSchema.Generators.Definition.Rules;
using GovReportSchema.Generators.Definition.Yaml;
using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition;

/// <summary>Reads a definition into a checked model. It throws on no input: what is wrong with a file becomes mistakes.</summary>
internal static class DefinitionReader
{
    /// <param name="path">The file, as diagnostics name it.</param>
    /// <param name="rootNamespace">The project's root namespace; empty where it has none.</param>
    public static DefinitionResult Read(string path, string text, string rootNamespace, CancellationToken cancellation) =>
        Read(DefinitionInput.Of(DefinitionSource.Of(path, text, rootNamespace, cancellation), ImmutableArray<DefinitionSource>.Empty), cancellation);

    public static DefinitionResult Read(DefinitionInput input, CancellationToken cancellation)
    {
        var mistakes = new Mistakes(input.Source.Path);
        if (ReadTree(input, mistakes, cancellation) is not { } tree)
        {
            return DefinitionResult.Failed(input.Source.Path, mistakes);
        }

        var model = ReadReport(tree, input.Source.RootNamespace, mistakes, cancellation);
        return new DefinitionResult(
            input.Source.Path,
            mistakes.Any ? null : model with { Bases = input.BaseIds },
            mistakes.Locate(tree.Find("format")?.Value.Range ?? TextRange.FileStart),
            mistakes.Locate(tree.Find("type")?.Value.Range ?? TextRange.FileStart),
            mistakes.ToEquatableArray())
        {
            FormatId = model.FormatId,
            TypeName = model.TypeName.Length == 0 ? "" : $"{model.Namespace}.{model.TypeName}",
            Notes = mistakes.Notes,
        };
    }

    /// <summary>Reads the keys of a definition, with those that it inherits; null, and mistakes, where there are none.</summary>
    public static MappingNode? ReadTree(DefinitionInput input, Mistakes mistakes, CancellationToken cancellation)
    {
        switch (YamlReader.Read(input.Source.Text!, mistakes, cancellation))
        {
            case null:
                return null;
            case MappingNode mapping:
                return Extension.Apply(mapping, input, mistakes, cancellation);
            case var root:
                mistakes.Report(
                    DiagnosticDescriptors.ExpectedMapping, root.Range,
                    "The definition", root.Description, "'format: disclosure-2021' and the other keys, one a line");
                return null;
        }
    }

    public static ReportModel ReadReport(
        MappingNode tree, string rootNamespace, Mistakes mistakes, CancellationToken cancellation)
    {
        var report = new KeyedReader(tree, "the definition", tree.Range, mistakes);
        report.Refuse(DefinitionKeys.Definition);
        var header = HeaderReader.Read(report, mistakes);
        var headerCells = header.Texts.Count(text => text.Cell is not null);
        var sections = SectionsReader.Read(report, headerCells, mistakes);
        var typeName = HeadReader.ReadTypeName(report, mistakes);
        CheckTopLevel(report, typeName, mistakes);
        cancellation.ThrowIfCancellationRequested();

        var tables = sections.Select(section => section.Table).OfType<Tables.Table>().ToList();
        var cellCount = SectionsReader.CountCells(tables);
        var isComplete = tables.TrueForAll(table => table.IsComplete)
            && report.Find("sections")?.Value is MappingNode { Entries: var entries } && entries.Count == sections.Count;
        IReadOnlyList<RuleModel> rules = [];
        if (cellCount <= SectionsReader.MostCells)
        {
            var reader = new RulesReader(tables, isComplete, mistakes);
            rules = reader.Read(report);
            if (!mistakes.Any)
            {
                new RuleAnalysis(rules, CellTypes.Of(tables), new EntryMap(tables), reader.Places, mistakes).Run(cancellation);
                new Coverage(tables, rules, mistakes).Run(
                    new KeyedReader((MappingNode)report.Find("sections")!.Value, "'sections'", tree.Range, mistakes));
            }
        }

        return new ReportModel(
            HeadReader.ReadFormatId(report, mistakes),
            HeadReader.ReadNamespace(report, rootNamespace, mistakes),
            typeName,
            report.Label("title", isRequired: true) ?? new LabelModel("", ""),
            HeadReader.ReadSource(report, mistakes),
            HeadReader.ReadYears(report, mistakes),
            header.Texts.ToEquatableArray(),
            header.YearLabel,
            sections.Select(section => section.ToModel()).ToEquatableArray(),
            rules.ToEquatableArray(),
            (int)Math.Min(cellCount + headerCells, int.MaxValue),
            (int)Math.Min(tables.SelectMany(table => table.Blocks).Sum(block => block.FixedCells), int.MaxValue));
    }

    /// <summary>Header texts and sections are members of one JSON object and properties of one class.</summary>
    private static void CheckTopLevel(KeyedReader report, string typeName, Mistakes mistakes)
    {
        var headers = HeaderReader.AddedNames(report).ToList();
        var sections = report.Find("sections")?.Value is MappingNode mapping ? mapping.Entries.Select(entry => entry.Key).ToList() : [];
        foreach (var (names, of) in new[] { (headers, "a header text"), (sections, "a section") })
        {
            foreach (var name in names.Where(name => MemberNames.CheckSpelling(name, mistakes)))
            {
                var reason = PropertyName.Of(name.Value) == typeName
                    ? $"its C# property would bear the name of its class, '{typeName}'"
                    : ReservedNames.Reason(name.Value, isTopLevel: true);
                if (reason is not null)
                {
                    mistakes.Report(DiagnosticDescriptors.ReservedName, name.Range, name.Value, of, reason);
                }
            }
        }

        MemberNames.CheckObject(
            headers.Concat(sections).Select(name => (name.Value, name.Range)), "header texts and sections share the report's object", mistakes);
    }
}

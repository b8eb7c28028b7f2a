using GovReportSchema.Generators.Definition.Yaml;
using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Extending;

/// <summary>Lays a definition over those that it extends.</summary>
internal static class Extension
{
    /// <summary>The definition with what it inherits; itself, where it extends none; null, and mistakes, where that cannot be done.</summary>
    public static MappingNode? Apply(MappingNode own, DefinitionInput input, Mistakes mistakes, CancellationToken cancellation)
    {
        if (own.Find("extends") is null)
        {
            return own;
        }

        if (new KeyedReader(own, "the definition", own.Range, mistakes).Text("extends") is not { } id)
        {
            return null;
        }

        if (input.Problem is { } problem)
        {
            Report(problem, id, mistakes);
            return null;
        }

        if (ReadBase(input, cancellation) is not { } tree)
        {
            mistakes.Report(DiagnosticDescriptors.BaseHasMistakes, id.Range, Shown.Text(id.Value));
            return null;
        }

        var inherited = InheritedTree.At(id.Range, WithoutIdentity(tree));
        var merger = new TreeMerger(mistakes);
        var merged = merger.Merge(inherited, own);
        new DropCheck(merged, id.Range, mistakes).Check(merger.Dropped);
        if (mistakes.Any)
        {
            // What is inherited is in order where it stands. What is found wrong with it from here on comes of what was reported.
            mistakes.Ignore(id.Range);
        }

        return merged;
    }

    /// <summary>The tree of the definition that is extended; null where it is not in order itself.</summary>
    private static MappingNode? ReadBase(DefinitionInput input, CancellationToken cancellation)
    {
        var nearest = DefinitionSource.Of(input.Source.Path, input.Bases[0], input.Source.RootNamespace, cancellation);
        var mistakes = new Mistakes(input.Source.Path);
        var tree = DefinitionReader.ReadTree(
            new DefinitionInput(nearest, input.Bases.Skip(1).ToEquatableArray(), null), mistakes, cancellation);
        if (tree is not null)
        {
            DefinitionReader.ReadReport(tree, input.Source.RootNamespace, mistakes, cancellation);
        }

        return mistakes.Any ? null : tree;
    }

    // A format and a type are named once; everything else is inherited.
    private static MappingNode WithoutIdentity(MappingNode tree) =>
        new([.. tree.Entries.Where(entry => entry.Key.Value is not ("format" or "type" or "extends"))], tree.Range);

    private static void Report(BaseProblem problem, ScalarNode id, Mistakes mistakes)
    {
        var (descriptor, rest) = problem.Kind switch
        {
            BaseProblemKind.Unknown => (DiagnosticDescriptors.UnknownBase, problem.Suggestion),
            BaseProblemKind.Itself => (DiagnosticDescriptors.ExtendsItself, "its own id; give it another 'format'"),
            _ => (DiagnosticDescriptors.ExtendsItself, "one that in the end extends this one again"),
        };
        mistakes.Report(descriptor, id.Range, Shown.Text(id.Value), rest);
    }
}

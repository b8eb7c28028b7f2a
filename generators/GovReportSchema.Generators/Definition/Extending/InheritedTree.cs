using GovReportSchema.Generators.Diagnostics;

namespace GovReportSchema.Generators.Definition.Extending;

/// <summary>
/// The tree of the extended definition as the extending one sees it: with all of it standing where <c>extends</c> does. So a
/// mistake that comes of what is inherited has a place in the file that can be mended.
/// </summary>
internal static class InheritedTree
{
    public static MappingNode At(TextRange place, MappingNode tree) => (MappingNode)Move(tree, place);

    private static DefinitionNode Move(DefinitionNode node, TextRange place) => node switch
    {
        MappingNode mapping => new MappingNode(
            [.. mapping.Entries.Select(entry => new MappingEntry((ScalarNode)Move(entry.Key, place), Move(entry.Value, place)))], place),
        SequenceNode sequence => new SequenceNode([.. sequence.Items.Select(item => Move(item, place))], place),
        ScalarNode scalar => new ScalarNode(scalar.Value, place, content: null),
        _ => node,
    };
}

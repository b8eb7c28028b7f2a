using GovReportSchema.Generators.Diagnostics;

namespace GovReportSchema.Generators.Definition;

/// <summary>A node of a definition's text, with its place. Readers see these only, never the YAML library's own types.</summary>
internal abstract class DefinitionNode(TextRange range)
{
    public TextRange Range { get; } = range;

    /// <summary>What the node is, in the words of a message.</summary>
    public abstract string Description { get; }
}

/// <param name="content">Where the value stands letter for letter on one line of the text; null where it is folded or escaped.</param>
internal sealed class ScalarNode(string value, TextRange range, TextRange? content) : DefinitionNode(range)
{
    public string Value { get; } = value;

    public override string Description => Value.Length == 0 ? "empty" : $"the text '{Shown.Text(Value)}'";

    /// <summary>The place of a part of the value; of the whole node, where the text does not show the value as it is.</summary>
    public TextRange Part(int offset, int length) => content is { } place ? place.Part(offset, length) : Range;
}

internal sealed class SequenceNode(List<DefinitionNode> items, TextRange range) : DefinitionNode(range)
{
    public List<DefinitionNode> Items { get; } = items;

    public override string Description => "a list";
}

internal sealed class MappingNode(List<MappingEntry> entries, TextRange range) : DefinitionNode(range)
{
    /// <summary>In the order of the text, each key once.</summary>
    public List<MappingEntry> Entries { get; } = entries;

    /// <summary>What a definition adds by it to those that it extends; null where it is inherited.</summary>
    public Addition? Addition { get; init; }

    public override string Description => "a mapping";

    public MappingEntry? Find(string key) => Entries.Find(entry => entry.Key.Value == key);
}

/// <param name="Beside">The inherited names, of which one may be meant.</param>
internal sealed record Addition(string Name, IReadOnlyList<string> Beside);

/// <param name="HasColon">Whether a colon stands after the key; without one, what stands between two commas is a key too.</param>
internal sealed record MappingEntry(ScalarNode Key, DefinitionNode Value, bool HasColon = true);

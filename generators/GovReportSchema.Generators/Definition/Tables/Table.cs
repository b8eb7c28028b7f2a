using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Tables;

/// <summary>A section that is a table, as read.</summary>
/// <param name="IsComplete">Whether each of its blocks could be laid out. Where one could not, its rules are read but their
/// references are not looked up: what they name may stand in the part that is wrong.</param>
/// <param name="Rules">The mapping of its rules; null where it has none.</param>
internal sealed record Table(
    string Member, LabelModel Label, IReadOnlyList<Block> Blocks, bool IsComplete, KeyedReader? Rules)
{
    public TableModel ToModel() => new(Member, Label, Blocks.Select(block => block.ToModel()).ToEquatableArray());
}

using GovReportSchema.Generators.Definition.Tables;
using GovReportSchema.Generators.Diagnostics;

namespace GovReportSchema.Generators.Definition.Rules;

/// <summary>A row or column, or a group, that is a part of the sibling before it (其中), and need not be all of it.</summary>
/// <param name="Rule">The rule that says so.</param>
/// <param name="Parts">What it counts by.</param>
/// <param name="Whole">What the sibling counts by.</param>
internal sealed record OfWhich(Block Block, AxisKind Kind, ScalarNode Rule, IReadOnlyList<AxisNode> Parts, IReadOnlyList<AxisNode> Whole)
{
    private const string Default = "ofWhich";

    /// <summary>The rule's name: one for the whole table where the definition says only <c>true</c>.</summary>
    public string RuleName => Rule.Value == "true" ? Default : Rule.Value;

    /// <summary>The leaf that the rule is about; null where all that it names repeats, so that it is about no one cell.</summary>
    private AxisNode? Subject => (Parts.Count > 1 && Whole.Count == 1 ? Whole.Concat(Parts) : Parts.Concat(Whole))
        .FirstOrDefault(leaf => leaf.Repeating is null || leaf.Repeating == Entered);

    /// <summary>The row that repeats and in whose entries the rule holds; null where it holds once.</summary>
    private AxisNode? Entered => Parts[0].Repeating == Whole[0].Repeating ? Parts[0].Repeating : null;

    public static IEnumerable<OfWhich> Find(Table table, WorkLimit limit, Mistakes mistakes) =>
        from block in table.Blocks
        from kind in new[] { AxisKind.Column, AxisKind.Row }
        from found in Find(block, kind, block.Axis(kind).Roots, limit, mistakes)
        select found;

    /// <summary>Where it holds: in each cell of its row or column. It is about the part, or, where that is many, about the whole.</summary>
    public RuleSite ToSite()
    {
        var subject = Subject!;
        return new RuleSite(
            Block.Places(Kind),
            Block.OffsetOf(Kind, subject),
            [
                .. Parts.Select(part => Totals.TermOf(Block, Kind, part, ExactNumber.One, Entered)),
                .. Whole.Select(part => Totals.TermOf(Block, Kind, part, -ExactNumber.One, Entered)),
            ],
            ExactNumber.Zero);
    }

    private static IEnumerable<OfWhich> Find(
        Block block, AxisKind kind, IReadOnlyList<AxisNode> siblings, WorkLimit limit, Mistakes mistakes)
    {
        var whole = new List<AxisNode>();
        foreach (var node in siblings)
        {
            foreach (var found in Find(block, kind, node.Children, limit, mistakes))
            {
                yield return found;
            }

            if (node.OfWhichRule is not { } rule)
            {
                whole = [];
                Totals.AddCounted(node, whole, limit);
                continue;
            }

            var parts = new List<AxisNode>();
            Totals.AddCounted(node, parts, limit);
            limit.Take((parts.Count + whole.Count) * block.Places(kind).Count);
            if (whole.Count == 0 && !limit.IsExceeded)
            {
                mistakes.Report(DiagnosticDescriptors.PartOfNothing, rule.Range, Shown.Text(node.Member));
            }
            else if (parts.Count > 0 && whole.Count > 0)
            {
                var found = new OfWhich(block, kind, rule, parts, whole);
                if (found.Subject is not null)
                {
                    yield return found;
                    continue;
                }

                mistakes.Report(
                    DiagnosticDescriptors.DoesNotGo, rule.Range,
                    "ofWhich", $"'repeat' of '{Shown.Text(node.Member)}'", "what it is part of repeats too, so the rule would be about no one cell");
            }
        }
    }
}

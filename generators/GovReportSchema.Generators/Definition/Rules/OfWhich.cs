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

    public static IEnumerable<OfWhich> Find(Table table, WorkLimit limit, Mistakes mistakes) =>
        from block in table.Blocks
        from kind in new[] { AxisKind.Column, AxisKind.Row }
        from found in Find(block, kind, block.Axis(kind).Roots, limit, mistakes)
        select found;

    /// <summary>Where it holds: in each cell of its row or column. It is about the part, or, where that is many, about the whole.</summary>
    public RuleSite ToSite()
    {
        var ground = Totals.GroundOf(Block, Kind);
        var subject = Parts.Count > 1 && Whole.Count == 1 ? Whole[0] : Parts[0];
        return new RuleSite(
            ground.Places,
            subject.Index * ground.Stride,
            [
                .. Parts.Select(part => new SiteTerm(part.Index * ground.Stride, false, ExactNumber.One)),
                .. Whole.Select(part => new SiteTerm(part.Index * ground.Stride, false, -ExactNumber.One)),
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
            limit.Take((parts.Count + whole.Count) * (block.CellCount / block.Axis(kind).Leaves.Count));
            if (whole.Count == 0 && !limit.IsExceeded)
            {
                mistakes.Report(DiagnosticDescriptors.PartOfNothing, rule.Range, Shown.Text(node.Member));
            }
            else if (parts.Count > 0)
            {
                yield return new OfWhich(block, kind, rule, parts, whole);
            }
        }
    }
}

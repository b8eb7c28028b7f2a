using GovReportSchema.Generators.Definition.Tables;
using GovReportSchema.Generators.Diagnostics;

namespace GovReportSchema.Generators.Definition.Rules;

/// <summary>A leaf that is a total, and the leaves that it sums.</summary>
internal sealed record Total(Block Block, AxisKind Kind, AxisNode Leaf, IReadOnlyList<AxisNode> Parts)
{
    /// <summary>Where the total holds: in each cell of its row or column.</summary>
    public RuleSite ToSite()
    {
        var subject = new SiteTerm(Block.OffsetOf(Kind, Leaf), false, ExactNumber.One);
        return new RuleSite(
            Block.Places(Kind),
            subject.Offset,
            [subject, .. Parts.Select(part => Totals.TermOf(Block, Kind, part, -ExactNumber.One, Leaf.Repeating))],
            ExactNumber.Zero);
    }
}

/// <summary>Draws sums from the trees of rows and columns.</summary>
internal static class Totals
{
    /// <summary>The totals of a table, in the order of its blocks, columns before rows.</summary>
    public static IEnumerable<Total> Find(Table table, WorkLimit limit, Mistakes mistakes) =>
        from block in table.Blocks
        from kind in new[] { AxisKind.Column, AxisKind.Row }
        from total in Find(block, kind, block.Axis(kind).Roots, limit, mistakes)
        select total;

    /// <summary>What a leaf counts by in a sum: of a row that repeats, all its entries, unless the sum itself stands in an entry.</summary>
    public static SiteTerm TermOf(Block block, AxisKind kind, AxisNode leaf, ExactNumber coefficient, AxisNode? entered) =>
        new(block.OffsetOf(kind, leaf), false, coefficient, leaf.Repeating is not null && leaf.Repeating != entered);

    /// <summary>The leaves under a node, or the leaf itself; totals are not counted, their parts are.</summary>
    public static IEnumerable<AxisNode> LeavesOf(AxisNode node) =>
        node.IsGroup ? node.Children.Where(child => child.IsCounted).SelectMany(LeavesOf) : [node];

    private static IEnumerable<Total> Find(
        Block block, AxisKind kind, IReadOnlyList<AxisNode> siblings, WorkLimit limit, Mistakes mistakes)
    {
        for (var i = 0; i < siblings.Count; i++)
        {
            foreach (var total in Find(block, kind, siblings[i].Children, limit, mistakes))
            {
                yield return total;
            }

            if (siblings[i].TotalRule is { } rule)
            {
                var parts = PartsBefore(siblings, i, limit);
                var acrossCells = block.Places(kind).Count;
                limit.Take((parts.Count + 1) * acrossCells);
                if (parts.Count == 0 && !limit.IsExceeded)
                {
                    mistakes.Report(DiagnosticDescriptors.NothingToSum, rule.Range, Shown.Text(siblings[i].Member));
                }

                yield return new Total(block, kind, siblings[i], parts);
            }
        }
    }

    // A total among the siblings (a subtotal) is left out, since its parts are there themselves.
    private static List<AxisNode> PartsBefore(IReadOnlyList<AxisNode> siblings, int total, WorkLimit limit)
    {
        var parts = new List<AxisNode>();
        for (var i = 0; i < total && limit.Take(1); i++)
        {
            if (siblings[i].IsCounted)
            {
                AddCounted(siblings[i], parts, limit);
            }
        }

        return parts;
    }

    /// <summary>Adds what a node counts by in a sum above it: of a group with a total, that total, and what stands after it.</summary>
    public static void AddCounted(AxisNode node, List<AxisNode> parts, WorkLimit limit)
    {
        if (!node.IsGroup)
        {
            parts.Add(node);
            return;
        }

        var first = parts.Count;
        foreach (var child in node.Children)
        {
            if (!limit.Take(1))
            {
                return;
            }

            if (child.TotalRule is not null)
            {
                parts.RemoveRange(first, parts.Count - first);
                parts.Add(child);
            }
            else if (child.IsCounted)
            {
                AddCounted(child, parts, limit);
            }
        }
    }
}

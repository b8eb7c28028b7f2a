using GovReportSchema.Generators.Definition.Tables;
using GovReportSchema.Generators.Diagnostics;

namespace GovReportSchema.Generators.Definition.Rules;

/// <summary>A leaf that is a total, and the leaves that it sums.</summary>
internal sealed record Total(Block Block, AxisKind Kind, AxisNode Leaf, IReadOnlyList<AxisNode> Parts)
{
    /// <summary>Where the total holds: in each cell of its row or column.</summary>
    public RuleSite ToSite()
    {
        var (places, stride) = Totals.GroundOf(Block, Kind);
        var subject = new SiteTerm(Leaf.Index * stride, false, ExactNumber.One);
        return new RuleSite(
            places,
            subject.Offset,
            [subject, .. Parts.Select(part => new SiteTerm(part.Index * stride, false, -ExactNumber.One))],
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

    /// <summary>The places at which a sum along an axis stands, and how far its leaves lie apart.</summary>
    public static (IReadOnlyList<int> Places, int Stride) GroundOf(Block block, AxisKind kind)
    {
        var columns = block.Columns.Leaves.Count;
        return kind == AxisKind.Row
            ? ([.. Enumerable.Range(block.FirstCell, columns)], columns)
            : ([.. Enumerable.Range(0, block.Rows.Leaves.Count).Select(row => block.FirstCell + (row * columns))], 1);
    }

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
                var acrossCells = block.CellCount / block.Axis(kind).Leaves.Count;
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

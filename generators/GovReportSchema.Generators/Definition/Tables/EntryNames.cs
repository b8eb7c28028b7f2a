using GovReportSchema.Generators.Diagnostics;

namespace GovReportSchema.Generators.Definition.Tables;

/// <summary>Checks that the rows that repeat do not nest, and that the key of an entry is none of its other members.</summary>
internal static class EntryNames
{
    public static void Check(Block block, Mistakes mistakes)
    {
        foreach (var row in block.Repeats)
        {
            foreach (var inner in Within(row.Children))
            {
                mistakes.Report(DiagnosticDescriptors.NestedRepeat, inner.RepeatAt, Shown.Text(inner.Member), Shown.Text(row.Member));
                inner.Repeat = null;
            }

            var members = row.IsGroup ? row.Children : block.Columns.Roots;
            MemberNames.CheckObject(
                MemberNames.Flatten(members).Select(node => (node.Member, node.At)).Append((row.Repeat!.Key, row.RepeatAt)),
                $"the key of '{row.Member}' stands beside the {(row.IsGroup ? "rows" : "columns")} of each entry",
                mistakes, onlyLast: true);
        }
    }

    private static IEnumerable<AxisNode> Within(IEnumerable<AxisNode> rows) =>
        rows.SelectMany(row => (row.Repeat is null ? [] : (AxisNode[])[row]).Concat(Within(row.Children)));
}

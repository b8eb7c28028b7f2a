using GovReportSchema.Generators.Definition.Tables;
using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Analysis;

/// <summary>Finds cells that no rule looks at, and totals that nothing sums.</summary>
internal sealed class Coverage(IReadOnlyList<Table> tables, IReadOnlyList<RuleModel> rules, Mistakes mistakes)
{
    private static readonly string[] WordsForTotal = ["总计", "合计", "小计"];

    private readonly HashSet<int> _touched = [.. Cells(rules, (axis, place) => axis.Terms.Select(term => place + term.Offset))];
    private readonly HashSet<int> _summed =
        [.. Cells(rules.Where(rule => rule.Relation == RuleRelation.Equal), (axis, place) => [place + axis.Subject])];

    public void Run(KeyedReader sections)
    {
        foreach (var table in tables)
        {
            FindTotals(table);
            FindUntouched(table, sections.Find(table.Member)!.Key.Range);
        }
    }

    private void FindTotals(Table table)
    {
        foreach (var block in table.Blocks)
        {
            foreach (var row in block.Rows.Leaves.Where(IsCalledTotal))
            {
                FindTotal(row, "row", block.Columns.Leaves.Where(column => Block.TypeOf(row, column).IsNumber).Select(column => Block.CellOf(row, column)));
            }

            foreach (var column in block.Columns.Leaves.Where(IsCalledTotal))
            {
                FindTotal(column, "column", block.Rows.Leaves.Where(row => Block.TypeOf(row, column).IsNumber).Select(row => Block.CellOf(row, column)));
            }
        }
    }

    private void FindTotal(AxisNode leaf, string noun, IEnumerable<int> cells)
    {
        // A single one may be summed across, where a row and a column of totals meet.
        if (!cells.All(_summed.Contains))
        {
            mistakes.Note(DiagnosticDescriptors.TotalOfNoRule, leaf.At, noun, leaf.Member, Shown.Text(leaf.Label.Zh));
        }
    }

    private void FindUntouched(Table table, TextRange at)
    {
        var free = (
            from block in table.Blocks
            from row in block.Rows.Leaves
            from column in block.Columns.Leaves
            // No rule can look at a text.
            where !_touched.Contains(Block.CellOf(row, column)) && Block.TypeOf(row, column).Kind != CellKind.Text
            select $"{row.Path}.{column.Path}").ToList();
        if (free.Count > 0)
        {
            mistakes.Note(DiagnosticDescriptors.CellsOfNoRule, at, Invariant.Text(free.Count), table.Member, free[0]);
        }
    }

    private static bool IsCalledTotal(AxisNode leaf) =>
        leaf.TotalRule is null && Array.Exists(WordsForTotal, word => leaf.Label.Zh.Contains(word));

    private static IEnumerable<int> Cells(IEnumerable<RuleModel> rules, Func<AxisModel, int, IEnumerable<int>> cells) =>
        from rule in rules
        from axis in rule.Axes
        from place in axis.Places
        from cell in cells(axis, place)
        select cell;
}

using GovReportSchema.Generators.Definition.Tables;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Rules;

/// <summary>What each cell of the report holds, by its number.</summary>
internal static class CellTypes
{
    public static IReadOnlyList<CellTypeModel> Of(IEnumerable<Table> tables) =>
        [.. from cell in (
                from table in tables
                from block in table.Blocks
                from row in block.Rows.Leaves
                from column in block.Columns.Leaves
                select (Cell: Block.CellOf(row, column), Type: Block.TypeOf(row, column)))
            orderby cell.Cell
            select cell.Type];
}

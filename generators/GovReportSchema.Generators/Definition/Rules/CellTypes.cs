using GovReportSchema.Generators.Definition.Tables;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Rules;

/// <summary>What each cell of the report holds, by its number.</summary>
internal static class CellTypes
{
    public static IReadOnlyList<CellTypeModel> Of(IEnumerable<Table> tables)
    {
        var types = new List<CellTypeModel>();
        foreach (var (cell, type) in
            from table in tables
            from block in table.Blocks
            from row in block.Rows.Leaves
            from column in block.Columns.Leaves
            orderby row.FirstCell
            select (Block.CellOf(row, column), Block.TypeOf(row, column)))
        {
            // Between them lie cells of the header, at which no rule looks.
            while (types.Count < cell)
            {
                types.Add(CellTypeModel.Count);
            }

            types.Add(type);
        }

        return types;
    }
}

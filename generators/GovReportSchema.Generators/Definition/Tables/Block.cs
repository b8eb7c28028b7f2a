using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Tables;

/// <summary>Rows and columns that lie in one run of cells: a table, or one block of it.</summary>
internal sealed class Block(string? name, LabelModel? heading, Axis rows, Axis columns, TextRange at, bool isComplete)
{
    public string? Name { get; } = name;

    public Axis Rows { get; } = rows;

    public Axis Columns { get; } = columns;

    public TextRange At { get; } = at;

    public bool IsComplete { get; } = isComplete;

    public int FirstCell { get; set; }

    public long CellCount => (long)Rows.Leaves.Count * Columns.Leaves.Count;

    public Axis Axis(AxisKind kind) => kind == AxisKind.Row ? Rows : Columns;

    public int CellOf(AxisNode row, AxisNode column) => FirstCell + (row.Index * Columns.Leaves.Count) + column.Index;

    public static CellTypeModel TypeOf(AxisNode row, AxisNode column) => row.Cell ?? column.Cell ?? CellTypeModel.Count;

    /// <summary>
    /// Checks that each cell takes its type from one side, and gives what the table's <c>cells</c> say to the leaves that
    /// say nothing: rows, where a row says what its cells hold, else columns.
    /// </summary>
    public void SettleTypes(CellTypeModel? fallback, Mistakes mistakes)
    {
        var column = Columns.Leaves.FirstOrDefault(leaf => leaf.Cell is not null);
        var typedRows = Rows.Leaves.Where(leaf => leaf.Cell is not null).ToList();
        if (column is not null)
        {
            foreach (var row in typedRows)
            {
                mistakes.Report(
                    DiagnosticDescriptors.TypeGivenTwice, row.At,
                    row.Path, column.Path, Invariant.Line(column.At.StartLine));
            }
        }

        foreach (var leaf in typedRows.Count > 0 ? Rows.Leaves : Columns.Leaves)
        {
            leaf.Cell ??= fallback;
        }
    }

    public BlockModel ToModel() => new(
        Name,
        heading,
        Columns.Roots.Select(node => node.ToModel()).ToEquatableArray(),
        Rows.Roots.Select(node => node.ToModel()).ToEquatableArray(),
        FirstCell);
}

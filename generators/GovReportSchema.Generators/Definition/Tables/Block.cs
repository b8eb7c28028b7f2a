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

    /// <summary>The rows that repeat, in order.</summary>
    public IEnumerable<AxisNode> Repeats => RepeatsOf(Rows.Roots);

    /// <summary>How many cells stand once.</summary>
    public long FixedCells => (long)Rows.Leaves.Count(row => row.Repeating is null) * Columns.Leaves.Count;

    /// <summary>How many cells an entry of a row that repeats has.</summary>
    public long CellsOf(AxisNode repeat) => (long)Rows.Leaves.Count(row => row.Repeating == repeat) * Columns.Leaves.Count;

    public Axis Axis(AxisKind kind) => kind == AxisKind.Row ? Rows : Columns;

    public static int CellOf(AxisNode row, AxisNode column) => row.FirstCell + column.Index;

    /// <summary>The places at which a rule along an axis holds: each column, for one that names rows, and each row for one that names columns.</summary>
    public IReadOnlyList<int> Places(AxisKind kind) => kind == AxisKind.Row
        ? [.. Enumerable.Range(FirstCell, Columns.Leaves.Count)]
        : [.. Rows.Leaves.Select(row => row.FirstCell)];

    /// <summary>How far the cell of a leaf lies from such a place.</summary>
    public int OffsetOf(AxisKind kind, AxisNode leaf) => kind == AxisKind.Row ? leaf.FirstCell - FirstCell : leaf.Index;

    private static IEnumerable<AxisNode> RepeatsOf(IEnumerable<AxisNode> rows) =>
        rows.SelectMany(row => row.Repeat is null ? RepeatsOf(row.Children) : [row]);

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

using System.Globalization;
using System.Text;

namespace GovReportSchema.Tests.Making;

/// <summary>
/// A form of 5,000 cells, as yearbooks of statistics have them: five tables of a hundred rows and ten columns, with a total at the
/// end of each row and of each column. It is made by code, as a definition for the generator and as the descriptor that comes of it.
/// </summary>
internal static class LargeForm
{
    public const int Tables = 5;
    public const int Rows = 100;
    public const int Columns = 10;

    /// <summary>One table holds money; the others count.</summary>
    public const int MoneyTable = 2;

    private const int MoneyScale = 2;

    public static ReportFormat Descriptor { get; } = new(
        "large-form",
        new("统计年报", "Statistical yearbook"),
        new(null, null, null),
        new(2000, null),
        [new("agency", new("机关名称", "Name of the body"), BlankPolicy.Error)],
        new("年度", "Year"),
        [
            .. Enumerable.Range(0, Tables).Select(TableOf),
            new Narrative("notes", new("说明", "Notes")),
        ],
        [.. Enumerable.Range(0, Tables).SelectMany(RulesOf)],
        textBytes => new LargeReport(textBytes));

    /// <summary>The definition in YAML from which the generator makes the same form.</summary>
    public static string Definition()
    {
        var yaml = new StringBuilder("""
            format: large-form
            type: LargeForm
            namespace: Large
            title: { zh: 统计年报, en: Statistical yearbook }
            years: 2000-
            sections:

            """);
        for (var table = 0; table < Tables; table++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  {TableName(table)}:\n    zh: 表{table}\n    en: Table {table}\n");
            yaml.Append(table == MoneyTable ? "    cells: { kind: decimal, unit: 万元, scale: 2 }\n" : "");
            yaml.Append("    columns:\n").AppendJoin("", Enumerable.Range(0, Columns).Select(column =>
                FormattableString.Invariant($"      {ColumnName(column)}: {{ zh: 列{column}, en: Column {column}{(column == Columns - 1 ? ", total: rowTotal" : "")} }}\n")));
            yaml.Append("    rows:\n").AppendJoin("", Enumerable.Range(0, Rows).Select(row =>
                FormattableString.Invariant($"      {RowName(row)}: {{ zh: 行{row}, en: Row {row}{(row == Rows - 1 ? ", total: columnTotal" : "")} }}\n")));
        }

        return yaml.Append("  notes: { zh: 说明, en: Notes, kind: narrative }\n").ToString();
    }

    /// <summary>A report in which every cell is filled and every total is the sum of its parts.</summary>
    public static Report Make(Random random)
    {
        var report = Descriptor.CreateReport();
        report.Agency = $"示例市统计局{random.Next(1_000_000):D6}";
        report.Year = 2024;
        foreach (var cell in Descriptor.Cells)
        {
            // Three quarters of the cells are small, as in forms that break figures down this far.
            var figure = random.Next(4) > 0 ? random.Next(10) : random.Next(100_000);
            report.SetValue(cell.Index, cell.Type.Scale > 0 ? figure / 100m : figure);
        }

        report.SetText(1, "统计口径与上年相同。");
        report.FillTotals();
        return report;
    }

    public static string TableName(int table) => FormattableString.Invariant($"table{table}");

    public static string RowName(int row) => row == Rows - 1 ? "total" : FormattableString.Invariant($"category{row:D2}");

    public static string ColumnName(int column) => column == Columns - 1 ? "total" : FormattableString.Invariant($"quarter{column}");

    private static Table TableOf(int table)
    {
        var cell = table == MoneyTable
            ? new CellType(CellKind.Decimal, MoneyScale, "万元", 0, CellType.LargestDecimal, BlankPolicy.Warning)
            : null;
        return new(TableName(table), new($"表{table}", $"Table {table}"), [new(null, Nodes(Columns, ColumnName, "列", "Column", cell), Nodes(Rows, RowName, "行", "Row", null))]);
    }

    private static Node[] Nodes(int count, Func<int, string> name, string zh, string en, CellType? cell) =>
    [
        .. Enumerable.Range(0, count).Select(i => new Node(name(i), new($"{zh}{i}", $"{en} {i}")) { Cell = cell, IsTotal = i == count - 1 }),
    ];

    private static IEnumerable<Rule> RulesOf(int table)
    {
        var first = table * Rows * Columns;
        var scale = table == MoneyTable ? MoneyScale : 0;
        yield return new(
            $"{TableName(table)}.rowTotal",
            new("合计应等于各列之和", "the total should equal the sum of its parts"),
            [new([.. Enumerable.Range(0, Rows).Select(row => first + (row * Columns))], Columns - 1, Sum(Columns, 1))])
        {
            IsTotal = true,
            Scale = scale,
        };
        yield return new(
            $"{TableName(table)}.columnTotal",
            new("合计应等于各行之和", "the total should equal the sum of its parts"),
            [new([.. Enumerable.Range(first, Columns)], (Rows - 1) * Columns, Sum(Rows, Columns))])
        {
            IsTotal = true,
            Scale = scale,
        };
    }

    /// <summary>The last of so many cells, so far apart, less the others.</summary>
    private static Term[] Sum(int count, int step) =>
        [new((count - 1) * step), .. Enumerable.Range(0, count - 1).Select(i => new Term(i * step, -1))];

    private sealed class LargeReport(int textBytes) : Report(Descriptor, textBytes);
}

namespace GovReportSchema.Tests;

/// <summary>A made format of one table, small enough to try every filling of its blanks.</summary>
internal static class SmallFormat
{
    /// <summary>A table <c>t</c> of rows <c>r0…</c> and columns <c>c0…</c>.</summary>
    public static ReportFormat Make(int rows, int columns, CellType type, params Rule[] rules)
    {
        ReportFormat format = null!;
        format = new ReportFormat(
            "small",
            new("小", "Small"),
            new(null, null, null),
            new(null, null),
            [new("agency", new("机关", "Body"), BlankPolicy.Allowed)],
            new("年", "Year"),
            [new Table("t", new("表", "Table"), [new(null, Nodes("c", columns, type), Nodes("r", rows, null))])],
            rules,
            _ => new SmallReport(format));
        return format;
    }

    /// <summary>A count from 0 to a greatest number, whose blanks nobody minds.</summary>
    public static CellType UpTo(long most) => new(CellKind.Count, 0, null, 0, most, BlankPolicy.Allowed);

    /// <summary>A rule at one place: coefficients of the cells by their index, 0 for those that do not stand in it.</summary>
    public static Rule Rule(string id, Relation relation, params long[] coefficients) => new(
        id,
        new(id, id),
        [new RuleAxis([0], 0, [.. coefficients.Select((value, cell) => new Term(cell, value)).Where(term => term.Coefficient != 0)])])
    {
        Relation = relation,
    };

    public static Report Report(ReportFormat format, params decimal?[] values)
    {
        var report = format.CreateReport();
        report.Year = 2020;
        for (var i = 0; i < values.Length; i++)
        {
            report.SetValue(i, values[i]);
        }

        return report;
    }

    private static Node[] Nodes(string prefix, int count, CellType? type) =>
        [.. Enumerable.Range(0, count).Select(i => new Node(prefix + i, new(prefix + i, prefix + i)) { Cell = type })];

    private sealed class SmallReport(ReportFormat format) : Report(format);
}

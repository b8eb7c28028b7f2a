namespace GovReportSchema.Tests.Locating;

/// <summary>A small format of one row of cells, for rules that the official formats do not have.</summary>
internal static class MadeFormat
{
    /// <summary>Makes a format of cells a, b, c and so on in one row.</summary>
    /// <param name="type">What each cell holds.</param>
    /// <param name="cells">How many there are.</param>
    /// <param name="rules">The rules; a term's offset is the cell.</param>
    public static ReportFormat Make(CellType type, int cells, params (Relation Relation, long Tolerance, long Constant, long[] Coefficients)[] rules)
    {
        ReportFormat? format = null;
        Node[] columns = [.. Enumerable.Range(0, cells).Select(i => Node(((char)('a' + i)).ToString()))];
        format = new ReportFormat(
            "made",
            Label("made"),
            new LegalSource(null, null, null),
            default,
            [new HeaderText("agency", Label("agency"), BlankPolicy.Allowed)],
            Label("year"),
            [new Table("table", Label("table"), [new Block(null, columns, [Node("row") with { Cell = type }])])],
            [.. rules.Select((rule, i) => new Rule($"table.rule{i}", Label("rule"), [Axis(rule.Coefficients, rule.Constant)])
            {
                Relation = rule.Relation,
                Tolerance = rule.Tolerance,
            })],
            _ => new MadeReport(format!));
        return format;
    }

    public static Report Fill(ReportFormat format, params decimal?[] values)
    {
        var report = format.CreateReport();
        report.Year = 2024;
        for (var i = 0; i < values.Length; i++)
        {
            report.SetValue(i, values[i]);
        }

        return report;
    }

    private static RuleAxis Axis(long[] coefficients, long constant)
    {
        Term[] terms = [.. coefficients.Select((coefficient, i) => new Term(i, coefficient)).Where(term => term.Coefficient != 0)];
        return new RuleAxis([0], terms[0].Offset, terms, constant);
    }

    private static Node Node(string name) => new(name, Label(name));

    private static Label Label(string text) => new(text, text);

    private sealed class MadeReport(ReportFormat format) : Report(format);
}

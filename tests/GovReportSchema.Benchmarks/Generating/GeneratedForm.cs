using GovReportSchema.Tests.Making;

namespace GovReportSchema.Benchmarks;

/// <summary>Definitions that are generated together.</summary>
/// <param name="Definitions">Their texts in YAML.</param>
/// <param name="Label">A label that stands in the first of them.</param>
internal sealed record GeneratedForm(string Name, IReadOnlyList<string> Definitions, string Label)
{
    public static readonly GeneratedForm[] All =
    [
        new("both official formats", [Official("disclosure-2019"), Official("disclosure-2021")], "Natural persons"),
        new("a form of 5,000 cells", [LargeForm.Definition()], "Table 0"),
        new("5,000 rows of one cell", [OneColumn()], "Figures"),
    ];

    /// <summary>A compilation in which nothing was generated yet.</summary>
    public GenerationRun Start() => new(Definitions);

    /// <summary>The most that a cell can be: a row, with a name and a label of its own.</summary>
    private static string OneColumn() =>
        "format: one-column\ntype: OneColumn\ntitle: { zh: 统计表, en: Figures }\nyears: 2020-\nsections:\n  figures:\n    zh: 数据\n    en: Figures\n"
        + "    columns: { number: { zh: 数量, en: Number } }\n    rows:\n"
        + string.Concat(Enumerable.Range(0, 4999).Select(row => Interleaved.Invariant($"      item{row}: {{ zh: 第{row}项, en: Item {row} }}\n")))
        + "      total: { zh: 合计, en: Total, total: total }\n";

    private static string Official(string id) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema", id + ".report.yaml"));
}

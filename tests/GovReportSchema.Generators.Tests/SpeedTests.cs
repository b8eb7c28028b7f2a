using System.Diagnostics;
using GovReportSchema.Generators.Emit;
using Xunit.Abstractions;

namespace GovReportSchema.Generators.Tests;

/// <summary>How long a definition takes from text to code, and how much code a cell is. The bounds are far above what was measured.</summary>
public class SpeedTests(ITestOutputHelper output)
{
    public static TheoryData<string> Forms => ["disclosure-2019", "disclosure-2021", "5,000 cells"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_is_generated_before_anybody_waits(string form)
    {
        var text = form switch { "disclosure-2019" => Official.Text2019, "disclosure-2021" => Official.Text2021, _ => Large() };
        var cells = Official.ModelOf(text).CellCount;
        Assert.NotEmpty(Generate(text));
        var best = Enumerable.Range(0, 5).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            Generate(text);
            return watch.Elapsed;
        });
        var bytes = Generate(text).Sum(file => System.Text.Encoding.UTF8.GetByteCount(file.Source));
        output.WriteLine(FormattableString.Invariant($"{form}: {best.TotalMilliseconds:F1} ms, {bytes} bytes, {(double)bytes / cells:F0} a cell"));
        Assert.InRange(best, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.InRange(bytes / cells, 1, 400);
    }

    private static List<GeneratedFile> Generate(string text) => [.. ReportEmitter.Emit(Official.ModelOf(text))];

    // 250 rows in groups of ten, each with a total, by 20 columns, each with a total.
    private static string Large() =>
        "format: large\ntype: Large\ntitle: { zh: 大, en: Large }\nyears: 2020-\nsections:\n  table:\n    zh: 表\n    en: Table\n    columns:\n"
        + string.Concat(Enumerable.Range(0, 19).Select(i => $"      c{i}: {{ zh: 列{i}, en: Column {i} }}\n"))
        + "      total: { zh: 总计, en: Total, total: rowTotal }\n    rows:\n"
        + string.Concat(Enumerable.Range(0, 25).Select(g => $"      g{g}:\n        zh: 组{g}\n        en: Group {g}\n        rows:\n"
            + string.Concat(Enumerable.Range(0, 9).Select(i => $"          r{i}: {{ zh: 行{i}, en: Row {i} }}\n"))
            + "          total: { zh: 小计, en: Subtotal, total: groupTotal }\n"));
}

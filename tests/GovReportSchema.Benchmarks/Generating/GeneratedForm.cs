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
    ];

    /// <summary>A compilation in which nothing was generated yet.</summary>
    public GenerationRun Start() => new(Definitions);

    private static string Official(string id) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema", id + ".report.yaml"));
}

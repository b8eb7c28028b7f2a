using GovReportSchema.Generators.Definition;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Tests;

/// <summary>The official definitions of this repository.</summary>
internal static class Official
{
    public static readonly string Text2019 = Read("disclosure-2019");
    public static readonly string Text2021 = Read("disclosure-2021");

    public static ReportModel Model2019 { get; } = ModelOf(Text2019);

    public static ReportModel Model2021 { get; } = ModelOf(Text2021);

    public static ReportModel ModelOf(string text)
    {
        var result = Define(text);
        Assert.Empty(result.Mistakes);
        return Assert.IsType<ReportModel>(result.Model);
    }

    public static DefinitionResult Define(string text, string path = "a.report.yaml", string rootNamespace = "Tests") =>
        DefinitionReader.Read(path, text, rootNamespace, CancellationToken.None);

    private static string Read(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema", name + ".report.yaml")).ReplaceLineEndings("\n");
}

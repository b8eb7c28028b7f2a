using System.Globalization;
using Microsoft.CodeAnalysis;

namespace GovReportSchema.Generators.Tests;

/// <summary>Of every form of this repository the same definition gives the same bytes, however and wherever it is written.</summary>
public class EveryFormTests
{
    public static TheoryData<string> Names => Forms.Names;

    [Fact]
    public void The_forms_are_those_that_prove_the_language() => Assert.Superset(
        new HashSet<string>
        {
            "disclosure-2019.report.yaml", "disclosure-2021.report.yaml", "one-column.report.yaml", "foi-annual.report.yaml", "county-services.report.yaml",
            "county-services-next.report.yaml", "site-survey.report.yaml", "province.report.yaml", "city.report.yaml", "staff-return.report.json",
        },
        Forms.All.Select(file => file.Path).ToHashSet());

    [Theory]
    [MemberData(nameof(Names))]
    public void It_compiles_under_the_strictest_settings_without_a_warning(string name) =>
        Assert.Empty(Compiled.Complaints(new GeneratorRun(Forms.WithBases(name))));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_culture_gives_the_same(string name)
    {
        var expected = Generate(Forms.WithBases(name));
        var before = CultureInfo.CurrentCulture;
        try
        {
            Assert.All(["tr-TR", "fi-FI", "zh-CN", "ar-SA"], culture =>
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(expected, Generate(Forms.WithBases(name)));
            });
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Either_line_end_gives_the_same(string name) =>
        Assert.Equal(Generate(Forms.WithBases(name)), Generate(Rewrite(name, text => text.ReplaceLineEndings("\r\n"))));

    [Theory]
    [MemberData(nameof(Names))]
    public void Json_gives_the_same(string name)
    {
        var expected = Generate(Forms.WithBases(name));
        Assert.Equal(expected, Generate(Rewrite(name, text => JsonTwin.Of(text, escaped: false))));
        Assert.Equal(expected, Generate(Rewrite(name, text => JsonTwin.Of(text, escaped: true))));
    }

    private static IEnumerable<TestFile> Rewrite(string name, Func<string, string> change) =>
        Forms.WithBases(name).Select(file => new TestFile(file.Path, change($"{file.GetText()}")));

    private static Dictionary<string, string> Generate(IEnumerable<AdditionalText> files)
    {
        var run = new GeneratorRun(files);
        Assert.Empty(run.Ids);
        return run.Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
    }
}

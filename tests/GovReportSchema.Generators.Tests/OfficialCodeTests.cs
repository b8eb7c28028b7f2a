using System.Globalization;
using System.Text;

namespace GovReportSchema.Generators.Tests;

/// <summary>The C# of the official formats, as it was agreed and as every machine gives it.</summary>
public class OfficialCodeTests
{
    [Fact]
    public void What_is_generated_is_what_was_agreed()
    {
        var sources = Generate("\n");
        Assert.All(sources, source => Snapshot.Match(source.Value, source.Key[..^".g.cs".Length], "cs"));
        Assert.Equal(
            sources.Keys.Select(name => name.Replace(".g.cs", ".verified.cs", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            Directory.GetFiles(Snapshot.Folder, "*.verified.cs").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fi-FI")]
    [InlineData("zh-CN")]
    [InlineData("ar-SA")]
    public void Every_culture_gives_the_same_bytes(string culture)
    {
        var expected = Generate("\n");
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Generate("\n"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Line_ends_of_the_definition_do_not_show() => Assert.Equal(Generate("\n"), Generate("\r\n"));

    [Fact]
    public void Generated_code_has_one_kind_of_line_end_and_no_mark() => Assert.All(Generate("\r\n").Values, text =>
    {
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.NotEqual('\uFEFF', text[0]);
        Assert.Equal(text, text.Normalize(NormalizationForm.FormC));
    });

    private static SortedDictionary<string, string> Generate(string lineEnd)
    {
        var run = new GeneratorRun(
            new TestFile("schema/disclosure-2019.report.yaml", Official.Text2019.ReplaceLineEndings(lineEnd)),
            new TestFile("schema/disclosure-2021.report.yaml", Official.Text2021.ReplaceLineEndings(lineEnd)))
            .Rename("GovReportSchema");
        Assert.Empty(run.Ids);
        return new(run.Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString()), StringComparer.Ordinal);
    }
}

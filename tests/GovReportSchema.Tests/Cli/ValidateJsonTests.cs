using System.Text.Json.Nodes;
using Xunit;

namespace GovReportSchema.Tests.Cli;

/// <summary>The contract of <c>govreport validate --json</c>.</summary>
public class ValidateJsonTests
{
    [Fact]
    public void A_line_has_these_members_in_this_order()
    {
        var run = CommandRun.Of("validate", "--json", TestData.PathOf("zhangdian-2020"));

        var document = Assert.Single(run.Documents);
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Error);
        Assert.Equal(["source", "format", "agency", "year", "valid", "findings", "repairs"], Names(document));
        Assert.Equal(TestData.PathOf("zhangdian-2020"), (string?)document["source"]);
        Assert.Equal("disclosure-2019", (string?)document["format"]);
        Assert.Equal("淄博市张店区人民政府", (string?)document["agency"]);
        Assert.Equal(2020, (int?)document["year"]);
        Assert.False((bool?)document["valid"]);
        Assert.Equal(
            [("/remedies/reconsideration/total", 9, 18), ("/remedies/reconsideration/upheld", 14, 5)],
            document["repairs"]!.AsArray().Select(repair => Assert.Single(repair!["changes"]!.AsArray())!)
                .Select(change => ((string)change["path"]!, (int)change["from"]!, (int)change["to"]!)));
    }

    [Fact]
    public void A_finding_has_these_members_in_this_order()
    {
        var document = CommandRun.Of("validate", "--json", TestData.PathOf("zhangdian-2020")).Documents[0];

        var finding = Assert.Single(document["findings"]!.AsArray())!.AsObject();
        Assert.Equal(
            ["rule", "severity", "path", "label", "line", "column", "expected", "actual", "difference", "cells", "message"], Names(finding));
        Assert.Equal(
            """
            {"rule":"remedies.outcomeTotal","severity":"error","path":"/remedies/reconsideration/total",
            "label":"四、政府信息公开行政复议、行政诉讼情况 › 行政复议 › 总计","line":269,"column":16,"expected":18,"actual":9,"difference":-9,
            "cells":[{"path":"/remedies/reconsideration/total","value":9},{"path":"/remedies/reconsideration/upheld","value":14},
            {"path":"/remedies/reconsideration/corrected","value":4},{"path":"/remedies/reconsideration/otherOutcome","value":0},
            {"path":"/remedies/reconsideration/pending","value":0}],
            "message":"四、政府信息公开行政复议、行政诉讼情况 › 行政复议 › 总计：总计应等于结果维持、结果纠正、其他结果、尚未审结之和。应为 18（14 + 4 + 0 + 0），填报 9，相差 -9。"}
            """.ReplaceLineEndings(""),
            Written(finding));
    }

    [Theory]
    [InlineData("baode-2019", 0, 2)]
    [InlineData("pingyin-2019", 0, 4)]
    [InlineData("guantao-2019", 0, 1)]
    [InlineData("laixi-2020", 0, 3)]
    [InlineData("sample-2021", 0, 0)]
    [InlineData("zhangdian-2020", 1, 0)]
    public void The_exit_code_tells_of_errors_and_not_of_warnings(string name, int errors, int warnings)
    {
        var run = CommandRun.Of("validate", "--json", TestData.PathOf(name));

        var document = Assert.Single(run.Documents);
        var severities = document["findings"]!.AsArray().Select(finding => (string?)finding!["severity"]).ToList();
        Assert.Equal(errors, run.ExitCode);
        Assert.Equal(errors == 0, (bool?)document["valid"]);
        Assert.Equal((errors, warnings), (severities.Count(each => each == "error"), severities.Count(each => each == "warning")));
    }

    [Fact]
    public void Labels_and_messages_are_in_the_language_asked_for()
    {
        var finding = CommandRun.Of("validate", "--json", "--lang", "en", TestData.PathOf("zhangdian-2020")).Documents[0]["findings"]![0]!;

        Assert.Equal("4. Administrative reconsideration and litigation › Administrative reconsideration › Total", (string?)finding["label"]);
        Assert.EndsWith("expected 18 (14 + 4 + 0 + 0), found 9, difference -9", (string?)finding["message"], StringComparison.Ordinal);
        Assert.Equal("error", (string?)finding["severity"]);
    }

    [Fact]
    public void What_is_not_known_is_null()
    {
        var run = CommandRun.WithInput("{\"format\":\"disclosure-2035\"}\n{\"format\"\n{\"format\":\"disclosure-2021\"}\n", "validate", "--json", "-");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal([null, null, "disclosure-2021"], run.Documents.Select(document => (string?)document["format"]));
        Assert.All(run.Documents, document => Assert.Null(document["agency"]));
        Assert.All(run.Documents, document => Assert.Null(document["year"]));
        Assert.Equal(["format.unknown", "json.syntax"], run.Documents[..2].Select(document => (string?)document["findings"]![0]!["rule"]));
    }

    [Fact]
    public void Numbers_are_written_exactly()
    {
        // More digits than a double has, and a decimal that it has not.
        var report = TemporaryFolder.Node("sample-2021");
        report["proactiveDisclosure"]!["administrativeFees"]!["amount"] = JsonNode.Parse("123456789012.345678");
        report["applications"]!["received"]!["total"] = JsonNode.Parse("9007199254740991");
        var text = TemporaryFolder.Line(report).Replace("123456789012.345678", "-123456789012.345678", StringComparison.Ordinal);

        var output = CommandRun.WithInput(text, "validate", "--json", "-").Output;

        Assert.Contains("\"path\":\"/applications/received/total\",\"value\":9007199254740991}", output, StringComparison.Ordinal);
        Assert.Contains("\"actual\":-123456789012.345678", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_is_escaped_only_where_JSON_asks_for_it()
    {
        // 𠮷 is beyond U+FFFF, U+3000 a full-width space: the usual encoders escape both.
        const string agency = "𠮷县　“人民”政府\"\\\u0001";
        var report = TemporaryFolder.Node("baode-2019");
        report["agency"] = agency;

        var run = CommandRun.WithInput(TemporaryFolder.Line(report), "validate", "--json", "-");

        Assert.Contains("\"agency\":\"𠮷县　“人民”政府\\\"\\\\\\u0001\"", run.Output, StringComparison.Ordinal);
        Assert.Equal(agency, (string?)run.Documents[0]["agency"]);
    }

    [Fact]
    public void Blanks_count_as_zero_where_asked()
    {
        // 莱西 leaves its zeroes blank: unknown they decide nothing, as zeroes the sums are held against them.
        var unknown = CommandRun.Of("validate", "--json", TestData.PathOf("laixi-2020"));
        var zero = CommandRun.Of("validate", "--json", "--blank", "zero", TestData.PathOf("laixi-2020"));

        Assert.Equal(
            DisclosureReport2019.Read(TestData.Json("laixi-2020"), new CheckOptions { Blanks = Blanks.Zero }).Findings.Select(each => each.RuleId),
            zero.Documents[0]["findings"]!.AsArray().Select(finding => (string?)finding!["rule"]));
        Assert.NotEqual(unknown.Output, zero.Output);
    }

    private static IEnumerable<string> Names(JsonObject json) => json.Select(member => member.Key);

    private static string Written(JsonObject json) => json.ToJsonString(new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

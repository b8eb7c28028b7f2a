using System.Text.Json.Nodes;
using Xunit;

namespace GovReportSchema.Tests;

/// <summary>What the five published reports give, faults and blanks included.</summary>
public class RealReportTests
{
    public static TheoryData<string> Reports => [.. TestData.RealReports, "sample-2021"];

    [Fact]
    public void Zhangdian_has_one_error_with_its_operands()
    {
        var result = DisclosureReport2019.Read(TestData.Json("zhangdian-2020"));

        var error = Assert.Single(result.Findings, finding => finding.Severity == Severity.Error);
        Assert.False(result.IsValid);
        Assert.Equal("remedies.outcomeTotal", error.RuleId);
        Assert.Equal("/remedies/reconsideration/total", error.Path);
        Assert.Equal((18m, 9m, -9m), (error.Expected, error.Actual, error.Difference));
        Assert.Equal(
            [("/remedies/reconsideration/total", 9m), ("/remedies/reconsideration/upheld", 14m), ("/remedies/reconsideration/corrected", 4m),
             ("/remedies/reconsideration/otherOutcome", 0m), ("/remedies/reconsideration/pending", 0m)],
            error.Cells.Select(cell => (cell.Path, cell.Value!.Value)));
        Assert.Equal(
            "四、政府信息公开行政复议、行政诉讼情况 › 行政复议 › 总计：总计应等于结果维持、结果纠正、其他结果、尚未审结之和。应为 18（14 + 4 + 0 + 0），填报 9，相差 -9。",
            error.Message);
        Assert.Equal(
            "4. Administrative reconsideration and litigation › Administrative reconsideration › Total: the total should equal upheld, corrected, other outcome and pending together: expected 18 (14 + 4 + 0 + 0), found 9, difference -9",
            error.GetMessage(Language.English));
        var lines = File.ReadAllLines(TestData.PathOf("zhangdian-2020"));
        Assert.Equal("9", lines[error.Line!.Value - 1][(error.Column!.Value - 1)..]);
        Assert.Equal((byte)'9', TestData.Json("zhangdian-2020")[error.Offset!.Value]);
    }

    [Theory]
    [InlineData("baode-2019", "")]
    [InlineData("pingyin-2019", "")]
    [InlineData("guantao-2019", "/applications")]
    [InlineData("laixi-2020", "/proactiveDisclosure /applications /remedies")]
    [InlineData("sample-2021", "")]
    public void The_others_have_no_error_and_one_finding_of_blanks_for_each_table(string name, string blankTables)
    {
        var result = ReportFormats.Read(TestData.Json(name));

        Assert.True(result.IsValid);
        Assert.Equal(blankTables, string.Join(' ', result.Findings.Select(finding => finding.Path)));
        Assert.All(result.Findings, finding => Assert.Equal(("cell.blank", Severity.Warning), (finding.RuleId, finding.Severity)));
        Assert.Equal(
            result.Report!.Format.Cells.Where(cell => result.Report.GetValue(cell.Index) is null).Select(cell => cell.Path),
            result.Findings.SelectMany(finding => finding.Cells).Select(cell => cell.Path));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Reading_and_writing_gives_back_the_same_values(string name)
    {
        var json = TestData.Json(name);
        var report = ReportFormats.Read(json).Report!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(report.ToJsonUtf8())));
        Assert.Equal(System.Text.Encoding.UTF8.GetString(json), System.Text.Encoding.UTF8.GetString(report.ToJsonUtf8(indented: true)));
    }
}

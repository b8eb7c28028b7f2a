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
        var blanks = result.Findings.Where(finding => finding.RuleId == "cell.blank").ToList();

        Assert.True(result.IsValid);
        Assert.Equal(blankTables, string.Join(' ', blanks.Select(finding => finding.Path)));
        Assert.All(blanks, finding => Assert.Equal(Severity.Warning, finding.Severity));
        Assert.Equal(
            result.Report!.Format.Cells.Where(cell => result.Report.GetValue(cell.Index) is null).Select(cell => cell.Path),
            blanks.SelectMany(finding => finding.Cells).Select(cell => cell.Path));
    }

    [Theory]
    [InlineData("baode-2019", "administrativeLicensing administrativePenalties")]
    [InlineData("pingyin-2019", "administrativeLicensing otherManagementServices administrativePenalties administrativeCompulsion")]
    [InlineData("guantao-2019", "")]
    [InlineData("laixi-2020", "")]
    [InlineData("zhangdian-2020", "")]
    [InlineData("sample-2021", "")]
    public void Two_warn_that_items_stand_where_decisions_belong(string name, string rows)
    {
        var suspicions = ReportFormats.Read(TestData.Json(name)).Findings
            .Where(finding => finding.RuleId == "proactiveDisclosure.decisionsAreNotItems").ToList();

        Assert.Equal(
            rows.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(row => $"/proactiveDisclosure/{row}/decisions"),
            suspicions.Select(finding => finding.Path));
        Assert.All(suspicions, finding => Assert.Equal((Severity.Warning, RuleState.Violated), (finding.Severity, finding.State)));
    }

    [Fact]
    public void A_suspicion_says_what_the_cell_holds_and_why_that_is_odd()
    {
        var finding = ReportFormats.Read(TestData.Json("pingyin-2019")).Findings[0];

        Assert.Equal((143m, 143m, Relation.NotEqual), (finding.Expected, finding.Actual, finding.ExpectedIs));
        Assert.Equal(
            [("/proactiveDisclosure/administrativeLicensing/decisions", 143m), ("/proactiveDisclosure/administrativeLicensing/previousYearItems", 42m),
             ("/proactiveDisclosure/administrativeLicensing/change", 101m)],
            finding.Cells.Select(cell => (cell.Path, cell.Value!.Value)));
        Assert.EndsWith("可能误填了项目数量。应不等于 143（42 + 101），填报 143。", finding.Message, StringComparison.Ordinal);
        Assert.EndsWith(": expected other than 143 (42 + 101), found 143", finding.GetMessage(Language.English), StringComparison.Ordinal);
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

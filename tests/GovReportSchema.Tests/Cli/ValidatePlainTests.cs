using Xunit;

namespace GovReportSchema.Tests.Cli;

/// <summary>What <c>govreport validate</c> says to a reader.</summary>
public class ValidatePlainTests
{
    [Fact]
    public void A_document_has_a_heading_a_line_for_each_finding_and_what_to_mend()
    {
        var file = TestData.PathOf("zhangdian-2020");

        var run = CommandRun.Of("validate", file);

        Assert.Equal(
            [
                $"{file}: disclosure-2019 · 淄博市张店区人民政府 · 2020 · 不通过（1 个错误，0 个警告）",
                $"{file}:269:16: 错误 remedies.outcomeTotal: 四、政府信息公开行政复议、行政诉讼情况 › 行政复议 › 总计：总计应等于结果维持、结果纠正、其他结果、尚未审结之和。应为 18（14 + 4 + 0 + 0），填报 9，相差 -9。",
                $"{file}: 最可能：四、政府信息公开行政复议、行政诉讼情况 › 行政复议 › 总计（填报 9）应为 18：合计与各项之和不符，可能是改动某项后未重新汇总。其次：四、政府信息公开行政复议、行政诉讼情况 › 行政复议 › 结果维持（填报 14）应为 5：若其他单元格都无误，此格只能是此数。",
            ],
            run.OutputLines);
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public void Several_documents_have_a_summary_at_the_end()
    {
        string[] files = [TestData.PathOf("laixi-2020"), TestData.PathOf("zhangdian-2020"), TestData.PathOf("baode-2019")];

        Assert.Equal("共 3 份报告：通过 2 份，不通过 1 份；1 个错误，5 个警告", CommandRun.Of(["validate", .. files]).OutputLines[^1]);
        Assert.Equal("3 reports: 2 valid, 1 invalid; 1 error, 5 warnings", CommandRun.Of(["validate", "--lang", "en", .. files]).OutputLines[^1]);
    }

    [Fact]
    public void All_words_are_in_the_language_asked_for()
    {
        var run = CommandRun.WithInput(
            TemporaryFolder.Lines("zhangdian-2020", "guantao-2019") + "{\"format\":\"x\"}", "validate", "-", "--lang", "en");

        Assert.Equal("-:1: disclosure-2019 · 淄博市张店区人民政府 · 2020 · invalid (1 error, 0 warnings)", run.OutputLines[0]);
        Assert.StartsWith("-:1:1:", run.OutputLines[1], StringComparison.Ordinal);
        Assert.Contains(": error remedies.outcomeTotal: 4. Administrative", run.OutputLines[1], StringComparison.Ordinal);
        Assert.Contains(": warning cell.blank: 3. Requests", run.OutputLines[4], StringComparison.Ordinal);
        Assert.Equal("-:3: format unknown · invalid (1 error, 0 warnings)", run.OutputLines[6]);
    }

    [Fact]
    public void Text_of_a_submission_stays_text()
    {
        var report = TemporaryFolder.Node("baode-2019");
        report["agency"] = "保德\n\u001b[31m县";

        Assert.Contains(@"保德\u000a\u001b[31m县", CommandRun.WithInput(TemporaryFolder.Line(report), "validate", "-").OutputLines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("ar-SA")]
    public void Numbers_are_written_alike_under_every_culture(string culture)
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        var expected = CommandRun.Of("validate", TestData.PathOf("zhangdian-2020"));
        try
        {
            // Finnish writes a minus of its own, U+2212.
            System.Globalization.CultureInfo.CurrentCulture = new(culture);
            Assert.Equal(expected, CommandRun.Of("validate", TestData.PathOf("zhangdian-2020")));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}

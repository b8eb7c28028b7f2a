using System.Globalization;
using System.Text;
using System.Text.Json;
using GovReportSchema.Checking;
using GovReportSchema.Json;
using Xunit;

namespace GovReportSchema.Tests.Kinds;

/// <summary>A form with dates, choices and texts, from bytes to findings and back.</summary>
public class SiteSurveyTests
{
    public const string Good = """
        {
          "format": "site-survey",
          "agency": "某市",
          "year": 2026,
          "filed": "2026-11-22",
          "channel": "online",
          "telephone": null,
          "sites": {
            "portal": { "name": "某市政府", "opened": "2001-01-01", "updated": "2026-11-20", "idle": 0, "accessible": "yes", "visits": 12.5 },
            "archive": { "name": "旧站", "opened": "1999-12-31", "updated": "2024-02-29", "idle": 0, "accessible": "no", "visits": 0 }
          },
          "topics": { "portal": { "guide": "open", "catalogue": null } },
          "remarks": null
        }
        """;

    [Fact]
    public void A_submission_in_order_is_read_and_typed()
    {
        var result = SiteSurvey.Read(Encoding.UTF8.GetBytes(Good));
        Assert.Empty(result.Findings);
        var report = result.Report;
        Assert.Equal(new DateOnly(2026, 11, 22), report.Filed);
        Assert.Equal(SiteSurvey.ChannelChoice.Online, report.Channel);
        Assert.Equal("旧站", report.Sites.Archive.Name);
        Assert.Equal(new DateOnly(2024, 2, 29), report.Sites.Archive.Updated);
        Assert.Equal(SiteSurvey.SitesAccessibleChoice.No, report.Sites.Archive.Accessible);
        Assert.Equal(SiteSurvey.TopicsChoice.Open, report.Topics.Portal.Guide);
        Assert.Null(report.Topics.Portal.Catalogue);
        Assert.Equal(12.5m, report.Sites.Portal.Visits);
    }

    [Fact]
    public void Both_reading_paths_and_the_writer_give_the_same()
    {
        var utf8 = Encoding.UTF8.GetBytes(Good);
        var report = SiteSurvey.Read(utf8).Report;
        var layout = SubmissionReader.LearnLayout(utf8, SiteSurvey.Descriptor);
        var predicted = new SiteSurvey();
        Assert.True(PredictedReader.TryRead(utf8, layout, predicted, out _));
        Assert.Equal(report, predicted);
        Assert.Equal(Compact(Good), Encoding.UTF8.GetString(predicted.ToJsonUtf8()));
        Assert.Equal(report, SiteSurvey.Read(report.ToJsonUtf8(indented: true)).Report);
        Assert.Equal(report.GetHashCode(), predicted.GetHashCode());
        Assert.Equal(report.Sites.Portal, predicted.Sites.Portal);
        predicted.Topics.Portal.Catalogue = SiteSurvey.TopicsChoice.Closed;
        Assert.True(Checker.IsClean(predicted, CheckOptions.Default));
        predicted.Sites.Portal.Name = "某市法院";
        Assert.NotEqual(report.Sites.Portal, predicted.Sites.Portal);
        Assert.NotEqual(report, predicted);
    }

    [Theory]
    [InlineData("\"opened\": \"2001-01-01\"", "\"opened\": \"2001-02-29\"", "Error cell.date /sites/portal/opened", "'2001-02-29' is no date; write year-month-day, as '2026-11-22'")]
    [InlineData("\"opened\": \"2001-01-01\"", "\"opened\": \"2001-1-1\"", "Error cell.date /sites/portal/opened", "'2001-1-1' is no date")]
    [InlineData("\"opened\": \"2001-01-01\"", "\"opened\": \"\"", "Error cell.date /sites/portal/opened", "'' is no date")]
    [InlineData("\"opened\": \"2001-01-01\"", "\"opened\": 20010101", "Error json.wrongType /sites/portal/opened", "expected a date (as \"2026-11-22\") or null, found 20010101")]
    [InlineData("\"opened\": \"2001-01-01\"", "\"opened\": \"1990-01-01\"", "Error cell.range /sites/portal/opened", "1990-01-01 is out of range: 1994-04-20 to 9999-12-31")]
    [InlineData("\"accessible\": \"yes\"", "\"accessible\": \"Yess\"", "Error cell.choice /sites/portal/accessible", "'Yess' is none of the choices; did you mean 'yes'?")]
    [InlineData("\"accessible\": \"yes\"", "\"accessible\": \"部分\"", "Error cell.choice /sites/portal/accessible", "did you mean 'partly'?")]
    [InlineData("\"accessible\": \"yes\"", "\"accessible\": \"unknown\"", "Error cell.choice /sites/portal/accessible", "'unknown' is none of the choices: yes, partly, no")]
    [InlineData("\"accessible\": \"yes\"", "\"accessible\": true", "Error json.wrongType /sites/portal/accessible", "expected a choice by its name, as a text, or null, found true")]
    [InlineData("\"channel\": \"online\"", "\"channel\": \"Online\"", "Error cell.choice /channel", "Filed by: 'Online' is none of the choices; did you mean 'online'?")]
    [InlineData("\"filed\": \"2026-11-22\"", "\"filed\": null", "Warning cell.blank /filed", "Filed on: is blank")]
    [InlineData("\"name\": \"旧站\"", "\"name\": \"一二三四五六七八九\"", "Error cell.range /sites/archive/name", "9 characters; at most 8 can be filled in")]
    [InlineData("\"name\": \"旧站\"", "\"name\": \" \"", "Warning cell.blank /sites", "blank cells: 1")]
    [InlineData("\"name\": \"旧站\"", "\"name\": 5", "Error json.wrongType /sites/archive/name", "expected a text or null, found 5")]
    [InlineData("\"opened\": \"2001-01-01\"", "\"opened\": \"2026-11-21\"", "Error sites.order /sites/portal/opened", "expected no later than 2026-11-20 (2026-11-20), found 2026-11-21, difference 1 day")]
    [InlineData("\"idle\": 0, \"accessible\": \"no\"", "\"idle\": 1, \"accessible\": \"no\"", "Warning sites.idle /sites/archive/idle", "expected 8826 (2024-02-29 - 1999-12-31), found 1, difference -8825")]
    [InlineData("\"updated\": \"2024-02-29\"", "\"updated\": \"2026-12-21\"", "Error sites.current /sites/portal/updated", "expected no earlier than 2026-11-21 (2026-12-21), found 2026-11-20, difference -1 day")]
    [InlineData("\"visits\": 12.5", "\"visits\": 0.5", "Error sites.visited /sites/portal/visits", "expected at least 1, found 0.5")]
    [InlineData("\"accessible\": \"yes\"", "\"accessible\": \"no\"", "Warning sites.portalAccessible /sites/portal/accessible", "expected other than 'No', found 'No'")]
    [InlineData("\"updated\": \"2026-11-20\"", "\"updated\": \"2031-01-01\"", "Info sites.notAhead /sites/portal/updated", "expected no later than 2030-12-31, found 2031-01-01, difference 1 day")]
    public void A_submission_that_is_not_in_order_has_one_finding(string passage, string replacement, string finding, string message)
    {
        Assert.Contains(passage, Good, StringComparison.Ordinal);
        var utf8 = Encoding.UTF8.GetBytes(Good.Replace(passage, replacement, StringComparison.Ordinal));
        var layout = SubmissionReader.LearnLayout(Encoding.UTF8.GetBytes(Good), SiteSurvey.Descriptor);
        var result = SiteSurvey.Read(utf8);
        var found = result.Findings.Where(each => each.State == RuleState.Violated).ToList();
        Assert.True(found.Count == 1, string.Join("\n", result.Findings));
        Assert.Equal(finding, $"{found[0].Severity} {found[0].RuleId} {found[0].Path}");
        Assert.Contains(message, found[0].GetMessage(Language.English), StringComparison.Ordinal);

        // Where the predicted path takes it, it finds the same.
        var predicted = new SiteSurvey();
        if (PredictedReader.TryRead(utf8, layout, predicted, out _))
        {
            Assert.Equal(result.Report, predicted);
            Assert.False(Checker.IsClean(predicted, CheckOptions.Default));
        }
        else
        {
            Assert.True(found[0].RuleId.StartsWith("json.", StringComparison.Ordinal) || found[0].RuleId is "cell.date" or "cell.choice");
        }
    }

    [Fact]
    public void A_date_that_is_no_date_leaves_its_rules_undetermined_and_not_passed()
    {
        var result = SiteSurvey.Read(Encoding.UTF8.GetBytes(Good.Replace("2026-11-20", "soon", StringComparison.Ordinal)));
        Assert.Equal(
            ["cell.date Violated", "sites.order Undetermined", "sites.current Undetermined", "sites.notAhead Undetermined"],
            result.Findings.OrderBy(finding => finding.RuleId == "cell.date" ? 0 : 1).Select(finding => $"{finding.RuleId} {finding.State}"));
    }

    [Fact]
    public void A_finding_gives_dates_and_choices_as_the_submission_has_them()
    {
        var report = SiteSurvey.Read(Encoding.UTF8.GetBytes(Good)).Report;
        report.Sites.Portal.Opened = new DateOnly(2026, 11, 30);
        report.Sites.Portal.Accessible = SiteSurvey.SitesAccessibleChoice.No;
        var findings = report.Validate().ToDictionary(finding => finding.RuleId);
        var order = findings["sites.order"];
        Assert.Equal(("2026-11-20", "2026-11-30", null, null, 10m), (order.ExpectedText, order.ActualText, order.Expected, order.Actual, order.Difference));
        Assert.Equal(["2026-11-30", "2026-11-20"], order.Cells.Select(cell => cell.Text));
        Assert.Equal("一、网站情况 › 门户网站 › 开通日期：开通日期不应晚于最近更新日期。应不晚于 2026-11-20（2026-11-20），填报 2026-11-30，相差 10 天。", order.Message);
        var accessible = findings["sites.portalAccessible"];
        Assert.Equal(("no", "no", null), (accessible.ExpectedText, accessible.ActualText, accessible.Difference));
        Assert.Contains("应不等于 “否”，填报 “否”。", accessible.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Last_years_choice_is_found_by_its_name()
    {
        var last = SiteSurvey.Read(Encoding.UTF8.GetBytes(Good.Replace("\"year\": 2026", "\"year\": 2025", StringComparison.Ordinal))).Report;
        var report = SiteSurvey.Read(Encoding.UTF8.GetBytes(Good)).Report;
        Assert.Empty(report.Validate(new CheckOptions { Previous = last }));
        report.Sites.Portal.Accessible = SiteSurvey.SitesAccessibleChoice.Partly;
        var finding = Assert.Single(report.Validate(new CheckOptions { Previous = last }));
        Assert.Equal(("sites.stillSo", "yes", "partly"), (finding.RuleId, finding.ExpectedText, finding.ActualText));
    }

    [Fact]
    public void Last_years_choice_of_another_format_is_found_by_its_name()
    {
        var last = SiteSurvey.Read(Encoding.UTF8.GetBytes(Good.Replace("\"year\": 2026", "\"year\": 2025", StringComparison.Ordinal))).Report;
        var report = NextSiteSurvey.Read(Encoding.UTF8.GetBytes(Good.Replace("site-survey", "site-survey-next", StringComparison.Ordinal))).Report;
        Assert.Empty(report.Validate(new CheckOptions { Previous = last }));
        report.Sites.Portal.Accessible = NextSiteSurvey.SitesAccessibleChoice.Full;
        Assert.Equal("sites.stillSo", Assert.Single(report.Validate(new CheckOptions { Previous = last })).RuleId);

        // A choice that this year's form has not cannot be compared.
        report.Year = 2025;
        var back = SiteSurvey.Read(Encoding.UTF8.GetBytes(Good)).Report;
        Assert.Equal(("sites.stillSo", RuleState.Undetermined), back.Validate(new CheckOptions { Previous = report }).Select(finding => (finding.RuleId, finding.State)).Single());
    }

    [Fact]
    public void No_blank_of_them_counts_as_zero()
    {
        var report = SiteSurvey.Read(Encoding.UTF8.GetBytes(Good)).Report;
        report.Sites.Archive.Updated = null;
        report.Sites.Archive.Visits = null;
        Assert.Equal(
            ["cell.blank", "sites.current"],
            report.Validate(new CheckOptions { Blanks = Blanks.Zero }).Where(finding => finding.Severity != Severity.Info).Select(finding => finding.RuleId).Where(id => id != "sites.order"));
    }

    [Fact]
    public void The_locator_changes_none_of_them()
    {
        var report = SiteSurvey.Read(Encoding.UTF8.GetBytes(Good)).Report;
        report.Sites.Portal.Opened = new DateOnly(1990, 1, 1);
        report.Sites.Portal.Updated = null;
        report.Sites.Archive.Opened = new DateOnly(2025, 1, 1);
        Assert.DoesNotContain(report.Locate().SelectMany(repair => repair.Changes), change => !change.Cell.Type.IsNumber);
        report.FillTotals();
        Assert.Equal(new DateOnly(1990, 1, 1), report.Sites.Portal.Opened);
    }

    [Fact]
    public void Every_cell_can_be_read_and_filled_by_its_text()
    {
        var report = SiteSurvey.Read(Encoding.UTF8.GetBytes(Good)).Report;
        var copy = new SiteSurvey { Agency = report.Agency, Year = report.Year };
        foreach (var cell in SiteSurvey.Descriptor.Cells)
        {
            copy.SetCellText(cell.Index, report.GetCellText(cell.Index));
        }

        Assert.Equal(report, copy);
        Assert.True(SiteSurvey.Descriptor.TryGetCell("/sites/portal/accessible", out var accessible));
        Assert.Equal(("yes", null), (report.GetCellText(accessible.Index), report.GetValue(accessible.Index)));
        Assert.Throws<ArgumentException>(() => copy.SetCellText(accessible.Index, "maybe"));
        Assert.Throws<ArgumentException>(() => copy.SetValue(accessible.Index, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => copy.Sites.Portal.Accessible = (SiteSurvey.SitesAccessibleChoice)3);
        Assert.True(SiteSurvey.Descriptor.TryGetCell("/filed", out var filed));
        Assert.Equal("填报日期", filed.GetLabelPath(Language.Chinese));
        Assert.Throws<ArgumentException>(() => copy.SetCellText(filed.Index, "2026-1-1"));
    }

    [Fact]
    public void System_Text_Json_reads_and_writes_them()
    {
        var report = JsonSerializer.Deserialize<SiteSurvey>(Good)!;
        Assert.Equal(Compact(Good), JsonSerializer.Serialize(report));
        var fault = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<SiteSurvey>(Good.Replace("\"yes\"", "\"oui\"", StringComparison.Ordinal)));
        Assert.Contains("/sites/portal/accessible", fault.Message, StringComparison.Ordinal);

        // Out of bounds, but a date all the same.
        Assert.Equal(new DateOnly(1900, 1, 1), JsonSerializer.Deserialize<SiteSurvey>(Good.Replace("2001-01-01", "1900-01-01", StringComparison.Ordinal))!.Sites.Portal.Opened);
    }

    [Fact]
    public void A_published_table_is_read_by_the_labels_of_its_choices()
    {
        const string page = """
            <p>某市2026年政府网站普查表</p><p>填报日期：2026年11月22日　报送方式：网上报送</p>
            <h2>一、网站情况</h2>
            <table>
            <tr><td></td><td>网站名称</td><td>开通日期</td><td>最近更新日期</td><td>间隔天数</td><td>是否适老化</td><td>访问量（万）</td></tr>
            <tr><td>门户网站</td><td>某市政府</td><td>2001年1月1日</td><td>2026-11-20</td><td></td><td>是</td><td>12.5</td></tr>
            <tr><td>历史网站</td><td>旧站</td><td>1999/12/31</td><td>2024.2.29</td><td>0</td><td>也许</td><td>0</td></tr>
            </table>
            """;
        var read = PublishedReport.Read(page, PageKind.Html, new ReadPageOptions { Format = SiteSurvey.Descriptor });
        var report = Assert.IsType<SiteSurvey>(read.Report);
        Assert.Equal((new DateOnly(2026, 11, 22), SiteSurvey.ChannelChoice.Online), (report.Filed, report.Channel));
        Assert.Equal("某市政府 2001-01-01 2026-11-20 – yes 12.5", report.Sites.Portal.ToString());
        Assert.Equal("旧站 1999-12-31 2024-02-29 0 – 0", report.Sites.Archive.ToString());
        Assert.Contains(read.Findings, finding => finding.Path == "/sites/archive/accessible" && finding.GetMessage(Language.English).Contains("也许", StringComparison.Ordinal));
    }

    private static string Compact(string json) => json.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToString(CultureInfo.InvariantCulture);
}

using GovReportSchema.Tests.Cli;
using Xunit;

namespace GovReportSchema.Tests.Kinds;

public class SiteSurveyCommandTests
{
    [Fact]
    public void The_command_line_writes_dates_and_choices_as_the_submission_has_them()
    {
        var submission = SiteSurveyTests.Good.Replace("2001-01-01", "2026-11-21", StringComparison.Ordinal)
            .Replace("\"yes\"", "\"no\"", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
        var document = Assert.Single(CommandRun.WithInput(submission + "\n", "validate", "--json", "-").Documents);
        Assert.Equal(
            [
                """["sites.order","2026-11-20","2026-11-21",1,[{"path":"/sites/portal/opened","value":"2026-11-21"},{"path":"/sites/portal/updated","value":"2026-11-20"}]]""",
                """["sites.portalAccessible","no","no",null,[{"path":"/sites/portal/accessible","value":"no"}]]""",
            ],
            document["findings"]!.AsArray().Select(finding => new System.Text.Json.Nodes.JsonArray(
                [.. ((string[])["rule", "expected", "actual", "difference", "cells"]).Select(member => finding![member]?.DeepClone())]).ToJsonString()));
    }
}

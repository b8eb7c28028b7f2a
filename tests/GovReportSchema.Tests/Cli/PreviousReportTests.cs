using System.Text.Json.Nodes;
using Xunit;

namespace GovReportSchema.Tests.Cli;

/// <summary><c>--previous</c>: last year's reports.</summary>
public sealed class PreviousReportTests : IDisposable
{
    private const string CarriedOver = "applications.carriedInFromLastYear";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_2021_format_report_is_checked_against_one_of_the_2019_format()
    {
        // No body's reports of both formats in a row are among the data, so this year's is made: 保德's report of 2019 turned
        // into one of 2020, and the sample of the 2021 format given its name and the year after. 7 against 0 is carried in.
        var last = TemporaryFolder.Node("baode-2019");
        last["year"] = 2020;
        var current = TemporaryFolder.Node("sample-2021");
        current["agency"] = (string?)last["agency"];
        current["year"] = 2021;
        CarryIn(current, (int)last["applications"]!["carriedOver"]!["naturalPerson"]! + 7);
        CarryOver(current);
        var previous = _folder.Write("last.json", last.ToJsonString());

        var run = CommandRun.WithInput(TemporaryFolder.Line(current), "validate", "--json", "--previous", previous, "-");

        var finding = Assert.Single(
            run.Documents[0]["findings"]!.AsArray(),
            each => (string?)each!["rule"] == CarriedOver && (string?)each["path"] == "/applications/carriedIn/naturalPerson")!;
        Assert.Equal(("warning", 7), ((string?)finding["severity"], (int?)finding["difference"]));
        Assert.Contains("previous:/applications/carriedOver/naturalPerson", finding["cells"]!.AsArray().Select(cell => (string?)cell!["path"]));
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void The_only_report_of_the_file_goes_with_every_document()
    {
        var previous = _folder.Write("last.json", TemporaryFolder.Line("baode-2019"));

        var run = CommandRun.WithInput(TemporaryFolder.Lines("guantao-2019", "baode-2019"), "validate", "--json", "--previous", previous, "-");

        Assert.Contains("previous.agencyMismatch", Rules(run.Documents[0]));
        Assert.All(run.Documents, document => Assert.Contains("previous.yearMismatch", Rules(document)));
    }

    [Fact]
    public void Of_several_reports_the_one_of_the_same_body_and_the_year_before_counts()
    {
        var current = TemporaryFolder.Node("pingyin-2019");
        current["year"] = 2020;
        var previous = _folder.Write("last.ndjson", TemporaryFolder.Lines("baode-2019", "pingyin-2019", "guantao-2019"));

        var run = CommandRun.WithInput(TemporaryFolder.Line(current), "validate", "--json", "--previous", previous, "-");

        var expected = DisclosureReport2019.Read(
            System.Text.Encoding.UTF8.GetBytes(TemporaryFolder.Line(current)),
            new CheckOptions { Previous = DisclosureReport2019.Read(TestData.Json("pingyin-2019")).Report });
        Assert.Equal(expected.Findings.Select(finding => finding.RuleId), Rules(run.Documents[0]));
        Assert.DoesNotContain(Rules(run.Documents[0]), rule => rule!.StartsWith("previous.", StringComparison.Ordinal));
        Assert.Contains(Rules(run.Documents[0]), rule => rule!.Contains("LastYear", StringComparison.Ordinal) || rule.Contains("Forward", StringComparison.Ordinal));
        Assert.Empty(run.Error);
    }

    [Fact]
    public void Where_several_have_none_for_a_document_a_note_says_so_and_no_yearly_rule_runs()
    {
        var previous = _folder.Write("last.ndjson", TemporaryFolder.Lines("baode-2019", "pingyin-2019"));

        var run = CommandRun.WithInput(
            TemporaryFolder.Lines("zhangdian-2020", "laixi-2020", "guantao-2019"), "validate", "--json", "--lang", "en", "--previous", previous, "-");

        Assert.Equal(
            [
                $"govreport: '{previous}' has no report of last year for '-:1', which is not checked against one",
                "govreport: 3 reports in all were not checked against last year's",
            ],
            run.ErrorLines);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            CommandRun.WithInput(TemporaryFolder.Lines("zhangdian-2020", "laixi-2020", "guantao-2019"), "validate", "--json", "--lang", "en", "-").Output,
            run.Output);
    }

    [Theory]
    [InlineData("{\"format\":\"disclosure-2035\"}", "unknown format 'disclosure-2035'")]
    [InlineData("an annual report", "expected a report")]
    [InlineData("", "is empty")]
    [InlineData("{\"format\":\"disclosure-2019\",", "invalid JSON")]
    public void A_file_that_is_no_report_is_said_in_one_sentence(string text, string reason)
    {
        var previous = _folder.Write("last.ndjson", text);

        var run = CommandRun.Of("validate", TestData.PathOf("baode-2019"), "--previous", previous, "--lang", "en");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        var line = Assert.Single(run.ErrorLines);
        Assert.Contains(previous, line, StringComparison.Ordinal);
        Assert.Contains(reason, line, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_body_and_year_twice_is_refused()
    {
        var previous = _folder.Write("last.ndjson", TemporaryFolder.Lines("baode-2019", "baode-2019"));

        var run = CommandRun.Of("validate", TestData.PathOf("baode-2019"), "--previous", previous, "--lang", "en");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"'{previous}:2' is given twice", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    private static void CarryIn(JsonNode report, int number)
    {
        var row = report["applications"]!["carriedIn"]!;
        row["total"] = (int)row["total"]! - (int)row["naturalPerson"]! + number;
        row["naturalPerson"] = number;
    }

    /// <summary>Sets what is carried over so that the balance holds again.</summary>
    private static void CarryOver(JsonNode report)
    {
        var table = report["applications"]!;
        foreach (var column in (string[])["naturalPerson", "total"])
        {
            table["carriedOver"]![column] =
                (int)table["received"]![column]! + (int)table["carriedIn"]![column]! - (int)table["results"]!["total"]![column]!;
        }
    }

    private static IEnumerable<string?> Rules(JsonObject document) =>
        document["findings"]!.AsArray().Select(finding => (string?)finding!["rule"]);
}

using System.Text.Json.Nodes;
using Xunit;

namespace GovReportSchema.Tests.Cli;

/// <summary>What <c>govreport read</c> makes of published pages.</summary>
public class ReadTests
{
    public static TheoryData<string> Reports => [.. TestData.RealReports];

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_published_text_becomes_the_submission(string name)
    {
        var expected = JsonNode.Parse(TestData.Json(name))!.AsObject();

        var run = CommandRun.Of(
            "read", TextOf(name), "--agency", (string)expected["agency"]!, "--year", expected["year"]!.ToString());

        var read = JsonNode.Parse(run.Output)!.AsObject();
        Assert.Equal(expected.Select(member => member.Key), read.Select(member => member.Key));
        foreach (var member in new[] { "format", "agency", "year", "proactiveDisclosure", "applications", "remedies" })
        {
            Assert.True(JsonNode.DeepEquals(expected[member], read[member]), member);
        }

        Assert.Equal(name == "zhangdian-2020" ? 1 : 0, run.ExitCode);
    }

    [Fact]
    public void What_a_page_does_not_say_is_a_finding_until_it_is_given()
    {
        var run = CommandRun.Of("read", TextOf("guantao-2019"), "--lang", "en");

        Assert.Contains("page.agencyMissing", run.Error, StringComparison.Ordinal);
        Assert.Contains("page.yearMissing", run.Error, StringComparison.Ordinal);
        Assert.Null(JsonNode.Parse(run.Output)!["agency"]);
        Assert.DoesNotContain("Missing", CommandRun.Of("read", TextOf("guantao-2019"), "--agency", "馆陶县人民政府", "--year", "2019").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_pages_are_a_line_each_and_a_missing_one_stops_none()
    {
        var run = CommandRun.Of("read", TextOf("baode-2019"), "no-such.txt", TextOf("pingyin-2019"));

        Assert.Equal(2, run.OutputLines.Length);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("no-such.txt", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_that_is_none_is_refused_in_one_sentence()
    {
        var run = CommandRun.Of("read", TextOf("baode-2019"), "--year", "last", "--lang", "en");

        Assert.Equal((2, "govreport: --year takes a year such as 2024, not 'last'"), (run.ExitCode, run.Error.Trim()));
    }

    private static string TextOf(string name) => Path.ChangeExtension(TestData.PathOf(name), ".txt");
}

using System.Text;
using Xunit;

namespace GovReportSchema.Tests.OneColumn;

/// <summary>A form of one column, where several sums stand above each other and parts are parts of parts.</summary>
public class OneColumnTests
{
    [Fact]
    public void A_submission_in_order_has_no_finding()
    {
        var result = OneColumnStatistics.Read(Submission());
        Assert.Empty(result.Findings);
        Assert.Equal(9, result.Report.Statistics.Disclosure.OfThese.Documents.Number);
    }

    [Theory]
    [InlineData("received", 12, "statistics.receivedByChannel Error /statistics/requests/received/number 10 12 2")]
    [InlineData("byLetter", 4, "statistics.receivedByChannel Error /statistics/requests/received/number 12 10 -2")]
    [InlineData("agreed", 6, "statistics.answeredByOutcome Error /statistics/requests/answered/number 9 8 -1")]
    [InlineData("corrected", 0, "statistics.filedByOutcome Error /statistics/remedies/filed/number 2 3 1")]
    [InlineData("interpreted", 10, "statistics.ofWhich Error /statistics/disclosure/ofThese/interpreted/number 9 10 1")]
    [InlineData("documents", 81, "statistics.documentsAreItems Error /statistics/disclosure/ofThese/documents/number 80 81 1")]
    [InlineData("trade", 3, "statistics.groundsOfRefusal Error /statistics/requests/refused/number 4 2 -2")]
    public void A_wrong_number_is_found_by_the_one_sum_in_which_it_stands(string row, int value, string expected) =>
        Assert.Equal([expected], Found(OneColumnStatistics.Read(Submission((row, value)))));

    [Fact]
    public void Each_sum_of_the_column_is_judged_apart()
    {
        var findings = Found(OneColumnStatistics.Read(Submission(("documents", 3), ("received", 7), ("answered", 11), ("filed", 0))));
        Assert.Equal(
            [
                "statistics.ofWhich Error /statistics/disclosure/ofThese/interpreted/number 3 4 1",
                "statistics.ofWhich Error /statistics/disclosure/ofThese/online/number 3 9 6",
                "statistics.receivedByChannel Error /statistics/requests/received/number 10 7 -3",
                "statistics.answeredByOutcome Error /statistics/requests/answered/number 8 11 3",
                "statistics.notMoreThanReceived Warning /statistics/requests/answered/number 7 11 4",
                "statistics.filedByOutcome Error /statistics/remedies/filed/number 3 0 -3",
            ],
            findings);
    }

    [Fact]
    public void A_blank_part_is_no_zero()
    {
        Assert.Equal(
            ["statistics.receivedByChannel Warning /statistics/requests/received/number  10 "],
            Found(OneColumnStatistics.Read(Submission(("byLetter", null), ("inPerson", null)))));
        Assert.Equal(
            ["statistics.receivedByChannel Error /statistics/requests/received/number 5 10 5"],
            Found(OneColumnStatistics.Read(Submission(("byLetter", null), ("inPerson", null)), new CheckOptions { Blanks = Blanks.Zero })));
    }

    private static IEnumerable<string> Found(ReportResult<OneColumnStatistics> result) => result.Findings.Select(finding =>
        FormattableString.Invariant($"{finding.RuleId} {finding.Severity} {finding.Path} {finding.Expected} {finding.Actual} {finding.Difference}"));

    /// <summary>A submission in order, but for what is replaced in it.</summary>
    private static byte[] Submission(params (string Row, int? Number)[] replaced)
    {
        var text = """
            {
              "format": "one-column-statistics", "agency": "某县人民政府", "year": 2018,
              "statistics": {
                "disclosure": {
                  "disclosed": { "number": 80 },
                  "ofThese": { "documents": { "number": 9 }, "interpreted": { "number": 4 }, "online": { "number": 9 } },
                  "issued": { "number": 9 }
                },
                "requests": {
                  "received": { "number": 10 }, "inPerson": { "number": 3 }, "byLetter": { "number": 2 }, "byNetwork": { "number": 5 },
                  "answered": { "number": 8 }, "agreed": { "number": 5 }, "refused": { "number": 2 },
                  "grounds": { "secrets": { "number": 1 }, "trade": { "number": 1 } }, "elsewhere": { "number": 1 }
                },
                "remedies": { "filed": { "number": 3 }, "upheld": { "number": 2 }, "corrected": { "number": 1 } }
              }
            }
            """;
        foreach (var (row, number) in replaced)
        {
            var at = text.IndexOf($"\"{row}\": {{ \"number\": ", StringComparison.Ordinal) + row.Length + 16;
            text = text[..at] + (number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null") + text[text.IndexOf(' ', at)..];
        }

        return Encoding.UTF8.GetBytes(text);
    }
}

using GovReportSchema.Tests.Making;
using Xunit;

namespace GovReportSchema.Tests.Json;

/// <summary>Each fault that has a name is found in every layout, by whoever reads.</summary>
public class WrongReportsTests
{
    private static readonly (string Name, Func<byte[], byte[]> Lay)[] s_layouts =
    [
        ("compact", json => json),
        ("indented", Layouts.Indent),
        ("tabs", Layouts.IndentByTabs),
        ("shuffled", json => Layouts.Shuffle(json, new Random(11))),
    ];

    [Fact]
    public void Each_is_found_for_what_it_is()
    {
        var valid = new ReportMaker(8).Make().ToJsonUtf8();
        foreach (var (name, layout) in s_layouts)
        {
            Assert.Empty(DisclosureReport2021.Read(layout(valid)).Findings);
            foreach (var wrong in WrongReports.Of(valid, layout))
            {
                var rules = DisclosureReport2021.Read(wrong.Json).Findings.Select(finding => finding.RuleId).ToList();

                Assert.True(rules.Contains(wrong.RuleId), $"{wrong.Label}, {name}: {string.Join(", ", rules)}");
            }
        }
    }
}

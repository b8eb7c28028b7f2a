using Xunit;

namespace GovReportSchema.Tests;

/// <summary>No cell of table 3 can be changed without a finding that names a rule in which it stands.</summary>
public class EveryCellTests
{
    public static TheoryData<string> Reports => [.. TestData.RealReports];

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_changed_cell_is_named_by_a_violated_rule(string name)
    {
        var report = DisclosureReport2019.Read(TestData.Json(name)).Report;
        var cells = report.Format.Cells.Where(cell => cell.Path.StartsWith("/applications/", StringComparison.Ordinal)).ToList();
        Assert.Equal(161, cells.Count);
        foreach (var cell in cells)
        {
            var was = report.GetValue(cell.Index);
            foreach (var value in Changes(was ?? 0).Where(value => value != was))
            {
                report.SetValue(cell.Index, value);
                var fromJson = DisclosureReport2019.Read(report.ToJsonUtf8()).Findings;

                Assert.Equal(
                    report.Validate().Select(finding => (finding.RuleId, finding.Path, finding.Severity, finding.Difference)).Order(),
                    fromJson.Select(finding => (finding.RuleId, finding.Path, finding.Severity, finding.Difference)).Order());
                var rules = fromJson.Where(finding => finding.RuleId.StartsWith("applications.", StringComparison.Ordinal)
                    && finding.Cells.Any(each => each.Path == cell.Path && each.Value == value)).ToList();
                if (value == 0 && was is null)
                {
                    // A blank that could only have been a zero.
                    Assert.Empty(rules);
                    continue;
                }

                Assert.True(
                    rules.Any(finding => finding.Severity == Severity.Error && finding.State == RuleState.Violated),
                    $"{name} {cell.Path}: {was} -> {value}");
                Assert.Equal(value < 0 ? 1 : 0, fromJson.Count(finding => finding.RuleId == "cell.range" && finding.Path == cell.Path));
            }

            report.SetValue(cell.Index, was);
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void An_emptied_cell_is_named_among_the_blanks_and_is_no_error(string name)
    {
        var report = DisclosureReport2019.Read(TestData.Json(name)).Report;
        var errors = report.Validate().Count(finding => finding.Severity == Severity.Error);
        foreach (var cell in report.Format.Cells.Where(cell => cell.Path.StartsWith("/applications/", StringComparison.Ordinal)))
        {
            var was = report.GetValue(cell.Index);
            report.SetValue(cell.Index, null);
            var findings = report.Validate();

            var blanks = Assert.Single(findings, finding => finding.RuleId == "cell.blank" && finding.Path == "/applications");
            Assert.Contains(new FindingCell(cell.Path, null), blanks.Cells);
            Assert.Equal(errors, findings.Count(finding => finding.Severity == Severity.Error));
            report.SetValue(cell.Index, was);
        }
    }

    private static IEnumerable<decimal> Changes(decimal value) =>
        ((decimal[])[value + 1, value - 1, value + 10, value * 10, 0, -1, 1_000_000_007, 9_007_199_254_740_992]).Distinct();
}

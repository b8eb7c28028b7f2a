using Xunit;

namespace GovReportSchema.Tests;

/// <summary>What is checked between a report and that of the year before.</summary>
public class YearlyRuleTests
{
    [Fact]
    public void Figures_carried_over_raise_nothing()
    {
        var (last, report) = TwoYears();

        Assert.Empty(report.Validate(new CheckOptions { Previous = last }));
        Assert.Empty(DisclosureReport2021.Read(report.ToJsonUtf8(), new CheckOptions { Previous = last }).Findings);
    }

    [Fact]
    public void A_figure_that_was_not_carried_over_is_a_warning_with_both_cells()
    {
        var (last, report) = TwoYears();
        last.Applications.CarriedOver.Other = 3;

        var findings = DisclosureReport2021.Read(report.ToJsonUtf8(indented: true), new CheckOptions { Previous = last }).Findings;

        var finding = Assert.Single(findings);
        Assert.Equal(("applications.carriedInFromLastYear", Severity.Warning, "/applications/carriedIn/other"), (finding.RuleId, finding.Severity, finding.Path));
        Assert.Equal([new("/applications/carriedIn/other", 0), new("previous:/applications/carriedOver/other", 3)], finding.Cells);
        Assert.Equal((3m, 0m, -3m), (finding.Expected!.Value, finding.Actual!.Value, finding.Difference!.Value));
        Assert.NotNull(finding.Line);
    }

    [Fact]
    public void Documents_in_force_follow_from_last_year()
    {
        var (last, report) = TwoYears();
        report.ProactiveDisclosure.Regulations.InForce += 1;

        var finding = Assert.Single(report.Validate(new CheckOptions { Previous = last }));

        Assert.Equal(("proactiveDisclosure.inForceCarriedForward", "/proactiveDisclosure/regulations/inForce", 1m), (finding.RuleId, finding.Path, finding.Difference));
        Assert.Equal(4, finding.Cells.Count);
    }

    [Fact]
    public void Without_last_year_the_yearly_rules_say_nothing() => Assert.Empty(TwoYears().Report.Validate());

    [Fact]
    public void A_report_of_2021_is_compared_with_one_on_the_form_of_2019_where_they_share_cells()
    {
        var last = DisclosureReport2019.Read(TestData.Json("pingyin-2019")).Report;
        last.Year = 2020;
        last.Agency = TwoYears().Report.Agency;
        var report = TwoYears().Report;
        report.Year = 2021;
        foreach (var row in (string[])["carriedIn", "carriedOver"])
        {
            foreach (var column in (string[])["naturalPerson", "commercialEnterprise", "researchInstitution", "publicWelfareOrganization", "legalServiceInstitution", "other", "total"])
            {
                Assert.True(report.Format.TryGetCell($"/applications/{row}/{column}", out var cell));
                report.SetValue(cell.Index, 0);
            }
        }

        var findings = report.Validate(new CheckOptions { Previous = last })
            .Where(finding => finding.Cells.Any(cell => cell.Path.StartsWith("previous:", StringComparison.Ordinal))).ToList();

        // inForce does not stand on the form of 2019: said once, as not decided, and not passed over.
        var undecided = Assert.Single(findings);
        Assert.Equal(
            ("proactiveDisclosure.inForceCarriedForward", RuleState.Undetermined, Severity.Info),
            (undecided.RuleId, undecided.State, undecided.Severity));
        Assert.Contains("disclosure-2019", undecided.Message, StringComparison.Ordinal);
        Assert.Contains("disclosure-2019", undecided.GetMessage(Language.English), StringComparison.Ordinal);

        last.Applications.CarriedOver.NaturalPerson = 5;
        Assert.Contains(
            report.Validate(new CheckOptions { Previous = last }),
            finding => finding.RuleId == "applications.carriedInFromLastYear" && finding.Path == "/applications/carriedIn/naturalPerson" && finding.Expected == 5);
    }

    [Fact]
    public void A_blank_of_last_year_leaves_the_rule_open_unless_last_years_own_sums_force_it()
    {
        var (last, report) = TwoYears();
        last.Applications.CarriedOver.Other = null;
        Assert.DoesNotContain(report.Validate(new CheckOptions { Previous = last }), finding => finding.State == RuleState.Undetermined);

        (last, report) = TwoYears();
        last.ProactiveDisclosure.Regulations.InForce = null;
        var finding = Assert.Single(report.Validate(new CheckOptions { Previous = last }));
        Assert.Equal((RuleState.Undetermined, Severity.Info), (finding.State, finding.Severity));
        Assert.Contains(new FindingCell("previous:/proactiveDisclosure/regulations/inForce", null), finding.Cells);

        Assert.Equal(
            RuleState.Violated,
            Assert.Single(report.Validate(new CheckOptions { Previous = last, Blanks = Blanks.Zero })).State);
    }

    [Theory]
    [InlineData(2023)]
    [InlineData(2025)]
    public void Another_year_than_the_one_before_is_a_warning(int year)
    {
        var (last, report) = TwoYears();
        last.Year = year;
        report.Year = 2025;

        var finding = Assert.Single(report.Validate(new CheckOptions { Previous = last }));

        Assert.Equal(("previous.yearMismatch", Severity.Warning, "/year"), (finding.RuleId, finding.Severity, finding.Path));
    }

    [Fact]
    public void Another_body_is_a_warning()
    {
        var (last, report) = TwoYears();
        last.Agency = "某县人民政府";

        var finding = Assert.Single(DisclosureReport2021.Read(report.ToJsonUtf8(), new CheckOptions { Previous = last }).Findings);

        Assert.Equal(("previous.agencyMismatch", Severity.Warning, "/agency"), (finding.RuleId, finding.Severity, finding.Path));
        Assert.Contains("某县人民政府", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2018, false)]
    [InlineData(2019, true)]
    [InlineData(2020, true)]
    [InlineData(2021, false)]
    public void A_year_for_which_the_form_was_not_in_force_is_a_warning(int year, bool inForce)
    {
        var report = DisclosureReport2019.Read(TestData.Json("guantao-2019")).Report;
        var others = report.Validate().Select(finding => finding.RuleId).ToList();
        report.Year = year;

        Assert.Equal([.. inForce ? [] : (string[])["format.yearMismatch"], .. others], report.Validate().Select(finding => finding.RuleId));
        Assert.True(DisclosureReport2019.Read(report.ToJsonUtf8()).IsValid);
    }

    [Theory]
    [InlineData(20250)]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_year_that_no_submission_may_have_is_out_of_range_in_code_too(int year)
    {
        var report = TwoYears().Report;
        report.Year = year;

        Assert.Contains(report.Validate(), finding => finding.RuleId == "cell.range" && finding.Path == "/year" && finding.Actual == year);
    }

    /// <summary>The sample, and a report of the year before from which its figures follow.</summary>
    private static (DisclosureReport2021 Last, DisclosureReport2021 Report) TwoYears()
    {
        var report = DisclosureReport2021.Read(TestData.Json("sample-2021")).Report;
        var last = DisclosureReport2021.Read(TestData.Json("sample-2021")).Report;
        last.Year = report.Year - 1;
        foreach (var cell in last.Format.Cells.Where(cell => cell.Path.StartsWith("/applications/", StringComparison.Ordinal)))
        {
            last.SetValue(cell.Index, 0);
        }

        // All that was received last year was carried over.
        foreach (var column in last.Format.Cells.Where(cell => cell.Path.StartsWith("/applications/carriedIn/", StringComparison.Ordinal)))
        {
            var value = report.GetValue(column.Index);
            foreach (var row in (string[])["received", "carriedOver"])
            {
                Assert.True(last.Format.TryGetCell(column.Path.Replace("carriedIn", row, StringComparison.Ordinal), out var cell));
                last.SetValue(cell.Index, value);
            }
        }

        var (now, then) = (report.ProactiveDisclosure, last.ProactiveDisclosure);
        then.Regulations.InForce = now.Regulations.InForce - now.Regulations.Issued + now.Regulations.Repealed;
        then.NormativeDocuments.InForce = now.NormativeDocuments.InForce - now.NormativeDocuments.Issued + now.NormativeDocuments.Repealed;
        return (last, report);
    }
}

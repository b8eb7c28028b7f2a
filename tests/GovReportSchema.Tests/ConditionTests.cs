using Xunit;

namespace GovReportSchema.Tests;

/// <summary>Rules that are checked only where a condition holds, and rules that two sides differ.</summary>
public class ConditionTests
{
    private const string Suspicion = "proactiveDisclosure.decisionsAreNotItems";

    [Theory]
    [InlineData(42, 101, 143, RuleState.Violated)]
    [InlineData(42, 101, 144, null)]
    [InlineData(0, 0, 0, null)]
    [InlineData(5, -5, 0, null)]
    public void Where_every_cell_is_filled_a_rule_is_checked_where_its_condition_holds(int items, int change, int decisions, RuleState? expected) =>
        Assert.Equal(expected, StateOf(items, change, decisions));

    [Theory]
    [InlineData(42, 101, null, RuleState.Undetermined)]
    [InlineData(42, null, 143, RuleState.Undetermined)]
    [InlineData(null, 3, 2, null)]
    // The condition and the rule are judged apart, so that this is left open although no filling could violate it.
    [InlineData(null, 0, 0, RuleState.Undetermined)]
    [InlineData(0, 0, null, null)]
    [InlineData(42, 101, 143, RuleState.Violated)]
    public void Where_cells_are_blank_a_rule_is_decided_only_where_it_or_its_condition_is(int? items, int? change, int? decisions, RuleState? expected) =>
        Assert.Equal(expected, StateOf(items, change, decisions, withBlankElsewhere: true));

    private static RuleState? StateOf(int? items, int? change, int? decisions, bool withBlankElsewhere = false)
    {
        var report = new DisclosureReport2019();
        for (var cell = 0; cell < report.Format.Cells.Count; cell++)
        {
            report.SetValue(cell, 0);
        }

        var row = report.ProactiveDisclosure.AdministrativeLicensing;
        (row.PreviousYearItems, row.Change, row.Decisions) = (items, change, decisions);
        if (withBlankElsewhere)
        {
            report.ProactiveDisclosure.CentralizedProcurement.Items = null;
        }

        return report.Validate().SingleOrDefault(finding => finding.RuleId == Suspicion)?.State;
    }
}

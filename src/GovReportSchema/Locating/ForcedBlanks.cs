using GovReportSchema.Checking;

namespace GovReportSchema.Locating;

/// <summary>What the blanks of a report in which nothing is violated must be, where the rules leave them one number.</summary>
internal static class ForcedBlanks
{
    public static RepairList Find(LocatePlan plan, Scene scene)
    {
        var count = scene.Values.Length;
        var (low, high) = (new long[count], new long[count]);
        Domains.Open(scene.Report, scene.Options.Blanks, new long[count], low, high);
        Domains.Narrow(plan.Checks, low, high, new bool[plan.Checks.Checks.Length]);
        var changes = new List<RepairChange>();
        for (var cell = 0; cell < count; cell++)
        {
            if (scene.IsOpen(cell) && low[cell] == high[cell] && plan.Format.Shape.Types[cell].IsNumber)
            {
                var change = scene.Change(cell, low[cell], Choice.Forced);
                changes.Add(new RepairChange(plan.Format.Cells[cell], change, SlipKind.BlankLeft));
            }
        }

        // All of them are one repair: none is an alternative to another.
        return changes.Count == 0
            ? RepairList.None
            : new RepairList(
                RepairState.Located,
                new Repair(plan.Format, [new Slip(SlipKind.BlankLeft, changes, SlipCosts.Telling)], changes) { Rank = 1 });
    }
}

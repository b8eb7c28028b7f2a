namespace GovReportSchema.Locating;

/// <summary>What the blanks of a report in which nothing is violated must be, where the rules leave them one number.</summary>
internal static class ForcedBlanks
{
    public static RepairList Find(LocatePlan plan, Scene scene)
    {
        var changes = new List<RepairChange>();
        foreach (var cell in plan.Format.Cells)
        {
            if (cell.Type.IsNumber && scene.IsOpen(cell.Index) && scene.AsIs.Forced(cell.Index) is { } number)
            {
                changes.Add(new RepairChange(cell, scene.Change(cell.Index, number, Choice.Forced), SlipKind.BlankLeft));
            }
        }

        // All of them are one repair: none is an alternative to another.
        return changes.Count == 0
            ? RepairList.None
            : new RepairList(
                RepairState.Located,
                new Repair(plan.Format, [new Slip(SlipKind.BlankLeft, changes, 0)], changes) { Rank = 1 });
    }
}

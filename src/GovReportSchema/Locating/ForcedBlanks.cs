namespace GovReportSchema.Locating;

/// <summary>What the blanks of a report in which nothing is violated must be, where the rules leave them one number.</summary>
internal static class ForcedBlanks
{
    public static RepairList Find(LocatePlan plan, Scene scene)
    {
        var changes = new List<RepairChange>();
        foreach (var cell in plan.Format.Cells)
        {
            if (cell.Type.IsNumber && scene.IsOpen(cell.Index) && scene.AsIs.IsForced(cell.Index, out var number))
            {
                changes.Add(new RepairChange(cell, scene.Change(cell.Index, number, Choice.Forced), SlipKind.BlankLeft));
            }
        }

        if (changes.Count == 0)
        {
            return RepairList.None;
        }

        // All of them are one repair: none is an alternative to another.
        var slips = new List<Slip>();
        slips.Add(new Slip(SlipKind.BlankLeft, changes.ToArray(), 0));
        return new RepairList(RepairState.Located, new Repair(plan.Format, slips, slips[0].Changes) { Rank = 1 });
    }
}

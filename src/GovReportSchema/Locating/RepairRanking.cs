namespace GovReportSchema.Locating;

/// <summary>
/// Joins the solutions of all clusters to repairs of the whole report and ranks them: by how likely the slips are, then by what
/// speaks for the new values outside the rules. Equal ones keep the order of the form, and are said to be tied.
/// </summary>
internal static class RepairRanking
{
    public static RepairList Rank(LocatePlan plan, Scene scene, List<List<Solution>> groups)
    {
        long count = 1;
        foreach (var group in groups)
        {
            count *= group.Count;
            if (count > SlipSizes.MostSolutions)
            {
                return RepairList.TooMany;
            }
        }

        var namer = new SlipNamer(plan);
        var joined = new List<List<Slip>> { new() };
        foreach (var group in groups)
        {
            var named = group.ConvertAll(namer.Name);
            joined = named.Count == 1 && joined.Count == 1 ? [[.. joined[0], .. named[0]]]
                : [.. joined.SelectMany(_ => named, (slips, more) => (List<Slip>)[.. slips, .. more])];
        }

        return joined.Count == 1 ? One(plan, joined[0]) : Order(plan, scene, joined);
    }

    private static RepairList One(LocatePlan plan, List<Slip> slips)
    {
        var repair = Make(plan, slips);
        repair.Rank = 1;
        return new RepairList(RepairState.Located, repair);
    }

    private static RepairList Order(LocatePlan plan, Scene scene, List<List<Slip>> joined)
    {
        var byCost = joined
            .Select(slips => (Repair: Make(plan, slips), Cost: slips.Sum(slip => slip.Cost)))
            .GroupBy(entry => entry.Cost)
            .OrderBy(group => group.Key);

        // Only ties are looked into: reading the narratives costs more than all the rest.
        OutsideEvidence? evidence = null;
        var ranked = new List<(Repair Repair, int Cost, int Against)>(joined.Count);
        foreach (var group in byCost)
        {
            var entries = group.ToList();
            ranked.AddRange(entries.Count == 1
                ? [(entries[0].Repair, group.Key, 0)]
                : entries
                    .Select(entry => (entry.Repair, entry.Cost, Against: -(evidence ??= new OutsideEvidence(plan, scene)).For(entry.Repair.Changes)))
                    .OrderBy(entry => entry.Against));
        }

        for (var i = 0; i < ranked.Count; i++)
        {
            var tied = i > 0 && Ties(i - 1, i);
            ranked[i].Repair.Rank = i == 0 ? 1 : ranked[i - 1].Repair.Rank + (tied ? 0 : 1);
            ranked[i].Repair.IsTied = tied || (i + 1 < ranked.Count && Ties(i, i + 1));
        }

        var state = ranked[0].Repair.IsTied ? RepairState.Tied : RepairState.Located;
        return new RepairList(state, [.. ranked.Select(entry => entry.Repair)]);

        bool Ties(int left, int right) =>
            ranked[left].Cost == ranked[right].Cost && ranked[left].Against == ranked[right].Against;
    }

    private static Repair Make(LocatePlan plan, List<Slip> slips)
    {
        if (slips.Count == 1 && slips[0].Changes.Count == 1)
        {
            return new Repair(plan.Format, slips, slips[0].Changes);
        }

        RepairChange[] changes = [.. slips.SelectMany(slip => slip.Changes)];
        Array.Sort(changes, (left, right) => left.Cell.Index.CompareTo(right.Cell.Index));
        return new Repair(plan.Format, slips, changes);
    }
}

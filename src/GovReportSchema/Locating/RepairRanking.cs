namespace GovReportSchema.Locating;

/// <summary>
/// Joins the solutions of all clusters to repairs of the whole report and ranks them: by how likely the slips are, then by what
/// speaks for the new values outside the rules. Equal ones keep the order of the form, and are said to be tied.
/// </summary>
internal static class RepairRanking
{
    /// <param name="plan">The format.</param>
    /// <param name="scene">The report.</param>
    /// <param name="groups">The solutions of each part that has any; each joined with each makes no more than can be listed.</param>
    public static IReadOnlyList<Repair> Rank(LocatePlan plan, Scene scene, List<List<Solution>> groups)
    {
        var namer = new SlipNamer(plan, scene);
        var joined = new List<List<Slip>> { new() };
        foreach (var group in groups)
        {
            var named = group.ConvertAll(namer.Name);
            joined = named.Count == 1 && joined.Count == 1 ? [[.. joined[0], .. named[0]]]
                : [.. joined.SelectMany(_ => named, (slips, more) => (List<Slip>)[.. slips, .. more])];
        }

        if (joined.Count == 1)
        {
            var repair = Make(plan, joined[0]);
            repair.Rank = 1;
            return [repair];
        }

        return Order(plan, scene, joined);
    }

    private static List<Repair> Order(LocatePlan plan, Scene scene, List<List<Slip>> joined)
    {
        var byCost = joined
            .Select(slips => (Repair: Make(plan, slips), Cost: slips.Sum(slip => slip.Cost)))
            .OrderBy(entry => entry.Cost)
            .ToList();

        // Only ties are looked into: reading the narratives costs more than all the rest.
        OutsideEvidence? evidence = null;
        var ranked = new List<Repair>(joined.Count);
        for (var (first, next) = (0, 0); first < byCost.Count; first = next)
        {
            while (next < byCost.Count && byCost[next].Cost < byCost[first].Cost + SlipOdds.Tie)
            {
                next++;
            }

            var tied = byCost.GetRange(first, next - first).ConvertAll(entry => entry.Repair);
            foreach (var group in tied.Count == 1 ? [tied] : ByEvidence(tied, evidence ??= new OutsideEvidence(plan, scene)))
            {
                AddGroup(ranked, group);
            }
        }

        return ranked;
    }

    /// <summary>Those for which most speaks first, each such group in the order of the form.</summary>
    private static IEnumerable<List<Repair>> ByEvidence(List<Repair> repairs, OutsideEvidence evidence) => repairs
        .GroupBy(repair => evidence.For(repair.Changes))
        .OrderByDescending(group => group.Key)
        .Select(group => group.OrderBy(repair => repair.Changes[0].Cell.Index).ToList());

    private static void AddGroup(List<Repair> ranked, List<Repair> group)
    {
        var rank = ranked.Count == 0 ? 1 : ranked[^1].Rank + 1;
        foreach (var repair in group)
        {
            (repair.Rank, repair.IsTied) = (rank, group.Count > 1);
        }

        ranked.AddRange(group);
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

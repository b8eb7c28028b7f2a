namespace GovReportSchema.Locating;

/// <summary>
/// Joins the solutions of all clusters to repairs of the whole report and ranks them: by how likely the slips are, then by what
/// speaks for the new values outside the rules. Equal ones keep the order of the form, and are said to be tied.
/// </summary>
internal static class RepairRanking
{
    /// <param name="plan">The format.</param>
    /// <param name="scene">The report.</param>
    /// <param name="parts">The solutions of each part that has any; each joined with each makes no more than can be listed.</param>
    public static Repair[] Rank(LocatePlan plan, Scene scene, List<Explained> parts)
    {
        if (parts.Count == 0)
        {
            return [];
        }

        var namer = new SlipNamer(plan, scene);
        var joined = NameAll(namer, parts[0]);
        for (var i = 1; i < parts.Count; i++)
        {
            joined = Join(joined, NameAll(namer, parts[i]));
        }

        var repairs = new Repair[joined.Count];
        for (var i = 0; i < repairs.Length; i++)
        {
            var repair = Make(plan, joined[i]);
            var at = i;
            for (; at > 0 && repairs[at - 1].Cost > repair.Cost; at--)
            {
                repairs[at] = repairs[at - 1];
            }

            repairs[at] = repair;
        }

        RankByCost(plan, scene, repairs);
        return repairs;
    }

    private static void RankByCost(LocatePlan plan, Scene scene, Repair[] repairs)
    {
        // Only ties are looked into: reading the narratives costs more than all the rest.
        OutsideEvidence? evidence = null;
        var (first, rank) = (0, 0);
        while (first < repairs.Length)
        {
            var next = first + 1;
            while (next < repairs.Length && repairs[next].Cost < repairs[first].Cost + SlipOdds.Tie)
            {
                next++;
            }

            if (next == first + 1)
            {
                repairs[first].Rank = ++rank;
            }
            else
            {
                RankByEvidence(repairs, first, next, evidence ??= new OutsideEvidence(plan, scene), ref rank);
            }

            first = next;
        }
    }

    /// <summary>Those for which most speaks first, each such group in the order of the form.</summary>
    private static void RankByEvidence(Repair[] repairs, int first, int next, OutsideEvidence evidence, ref int rank)
    {
        var scores = new int[next - first];
        for (var i = first; i < next; i++)
        {
            var (repair, score) = (repairs[i], evidence.For(repairs[i].Changes));
            var at = i;
            for (; at > first && IsBefore(score, repair, scores[at - 1 - first], repairs[at - 1]); at--)
            {
                (repairs[at], scores[at - first]) = (repairs[at - 1], scores[at - 1 - first]);
            }

            (repairs[at], scores[at - first]) = (repair, score);
        }

        for (var i = first; i < next; i++)
        {
            var isAsBefore = i > first && scores[i - first] == scores[i - 1 - first];
            var isAsNext = i + 1 < next && scores[i - first] == scores[i + 1 - first];
            rank += isAsBefore ? 0 : 1;
            (repairs[i].Rank, repairs[i].IsTied) = (rank, isAsBefore || isAsNext);
        }
    }

    private static bool IsBefore(int score, Repair repair, int otherScore, Repair other) =>
        score > otherScore || (score == otherScore && repair.Changes[0].Cell.Index < other.Changes[0].Cell.Index);

    private static List<List<Slip>> NameAll(SlipNamer namer, Explained part)
    {
        var named = new List<List<Slip>>();
        foreach (var solution in part.Solutions)
        {
            named.Add(namer.Name(solution));
        }

        return named;
    }

    private static List<List<Slip>> Join(List<List<Slip>> left, List<List<Slip>> right)
    {
        var joined = new List<List<Slip>>();
        foreach (var slips in left)
        {
            foreach (var more in right)
            {
                var all = new List<Slip>(slips);
                all.AddRange(more);
                joined.Add(all);
            }
        }

        return joined;
    }

    private static Repair Make(LocatePlan plan, List<Slip> slips)
    {
        if (slips.Count == 1 && slips[0].Changes.Length == 1)
        {
            return new Repair(plan.Format, slips, slips[0].Changes);
        }

        var changes = new List<RepairChange>();
        foreach (var slip in slips)
        {
            changes.AddRange(slip.Changes);
        }

        changes.Sort((left, right) => left.Cell.Index - right.Cell.Index);
        return new Repair(plan.Format, slips, changes.ToArray());
    }
}

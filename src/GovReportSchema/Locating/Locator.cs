using GovReportSchema.Checking;

namespace GovReportSchema.Locating;

/// <summary>Finds which cells are wrong and what they should be: each cluster of rules by itself, then all of them together.</summary>
internal static class Locator
{
    public static RepairList Locate(Report report, CheckOptions options)
    {
        var plan = report.Format.LocatePlan;
        return RuleSums.AllHold(plan, report) ? RepairList.None : Explain(plan, new Scene(plan, report, options));
    }

    private static RepairList Explain(LocatePlan plan, Scene scene)
    {
        var groups = new List<List<Solution>>();
        foreach (var cluster in plan.Clusters)
        {
            if (Explain(plan, scene, cluster) is not { } solutions)
            {
                continue;
            }

            if (solutions.Count == 0)
            {
                return RepairList.TooMany;
            }

            groups.Add(solutions);
        }

        foreach (var cell in scene.OutOfBounds.Where(cell => plan.ClusterOf[cell] is null))
        {
            groups.Add([BringIntoBounds(plan, scene, cell)]);
        }

        return groups.Count > 0 ? RepairRanking.Rank(plan, scene, groups) : ForcedBlanks.Find(plan, scene);
    }

    /// <summary>The smallest solutions of a cluster, none where there are too many; null where nothing is wrong with it.</summary>
    private static List<Solution>? Explain(LocatePlan plan, Scene scene, RuleCluster cluster)
    {
        if (!scene.HasBlanks(cluster))
        {
            var violated = false;
            var exact = true;
            foreach (var check in cluster.Checks)
            {
                if (!scene.Holds(check))
                {
                    violated = true;
                    exact &= plan.IsEquation(check);
                }
            }

            if (!violated && !scene.HasOutOfBounds(cluster))
            {
                return null;
            }

            if (violated && exact)
            {
                return ByResiduals(plan, scene, cluster);
            }
        }

        var search = new OpenSearch(plan, scene, cluster);
        return search.IsNeeded() ? search.Run() : null;
    }

    /// <summary>
    /// A cell out of bounds must change even where no residual asks for it: then fewer slips may do than the residuals show,
    /// one of them by a number that is only probable.
    /// </summary>
    private static List<Solution> ByResiduals(LocatePlan plan, Scene scene, RuleCluster cluster)
    {
        var found = new ResidualSearch(plan, scene, cluster).Run();
        if (!scene.HasOutOfBounds(cluster) || (found.Count > 0 && found[0].Moves.Length == 1))
        {
            return found;
        }

        var open = new OpenSearch(plan, scene, cluster).Run();
        return open.Count > 0 && (found.Count == 0 || open[0].Moves.Length <= found[0].Moves.Length) ? open : found;
    }

    /// <summary>A cell that stands in no rule: its bounds are all that is known of it.</summary>
    private static Solution BringIntoBounds(LocatePlan plan, Scene scene, int cell)
    {
        var type = plan.Format.Shape.Types[cell];
        var (to, choice) = OpenRanges.NearestOf(scene.Values[cell], type.Minimum, type.Maximum);
        return new Solution([], [scene.Change(cell, to, choice)]);
    }
}

namespace GovReportSchema.Locating;

/// <summary>Finds which cells are wrong and what they should be: each cluster of rules by itself, then all of them together.</summary>
internal sealed class Locator
{
    private readonly LocatePlan _plan;
    private readonly Scene _scene;
    private readonly List<Explained> _explained = new List<Explained>();
    private readonly List<RuleCluster> _unexplained = new List<RuleCluster>();

    private Locator(LocatePlan plan, Scene scene) => (_plan, _scene) = (plan, scene);

    public static RepairList Locate(Report report, CheckOptions options)
    {
        if (options.Previous is null && RuleSums.AllHold(report.Format.Plan, report))
        {
            return RepairList.None;
        }

        var plan = report.Format.LocatePlan;
        return new Locator(plan, new Scene(plan, report, options)).Locate();
    }

    private RepairList Locate()
    {
        foreach (var cluster in _plan.Clusters)
        {
            if (IsWrong(cluster))
            {
                Add(cluster, Explain(cluster));
            }
        }

        foreach (var cell in _scene.OutOfBounds)
        {
            if (_plan.ClusterOf[cell] is null)
            {
                Add(null, [BringIntoBounds(cell)]);
            }
        }

        LeaveOutTheVaguest();
        if (_explained.Count == 0 && _unexplained.Count == 0)
        {
            return ForcedBlanks.Find(_plan, _scene);
        }

        var repairs = RepairRanking.Rank(_plan, _scene, _explained);
        var state = _unexplained.Count > 0 ? RepairState.TooMany : repairs[0].IsTied ? RepairState.Tied : RepairState.Located;
        return new RepairList(state, repairs) { Unexplained = Unexplained() };
    }

    private void Add(RuleCluster? cluster, List<Solution> solutions)
    {
        if (solutions.Count == 0)
        {
            _unexplained.Add(cluster!);
        }
        else
        {
            _explained.Add(new Explained(cluster, solutions));
        }
    }

    /// <summary>Each part's explanations go with each of the others'. Where that is too many, the part that has most is left out.</summary>
    private void LeaveOutTheVaguest()
    {
        while (true)
        {
            var (count, vaguest) = (1L, 0);
            for (var i = 0; i < _explained.Count; i++)
            {
                count = Math.Min(count * _explained[i].Solutions.Count, int.MaxValue);
                vaguest = _explained[i].Solutions.Count > _explained[vaguest].Solutions.Count ? i : vaguest;
            }

            if (count <= SlipSizes.MostSolutions)
            {
                return;
            }

            _unexplained.Add(_explained[vaguest].Cluster!);
            _explained.RemoveAt(vaguest);
        }
    }

    /// <summary>The cells that the rules left unexplained are about, in the order of the form.</summary>
    private Cell[] Unexplained()
    {
        var isUnexplained = new bool[_plan.ClusterOf.Length];
        foreach (var cluster in _unexplained)
        {
            foreach (var cell in _scene.OutOfBounds)
            {
                isUnexplained[cell] |= _plan.ClusterOf[cell] == cluster;
            }

            foreach (var check in cluster.Checks)
            {
                isUnexplained[_plan.Checks.Cells[_plan.Checks.Checks[check].Subject]] |= IsViolated(check);
            }
        }

        var cells = new List<Cell>();
        for (var cell = 0; cell < isUnexplained.Length; cell++)
        {
            if (isUnexplained[cell])
            {
                cells.Add(_plan.Format.Cells[cell]);
            }
        }

        return cells.ToArray();
    }

    private bool IsWrong(RuleCluster cluster)
    {
        foreach (var check in cluster.Checks)
        {
            if (IsViolated(check))
            {
                return true;
            }
        }

        return _scene.HasOutOfBounds(cluster);
    }

    private bool IsViolated(int check) => _scene.IsActive(check) && _scene.IsViolated(check);

    /// <summary>The smallest solutions of a cluster; none where there are too many, or there is none.</summary>
    private List<Solution> Explain(RuleCluster cluster)
    {
        if (_scene.IsExact(cluster))
        {
            // A cell out of bounds must change even where no residual asks for it: then fewer slips may do than the residuals
            // show, one of them by a number that is only probable.
            var search = new ResidualSearch(_plan, _scene, cluster);
            var found = search.Run();
            if (!search.SawFamily && (!_scene.HasOutOfBounds(cluster) || (found.Count > 0 && found[0].Moves.Length == 1)))
            {
                return Distinct(found);
            }
        }

        return Distinct(new OpenSearch(_plan, _scene, cluster).Run());
    }

    /// <summary>Compounds that share totals may come to the same changes as others do.</summary>
    private static List<Solution> Distinct(List<Solution> solutions)
    {
        if (solutions.Count < 2 || solutions[0].Moves.Length < 2)
        {
            return solutions;
        }

        var distinct = new List<Solution>();
        foreach (var solution in solutions)
        {
            if (!distinct.Exists(solution.HasSameChanges))
            {
                distinct.Add(solution);
            }
        }

        return distinct;
    }

    /// <summary>A cell that stands in no rule: its bounds are all that is known of it.</summary>
    private Solution BringIntoBounds(int cell)
    {
        var type = _plan.Format.Shape.Types[cell];
        var value = _scene.Values[cell];
        var (to, choice) = type.Minimum == type.Maximum ? (type.Minimum, Choice.Forced)
            : value < 0 && -value >= type.Minimum && -value <= type.Maximum ? (-value, Choice.Probable)
            : (Math.Clamp(value, type.Minimum, type.Maximum), Choice.Bound);
        return new Solution([], [_scene.Change(cell, to, choice)]);
    }
}

/// <summary>A part of a report and what explains it.</summary>
/// <param name="Cluster">The rules and cells; null for a cell that stands in no rule.</param>
/// <param name="Solutions">Its smallest solutions, one at least.</param>
internal sealed record Explained(RuleCluster? Cluster, List<Solution> Solutions);

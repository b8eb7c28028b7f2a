using GovReportSchema.Checking;

namespace GovReportSchema.Locating;

/// <summary>What the locator needs to know of a format, worked out once: its clusters of rules and the slips that each may show.</summary>
internal sealed class LocatePlan
{
    /// <summary>For one move at a time, by how much each residual changes with it; else 0.</summary>
    private readonly long[] _effects;
    private readonly FollowingTotals _following;

    public LocatePlan(ReportFormat format)
    {
        Format = format;
        Checks = format.Plan;
        IsRule = new bool[Checks.Checks.Length];
        for (var c = 0; c < IsRule.Length; c++)
        {
            IsRule[c] = RuleSums.MustHold(Checks, Checks.Checks[c]);
        }

        Incidence = new Incidence(Checks, IsRule);
        Grid = new Grid(format);
        MovesOf = new Move[IsRule.Length][];
        Opening = new Move[IsRule.Length][];
        ClusterOf = new RuleCluster?[Checks.PreviousBase];
        CompoundOf = new Move?[Checks.PreviousBase];
        _effects = new long[IsRule.Length];
        _following = new FollowingTotals(Incidence, Checks.PreviousBase);
        Clusters = Incidence.Split().ToArray();
        foreach (var cluster in Clusters)
        {
            Complete(cluster);
        }
    }

    public ReportFormat Format { get; }

    public CheckPlan Checks { get; }

    /// <summary>Whether each check is one that must hold; see <see cref="RuleSums.MustHold"/>.</summary>
    public bool[] IsRule { get; }

    public Incidence Incidence { get; }

    public Grid Grid { get; }

    public RuleCluster[] Clusters { get; }

    /// <summary>The cluster of each cell; null for a cell that stands in no rule.</summary>
    public RuleCluster?[] ClusterOf { get; }

    /// <summary>Each leaf with the totals that are summed from it; null for other cells.</summary>
    public Move?[] CompoundOf { get; }

    /// <summary>The moves that change the residual of each equation.</summary>
    public Move[][] MovesOf { get; }

    /// <summary>The moves that have a cell in each check, whether its sum changes by them or not.</summary>
    public Move[][] Opening { get; }

    /// <summary>Whether a check must be met exactly, always, by this year's cells alone: then its residual says all.</summary>
    public bool IsEquation(int check) => Checks.IsEquation(Checks.Checks[check]);

    /// <summary>Finds the moves of a cluster, and what they show of it.</summary>
    private void Complete(RuleCluster cluster)
    {
        var moves = new List<Move>();
        foreach (var cell in cluster.Cells)
        {
            ClusterOf[cell] = cluster;

            // A condition may look at a date or a choice; nobody can say what else those should be.
            if (Checks.TypeOf(cell).IsNumber)
            {
                moves.Add(Make(moves.Count, [cell], [1]));
            }
        }

        foreach (var cell in cluster.Cells)
        {
            if (Checks.TypeOf(cell).IsNumber && _following.Of(cell, out var steps) is { } cells)
            {
                moves.Add(CompoundOf[cell] = Make(moves.Count, cells, steps));
            }
        }

        cluster.Moves = moves.ToArray();
        foreach (var move in cluster.Moves)
        {
            cluster.WidestMove = Math.Max(cluster.WidestMove, move.Equations.Length);
        }

        cluster.IsExact = true;
        foreach (var check in cluster.Checks)
        {
            cluster.IsExact &= IsEquation(check) || Checks.Checks[check].NeedsPrevious;
        }

        Sort(cluster);
    }

    /// <summary>Lists the moves by the checks that they bear on.</summary>
    private void Sort(RuleCluster cluster)
    {
        var (solving, opening) = (new List<Move>?[IsRule.Length], new List<Move>?[IsRule.Length]);
        foreach (var move in cluster.Moves)
        {
            foreach (var check in move.Equations)
            {
                Add(ref solving[check], move);
            }

            foreach (var cell in move.Cells)
            {
                foreach (var incident in Incidence.Of(cell))
                {
                    Add(ref opening[incident.Check], move);
                }

                foreach (var incident in Incidence.ConditionsOf(cell))
                {
                    Add(ref opening[incident.Check], move);
                }
            }
        }

        foreach (var check in cluster.Checks)
        {
            (MovesOf[check], Opening[check]) = (solving[check]?.ToArray() ?? [], opening[check]?.ToArray() ?? []);
        }
    }

    /// <summary>Adds a move, but once.</summary>
    private static void Add(ref List<Move>? moves, Move move)
    {
        moves ??= new List<Move>();
        if (moves.Count == 0 || !ReferenceEquals(moves[^1], move))
        {
            moves.Add(move);
        }
    }

    private Move Make(int id, int[] cells, long[] steps)
    {
        var checks = new List<int>();
        for (var i = 0; i < cells.Length; i++)
        {
            foreach (var incident in Incidence.Of(cells[i]))
            {
                if (IsEquation(incident.Check))
                {
                    checks.Add(incident.Check);
                    _effects[incident.Check] += incident.Coefficient * steps[i];
                }
            }
        }

        // Those that a compound leaves as they are drop out, and so does what is listed twice.
        checks.Sort();
        var (equations, effects) = (new List<int>(), new long[checks.Count]);
        foreach (var check in checks)
        {
            if (_effects[check] != 0)
            {
                effects[equations.Count] = _effects[check];
                equations.Add(check);
                _effects[check] = 0;
            }
        }

        if (equations.Count < effects.Length)
        {
            Array.Resize(ref effects, equations.Count);
        }

        return new Move(id, cells, steps, equations.ToArray(), effects);
    }
}

using GovReportSchema.Checking;

namespace GovReportSchema.Locating;

/// <summary>What the locator needs to know of a format, worked out once: its clusters of rules and the slips that each may show.</summary>
internal sealed class LocatePlan
{
    public LocatePlan(ReportFormat format)
    {
        Format = format;
        Checks = format.Plan;
        var count = format.Shape.Types.Length;
        IsRule = [.. Checks.Checks.Select(check => Checks.Forces(check) && IsOfNumbers(check))];
        Incidence = new Incidence(Checks, IsRule);
        Grid = new Grid(format);
        MovesOf = new Move[Checks.Checks.Length][];
        Opening = new Move[Checks.Checks.Length][];
        ClusterOf = new RuleCluster?[count];
        Clusters = [.. Incidence.Split().Select(MakeCluster)];
    }

    public ReportFormat Format { get; }

    public CheckPlan Checks { get; }

    /// <summary>
    /// Whether each check is one that must hold: its violation is an error, and it looks at this year alone, everywhere. What looks
    /// at a date or a choice does not count: those are never changed.
    /// </summary>
    public bool[] IsRule { get; }

    public Incidence Incidence { get; }

    public Grid Grid { get; }

    public RuleCluster[] Clusters { get; }

    /// <summary>The cluster of each cell; null for a cell that stands in no rule.</summary>
    public RuleCluster?[] ClusterOf { get; }

    /// <summary>The moves that change the residual of each equation.</summary>
    public Move[][] MovesOf { get; }

    /// <summary>The moves that have a cell in each check, whether its sum changes by them or not.</summary>
    public Move[][] Opening { get; }

    public bool IsEquation(int check) => Checks.RuleOf(Checks.Checks[check]) is { Relation: Relation.Equal, Tolerance: 0 };

    private bool IsOfNumbers(in Check check)
    {
        foreach (var cell in Checks.Cells.AsSpan(check.FirstTerm, check.TermCount))
        {
            if (!Checks.TypeOf(cell).IsNumber)
            {
                return false;
            }
        }

        return true;
    }

    private RuleCluster MakeCluster((int[] Checks, int[] Cells) part)
    {
        var moves = new List<Move>();
        foreach (var cell in part.Cells)
        {
            moves.Add(Make(moves.Count, [cell], [1]));
        }

        foreach (var cell in part.Cells)
        {
            // A leaf whose totals hide it from every rule is no explanation of anything.
            if (Incidence.Follow(cell) is { } follow && Make(moves.Count, follow.Cells, follow.Steps) is { Equations.Length: > 0 } compound)
            {
                moves.Add(compound);
            }
        }

        var solving = part.Checks.ToDictionary(check => check, _ => new List<Move>());
        var opening = part.Checks.ToDictionary(check => check, _ => new List<Move>());
        foreach (var move in moves)
        {
            foreach (var check in move.Equations)
            {
                solving[check].Add(move);
            }

            foreach (var check in move.Cells.SelectMany(Incidence.Of).Select(entry => entry.Check).Distinct())
            {
                opening[check].Add(move);
            }
        }

        foreach (var check in part.Checks)
        {
            (MovesOf[check], Opening[check]) = ([.. solving[check]], [.. opening[check]]);
        }

        var cluster = new RuleCluster
        {
            Checks = part.Checks,
            Cells = part.Cells,
            Moves = [.. moves],
            IsExact = part.Checks.All(IsEquation),
            WidestMove = moves.Max(move => move.Equations.Length),
        };
        foreach (var cell in part.Cells)
        {
            ClusterOf[cell] = cluster;
        }

        return cluster;
    }

    private Move Make(int id, int[] cells, long[] steps)
    {
        var effects = new SortedDictionary<int, long>();
        for (var i = 0; i < cells.Length; i++)
        {
            foreach (var (check, coefficient) in Incidence.Of(cells[i]))
            {
                if (IsEquation(check))
                {
                    effects[check] = effects.GetValueOrDefault(check) + (coefficient * steps[i]);
                }
            }
        }

        var seen = effects.Where(effect => effect.Value != 0).ToArray();
        return new Move(id, cells, steps, [.. seen.Select(effect => effect.Key)], [.. seen.Select(effect => effect.Value)]);
    }
}

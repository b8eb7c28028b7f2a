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
        IsRule = Array.ConvertAll(Checks.Checks, check => Checks.RuleOf(check).Severity == Severity.Error && IsOfNumbers(check));
        Incidence = new Incidence(Checks, IsRule);
        Grid = new Grid(format);
        MovesOf = new Move[Checks.Checks.Length][];
        Opening = new Move[Checks.Checks.Length][];
        ClusterOf = new RuleCluster?[count];
        CompoundOf = new Move?[count];
        Clusters = [.. Incidence.Split().Select(MakeCluster)];
    }

    public ReportFormat Format { get; }

    public CheckPlan Checks { get; }

    /// <summary>
    /// Whether each check is one that must hold: its violation is an error. What sums dates or choices does not count: those are
    /// never changed.
    /// </summary>
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
        // A condition may look at a date or a choice; nobody can say what else those should be.
        var numbers = Array.FindAll(part.Cells, cell => Checks.TypeOf(cell).IsNumber);
        var moves = new List<Move>();
        foreach (var cell in numbers)
        {
            moves.Add(Make(moves.Count, [cell], [1]));
        }

        foreach (var cell in numbers)
        {
            if (Incidence.Follow(cell) is { } follow)
            {
                moves.Add(CompoundOf[cell] = Make(moves.Count, follow.Cells, follow.Steps));
            }
        }

        Sort(part.Checks, moves);
        var cluster = new RuleCluster
        {
            Checks = part.Checks,
            Cells = part.Cells,
            Moves = [.. moves],
            IsExact = Array.TrueForAll(part.Checks, check => IsEquation(check) || Checks.Checks[check].NeedsPrevious),
            WidestMove = moves.Max(move => move.Equations.Length),
        };
        foreach (var cell in part.Cells)
        {
            ClusterOf[cell] = cluster;
        }

        return cluster;
    }

    /// <summary>Lists the moves by the checks that they bear on.</summary>
    private void Sort(int[] checks, List<Move> moves)
    {
        var (solving, opening) = (new List<Move>?[IsRule.Length], new List<Move>?[IsRule.Length]);
        foreach (var move in moves)
        {
            foreach (var check in move.Equations)
            {
                (solving[check] ??= []).Add(move);
            }

            foreach (var cell in move.Cells)
            {
                foreach (var check in Incidence.ChecksOf(cell))
                {
                    if ((opening[check] ??= []) is var of && (of.Count == 0 || of[^1] != move))
                    {
                        of.Add(move);
                    }
                }
            }
        }

        foreach (var check in checks)
        {
            (MovesOf[check], Opening[check]) = ([.. solving[check] ?? []], [.. opening[check] ?? []]);
        }
    }

    private Move Make(int id, int[] cells, long[] steps)
    {
        var effects = new SortedList<int, long>();
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

        for (var i = effects.Count - 1; i >= 0; i--)
        {
            if (effects.Values[i] == 0)
            {
                effects.RemoveAt(i);
            }
        }

        return new Move(id, cells, steps, [.. effects.Keys], [.. effects.Values]);
    }
}

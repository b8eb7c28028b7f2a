using System.Runtime.CompilerServices;

namespace GovReportSchema.Locating;

/// <summary>
/// Finds the moves that cancel the residuals of a cluster whose cells are all filled. Exact, and complete up to its work limit:
/// a violated equation must be touched by some move, so each step branches over the few moves that touch one.
/// </summary>
internal sealed class ResidualSearch
{
    /// <summary>
    /// Steps after which the search gives up; a step is one move looked at. The hardest reports of the official formats (three
    /// leaves and more, each with its totals) take 6 ms and come nowhere near; a form with far more cells ends in some 20 ms.
    /// </summary>
    private const int MostSteps = 300_000;

    private readonly LocatePlan _plan;
    private readonly Scene _scene;
    private readonly RuleCluster _cluster;
    private readonly int[] _violated;
    private readonly byte[] _touched;
    private readonly long[] _residuals;
    private readonly Move[] _chosen = new Move[SlipSizes.MostSlips];
    private readonly MoveSolver _solver;
    private readonly SolutionSet _found = new();
    private readonly bool _isTooWide;
    private readonly int _violatedCount;
    private int _steps;
    private int _slips;
    private int _compounds;

    public ResidualSearch(LocatePlan plan, Scene scene, RuleCluster cluster)
    {
        (_plan, _scene, _cluster) = (plan, scene, cluster);
        _touched = new byte[plan.IsRule.Length];
        _residuals = new long[plan.IsRule.Length];
        _violated = new int[cluster.Checks.Length];
        _solver = new MoveSolver(_residuals, _touched);
        foreach (var check in cluster.Checks)
        {
            if (!scene.IsActive(check))
            {
                continue;
            }

            _isTooWide |= !RuleSums.TryOf(plan.Checks, plan.Checks.Checks[check], scene.Values, out _residuals[check]);
            if (_residuals[check] != 0)
            {
                _violated[_violatedCount++] = check;
            }
        }
    }

    /// <summary>
    /// Whether moves were passed over that cancel the residuals in more than one way, or by numbers too wide for this search. Where
    /// a total is not bounded from above it can be put right by itself, and nothing is passed over.
    /// </summary>
    public bool SawFamily => _isTooWide || _solver.SawFamily;

    /// <summary>The smallest solutions; empty where there are too many, or none within the limits.</summary>
    public List<Solution> Run()
    {
        for (_slips = 1; _slips <= SlipSizes.MostSlips && _found.Count == 0 && !_isTooWide; _slips++)
        {
            for (_compounds = 0; _compounds <= _slips && _found.Count == 0; _compounds++)
            {
                if (_violatedCount <= _slips * _cluster.WidestMove)
                {
                    Extend(0, 0);
                }

                if (IsSpent)
                {
                    return new List<Solution>();
                }
            }
        }

        return _found.Solutions;
    }

    private bool IsSpent => _steps > MostSteps || _found.Count > SlipSizes.MostSolutions;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Extend(int count, int compounds)
    {
        if (count == _slips)
        {
            if (compounds == _compounds)
            {
                Try();
            }

            return;
        }

        var target = Untouched(out var untouched);
        if (untouched > (_slips - count) * _cluster.WidestMove)
        {
            return;
        }

        if (target >= 0)
        {
            Branch(_plan.MovesOf[target], count, compounds, untouched);
            return;
        }

        // Every violated equation is touched. What is still to come must share an equation with what is chosen: moves that
        // share none would cancel among themselves, and be no part of a smallest explanation.
        for (var i = 0; i < count; i++)
        {
            foreach (var equation in _chosen[i].Equations)
            {
                Branch(_plan.MovesOf[equation], count, compounds, untouched);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Branch(Move[] moves, int count, int compounds, int untouched)
    {
        var isLast = count == _slips - 1;
        foreach (var move in moves)
        {
            if (++_steps > MostSteps || _found.Count > SlipSizes.MostSolutions)
            {
                return;
            }

            if ((move.IsCompound && compounds == _compounds)
                || (isLast && !Closes(move, untouched))
                || (count > 0 && ReferenceEquals(move, _chosen[0]))
                || (count > 1 && ReferenceEquals(move, _chosen[1])))
            {
                continue;
            }

            _chosen[count] = move;
            Touch(move, 1);
            Extend(count + 1, compounds + (move.IsCompound ? 1 : 0));
            Touch(move, -1);
        }
    }

    /// <summary>The violated equation that no chosen move touches and the fewest moves do; -1 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Untouched(out int count)
    {
        var best = -1;
        count = 0;
        for (var i = 0; i < _violatedCount; i++)
        {
            var equation = _violated[i];
            if (_touched[equation] == 0)
            {
                count++;
                if (best < 0 || _plan.MovesOf[equation].Length < _plan.MovesOf[best].Length)
                {
                    best = equation;
                }
            }
        }

        return best;
    }

    /// <summary>Whether a last move touches all that is still untouched, and nothing that then could not be put right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Closes(Move move, int untouched)
    {
        foreach (var equation in move.Equations)
        {
            if (_touched[equation] == 0)
            {
                if (_residuals[equation] == 0)
                {
                    return false;
                }

                untouched--;
            }
        }

        return untouched == 0;
    }

    private void Touch(Move move, int by)
    {
        foreach (var equation in move.Equations)
        {
            _touched[equation] = (byte)(_touched[equation] + by);
        }
    }

    private void Try()
    {
        if (_solver.Solve(_chosen, _slips) && _scene.Settle(_cluster, _chosen, _solver.Sizes, _slips) is { } changes)
        {
            _found.Add(_chosen, _slips, changes);
        }
    }
}

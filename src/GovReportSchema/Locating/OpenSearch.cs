using GovReportSchema.Checking;

namespace GovReportSchema.Locating;

/// <summary>
/// Finds the moves that explain a cluster where residuals do not say all: where cells are blank, or rules have tolerances or are
/// no equations. The cells of the moves are opened as if they were blank, and the validator's own narrowing says whether every
/// rule can then hold, and what the opened cells must be.
/// </summary>
internal sealed class OpenSearch
{
    /// <summary>
    /// Terms of rules that may be looked at. A term takes some 28 ns on the machine of the figures, so the search ends within
    /// 50 ms; one wrong cell among thirty blanks takes some 50 µs.
    /// </summary>
    private const long MostTerms = 1_000_000;

    private readonly LocatePlan _plan;
    private readonly Scene _scene;
    private readonly RuleCluster _cluster;
    private readonly OpenRanges _ranges;
    private readonly Move[] _chosen = new Move[SlipSizes.MostSlips];
    private readonly List<Solution> _found = [];
    private readonly HashSet<(int, int, int)> _seen = [];
    private int _slips;
    private int _compounds;

    public OpenSearch(LocatePlan plan, Scene scene, RuleCluster cluster)
    {
        (_plan, _scene, _cluster) = (plan, scene, cluster);
        _ranges = new OpenRanges(plan, scene, cluster);
    }

    private bool IsSpent => _ranges.Terms > MostTerms || _found.Count > SlipSizes.MostSolutions;

    /// <summary>Whether some rule of the cluster is violated whatever its blanks are, or some cell is out of bounds.</summary>
    public bool IsNeeded() => _scene.HasOutOfBounds(_cluster) || !_ranges.CanHoldAsIs;

    /// <summary>The smallest solutions; empty where there are too many, or none within the limits.</summary>
    public List<Solution> Run()
    {
        foreach (var (slips, compounds) in SlipSizes.InOrder())
        {
            (_slips, _compounds) = (slips, compounds);
            Extend(0, 0);
            if (IsSpent)
            {
                return [];
            }

            if (_found.Count > 0)
            {
                return _found;
            }
        }

        return _found;
    }

    private void Extend(int count, int compounds)
    {
        var moves = _chosen.AsSpan(0, count);
        if (count == _slips)
        {
            if (compounds == _compounds)
            {
                Try(moves);
            }

            return;
        }

        // A cell out of bounds, and a rule violated over the full ranges of its blanks, each need a move of their own. Where
        // only the rules together leave no number, any move of the cluster may be the one.
        var outside = _scene.OutOfBounds.FindIndex(cell => _plan.ClusterOf[cell] == _cluster && !Covers(_chosen.AsSpan(0, count), cell));
        var violated = outside < 0 ? _ranges.Violated(moves) : -1;
        var candidates = outside >= 0 ? [.. _cluster.Moves.Where(move => move.Cells.Contains(_scene.OutOfBounds[outside]))]
            : violated >= 0 ? _plan.Opening[violated]
            : _cluster.Moves;
        foreach (var move in candidates)
        {
            if (IsSpent)
            {
                return;
            }

            if ((move.IsCompound && compounds == _compounds) || _scene.IsOpen(move.Origin) || _chosen.AsSpan(0, count).Contains(move))
            {
                continue;
            }

            _chosen[count] = move;
            Extend(count + 1, compounds + (move.IsCompound ? 1 : 0));
        }
    }

    private void Try(ReadOnlySpan<Move> moves)
    {
        Move[] ordered = [.. moves];
        Array.Sort(ordered, (left, right) => left.Id.CompareTo(right.Id));
        if (!_seen.Add((ordered[0].Id, _slips > 1 ? ordered[1].Id : -1, _slips > 2 ? ordered[2].Id : -1)))
        {
            return;
        }

        foreach (var cell in _scene.OutOfBounds)
        {
            if (_plan.ClusterOf[cell] == _cluster && !Covers(moves, cell))
            {
                return;
            }
        }

        if (_ranges.Violated(moves) >= 0)
        {
            return;
        }

        if (_ranges.CanHold(moves) && _ranges.Settle(ordered) is { } changes)
        {
            _found.Add(new Solution(ordered, changes));
        }
    }

    private static bool Covers(ReadOnlySpan<Move> moves, int cell)
    {
        foreach (var move in moves)
        {
            if (move.Cells.AsSpan().Contains(cell))
            {
                return true;
            }
        }

        return false;
    }
}

namespace GovReportSchema.Locating;

/// <summary>
/// Finds the moves that explain a cluster where residuals do not say all: where cells are blank or out of bounds, or rules have
/// tolerances or conditions or are no equations. The moves are opened as if their cells were blank, and narrowing says whether
/// every rule can then hold, and what the cells must be.
/// </summary>
internal sealed class OpenSearch
{
    /// <summary>
    /// Terms of rules that may be looked at, so that the search ends after the same work on every machine. One takes up to 70 ns
    /// of processor time on the machine of the figures, all around it included; one wrong cell among thirty blanks takes some 130 µs.
    /// </summary>
    public const long MostWork = 500_000;

    /// <summary>What the validator's word costs, for each term of the format.</summary>
    private const int WorkOfValidator = 4;

    private readonly LocatePlan _plan;
    private readonly Scene _scene;
    private readonly RuleCluster _cluster;
    private readonly OpenRules _rules;
    private readonly OpenSizes _sizes;
    private readonly Move[] _chosen = new Move[SlipSizes.MostSlips];
    private readonly List<Solution> _found = [];
    private readonly HashSet<(int, int, int)> _seen = [];
    private int _slips;
    private int _compounds;

    public OpenSearch(LocatePlan plan, Scene scene, RuleCluster cluster)
    {
        (_plan, _scene, _cluster) = (plan, scene, cluster);
        _rules = new OpenRules(plan, scene, cluster);
        _sizes = new OpenSizes(_rules, scene);
    }

    private bool IsSpent => _rules.Work > MostWork || _found.Count > SlipSizes.MostSolutions;

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
        if (count == _slips)
        {
            if (compounds == _compounds)
            {
                Try(_chosen.AsSpan(0, count));
            }

            return;
        }

        foreach (var move in Candidates(_chosen.AsSpan(0, count)))
        {
            if (IsSpent)
            {
                return;
            }

            if ((move.IsCompound && compounds == _compounds) || !CanMove(move) || _chosen.AsSpan(0, count).Contains(move))
            {
                continue;
            }

            _chosen[count] = move;
            Extend(count + 1, compounds + (move.IsCompound ? 1 : 0));
        }
    }

    /// <summary>Whether a move is one of filled cells; a compound whose totals are blank is no other than its leaf.</summary>
    private bool CanMove(Move move) =>
        !_scene.IsOpen(move.Origin) && (!move.IsCompound || !Array.TrueForAll(move.Cells, cell => cell == move.Origin || _scene.IsOpen(cell)));

    /// <summary>
    /// The moves of which one at least is part of any explanation that the chosen ones are part of: what changes a cell out of
    /// bounds, or what one of the rules sees that together leave no number.
    /// </summary>
    private IReadOnlyCollection<Move> Candidates(ReadOnlySpan<Move> chosen)
    {
        foreach (var cell in _scene.OutOfBounds)
        {
            if (_plan.ClusterOf[cell] == _cluster && !Covers(chosen, cell))
            {
                return Array.FindAll(_cluster.Moves, move => move.Cells.Contains(cell));
            }
        }

        if (!_rules.Open(chosen) || _rules.Narrow() is not { } unmet)
        {
            return _cluster.Moves;
        }

        var moves = new SortedDictionary<int, Move>();
        foreach (var rule in _rules.Conflict(unmet))
        {
            _rules.Spend(rule.Demand.Form.Terms);
            foreach (var move in rule.Check >= 0 ? _plan.Opening[rule.Check] : [])
            {
                moves.TryAdd(move.Id, move);
            }
        }

        foreach (var move in chosen)
        {
            // A move of the same cell takes it farther, or back within its bounds.
            foreach (var other in move.IsCompound ? _cluster.Moves : [])
            {
                if (other.Cells.AsSpan().ContainsAny(move.Cells))
                {
                    moves.TryAdd(other.Id, other);
                }
            }
        }

        return moves.Values;
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

        if (_rules.Open(ordered) && _rules.Narrow() is null && _sizes.Choose(ordered) && Settle(ordered) is { } changes)
        {
            _found.Add(new Solution(ordered, changes));
        }
    }

    /// <summary>What becomes of the cells, the blanks included that the moves give a number; null where the validator objects.</summary>
    private CellChange[]? Settle(Move[] moves)
    {
        Span<Int128> sizes = stackalloc Int128[moves.Length];
        for (var m = 0; m < moves.Length; m++)
        {
            sizes[m] = _rules.Low[m];
        }

        if (_scene.Settle(_cluster, moves, sizes) is not { } changes)
        {
            return null;
        }

        for (var m = 0; m < moves.Length; m++)
        {
            for (var i = 0; i < changes.Length; i++)
            {
                if (_sizes.Choices[m] != Choice.Forced && moves[m].Cells.Contains(changes[i].Cell))
                {
                    changes[i] = changes[i] with { Choice = _sizes.Choices[m] };
                }
            }
        }

        return _scene.HasBlanks(_cluster) ? WithBlanks(changes) : changes;
    }

    /// <summary>
    /// Fills the blanks to which the changes give a number that they would not have else: a value that stands in the wrong cell
    /// belongs in a blank one. A blank that only becomes 0 is left blank: many bodies leave zeroes blank.
    /// </summary>
    private CellChange[]? WithBlanks(CellChange[] changes)
    {
        var after = new ValidatorRanges(_plan, _scene, changes);
        _rules.Spend(WorkOfValidator * _plan.Checks.Cells.Length);
        if (!after.Allow(_cluster))
        {
            return null;
        }

        var all = new List<CellChange>(changes);
        foreach (var cell in _cluster.Cells)
        {
            if (_scene.IsOpen(cell) && after.Forced(cell) is { } number && number != 0 && _scene.AsIs.Forced(cell) != number)
            {
                all.Add(_scene.Change(cell, number, Choice.Forced));
            }
        }

        all.Sort((left, right) => left.Cell.CompareTo(right.Cell));
        return [.. all];
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

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

    private readonly LocatePlan _plan;
    private readonly Scene _scene;
    private readonly RuleCluster _cluster;
    private readonly OpenRules _rules;
    private readonly OpenSizes _sizes;
    private readonly Move[] _chosen = new Move[SlipSizes.MostSlips];
    private readonly SolutionSet _found = new();
    private readonly HashSet<long> _seen = new HashSet<long>();
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
        for (_slips = 1; _slips <= SlipSizes.MostSlips && _found.Count == 0; _slips++)
        {
            for (_compounds = 0; _compounds <= _slips && _found.Count == 0; _compounds++)
            {
                Extend(0, 0);
                if (IsSpent)
                {
                    return new List<Solution>();
                }
            }
        }

        return _found.Solutions;
    }

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

        foreach (var move in Candidates(count))
        {
            if (IsSpent)
            {
                return;
            }

            if ((move.IsCompound && compounds == _compounds) || !CanMove(move) || Array.IndexOf(_chosen, move, 0, count) >= 0)
            {
                continue;
            }

            _chosen[count] = move;
            Extend(count + 1, compounds + (move.IsCompound ? 1 : 0));
        }
    }

    /// <summary>Whether a move is one of filled cells; a compound whose totals are blank is no other than its leaf.</summary>
    private bool CanMove(Move move)
    {
        if (_scene.IsOpen(move.Origin))
        {
            return false;
        }

        for (var i = 1; i < move.Cells.Length; i++)
        {
            if (!_scene.IsOpen(move.Cells[i]))
            {
                return true;
            }
        }

        return !move.IsCompound;
    }

    /// <summary>
    /// The moves of which one at least is part of any explanation that the chosen ones are part of: what changes a cell out of
    /// bounds, or what one of the rules sees that together leave no number.
    /// </summary>
    private Move[] Candidates(int chosen)
    {
        var isAsked = new bool[_cluster.Moves.Length];
        if (Uncovered(chosen) is >= 0 and var cell)
        {
            foreach (var move in _cluster.Moves)
            {
                isAsked[move.Id] = Array.IndexOf(move.Cells, cell) >= 0;
            }

            return Asked(isAsked);
        }

        if (!_rules.Open(_chosen, chosen) || _rules.Narrow() is not { } unmet)
        {
            return _cluster.Moves;
        }

        foreach (var rule in _rules.Conflict(unmet))
        {
            _rules.Spend(rule.Demand.Form.Terms);
            for (var i = 0; rule.Check >= 0 && i < _plan.Opening[rule.Check].Length; i++)
            {
                isAsked[_plan.Opening[rule.Check][i].Id] = true;
            }
        }

        for (var m = 0; m < chosen; m++)
        {
            // A move of the same cell takes it farther, or back within its bounds.
            for (var i = 0; _chosen[m].IsCompound && i < _cluster.Moves.Length; i++)
            {
                isAsked[i] |= ShareCell(_chosen[m], _cluster.Moves[i]);
            }
        }

        return Asked(isAsked);
    }

    /// <summary>The moves that are asked for, by their ids.</summary>
    private Move[] Asked(bool[] isAsked)
    {
        var asked = new List<Move>();
        for (var i = 0; i < isAsked.Length; i++)
        {
            if (isAsked[i])
            {
                asked.Add(_cluster.Moves[i]);
            }
        }

        return asked.ToArray();
    }

    private void Try()
    {
        var ordered = SolutionSet.InOrder(_chosen, _slips);
        var key = 0L;
        foreach (var move in ordered)
        {
            key = (key << 21) + move.Id + 1;
        }

        if (_seen.Add(key) && Uncovered(_slips) < 0
            && _rules.Open(ordered, _slips) && _rules.Narrow() is null && _sizes.Choose(ordered) && Settle(ordered) is { } changes)
        {
            _found.Add(ordered, _slips, changes);
        }
    }

    /// <summary>What becomes of the cells, the blanks included that the moves give a number; null where the validator objects.</summary>
    private CellChange[]? Settle(Move[] moves)
    {
        if (_scene.Settle(_cluster, moves, _rules.Low, moves.Length) is not { } changes)
        {
            return null;
        }

        for (var m = 0; m < moves.Length; m++)
        {
            for (var i = 0; i < changes.Length; i++)
            {
                if (_sizes.Choices[m] != Choice.Forced && Array.IndexOf(moves[m].Cells, changes[i].Cell) >= 0)
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
        _rules.Spend(after.Work);
        if (!after.Allow(_cluster))
        {
            return null;
        }

        var all = new List<CellChange>(changes);
        foreach (var cell in _cluster.Cells)
        {
            if (_scene.IsOpen(cell) && after.IsForced(cell, out var number) && number != 0
                && !(_scene.AsIs.IsForced(cell, out var before) && before == number))
            {
                all.Add(_scene.Change(cell, number, Choice.Forced));
            }
        }

        all.Sort((left, right) => left.Cell - right.Cell);
        return all.ToArray();
    }

    /// <summary>A cell out of bounds that none of the chosen moves changes; -1 where there is none.</summary>
    private int Uncovered(int chosen)
    {
        foreach (var cell in _scene.OutOfBounds)
        {
            if (_plan.ClusterOf[cell] == _cluster && !Covers(chosen, cell))
            {
                return cell;
            }
        }

        return -1;
    }

    private bool Covers(int chosen, int cell)
    {
        for (var m = 0; m < chosen; m++)
        {
            if (Array.IndexOf(_chosen[m].Cells, cell) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool ShareCell(Move left, Move right)
    {
        foreach (var cell in left.Cells)
        {
            if (Array.IndexOf(right.Cells, cell) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}

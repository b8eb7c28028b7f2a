using GovReportSchema.Checking;

namespace GovReportSchema.Locating;

/// <summary>The ranges of a cluster's cells with the cells of some moves opened, as the validator narrows them.</summary>
internal sealed class OpenRanges
{
    private readonly LocatePlan _plan;
    private readonly Scene _scene;
    private readonly RuleCluster _cluster;
    private readonly long[] _baseLow;
    private readonly long[] _baseHigh;
    private readonly long[] _low;
    private readonly long[] _high;
    private readonly bool[] _violated;
    private readonly Dictionary<int, long> _forcedAnyway = [];

    public OpenRanges(LocatePlan plan, Scene scene, RuleCluster cluster)
    {
        (_plan, _scene, _cluster) = (plan, scene, cluster);
        var count = scene.Values.Length;
        (_baseLow, _baseHigh, _low, _high) = (new long[count], new long[count], new long[count], new long[count]);
        _violated = new bool[plan.Checks.Checks.Length];
        Domains.Open(scene.Report, scene.Options.Blanks, new long[count], _baseLow, _baseHigh);
        CanHoldAsIs = CanHold([]);
        foreach (var cell in cluster.Cells)
        {
            if (scene.IsOpen(cell) && _low[cell] == _high[cell])
            {
                _forcedAnyway.Add(cell, _low[cell]);
            }
        }
    }

    /// <summary>Whether the rules leave every blank a number with nothing opened.</summary>
    public bool CanHoldAsIs { get; }

    /// <summary>The rules' terms that were looked at so far.</summary>
    public long Terms { get; private set; }

    /// <summary>A rule that is violated whatever the blanks and the opened cells are, taken by itself; -1 where none is.</summary>
    public int Violated(ReadOnlySpan<Move> moves)
    {
        Open(moves);
        Terms += _plan.Checks.Cells.Length;
        foreach (var check in _cluster.Checks)
        {
            if (Truth(check) == Checking.Truth.Never)
            {
                return check;
            }
        }

        return -1;
    }

    /// <summary>Whether the rules leave every blank and every opened cell a number.</summary>
    public bool CanHold(ReadOnlySpan<Move> moves)
    {
        Open(moves);
        return Narrow();
    }

    /// <summary>
    /// What becomes of the moves' cells, after <see cref="CanHold"/>; null where a cell need not change, or the totals of a
    /// compound do not follow their leaf.
    /// </summary>
    public CellChange[]? Settle(ReadOnlySpan<Move> moves)
    {
        var changes = new SortedDictionary<int, CellChange>();
        foreach (var cell in InOrderOfChoice(moves))
        {
            var (to, choice) = Choose(cell);
            if (to == _scene.Values[cell])
            {
                return null;
            }

            changes.Add(cell, _scene.Change(cell, to, choice));
            (_low[cell], _high[cell]) = (to, to);
            if (choice != Choice.Forced && !Narrow())
            {
                return null;
            }
        }

        if (!FollowsSteps(moves, changes))
        {
            return null;
        }

        FillBlanks(changes);
        return [.. changes.Values];
    }

    /// <summary>
    /// Fills the blanks to which the changes give a number that they would not have else: a value that stands in the wrong cell
    /// belongs in a blank one. A blank that only becomes 0 is left blank: many bodies leave zeroes blank.
    /// </summary>
    private void FillBlanks(SortedDictionary<int, CellChange> changes)
    {
        foreach (var cell in _cluster.Cells)
        {
            if (_scene.IsOpen(cell) && _low[cell] == _high[cell] && _low[cell] != 0
                && !(_forcedAnyway.TryGetValue(cell, out var number) && number == _low[cell]))
            {
                changes.Add(cell, _scene.Change(cell, _low[cell], Choice.Forced));
            }
        }
    }

    /// <summary>The filled cells of the moves, those out of bounds first: they are the ones that must have another number.</summary>
    private List<int> InOrderOfChoice(ReadOnlySpan<Move> moves)
    {
        var cells = new SortedSet<int>();
        foreach (var move in moves)
        {
            cells.UnionWith(move.Cells);
        }

        cells.RemoveWhere(_scene.IsOpen);
        return [.. cells.Where(_scene.OutOfBounds.Contains), .. cells.Where(cell => !_scene.OutOfBounds.Contains(cell))];
    }

    private void Open(ReadOnlySpan<Move> moves)
    {
        _baseLow.CopyTo(_low, 0);
        _baseHigh.CopyTo(_high, 0);
        foreach (var move in moves)
        {
            foreach (var cell in move.Cells)
            {
                var type = _plan.Format.Shape.Types[cell];
                (_low[cell], _high[cell]) = (type.Minimum, type.Maximum);
            }
        }
    }

    private bool Narrow()
    {
        _violated.AsSpan().Clear();
        Terms += (long)Domains.Narrow(_plan.Checks, _low, _high, _violated) * _plan.Checks.Cells.Length;
        foreach (var check in _cluster.Checks)
        {
            if (_violated[check] || Truth(check) == Checking.Truth.Never)
            {
                return false;
            }
        }

        return true;
    }

    private Truth Truth(int check)
    {
        var (least, most) = Domains.Sum(_plan.Checks, _plan.Checks.Checks[check], _low, _high);
        return Interval.Satisfies(_plan.Checks.RuleOf(_plan.Checks.Checks[check]), least, most);
    }

    /// <summary>
    /// The number to propose where the rules leave a range: the sum itself where an equation only has a tolerance, a number with
    /// its sign lost, else the nearest that is in order.
    /// </summary>
    private (long To, Choice Choice) Choose(int cell)
    {
        if (_low[cell] == _high[cell])
        {
            return (_low[cell], Choice.Forced);
        }

        foreach (var (check, coefficient) in _plan.Incidence.Of(cell))
        {
            var (least, most) = Domains.Sum(_plan.Checks, _plan.Checks.Checks[check], _low, _high);
            var own = (Int128)coefficient;
            var rest = least - Int128.Min(own * _low[cell], own * _high[cell]);
            if (rest == most - Int128.Max(own * _low[cell], own * _high[cell])
                && _plan.Checks.RuleOf(_plan.Checks.Checks[check]).Relation == Relation.Equal
                && rest % own == 0 && -rest / own >= _low[cell] && -rest / own <= _high[cell])
            {
                return ((long)(-rest / own), Choice.Probable);
            }
        }

        return NearestOf(_scene.Values[cell], _low[cell], _high[cell]);
    }

    /// <summary>The number in a range that is most likely meant by one that lies outside.</summary>
    public static (long To, Choice Choice) NearestOf(long value, long low, long high) =>
        low == high ? (low, Choice.Forced)
        : value < 0 && -value >= low && -value <= high ? (-value, Choice.Probable)
        : (Math.Clamp(value, low, high), Choice.Bound);

    private bool FollowsSteps(ReadOnlySpan<Move> moves, SortedDictionary<int, CellChange> changes)
    {
        foreach (var move in moves)
        {
            // Where compounds overlap, what each of them did to a total cannot be told apart.
            for (var i = 1; i < move.Cells.Length && moves.Length == 1; i++)
            {
                if (changes.TryGetValue(move.Cells[i], out var total)
                    && (Int128)total.To - _scene.Values[total.Cell]
                        != ((Int128)changes[move.Origin].To - _scene.Values[move.Origin]) * move.Steps[i])
                {
                    return false;
                }
            }
        }

        return true;
    }
}

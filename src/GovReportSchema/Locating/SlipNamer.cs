namespace GovReportSchema.Locating;

/// <summary>Names the slips of a solution: first the compounds, then pairs of cells that are one slip of the hand, then each cell.</summary>
internal sealed class SlipNamer(LocatePlan plan, Scene scene)
{
    private readonly SlipOdds _odds = new(scene, plan.Grid);

    /// <summary>The slips of a solution, each with the cells that it changes.</summary>
    public List<Slip> Name(Solution solution)
    {
        var slips = new List<Slip>();
        if (solution.Changes.Length == 1)
        {
            slips.Add(NameOne(solution.Changes[0]));
            return slips;
        }

        var left = new List<CellChange>(solution.Changes);
        foreach (var move in solution.Moves)
        {
            if (move.IsCompound && Take(left, move.Origin) is { } leaf)
            {
                slips.Add(WithTotals(leaf, TakeTotals(left, move)));
            }
        }

        while (left.Count > 0)
        {
            var change = left[0];
            left.RemoveAt(0);
            slips.Add(NamePair(change, left) ?? NameOne(change));
        }

        return slips;
    }

    private static CellChange? Take(List<CellChange> changes, int cell)
    {
        for (var i = 0; i < changes.Count; i++)
        {
            var change = changes[i];
            if (change.Cell == cell)
            {
                changes.RemoveAt(i);
                return change;
            }
        }

        return null;
    }

    private static List<CellChange> TakeTotals(List<CellChange> changes, Move compound)
    {
        var totals = new List<CellChange>();
        for (var i = 1; i < compound.Cells.Length; i++)
        {
            if (Take(changes, compound.Cells[i]) is { } total)
            {
                totals.Add(total);
            }
        }

        return totals;
    }

    /// <summary>A cell by itself.</summary>
    private Slip NameOne(CellChange change)
    {
        var kind = KindOf(change);
        return new Slip(kind, [Show(change, kind)], _odds.Of(change, kind));
    }

    private Slip? NamePair(CellChange first, List<CellChange> others)
    {
        for (var i = 0; i < others.Count; i++)
        {
            if (NamePair(first, others[i]) is { } slip)
            {
                others.RemoveAt(i);
                return slip;
            }
        }

        return null;
    }

    private Slip? NamePair(CellChange first, CellChange second)
    {
        var (a, b) = (Number(first.From), Number(second.From));
        var sideBySide = plan.Grid.Between(first.Cell, second.Cell) != Neighbours.None;
        if (first.To == b && second.To == a)
        {
            // Of two cells of which one is empty, the value went into the wrong one.
            var isMoved = sideBySide && (a == 0 || b == 0);
            return Exchange(
                isMoved ? SlipKind.NeighbouringCell : SlipKind.CellsSwapped,
                isMoved && b == 0 ? second : first,
                isMoved && b == 0 ? first : second,
                SlipOdds.OfExchange(sideBySide, a == 0 || b == 0));
        }

        if (sideBySide && a == 0 && IsMoved(first, second))
        {
            return Exchange(SlipKind.NeighbouringCell, first, second, _odds.OfMove(first, second));
        }

        if (sideBySide && b == 0 && IsMoved(second, first))
        {
            return Exchange(SlipKind.NeighbouringCell, second, first, _odds.OfMove(second, first));
        }

        return Follows(first, second) ? WithTotals(first, Alone(second))
            : Follows(second, first) ? WithTotals(second, Alone(first))
            : null;
    }

    /// <summary>Whether what belongs in an empty cell stands in its neighbour, over or on top of what belongs there.</summary>
    private static bool IsMoved(CellChange empty, CellChange neighbour) =>
        empty.To == neighbour.From || empty.To == neighbour.From - neighbour.To;

    /// <summary>Whether one cell is a total that a slip in the other made wrong by as much.</summary>
    private bool Follows(CellChange leaf, CellChange total)
    {
        if (plan.CompoundOf[leaf.Cell] is not { } follow)
        {
            return false;
        }

        var at = Array.IndexOf(follow.Cells, total.Cell);
        if (at <= 0)
        {
            return false;
        }

        var (by, step) = (leaf.To - Number(leaf.From), follow.Steps[at]);
        return Math.Abs(by) <= RuleSums.Largest / Math.Abs(step) && total.To - Number(total.From) == by * step;
    }

    private Slip Exchange(SlipKind kind, CellChange first, CellChange second, int cost) =>
        new(kind, [Show(first, kind), Show(second, kind)], cost);

    private Slip WithTotals(CellChange leaf, List<CellChange> totals)
    {
        var kind = KindOf(leaf);
        var changes = new RepairChange[totals.Count + 1];
        changes[0] = Show(leaf, kind);
        for (var i = 0; i < totals.Count; i++)
        {
            changes[i + 1] = Show(totals[i], SlipKind.FollowsParts);
        }

        return new Slip(SlipKind.LeafWithTotals, changes, _odds.Of(leaf, kind));
    }

    private static List<CellChange> Alone(CellChange change)
    {
        var changes = new List<CellChange>();
        changes.Add(change);
        return changes;
    }

    private SlipKind KindOf(CellChange change)
    {
        if (change.From == Report.Blank)
        {
            return SlipKind.BlankLeft;
        }

        var kind = NumberSlips.KindOf(change.From, change.To);

        // Any one-digit number is another with one digit wrong.
        var isWeak = kind == SlipKind.Other || (kind == SlipKind.DigitWrong && change.From is > -10 and < 10 && change.To is > -10 and < 10);
        return isWeak && plan.Incidence.IsTotal(change.Cell) ? SlipKind.TotalNotUpdated : kind;
    }

    private static long Number(long value) => value == Report.Blank ? 0 : value;

    private RepairChange Show(CellChange change, SlipKind kind) => new(plan.Format.Cells[change.Cell], change, kind);
}

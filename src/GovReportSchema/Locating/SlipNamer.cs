namespace GovReportSchema.Locating;

/// <summary>Names the slips of a solution: first the compounds, then pairs of cells that are one slip of the hand, then each cell.</summary>
internal sealed class SlipNamer(LocatePlan plan, Scene scene)
{
    private readonly SlipOdds _odds = new(scene, plan.Grid);

    /// <summary>The slips of a solution, each with the cells that it changes.</summary>
    public List<Slip> Name(Solution solution)
    {
        var slips = new List<Slip>(solution.Moves.Length);
        var left = new List<CellChange>(solution.Changes);
        foreach (var move in solution.Moves)
        {
            if (move.IsCompound && Take(left, move.Origin) is { } leaf)
            {
                slips.Add(WithTotals(leaf, [.. move.Cells.Skip(1).Select(cell => Take(left, cell)).OfType<CellChange>()]));
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

    /// <summary>A cell by itself.</summary>
    public Slip NameOne(in CellChange change)
    {
        var kind = KindOf(change);
        return new Slip(kind, [Show(change, kind)], _odds.Of(change, kind));
    }

    private static CellChange? Take(List<CellChange> changes, int cell)
    {
        var at = changes.FindIndex(change => change.Cell == cell);
        if (at < 0)
        {
            return null;
        }

        var taken = changes[at];
        changes.RemoveAt(at);
        return taken;
    }

    private Slip? NamePair(in CellChange first, List<CellChange> others)
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

    private Slip? NamePair(in CellChange first, in CellChange second)
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

        return Follows(first, second) ? WithTotals(first, [second])
            : Follows(second, first) ? WithTotals(second, [first])
            : null;
    }

    /// <summary>Whether what belongs in an empty cell stands in its neighbour, over or on top of what belongs there.</summary>
    private static bool IsMoved(in CellChange empty, in CellChange neighbour) =>
        empty.To == neighbour.From || empty.To == neighbour.From - neighbour.To;

    /// <summary>Whether one cell is a total that a slip in the other made wrong by as much.</summary>
    private bool Follows(in CellChange leaf, in CellChange total)
    {
        if (plan.CompoundOf[leaf.Cell] is not { } follow)
        {
            return false;
        }

        var at = Array.IndexOf(follow.Cells, total.Cell);
        return at > 0
            && (Int128)total.To - Number(total.From) == ((Int128)leaf.To - Number(leaf.From)) * follow.Steps[at];
    }

    private Slip Exchange(SlipKind kind, in CellChange first, in CellChange second, int cost) =>
        new(kind, [Show(first, kind), Show(second, kind)], cost);

    private Slip WithTotals(in CellChange leaf, IReadOnlyList<CellChange> totals)
    {
        var kind = KindOf(leaf);
        return new Slip(
            SlipKind.LeafWithTotals,
            [Show(leaf, kind), .. totals.Select(total => Show(total, SlipKind.FollowsParts))],
            _odds.Of(leaf, kind));
    }

    private SlipKind KindOf(in CellChange change)
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

    private RepairChange Show(in CellChange change, SlipKind kind) => new(plan.Format.Cells[change.Cell], change, kind);
}

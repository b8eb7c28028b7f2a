namespace GovReportSchema.Locating;

/// <summary>
/// One slip that may have happened, its size left open: a cell that is wrong, or a leaf that is wrong together with the totals
/// that were summed from it.
/// </summary>
/// <param name="id">Its place among the moves of its cluster: the fixed order of everything that is found.</param>
/// <param name="cells">The cells that move; the first is the one that slipped.</param>
/// <param name="steps">By how much each cell moves where the first moves by 1.</param>
/// <param name="equations">The equations whose residual the move changes, as checks of the plan.</param>
/// <param name="effects">By how much each residual changes where the first cell moves by 1.</param>
internal sealed class Move(int id, int[] cells, long[] steps, int[] equations, long[] effects)
{
    /// <summary>A total that moves by more with one of its parts is taken for one that does not follow it.</summary>
    public const long LargestStep = 1 << 20;

    public int Id => id;

    public int[] Cells => cells;

    public long[] Steps => steps;

    public int[] Equations => equations;

    public long[] Effects => effects;

    /// <summary>The farthest that the first cell may move without that a residual becomes too large to search for.</summary>
    public long Farthest { get; } = RuleSums.Largest / LargestOf(effects);

    /// <summary>The cell that slipped; the others of a compound follow it.</summary>
    public int Origin => cells[0];

    public bool IsCompound => cells.Length > 1;

    private static long LargestOf(long[] effects)
    {
        var largest = 1L;
        foreach (var effect in effects)
        {
            largest = Math.Max(largest, effect == long.MinValue ? long.MaxValue : Math.Abs(effect));
        }

        return largest;
    }
}

namespace GovReportSchema.Locating;

/// <summary>
/// One slip that may have happened, its size left open: a cell that is wrong, or a leaf that is wrong together with the totals
/// that were summed from it.
/// </summary>
/// <param name="Id">Its place among the moves of its cluster: the fixed order of everything that is found.</param>
/// <param name="Cells">The cells that move; the first is the one that slipped.</param>
/// <param name="Steps">By how much each cell moves where the first moves by 1.</param>
/// <param name="Equations">The equations whose residual the move changes, as checks of the plan.</param>
/// <param name="Effects">By how much each residual changes where the first cell moves by 1.</param>
internal sealed record Move(int Id, int[] Cells, long[] Steps, int[] Equations, long[] Effects)
{
    /// <summary>The cell that slipped; the others of a compound follow it.</summary>
    public int Origin => Cells[0];

    public bool IsCompound => Cells.Length > 1;
}

namespace GovReportSchema.Locating;

/// <summary>Which totals follow a leaf, and by how much: what a clerk's form sums by itself.</summary>
internal sealed class FollowingTotals(Incidence incidence, int cellCount)
{
    /// <summary>For one leaf at a time, by how much each cell moves with it; else 0.</summary>
    private readonly long[] _steps = new long[cellCount];

    /// <summary>
    /// A leaf and the totals that follow it where all are summed anew; null for a total, for a cell that no total follows, and
    /// where two totals' rules would move a cell differently.
    /// </summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="steps">By how much each of the cells moves where the leaf moves by 1.</param>
    public int[]? Of(int leaf, out long[] steps)
    {
        steps = [];
        if (incidence.IsTotal(leaf))
        {
            return null;
        }

        var cells = new List<int>();
        cells.Add(leaf);
        _steps[leaf] = 1;
        var isOne = FollowAll(cells);
        int[]? followed = null;
        if (isOne && cells.Count > 1)
        {
            (followed, steps) = (cells.ToArray(), new long[cells.Count]);
        }

        for (var i = 0; i < cells.Count; i++)
        {
            if (followed is not null)
            {
                steps[i] = _steps[cells[i]];
            }

            _steps[cells[i]] = 0;
        }

        return followed;
    }

    /// <returns>Whether each cell moves in one way alone.</returns>
    private bool FollowAll(List<int> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            foreach (var incident in incidence.Of(cells[i]))
            {
                if (incident.Coefficient is > Move.LargestStep or < -Move.LargestStep)
                {
                    return false;
                }

                var total = incidence.TotalOf(incident.Check);
                if (total < 0 || total == cells[i])
                {
                    continue;
                }

                if (StepOf(incident.Check, total) is not (not 0 and var step) || (_steps[total] != 0 && _steps[total] != step))
                {
                    return false;
                }

                if (_steps[total] == 0)
                {
                    _steps[total] = step;
                    cells.Add(total);
                }
            }
        }

        return true;
    }

    /// <summary>By how much a total moves with its parts; 0 where no whole number says it, or none that is small enough to go on with.</summary>
    private long StepOf(int check, int total)
    {
        var (parts, own) = (0L, 0L);
        foreach (var incident in incidence.TermsOf(check))
        {
            if (incident.Coefficient is > Move.LargestStep or < -Move.LargestStep)
            {
                return 0;
            }

            parts += incident.Cell == total ? 0 : incident.Coefficient * _steps[incident.Cell];
            own = incident.Cell == total ? incident.Coefficient : own;
        }

        return parts % own == 0 && Math.Abs(parts / own) <= Move.LargestStep ? -parts / own : 0;
    }
}

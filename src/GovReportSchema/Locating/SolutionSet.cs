namespace GovReportSchema.Locating;

/// <summary>The solutions that a search has found, each once, whichever order its moves were chosen in.</summary>
internal sealed class SolutionSet
{
    public List<Solution> Solutions { get; } = new List<Solution>();

    public int Count => Solutions.Count;

    /// <summary>Adds a solution, if it is not among them.</summary>
    /// <param name="moves">Its moves, in any order.</param>
    /// <param name="count">How many of them there are.</param>
    /// <param name="changes">What becomes of the cells.</param>
    public void Add(Move[] moves, int count, CellChange[] changes)
    {
        var ordered = InOrder(moves, count);
        foreach (var solution in Solutions)
        {
            if (AreSame(solution.Moves, ordered))
            {
                return;
            }
        }

        Solutions.Add(new Solution(ordered, changes));
    }

    /// <summary>The moves by their ids.</summary>
    public static Move[] InOrder(Move[] moves, int count)
    {
        var ordered = new Move[count];
        for (var m = 0; m < count; m++)
        {
            var at = m;
            for (; at > 0 && ordered[at - 1].Id > moves[m].Id; at--)
            {
                ordered[at] = ordered[at - 1];
            }

            ordered[at] = moves[m];
        }

        return ordered;
    }

    private static bool AreSame(Move[] left, Move[] right)
    {
        for (var m = 0; m < left.Length; m++)
        {
            if (left.Length != right.Length || left[m].Id != right[m].Id)
            {
                return false;
            }
        }

        return true;
    }
}

namespace GovReportSchema.Locating;

/// <summary>A cell's new value.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="From">What it holds; <see cref="Report.Blank"/> where it is blank.</param>
/// <param name="To">What it should hold.</param>
/// <param name="Choice">How the new value was come by.</param>
internal sealed record CellChange(int Cell, long From, long To, Choice Choice);

/// <summary>How a new value was come by.</summary>
internal enum Choice
{
    /// <summary>The rules leave no other number, the other changes made.</summary>
    Forced,

    /// <summary>The rules leave a range, and this is its end.</summary>
    Bound,

    /// <summary>The rules leave a range, and this is the number in it that was most likely meant.</summary>
    Probable,

    /// <summary>The rules only shut out the number that stands there, and this is one of the others.</summary>
    Example,
}

/// <summary>Moves of one cluster after which all its rules hold.</summary>
/// <param name="moves">The moves, by their ids.</param>
/// <param name="changes">What becomes of the cells, in their order; a cell that ends as it was is not among them.</param>
internal sealed class Solution(Move[] moves, CellChange[] changes)
{
    public Move[] Moves => moves;

    public CellChange[] Changes => changes;

    public bool HasSameChanges(Solution other)
    {
        if (changes.Length != other.Changes.Length)
        {
            return false;
        }

        for (var i = 0; i < changes.Length; i++)
        {
            if (changes[i].Cell != other.Changes[i].Cell || changes[i].To != other.Changes[i].To)
            {
                return false;
            }
        }

        return true;
    }
}

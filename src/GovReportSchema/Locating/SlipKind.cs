namespace GovReportSchema;

/// <summary>What kind of slip a repair undoes.</summary>
public enum SlipKind
{
    /// <summary>A number without a pattern that tells how it came about.</summary>
    Other,

    /// <summary>A blank that must be some number.</summary>
    BlankLeft,

    /// <summary>One digit is another.</summary>
    DigitWrong,

    /// <summary>Two digits side by side stand in each other's place.</summary>
    DigitsTransposed,

    /// <summary>A digit is missing.</summary>
    DigitDropped,

    /// <summary>A digit is too many.</summary>
    DigitAdded,

    /// <summary>The sign is the other one.</summary>
    SignWrong,

    /// <summary>10, 100, 1,000 or 10,000 times too large or too small (元 for 万元).</summary>
    UnitWrong,

    /// <summary>A total that does not follow its parts.</summary>
    TotalNotUpdated,

    /// <summary>A value that stands in the neighbouring column or row.</summary>
    NeighbouringCell,

    /// <summary>Two cells that have each other's value.</summary>
    CellsSwapped,

    /// <summary>A leaf, with totals that were summed from it while it was wrong.</summary>
    LeafWithTotals,

    /// <summary>Of a change: a total that follows another change of the same slip.</summary>
    FollowsParts,

    /// <summary>Of a repair: several slips, each with a kind of its own.</summary>
    Several,
}

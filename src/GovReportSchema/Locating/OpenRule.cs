namespace GovReportSchema.Locating;

/// <summary>A rule of a cluster over what is open in it.</summary>
/// <param name="check">The rule, as a check of the plan; the complement of a cell for its bounds, where several moves change it.</param>
/// <param name="demand">What it asks.</param>
/// <param name="condition">Where it asks it; null where it does everywhere.</param>
/// <param name="otherwise">What must be where it is not met: its condition not; null where it has none.</param>
internal sealed class OpenRule(int check, OpenDemand demand, OpenDemand? condition = null, OpenDemand? otherwise = null)
{
    public int Check => check;

    public OpenDemand Demand => demand;

    public OpenDemand? Condition => condition;

    public OpenDemand? Otherwise => otherwise;

    /// <summary>Whether it has narrowed a range since the moves were opened.</summary>
    public bool HasNarrowed { get; set; }
}

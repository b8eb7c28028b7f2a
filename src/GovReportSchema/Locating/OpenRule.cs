namespace GovReportSchema.Locating;

/// <summary>A rule of a cluster over what is open in it.</summary>
/// <param name="Check">The rule, as a check of the plan; the complement of a cell for its bounds, where several moves change it.</param>
/// <param name="Demand">What it asks.</param>
/// <param name="Condition">Where it asks it; null where it does everywhere.</param>
/// <param name="Otherwise">What must be where it is not met: its condition not; null where it has none.</param>
internal sealed record OpenRule(int Check, OpenDemand Demand, OpenDemand? Condition = null, OpenDemand? Otherwise = null);

namespace GovReportSchema.Locating;

/// <summary>A slip as it is named to the clerk.</summary>
/// <param name="Kind">What kind it is.</param>
/// <param name="Changes">The cell that slipped, then what follows it or was exchanged with it.</param>
/// <param name="Cost">How unlikely it is; see <see cref="SlipOdds"/>.</param>
internal sealed record Slip(SlipKind Kind, RepairChange[] Changes, int Cost);

namespace GovReportSchema.Locating;

/// <summary>
/// How the locator bounds its work, and what it takes for smaller. Fewest slips first; among as many slips, those with fewest
/// compounds, since a compound changes more cells: without this each value put in the wrong column of one row could also be
/// two leaves of other rows with all their totals, some hundreds of times over.
/// </summary>
internal static class SlipSizes
{
    /// <summary>
    /// The most slips that explain a cluster. In table 3 any error of up to three cells shows itself, and four can hide
    /// (the corners of a rectangle), so beyond three an explanation names cells by chance.
    /// </summary>
    public const int MostSlips = 3;

    /// <summary>More explanations than this explain nothing to anybody.</summary>
    public const int MostSolutions = 1000;
}

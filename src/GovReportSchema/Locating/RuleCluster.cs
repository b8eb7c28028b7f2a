namespace GovReportSchema.Locating;

/// <summary>
/// Rules and cells that hang together: a wrong cell breaks rules of its own cluster alone, so each is explained by itself.
/// </summary>
internal sealed class RuleCluster
{
    /// <summary>Its rules, as checks of the plan.</summary>
    public required int[] Checks { get; init; }

    /// <summary>Its cells, in order.</summary>
    public required int[] Cells { get; init; }

    /// <summary>The cells one by one, then the compounds.</summary>
    public required Move[] Moves { get; init; }

    /// <summary>
    /// Whether each rule, last year's report aside, is an equation to be met exactly: then residuals say all, and no range is needed.
    /// </summary>
    public required bool IsExact { get; init; }

    /// <summary>The most equations that one move touches: more violated ones than the moves can touch are past explaining.</summary>
    public required int WidestMove { get; init; }
}

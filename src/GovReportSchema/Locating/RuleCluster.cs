namespace GovReportSchema.Locating;

/// <summary>
/// Rules and cells that hang together: a wrong cell breaks rules of its own cluster alone, so each is explained by itself.
/// </summary>
/// <param name="checks">Its rules.</param>
/// <param name="cells">Its cells.</param>
internal sealed class RuleCluster(int[] checks, int[] cells)
{
    /// <summary>Its rules, as checks of the plan, in order.</summary>
    public int[] Checks => checks;

    /// <summary>Its cells, in order.</summary>
    public int[] Cells => cells;

    /// <summary>The cells one by one, then the compounds.</summary>
    public Move[] Moves { get; set; } = [];

    /// <summary>
    /// Whether each rule, last year's report aside, is an equation to be met exactly: then residuals say all, and no range is needed.
    /// </summary>
    public bool IsExact { get; set; }

    /// <summary>The most equations that one move touches: more violated ones than the moves can touch are past explaining.</summary>
    public int WidestMove { get; set; }
}

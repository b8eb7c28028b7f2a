using GovReportSchema.Json;

namespace GovReportSchema.Checking;

/// <summary>Where the cells under check stand, and whether the whole submission was read.</summary>
/// <param name="offsets">Where each node stands in the submission: its offset, or which in order it is; empty where there is none.</param>
/// <param name="complete">False where the submission breaks off: what was not read is one finding, not one for each rule.</param>
internal readonly ref struct CheckScope(ReadOnlySpan<int> offsets, bool complete)
{
    private readonly ReadOnlySpan<int> _offsets = offsets;

    public bool Complete { get; } = complete;

    /// <summary>Where a node's findings come among the others; of a node that is missing, where the object stands that lacks it.</summary>
    public int SortKeyOf(JsonShape shape, int node)
    {
        if (_offsets.IsEmpty)
        {
            return shape.Orders[node];
        }

        while (node > 0 && _offsets[node] == ReadScratch.NotSeen)
        {
            node = shape.Nodes[node].Parent;
        }

        return Math.Max(_offsets[node], 0);
    }
}

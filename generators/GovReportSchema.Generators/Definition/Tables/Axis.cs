namespace GovReportSchema.Generators.Definition.Tables;

/// <summary>The rows or the columns of one block: their tree, its leaves in order, and each by its path.</summary>
internal sealed class Axis
{
    private readonly Dictionary<string, AxisNode> _byPath = new(StringComparer.Ordinal);
    private readonly List<AxisNode> _leaves = [];

    public Axis(IReadOnlyList<AxisNode> roots)
    {
        Roots = roots;
        Number(roots, "", null);
    }

    public IReadOnlyList<AxisNode> Roots { get; }

    public IReadOnlyList<AxisNode> Leaves => _leaves;

    public IEnumerable<string> Paths => _byPath.Keys;

    public AxisNode? Find(string path) => _byPath.TryGetValue(path, out var node) ? node : null;

    private void Number(IReadOnlyList<AxisNode> nodes, string prefix, AxisNode? repeating)
    {
        foreach (var node in nodes)
        {
            node.Repeating = repeating ?? (node.Repeat is null ? null : node);
            // A heading is printed only: rules and JSON name its rows as if it were not there.
            node.Path = node.IsHeading ? prefix : prefix.Length == 0 ? node.Member : $"{prefix}.{node.Member}";
            if (!node.IsHeading && !_byPath.ContainsKey(node.Path))
            {
                _byPath.Add(node.Path, node);
            }

            if (node.IsGroup)
            {
                Number(node.Children, node.Path, node.Repeating);
            }
            else
            {
                node.Index = _leaves.Count;
                _leaves.Add(node);
            }
        }
    }
}

internal enum AxisKind
{
    Row,
    Column,
}

internal static class AxisKindText
{
    /// <summary><c>row</c> or <c>column</c>.</summary>
    public static string One(this AxisKind kind) => kind == AxisKind.Row ? "row" : "column";

    /// <summary>The key of the definition: <c>rows</c> or <c>columns</c>.</summary>
    public static string Key(this AxisKind kind) => kind == AxisKind.Row ? "rows" : "columns";
}

namespace GovReportSchema.Pages;

/// <summary>A row or column of a form, or a group of them, as it is looked for on a page.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Parent">The group over it, as an index into the axis; -1 for none.</param>
/// <param name="Leaf">Its number among the leaves; -1 for a group.</param>
internal sealed record AxisNode(LabelText Label, int Parent, int Leaf);

/// <summary>The rows or the columns of a block, groups before what they hold.</summary>
internal sealed class Axis
{
    private readonly List<AxisNode> _nodes = [];

    /// <summary>A page asks for the same few labels again and again.</summary>
    private readonly Dictionary<(LabelText, Fit), (List<int> Nodes, Fit Fit, int Distance)> _found = [];

    public Axis(IReadOnlyList<Node> nodes) => Add(nodes, -1);

    public IReadOnlyList<AxisNode> Nodes => _nodes;

    public int LeafCount { get; private set; }

    /// <summary>The nodes that a text fits best; several where they have the same label; none where it fits two labels equally.</summary>
    public List<int> Find(in LabelText found, Fit least, out Fit fit, out int distance)
    {
        if (_found.TryGetValue((found, least), out var known))
        {
            (fit, distance) = (known.Fit, known.Distance);
            return known.Nodes;
        }

        var nodes = Search(found, least, out fit, out distance);
        _found[(found, least)] = (nodes, fit, distance);
        return nodes;
    }

    private List<int> Search(in LabelText found, Fit least, out Fit fit, out int distance)
    {
        var best = new List<int>();
        fit = Fit.None;
        distance = int.MaxValue;
        for (var i = 0; i < _nodes.Count; i++)
        {
            var one = LabelMatch.Compare(found, _nodes[i].Label, out var off);
            if (one < least || one == Fit.None || one < fit || (one == fit && off > distance))
            {
                continue;
            }

            if (one > fit || off < distance)
            {
                best.Clear();
                (fit, distance) = (one, off);
            }

            best.Add(i);
        }

        if (fit == Fit.Near && best.Exists(i => _nodes[i].Label.Core != _nodes[best[0]].Label.Core))
        {
            best.Clear();
            fit = Fit.None;
        }

        return best;
    }

    /// <summary>Whether a text is the label of one of the nodes, or of one of the leaves.</summary>
    public bool Has(in LabelText found, bool leavesOnly = false)
    {
        foreach (var node in _nodes)
        {
            if ((!leavesOnly || node.Leaf >= 0) && LabelMatch.Compare(found, node.Label, out _) == Fit.Same)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The leaves in the order in which a page prints them, from the order of its labels: a group's leaves stand in the group's
    /// place, whether the page was read level by level or branch by branch.
    /// </summary>
    public List<int> LeafOrder(IReadOnlyList<int> printed)
    {
        var order = new List<int>();
        foreach (var node in printed)
        {
            if (!printed.Contains(_nodes[node].Parent))
            {
                AddLeaves(node, printed, order);
            }
        }

        return order;
    }

    private void AddLeaves(int node, IReadOnlyList<int> printed, List<int> order)
    {
        if (_nodes[node].Leaf >= 0)
        {
            order.Add(_nodes[node].Leaf);
            return;
        }

        foreach (var child in printed)
        {
            if (_nodes[child].Parent == node)
            {
                AddLeaves(child, printed, order);
            }
        }
    }

    private void Add(IReadOnlyList<Node> nodes, int parent)
    {
        foreach (var node in nodes)
        {
            var index = _nodes.Count;
            _nodes.Add(new AxisNode(LabelText.Of(node.Label.Zh), parent, node.Children.Count == 0 ? LeafCount++ : -1));
            Add(node.Children, index);
        }
    }
}

/// <summary>A block of a form's table as it is looked for on a page.</summary>
/// <param name="Heading">The label over it; <see cref="LabelText.None"/> where there is none.</param>
/// <param name="Rows">The axis that a page prints downwards.</param>
/// <param name="Columns">The axis that a page prints across.</param>
/// <param name="FirstCell">The cell of its first row and column.</param>
/// <param name="Turned">Whether the page's rows are the form's columns.</param>
internal sealed record BlockForm(LabelText Heading, Axis Rows, Axis Columns, int FirstCell, bool Turned = false)
{
    public int CellOf(int row, int column) =>
        FirstCell + (Turned ? (column * Rows.LeafCount) + row : (row * Columns.LeafCount) + column);

    public BlockForm Turn() => this with { Rows = Columns, Columns = Rows, Turned = !Turned };
}

/// <summary>A table of a form as it is looked for on a page.</summary>
internal sealed class TableForm
{
    public TableForm(Table table, int firstCell)
    {
        (Table, FirstCell) = (table, firstCell);
        var blocks = new List<BlockForm>();
        foreach (var block in table.Blocks)
        {
            var form = new BlockForm(
                block.Heading is { } heading ? LabelText.Of(heading.Zh) : LabelText.None, new Axis(block.Rows), new Axis(block.Columns), firstCell);
            blocks.Add(form);
            firstCell += form.Rows.LeafCount * form.Columns.LeafCount;
        }

        Blocks = blocks;
        CellCount = firstCell - FirstCell;
    }

    public Table Table { get; }

    public int FirstCell { get; }

    public int CellCount { get; }

    public IReadOnlyList<BlockForm> Blocks { get; }

    /// <summary>Whether a text is a label of this table.</summary>
    public bool Has(in LabelText found)
    {
        foreach (var block in Blocks)
        {
            if (block.Rows.Has(found) || block.Columns.Has(found))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text is the label of a column, or its beginning or its end.</summary>
    public bool HasPartOfColumn(string core)
    {
        foreach (var block in Blocks)
        {
            foreach (var node in block.Columns.Nodes)
            {
                if (core.Length > 0 && (node.Label.Core.StartsWith(core, StringComparison.Ordinal) || node.Label.Core.EndsWith(core, StringComparison.Ordinal)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The tables of a format.</summary>
    public static List<TableForm> Of(ReportFormat format)
    {
        var tables = new List<TableForm>();
        var cell = 0;
        foreach (var section in format.Sections)
        {
            if (section is Table table)
            {
                tables.Add(new TableForm(table, cell));
                cell += tables[^1].CellCount;
            }
        }

        return tables;
    }
}

namespace GovReportSchema.Pages;

/// <summary>A row or column of a form, or a group of them, as it is looked for on a page.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Parent">The group over it, as an index into the axis; -1 for none.</param>
/// <param name="Leaf">Its number among the leaves; -1 for a group.</param>
/// <param name="IsEntry">Whether it is a row of an entry, whose label is the mark that <see cref="BodyRows"/> gives its texts.</param>
internal sealed record AxisNode(LabelText Label, int Parent, int Leaf, bool IsEntry = false);

/// <summary>The rows or the columns of a block, groups before what they hold.</summary>
internal sealed class Axis
{
    private readonly List<AxisNode> _nodes = [];

    /// <summary>A page asks for the same few labels again and again.</summary>
    private readonly Dictionary<(LabelText, Fit), (List<int> Nodes, Fit Fit, int Distance)> _found = [];

    /// <summary>The rows of entries by their marks: there may be thousands.</summary>
    private readonly Dictionary<string, int> _entryRows = [];

    private readonly List<RepeatForm> _repeats = [];
    private readonly List<int> _firstCells = [];

    /// <summary>Columns, or the rows of an entry.</summary>
    public Axis(IReadOnlyList<Node> nodes) => Add(nodes, -1, null);

    /// <summary>The rows of a block, with a place in the run of cells for each.</summary>
    public Axis(IReadOnlyList<Node> rows, RowPlaces places) => Add(rows, -1, places);

    public IReadOnlyList<AxisNode> Nodes => _nodes;

    public int LeafCount { get; private set; }

    /// <summary>The rows that repeat.</summary>
    public IReadOnlyList<RepeatForm> Repeats => _repeats;

    /// <summary>The first cell of each leaf row.</summary>
    public IReadOnlyList<int> FirstCells => _firstCells;

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
        if (_entryRows.TryGetValue(found.Core, out var row))
        {
            (fit, distance) = (Fit.Same, 0);
            best.Add(row);
            return best;
        }

        fit = Fit.None;
        distance = int.MaxValue;
        for (var i = 0; i < _nodes.Count; i++)
        {
            if (_nodes[i].IsEntry)
            {
                continue;
            }

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
        if (_entryRows.ContainsKey(found.Core))
        {
            return true;
        }

        foreach (var node in _nodes)
        {
            if (!node.IsEntry && (!leavesOnly || node.Leaf >= 0) && LabelMatch.Compare(found, node.Label, out _) == Fit.Same)
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

    private void Add(IReadOnlyList<Node> nodes, int parent, RowPlaces? places)
    {
        foreach (var node in nodes)
        {
            var index = _nodes.Count;
            if (node.Repeat is { } repeat && places is not null)
            {
                _nodes.Add(new AxisNode(LabelText.Of(node.Label.Zh), parent, -1));
                AddEntries(node, repeat, index, places);
                continue;
            }

            _nodes.Add(new AxisNode(LabelText.Of(node.Label.Zh), parent, node.Children.Count == 0 ? LeafCount++ : -1));
            if (node.Children.Count == 0 && places is not null)
            {
                _firstCells.Add(places.TakeRow());
            }

            Add(node.Children, index, places);
        }
    }

    private void AddEntries(Node node, Repeat repeat, int group, RowPlaces places)
    {
        var rows = new Axis(node.Children.Count == 0 ? [node] : node.Children);
        _nodes.AddRange(rows.Nodes.Where(row => row.Leaf < 0).Select(row => row with { Parent = group }));
        var cells = places.TakeEntries(rows.LeafCount, out var index);
        _repeats.Add(new RepeatForm(index, LabelText.Of(node.Label.Zh), LabelText.Of(repeat.Label.Zh), node.Children.Count > 0, rows, LeafCount, repeat.Maximum));
        for (var row = 0; row < cells.Count; row++)
        {
            var mark = LabelText.OfEntryRow(index, row);
            _entryRows.Add(mark.Core, _nodes.Count);
            _nodes.Add(new AxisNode(mark, group, LeafCount++, IsEntry: true));
            _firstCells.Add(cells[row]);
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace GovReportSchema.Json;

/// <summary>How the members are laid out: sections, rows and columns become objects in objects, and these one array.</summary>
internal sealed partial class JsonShape
{
    private int _nextCell;
    private int _nextRepeat;
    private int _laid;

    private PlainObject[] LayObjects()
    {
        var objects = new PlainObject[Nodes.Length];
        for (var i = 0; i < Nodes.Length; i++)
        {
            objects[i] = new PlainObject(NamesUnder(i, objects), Nodes[i].FirstChild, Nodes[i].ChildCount);
        }

        return objects;
    }

    /// <summary>The names of an object's members. The rows of a table have the same: one table of names serves them all, and stays in the machine's cache.</summary>
    private NameTable? NamesUnder(int node, PlainObject[] objects)
    {
        if (Nodes[node].Kind == JsonNodeKind.Array)
        {
            return null;
        }

        var members = Nodes.AsSpan(Nodes[node].FirstChild, Nodes[node].ChildCount);
        for (var other = node - 1; other >= 0 && members.Length > 0; other--)
        {
            if (HaveSameNames(members, Nodes.AsSpan(Nodes[other].FirstChild, Nodes[other].ChildCount)))
            {
                return objects[other].Names;
            }
        }

        return NameTable.Of(members);
    }

    private static bool HaveSameNames(ReadOnlySpan<JsonNode> members, ReadOnlySpan<JsonNode> others)
    {
        for (var i = 0; i < members.Length; i++)
        {
            if (others.Length != members.Length || !members[i].Name.AsSpan().SequenceEqual(others[i].Name))
            {
                return false;
            }
        }

        return true;
    }

    private static int CountCells(IReadOnlyList<Section> sections)
    {
        var count = 0;
        for (var i = 0; i < sections.Count; i++)
        {
            for (var block = 0; sections[i] is Table table && block < table.Blocks.Count; block++)
            {
                count += table.Blocks[block].CellCount;
            }
        }

        return count;
    }

    private static int CountHeaderCells(IReadOnlyList<HeaderText> header)
    {
        var count = 0;
        for (var i = 0; i < header.Count; i++)
        {
            count += header[i].Cell is null ? 0 : 1;
        }

        return count;
    }

    /// <summary>Gives the cells of a run that hold a text the next places among the texts.</summary>
    private void TakeTextsOfCells(int first, int end, ref int textCount)
    {
        for (var cell = first; cell < end; cell++)
        {
            TextOfCell[cell] = -1;
            if (Types[cell].Kind == CellKind.Text)
            {
                // Whether it is blank the cell says.
                (TextOfCell[cell], TextNodes[textCount], TextBlanks[textCount]) = (textCount, CellNodes[cell], BlankPolicy.Allowed);
                textCount++;
            }
        }
    }

    private static int CountTexts(CellType[] types)
    {
        var count = 0;
        foreach (var type in types)
        {
            count += type.Kind == CellKind.Text ? 1 : 0;
        }

        return count;
    }

    private void AddTable(Member table, Table section)
    {
        for (var i = 0; i < section.Blocks.Count; i++)
        {
            var block = section.Blocks[i];
            var labels = block.Heading is { } heading ? new LabelPath(table.Labels, heading) : table.Labels;
            AddRows(table, labels, block.Rows, block.Columns, ref _nextCell);
        }
    }

    private void AddRows(Member parent, LabelPath labels, IReadOnlyList<Node> rows, IReadOnlyList<Node> columns, ref int cell)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Repeat is { } repeat)
            {
                AddEntries(parent, labels, row, repeat, columns);
                continue;
            }

            var rowLabels = new LabelPath(labels, row.Label);
            var member = row.IsHeading ? parent : parent.Add(row.Member, JsonNodeKind.Object, 0, rowLabels);
            AddRow(member, rowLabels, row, columns, ref cell);
        }
    }

    private void AddRow(Member member, LabelPath labels, Node row, IReadOnlyList<Node> columns, ref int cell)
    {
        if (row.Children.Count > 0)
        {
            AddRows(member, labels, row.Children, columns, ref cell);
        }
        else
        {
            AddColumns(member, labels, null, row, columns, ref cell);
        }
    }

    private void AddEntries(Member parent, LabelPath labels, Node row, Repeat repeat, IReadOnlyList<Node> columns)
    {
        var index = _nextRepeat++;
        var array = parent.Add(row.Member, JsonNodeKind.Array, index, new LabelPath(labels, row.Label));
        for (var entry = 0; entry < _entries!.CountOf(index); entry++)
        {
            var number = (entry + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var key = _entries.KeyOf(index, entry);
            var entryLabels = new LabelPath(labels, new($"第{number}项", $"entry {number}")) { KeyText = key };
            var member = array.Add(entry.ToString(System.Globalization.CultureInfo.InvariantCulture), JsonNodeKind.Object, 0, entryLabels);
            member.Add(repeat.Key, JsonNodeKind.Text, key, new LabelPath(entryLabels, repeat.Label));
            var cell = _entries.FirstCellOf(index, entry);
            AddRow(member, entryLabels, row, columns, ref cell);
        }
    }

    private void AddColumns(Member parent, LabelPath rowLabels, LabelPath? labels, Node row, IReadOnlyList<Node> columns, ref int cell)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            var columnLabels = new LabelPath(labels, column.Label);
            if (column.Children.Count > 0)
            {
                var member = column.IsHeading ? parent : parent.Add(column.Member, JsonNodeKind.Object, 0, new LabelPath(rowLabels, column.Label));
                AddColumns(member, rowLabels, columnLabels, row, column.Children, ref cell);
            }
            else
            {
                var type = row.Cell ?? column.Cell ?? CellType.Count;
                var kind = type.IsNumber ? JsonNodeKind.Cell : JsonNodeKind.QuotedCell;
                parent.Add(column.Member, kind, cell, new LabelPath(rowLabels, column.Label));
                _types[cell] = type;
                _columnOfCell[cell] = columnLabels;
                cell++;
            }
        }
    }

    private void Lay(Member member, int at, int parent)
    {
        var first = _laid;
        Nodes[at] = new JsonNode(
            Encoding.UTF8.GetBytes(member.Name), member.Kind, member.Index, parent, first, member.Children.Count, member.Labels);
        _laid += member.Children.Count;
        for (var i = 0; i < member.Children.Count; i++)
        {
            Lay(member.Children[i], first + i, at);
        }
    }

    private int Number(int node, int order)
    {
        Orders[node] = order++;
        for (var i = 0; i < Nodes[node].ChildCount; i++)
        {
            order = Number(Nodes[node].FirstChild + i, order);
        }

        return order;
    }

    private sealed class Member(string name, JsonNodeKind kind, int index, LabelPath labels)
    {
        public string Name => name;

        public JsonNodeKind Kind => kind;

        public int Index => index;

        public LabelPath Labels => labels;

        public List<Member> Children { get; } = [];

        /// <summary>It and all that is under it.</summary>
        public int Size
        {
            get
            {
                var size = 1;
                foreach (var child in Children)
                {
                    size += child.Size;
                }

                return size;
            }
        }

        public Member Add(string name, JsonNodeKind kind, int index, LabelPath labels)
        {
            var child = new Member(name, kind, index, labels);
            Children.Add(child);
            return child;
        }
    }
}

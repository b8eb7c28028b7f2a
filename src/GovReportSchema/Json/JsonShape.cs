using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace GovReportSchema.Json;

/// <summary>What a JSON member of a submission is.</summary>
internal enum JsonNodeKind : byte
{
    Object,

    /// <summary>A row that repeats: an array, whose members are its entries.</summary>
    Array,
    Cell,

    /// <summary>A cell whose value stands in quotes: a date, a choice, a text.</summary>
    QuotedCell,
    Text,
    Year,
    Format,
}

/// <summary>A member of a submission: its name and what it holds.</summary>
/// <param name="Name">The name in UTF-8, unescaped.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Index">Of a cell, text or array, its place among the cells, texts or repeating rows; else 0.</param>
/// <param name="Parent">The object or array that it is a member of; -1 for the root.</param>
/// <param name="FirstChild">Of an object or array, its first member; its members lie in one run.</param>
/// <param name="ChildCount">Of an object or array, how many members it has.</param>
/// <param name="HasNumbers">Of an object, whether some of its members are cells.</param>
/// <param name="Labels">The labels that lead to it.</param>
internal readonly record struct JsonNode(
    byte[] Name, JsonNodeKind Kind, int Index, int Parent, int FirstChild, int ChildCount, bool HasNumbers, LabelPath Labels);

/// <summary>The members of a format's submission as one array, the root first and the members of each object in one run.</summary>
/// <remarks>
/// Made before the first submission is read, when nothing is compiled yet: plain loops over arrays. Each LINQ operator or list over
/// a type of ours would be compiled for it first, and took longer than all that it did.
/// </remarks>
internal sealed class JsonShape
{
    private readonly List<Cell> _cells = [];
    private readonly string?[] _paths;
    private readonly CellType[] _types;
    private readonly List<HeaderText> _headerCells = [];
    private readonly LabelPath[] _columnOfCell;
    private readonly int[] _arrays = [];
    private readonly EntryLayout? _entries;
    private int _nextCell;
    private int _nextRepeat;
    private readonly Dictionary<string, Cell> _byPath = new(StringComparer.Ordinal);
    private byte[][]? _quotedNames;
    private int _laid;

    /// <summary>The shape of a submission whose format is not known: an object, and no more.</summary>
    private JsonShape()
    {
        Nodes = [new JsonNode([], JsonNodeKind.Object, 0, -1, 1, 0, false, new LabelPath(null, default))];
        (CellNodes, TextNodes, Orders, TextBlanks, _types, _columnOfCell) = ([], [], [0], [], [], []);
        (Names, WholeCells, TextOfCell, _paths) = ([null], [-1], [], [null]);
    }

    public JsonShape(ReportFormat format)
    {
        _entries = format.Entries;
        var cellsOfTables = _entries is null ? CountCells(format.Sections) : _entries.Family.FixedCells - CountHeaderCells(format.Header);
        var cellCount = _entries?.CellCount ?? (cellsOfTables + CountHeaderCells(format.Header));
        (_types, _columnOfCell, _arrays) = (new CellType[cellCount], new LabelPath[cellCount], new int[_entries?.Counts.Count ?? 0]);
        var title = new LabelPath(null, format.Title);
        FormatId = Encoding.UTF8.GetBytes(format.Id);
        var root = new Member("", JsonNodeKind.Object, 0, title);
        root.Add("format", JsonNodeKind.Format, 0, title);
        root.Add(format.Header[0].Member, JsonNodeKind.Text, 0, new LabelPath(null, format.Header[0].Label));
        root.Add("year", JsonNodeKind.Year, 0, new LabelPath(null, format.YearLabel));
        var texts = new BlankPolicy[format.Header.Count + format.Sections.Count];
        var textCount = 0;
        texts[textCount++] = format.Header[0].Blank;
        for (var i = 1; i < format.Header.Count; i++)
        {
            var text = format.Header[i];
            var labels = new LabelPath(null, text.Label);
            if (text.Cell is not null)
            {
                root.Add(text.Member, JsonNodeKind.QuotedCell, cellsOfTables + _headerCells.Count, labels);
                _headerCells.Add(text);
                continue;
            }

            root.Add(text.Member, JsonNodeKind.Text, textCount, labels);
            texts[textCount++] = text.Blank;
        }

        for (var i = 0; i < format.Sections.Count; i++)
        {
            var section = format.Sections[i];
            var labels = new LabelPath(null, section.Label);
            if (section is Narrative narrative)
            {
                root.Add(narrative.Member, JsonNodeKind.Text, textCount, labels);
                texts[textCount++] = narrative.Blank;
            }
            else if (section is Table table)
            {
                AddTable(root.Add(table.Member, JsonNodeKind.Object, 0, labels), table);
            }
        }

        foreach (var text in _headerCells)
        {
            _types[_nextCell] = text.Cell!;
            _columnOfCell[_nextCell++] = new LabelPath(null, text.Label);
        }

        Nodes = new JsonNode[root.Size];
        _paths = new string?[Nodes.Length];
        _laid = 1;
        Lay(root, 0, -1);
        CellNodes = new int[cellCount];
        TextOfCell = new int[cellCount];
        TextNodes = new int[_entries?.TextCount ?? (textCount + CountTexts(Types))];
        Names = new NameTable?[Nodes.Length];
        WholeCells = new int[Nodes.Length];
        for (var i = 0; i < Nodes.Length; i++)
        {
            Names[i] = NamesUnder(i);
            WholeCells[i] = Nodes[i].Kind == JsonNodeKind.Cell && Types[Nodes[i].Index].Scale == 0 ? Nodes[i].Index : -1;
            switch (Nodes[i].Kind)
            {
                case JsonNodeKind.Cell or JsonNodeKind.QuotedCell: CellNodes[Nodes[i].Index] = i; break;
                case JsonNodeKind.Text: TextNodes[Nodes[i].Index] = i; break;
                case JsonNodeKind.Year: YearNode = i; break;
                case JsonNodeKind.Format: FormatNode = i; break;
                case JsonNodeKind.Array: _arrays[Nodes[i].Index] = i; break;
            }
        }

        TextBlanks = new BlankPolicy[TextNodes.Length];
        texts.AsSpan(0, textCount).CopyTo(TextBlanks);
        TakeTextsOfCells(0, _nextCell, ref textCount);
        FixedTexts = textCount;
        for (var row = 0; row < _arrays.Length; row++)
        {
            for (var entry = 0; entry < _entries!.CountOf(row); entry++)
            {
                TextBlanks[textCount++] = BlankPolicy.Error;
                TakeTextsOfCells(_entries.FirstCellOf(row, entry), _entries.FirstCellOf(row, entry + 1), ref textCount);
            }
        }

        Orders = new int[Nodes.Length];
        Number(0, 0);
    }

    public static JsonShape Unknown { get; } = new();

    /// <summary>The members, the root first.</summary>
    public JsonNode[] Nodes { get; }

    /// <summary>Each member's name as it is written: in quotes, with its colon. Made when a report is first written.</summary>
    public byte[][] QuotedNames => _quotedNames ??= Array.ConvertAll(Nodes, node => (byte[])[(byte)'"', .. node.Name, (byte)'"', (byte)':']);

    /// <summary>The node of each cell.</summary>
    public int[] CellNodes { get; }

    /// <summary>The node of each text: <c>agency</c>, the added texts of the header, the narratives, the cells that hold a text.</summary>
    public int[] TextNodes { get; }

    /// <summary>What a blank of each text is taken for.</summary>
    public BlankPolicy[] TextBlanks { get; }

    /// <summary>The type of each cell.</summary>
    public CellType[] Types => _types;

    /// <summary>How many texts stand in no entry of a repeating row; those of entries come after them, the key of each first.</summary>
    public int FixedTexts { get; }

    /// <summary>The nodes of the repeating rows, in the order of the form.</summary>
    public ReadOnlySpan<int> Arrays => _arrays;

    /// <summary>Of each cell that holds a text, its place among the texts; else -1.</summary>
    public int[] TextOfCell { get; }

    /// <summary>The names of each object's members; null where there are none, or a plain search has to do.</summary>
    public NameTable?[] Names { get; }

    /// <summary>The cell of each node that holds a whole number; else -1.</summary>
    public int[] WholeCells { get; }

    /// <summary>Where each node comes in the format's order.</summary>
    public int[] Orders { get; }

    /// <summary>The format's id in UTF-8.</summary>
    public byte[] FormatId { get; } = [];

    public int YearNode { get; }

    public int FormatNode { get; }

    /// <summary>The greatest number of entries of a repeating row.</summary>
    public int MostEntriesOf(int row) => _entries!.Family.Rows[row].Repeat.Maximum;

    /// <summary>Whether a repeating row stands within an object.</summary>
    public bool LeadsToEntries(int node)
    {
        foreach (var array in _arrays)
        {
            for (var at = array; at > 0; at = Nodes[at].Parent)
            {
                if (at == node)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The cells as a caller sees them; made when first asked for, since reading and checking do without.</summary>
    public IReadOnlyList<Cell> Cells
    {
        get
        {
            lock (_cells)
            {
                for (var i = _cells.Count; i < CellNodes.Length; i++)
                {
                    var cell = new Cell(i, PathOf(CellNodes[i]), Types[i], Nodes[CellNodes[i]].Labels.Parent, _columnOfCell[i]);
                    _cells.Add(cell);
                    _byPath.Add(cell.Path, cell);
                }
            }

            return _cells;
        }
    }

    public bool TryGetCell(string path, [NotNullWhen(true)] out Cell? cell)
    {
        _ = Cells;
        return _byPath.TryGetValue(path, out cell);
    }

    /// <summary>The JSON Pointer of a member.</summary>
    public string PathOf(int node) => _paths[node] ??= WritePath(node);

    private string WritePath(int node)
    {
        var path = "";
        for (; node > 0; node = Nodes[node].Parent)
        {
            path = "/" + EscapePointer(Encoding.UTF8.GetString(Nodes[node].Name)) + path;
        }

        return path;
    }

    /// <summary>A name as it stands in a JSON Pointer (RFC 6901).</summary>
    public static string EscapePointer(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>The table, as a node right under the root, in which a cell stands; of a cell of the header, its own node.</summary>
    public int TableOf(int cell)
    {
        var node = CellNodes[cell];
        while (Nodes[node].Parent > 0)
        {
            node = Nodes[node].Parent;
        }

        return node;
    }

    /// <summary>The names of an object's members. The rows of a table have the same: one table of names serves them all, and stays in the machine's cache.</summary>
    private NameTable? NamesUnder(int node)
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
                return Names[other];
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
            Encoding.UTF8.GetBytes(member.Name), member.Kind, member.Index, parent, first, member.Children.Count, member.HasNumbers, member.Labels);
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

        public bool HasNumbers
        {
            get
            {
                foreach (var child in Children)
                {
                    if (child.Kind == JsonNodeKind.Cell)
                    {
                        return true;
                    }
                }

                return false;
            }
        }

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

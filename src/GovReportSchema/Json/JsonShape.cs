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
/// <param name="Labels">The labels that lead to it.</param>
internal readonly record struct JsonNode(
    byte[] Name, JsonNodeKind Kind, int Index, int Parent, int FirstChild, int ChildCount, LabelPath Labels);

/// <summary>A row of cells as printed.</summary>
/// <param name="Block">The block in which it stands.</param>
/// <param name="FirstCell">Its first cell.</param>
/// <param name="CellCount">How many cells it has.</param>
internal readonly record struct RowRun(Block Block, int FirstCell, int CellCount);

/// <summary>The members of a format's submission as one array, the root first and the members of each object in one run.</summary>
internal sealed class JsonShape
{
    private readonly List<JsonNode> _nodes = [];
    private readonly List<Cell> _cells = [];
    private readonly CellType[] _types;
    private readonly List<HeaderText> _headerCells = [];
    private readonly LabelPath[] _columnOfCell;
    private readonly List<RowRun> _rows = [];
    private readonly List<int> _arrays = [];
    private readonly EntryLayout? _entries;
    private int _nextCell;
    private int _nextRepeat;
    private readonly Dictionary<string, Cell> _byPath = new(StringComparer.Ordinal);

    /// <summary>The shape of a submission whose format is not known: an object, and no more.</summary>
    private JsonShape()
    {
        Nodes = [new JsonNode([], JsonNodeKind.Object, 0, -1, 1, 0, new LabelPath(null, default))];
        (CellNodes, TextNodes, Orders, TextBlanks, _types, _columnOfCell, QuotedNames) = ([], [], [0], [], [], [], []);
        (Names, WholeCells, TextOfCell) = ([null], [-1], []);
    }

    public JsonShape(ReportFormat format)
    {
        _entries = format.Entries;
        var headerCells = format.Header.Count(text => text.Cell is not null);
        var cellsOfTables = _entries is null ? format.Sections.OfType<Table>().Sum(table => table.Blocks.Sum(block => block.CellCount))
            : _entries.Family.FixedCells - headerCells;
        var cellCount = _entries?.CellCount ?? (cellsOfTables + headerCells);
        (_types, _columnOfCell) = (new CellType[cellCount], new LabelPath[cellCount]);
        var title = new LabelPath(null, format.Title);
        FormatId = Encoding.UTF8.GetBytes(format.Id);
        var root = new Member("", JsonNodeKind.Object, 0, title);
        root.Add("format", JsonNodeKind.Format, 0, title);
        root.Add(format.Header[0].Member, JsonNodeKind.Text, 0, new LabelPath(null, format.Header[0].Label));
        root.Add("year", JsonNodeKind.Year, 0, new LabelPath(null, format.YearLabel));
        var texts = new List<BlankPolicy> { format.Header[0].Blank };
        foreach (var text in format.Header.Skip(1))
        {
            if (text.Cell is not null)
            {
                root.Add(text.Member, JsonNodeKind.QuotedCell, cellsOfTables + _headerCells.Count, new LabelPath(null, text.Label));
                _headerCells.Add(text);
                continue;
            }

            root.Add(text.Member, JsonNodeKind.Text, texts.Count, new LabelPath(null, text.Label));
            texts.Add(text.Blank);
        }

        foreach (var section in format.Sections)
        {
            var labels = new LabelPath(null, section.Label);
            if (section is Narrative narrative)
            {
                root.Add(narrative.Member, JsonNodeKind.Text, texts.Count, labels);
                texts.Add(narrative.Blank);
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

        _nodes.Add(default);
        Lay(root, 0, -1);
        Nodes = [.. _nodes];
        QuotedNames = [.. _nodes.Select(node => (byte[])[(byte)'"', .. node.Name, (byte)'"', (byte)':'])];
        CellNodes = new int[cellCount];
        TextOfCell = new int[cellCount];
        TextOfCell.AsSpan().Fill(-1);
        TextNodes = new int[_entries?.TextCount ?? (texts.Count + Types.Count(type => type.Kind == CellKind.Text))];
        for (var i = 0; i < Nodes.Length; i++)
        {
            switch (Nodes[i].Kind)
            {
                case JsonNodeKind.Cell or JsonNodeKind.QuotedCell: CellNodes[Nodes[i].Index] = i; break;
                case JsonNodeKind.Text: TextNodes[Nodes[i].Index] = i; break;
                case JsonNodeKind.Year: YearNode = i; break;
                case JsonNodeKind.Format: FormatNode = i; break;
                case JsonNodeKind.Array: _arrays.Add(i); break;
            }
        }

        AddTextsOfCells(0, _nextCell, texts);
        FixedTexts = texts.Count;
        for (var row = 0; row < _arrays.Count; row++)
        {
            for (var entry = 0; entry < _entries!.CountOf(row); entry++)
            {
                texts.Add(BlankPolicy.Error);
                AddTextsOfCells(_entries.FirstCellOf(row, entry), _entries.FirstCellOf(row, entry + 1), texts);
            }
        }

        TextBlanks = [.. texts];
        Names = NamesOf(Nodes);
        WholeCells = [.. Nodes.Select(node => node.Kind == JsonNodeKind.Cell && Types[node.Index].Scale == 0 ? node.Index : -1)];
        Orders = new int[Nodes.Length];
        Number(0, 0);
    }

    public static JsonShape Unknown { get; } = new();

    /// <summary>The members, the root first.</summary>
    public JsonNode[] Nodes { get; }

    /// <summary>Each member's name as it is written: in quotes, with its colon.</summary>
    public byte[][] QuotedNames { get; }

    /// <summary>The node of each cell.</summary>
    public int[] CellNodes { get; }

    /// <summary>The node of each text: <c>agency</c>, the added texts of the header, the narratives, the cells that hold a text.</summary>
    public int[] TextNodes { get; }

    /// <summary>What a blank of each text is taken for.</summary>
    public BlankPolicy[] TextBlanks { get; }

    /// <summary>The type of each cell.</summary>
    public CellType[] Types => _types;

    /// <summary>How many texts are no key of an entry; the keys come after them.</summary>
    public int FixedTexts { get; }

    /// <summary>The nodes of the repeating rows, in the order of the form.</summary>
    public IReadOnlyList<int> Arrays => _arrays;

    /// <summary>The rows as printed, those of entries among the others.</summary>
    public IReadOnlyList<RowRun> Rows => _rows;

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
    public string PathOf(int node)
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

    private void AddTextsOfCells(int first, int end, List<BlankPolicy> texts)
    {
        for (var cell = first; cell < end; cell++)
        {
            if (Types[cell].Kind == CellKind.Text)
            {
                // Whether it is blank the cell says.
                (TextOfCell[cell], TextNodes[texts.Count]) = (texts.Count, CellNodes[cell]);
                texts.Add(BlankPolicy.Allowed);
            }
        }
    }

    /// <summary>The names of each object's members; those of all entries of a row are the same, and found once.</summary>
    private static NameTable?[] NamesOf(JsonNode[] nodes)
    {
        var names = new NameTable?[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            ref readonly var node = ref nodes[i];
            var first = node.Parent < 0 || nodes[node.Parent].Kind != JsonNodeKind.Array ? i : nodes[node.Parent].FirstChild;
            names[i] = first != i ? names[first]
                : node.Kind != JsonNodeKind.Object ? null
                : NameTable.Of([.. nodes.AsSpan(node.FirstChild, node.ChildCount).ToArray().Select(child => child.Name)]);
        }

        return names;
    }

    private void AddTable(Member table, Table section)
    {
        foreach (var block in section.Blocks)
        {
            var labels = block.Heading is { } heading ? new LabelPath(table.Labels, heading) : table.Labels;
            AddRows(table, labels, block.Rows, block, ref _nextCell);
        }
    }

    private void AddRows(Member parent, LabelPath labels, IReadOnlyList<Node> rows, Block block, ref int cell)
    {
        foreach (var row in rows)
        {
            if (row.Repeat is { } repeat)
            {
                AddEntries(parent, labels, row, repeat, block);
                continue;
            }

            var rowLabels = new LabelPath(labels, row.Label);
            var member = row.IsHeading ? parent : parent.Add(row.Member, JsonNodeKind.Object, 0, rowLabels);
            AddRow(member, rowLabels, row, block, ref cell);
        }
    }

    private void AddRow(Member member, LabelPath labels, Node row, Block block, ref int cell)
    {
        if (row.Children.Count > 0)
        {
            AddRows(member, labels, row.Children, block, ref cell);
            return;
        }

        var first = cell;
        AddColumns(member, labels, null, row, block.Columns, ref cell);
        _rows.Add(new RowRun(block, first, cell - first));
    }

    private void AddEntries(Member parent, LabelPath labels, Node row, Repeat repeat, Block block)
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
            AddRow(member, entryLabels, row, block, ref cell);
        }
    }

    private void AddColumns(Member parent, LabelPath rowLabels, LabelPath? labels, Node row, IReadOnlyList<Node> columns, ref int cell)
    {
        foreach (var column in columns)
        {
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
        var first = _nodes.Count;
        _nodes[at] = new JsonNode(
            Encoding.UTF8.GetBytes(member.Name), member.Kind, member.Index, parent, first, member.Children.Count, member.Labels);
        _nodes.AddRange(new JsonNode[member.Children.Count]);
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

        public Member Add(string name, JsonNodeKind kind, int index, LabelPath labels)
        {
            var child = new Member(name, kind, index, labels);
            Children.Add(child);
            return child;
        }
    }
}

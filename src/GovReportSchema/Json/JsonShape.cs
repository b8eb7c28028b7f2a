using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace GovReportSchema.Json;

/// <summary>The members of a format's submission as one array, the root first and the members of each object in one run.</summary>
/// <remarks>
/// Made before the first submission is read, when nothing is compiled yet: plain loops over arrays. Each LINQ operator or list over
/// a type of ours would be compiled for it first, and took longer than all that it did.
/// </remarks>
internal sealed partial class JsonShape
{
    private readonly List<Cell> _cells = [];
    private readonly Dictionary<string, Cell> _byPath = new(StringComparer.Ordinal);
    private readonly string?[] _paths;
    private readonly CellType[] _types;
    private readonly List<HeaderText> _headerCells = [];
    private readonly LabelPath[] _columnOfCell;
    private readonly int[] _arrays = [];
    private readonly EntryLayout? _entries;
    private byte[][]? _quotedNames;
    private PlainObject[]? _objects;

    /// <summary>The shape of a submission whose format is not known: an object, and no more.</summary>
    private JsonShape()
    {
        Nodes = [new JsonNode([], JsonNodeKind.Object, 0, -1, 1, 0, new LabelPath(null, default))];
        (CellNodes, TextNodes, Orders, TextBlanks, _types, _columnOfCell) = ([], [], [0], [], [], []);
        (_objects, WholeCells, TextOfCell, _paths) = ([default], [-1], [], [null]);
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
        WholeCells = new int[Nodes.Length];
        for (var i = 0; i < Nodes.Length; i++)
        {
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
        Array.Copy(texts, TextBlanks, textCount);
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

    /// <summary>Of each node, what it is to know of an object to read its members; of one that is no object, nothing.</summary>
    public PlainObject[] Objects => _objects ??= LayObjects();

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

    /// <summary>The node of a table, right under the root.</summary>
    public int NodeOf(Table table)
    {
        var name = Encoding.UTF8.GetBytes(table.Member);
        var node = Nodes[0].FirstChild;
        while (!Nodes[node].Name.AsSpan().SequenceEqual(name))
        {
            node++;
        }

        return node;
    }

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
}

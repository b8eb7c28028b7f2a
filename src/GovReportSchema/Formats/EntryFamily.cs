using GovReportSchema.Json;

namespace GovReportSchema;

/// <summary>
/// A format with rows that repeat is a family of formats: with the numbers of its entries given, it is a format like any other, which
/// every engine works on. They are made when asked for, and those used last are kept.
/// </summary>
internal sealed class EntryFamily
{
    /// <summary>Formats are kept as long as they have no more cells than this in all; 40 MB where layouts are learned for each.</summary>
    private const int MostCellsKept = 1 << 17;

    private readonly Dictionary<EntryLayout, LinkedListNode<ReportFormat>> _kept = [];
    private readonly LinkedList<ReportFormat> _lastUsedFirst = [];
    private int _cellsKept;

    private EntryFamily(ReportFormat pattern, RepeatingRow[] rows, int fixedCells, int fixedTexts)
    {
        (PatternFormat, Rows, FixedCells, FixedTexts) = (pattern, rows, fixedCells, fixedTexts);
        (Pattern, Empty) = (Layout([.. rows.Select(_ => 1)]), Layout(new int[rows.Length]));
    }

    /// <summary>The format as its definition has it, with one entry of each row.</summary>
    public ReportFormat PatternFormat { get; }

    /// <summary>The repeating rows, in the order of the form.</summary>
    public RepeatingRow[] Rows { get; }

    /// <summary>How many cells stand in no row that repeats.</summary>
    public int FixedCells { get; }

    /// <summary>How many texts are no key of an entry.</summary>
    public int FixedTexts { get; }

    /// <summary>One entry of each row, as in the descriptor.</summary>
    public EntryLayout Pattern { get; }

    /// <summary>No entries.</summary>
    public EntryLayout Empty { get; }

    /// <summary>The family of a format; null where no row of it repeats.</summary>
    public static EntryFamily? Of(ReportFormat pattern)
    {
        if (!HasRepeats(pattern.Sections))
        {
            return null;
        }

        var rows = new List<RepeatingRow>();
        var (fixedCells, fixedTexts) = (0, 0);
        foreach (var table in pattern.Sections.OfType<Table>())
        {
            foreach (var block in table.Blocks)
            {
                var columns = block.Columns.SelectMany(column => column.Leaves()).ToList();
                var once = Collect(block.Rows, "/" + JsonShape.EscapePointer(table.Member), columns, rows);
                (fixedCells, fixedTexts) = (fixedCells + (columns.Count * once.Count), fixedTexts + TextsOf(once, columns));
            }
        }

        return new EntryFamily(
            pattern,
            [.. rows],
            fixedCells + pattern.Header.Count(header => header.Cell is not null),
            fixedTexts + pattern.Header.Count(header => header.Cell is null) + pattern.Sections.Count(section => section is Narrative));
    }

    /// <exception cref="ArgumentException">There is not one number for each repeating row, or one is not from 0 to the greatest allowed.</exception>
    public EntryLayout Layout(IReadOnlyList<int> counts)
    {
        if (counts.Count != Rows.Length)
        {
            throw new ArgumentException($"The format {PatternFormat.Id} has {Rows.Length} repeating rows.", nameof(counts));
        }

        for (var row = 0; row < Rows.Length; row++)
        {
            if (counts[row] < 0 || counts[row] > Rows[row].Repeat.Maximum)
            {
                throw new ArgumentException($"{Rows[row].Path} has 0 to {Rows[row].Repeat.Maximum} entries.", nameof(counts));
            }
        }

        return new EntryLayout(this, [.. counts], new bool[counts.Count]);
    }

    /// <summary>The format for so many entries.</summary>
    public ReportFormat Format(EntryLayout entries)
    {
        lock (_kept)
        {
            if (_kept.TryGetValue(entries, out var node))
            {
                _lastUsedFirst.Remove(node);
                _lastUsedFirst.AddFirst(node);
                return node.Value;
            }
        }

        // Made outside the lock: two threads may both make it, and both are the same.
        var format = new ReportFormat(PatternFormat, entries);
        lock (_kept)
        {
            if (!_kept.ContainsKey(entries))
            {
                _kept.Add(entries, _lastUsedFirst.AddFirst(format));
                _cellsKept += entries.CellCount;
                while (_cellsKept > MostCellsKept && _lastUsedFirst.Count > 1)
                {
                    var oldest = _lastUsedFirst.Last!.Value.Entries!;
                    _lastUsedFirst.RemoveLast();
                    _kept.Remove(oldest);
                    _cellsKept -= oldest.CellCount;
                }
            }
        }

        return format;
    }

    /// <summary>Gathers the rows that repeat.</summary>
    /// <returns>The leaf rows that do not.</returns>
    private static List<Node> Collect(IReadOnlyList<Node> nodes, string path, List<Node> columns, List<RepeatingRow> rows)
    {
        var once = new List<Node>();
        foreach (var node in nodes)
        {
            var own = node.IsHeading ? path : path + "/" + JsonShape.EscapePointer(node.Member);
            if (node.Repeat is { } repeat)
            {
                var leaves = node.Leaves().ToList();
                rows.Add(new RepeatingRow(own, node.Label, repeat)
                {
                    CellCount = columns.Count * leaves.Count,
                    TextCount = 1 + TextsOf(leaves, columns),
                });
            }
            else
            {
                once.AddRange(node.Children.Count == 0 ? [node] : Collect(node.Children, own, columns, rows));
            }
        }

        return once;
    }

    // Plain loops: every format is asked before its first submission is read, when nothing is compiled yet.
    private static bool HasRepeats(IReadOnlyList<Section> sections)
    {
        for (var i = 0; i < sections.Count; i++)
        {
            for (var block = 0; sections[i] is Table table && block < table.Blocks.Count; block++)
            {
                if (HasRepeats(table.Blocks[block].Rows))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool HasRepeats(IReadOnlyList<Node> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Repeat is not null || HasRepeats(rows[i].Children))
            {
                return true;
            }
        }

        return false;
    }

    private static int TextsOf(List<Node> rows, List<Node> columns) =>
        rows.Sum(row => columns.Count(column => (row.Cell ?? column.Cell)?.Kind == CellKind.Text));
}

namespace GovReportSchema;

/// <summary>
/// How many entries the repeating rows of a report have, and where their cells and keys stand: behind all other cells and texts,
/// so that the place of a cell that does not repeat is the same in every report.
/// </summary>
internal sealed class EntryLayout : IEquatable<EntryLayout>
{
    private readonly int[] _counts;
    private readonly bool[] _unread;
    private readonly int[] _firstCells;
    private readonly int[] _firstKeys;

    /// <param name="family">The format with its repeating rows.</param>
    /// <param name="counts">How many entries each of these has.</param>
    /// <param name="unread">Whether there are or may be more entries of it that could not be read.</param>
    public EntryLayout(EntryFamily family, int[] counts, bool[] unread)
    {
        (Family, _counts, _unread) = (family, counts, unread);
        (_firstCells, _firstKeys) = (new int[counts.Length], new int[counts.Length]);
        (CellCount, TextCount) = (family.FixedCells, family.FixedTexts);
        for (var row = 0; row < counts.Length; row++)
        {
            (_firstCells[row], _firstKeys[row]) = (CellCount, TextCount);
            CellCount += counts[row] * family.Rows[row].CellCount;
            TextCount += counts[row] * family.Rows[row].TextCount;
        }
    }

    public EntryFamily Family { get; }

    public int CellCount { get; }

    public int TextCount { get; }

    public IReadOnlyList<int> Counts => _counts;

    public bool HasUnread => Array.IndexOf(_unread, true) >= 0;

    public int CountOf(int row) => _counts[row];

    /// <summary>Whether there are or may be entries that could not be read, so that nothing can be said of all of them.</summary>
    public bool IsUnread(int row) => _unread[row];

    public int FirstCellOf(int row, int entry) => _firstCells[row] + (entry * Family.Rows[row].CellCount);

    public int KeyOf(int row, int entry) => _firstKeys[row] + (entry * Family.Rows[row].TextCount);

    /// <summary>The repeating row and the entry in which a cell stands; null where it stands in none.</summary>
    public (int Row, int Entry)? EntryOf(int cell)
    {
        for (var row = _counts.Length - 1; row >= 0; row--)
        {
            if (cell >= _firstCells[row])
            {
                return (row, (cell - _firstCells[row]) / Family.Rows[row].CellCount);
            }
        }

        return null;
    }

    /// <summary>What a cell holds: the same in every entry.</summary>
    public CellType TypeOf(int cell) => Family.PatternFormat.Shape.Types[InPattern(cell)];

    /// <summary>Of a cell that holds a text, its place among the texts; else -1.</summary>
    public int TextOf(int cell)
    {
        var text = Family.PatternFormat.Shape.TextOfCell[InPattern(cell)];
        return text >= 0 && EntryOf(cell) is { } at ? text - Family.Pattern.KeyOf(at.Row, 0) + KeyOf(at.Row, at.Entry) : text;
    }

    /// <summary>The same with another number of entries of one row, all of them known.</summary>
    public EntryLayout With(int row, int count)
    {
        var (counts, unread) = ((int[])_counts.Clone(), (bool[])_unread.Clone());
        (counts[row], unread[row]) = (count, false);
        return new EntryLayout(Family, counts, unread);
    }

    /// <summary>Whether the cells and texts of both stand at the same places.</summary>
    public bool HasSamePlaces(EntryLayout other) => ReferenceEquals(Family, other.Family) && _counts.AsSpan().SequenceEqual(other._counts);

    private int InPattern(int cell) =>
        EntryOf(cell) is { } at ? cell - FirstCellOf(at.Row, at.Entry) + Family.Pattern.FirstCellOf(at.Row, 0) : cell;

    public bool Equals(EntryLayout? other) => other is not null && HasSamePlaces(other) && _unread.AsSpan().SequenceEqual(other._unread);

    public override bool Equals(object? obj) => Equals(obj as EntryLayout);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        for (var row = 0; row < _counts.Length; row++)
        {
            hash.Add(_counts[row]);
            hash.Add(_unread[row]);
        }

        return hash.ToHashCode();
    }
}

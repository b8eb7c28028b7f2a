namespace GovReportSchema;

/// <summary>
/// The entries of repeating rows. Their cells and keys lie behind all others in the report's runs, so that an entry that comes or goes
/// moves no cell that does not repeat.
/// </summary>
public abstract partial class Report
{
    /// <summary>Null where no row of the format repeats.</summary>
    private readonly ReportEntriesState? _entries;

    /// <summary>The entries of a repeating row, whatever its format.</summary>
    /// <param name="row">The row, as an index into <see cref="ReportFormat.Repeats"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReportEntries GetEntries(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, _entries?.Layout.Counts.Count ?? 0);
        return new ReportEntries(this, row);
    }

    /// <summary>Null where no row of the format repeats.</summary>
    internal EntryFamily? Family => _entries?.Layout.Family;

    internal EntryLayout EntriesLaid => _entries!.Layout;

    /// <summary>What the entries are called; null where there are none.</summary>
    internal EntryNames? EntryNames()
    {
        if (_entries is not { Layout: var layout } || layout.TextCount == layout.Family.FixedTexts)
        {
            return null;
        }

        var first = layout.Family.FixedTexts;
        var names = new string?[layout.TextCount - first];
        for (var row = 0; row < layout.Counts.Count; row++)
        {
            for (var entry = 0; entry < layout.CountOf(row); entry++)
            {
                names[layout.KeyOf(row, entry) - first] = GetText(layout.KeyOf(row, entry));
            }
        }

        return new EntryNames(first, names);
    }

    /// <summary>Makes room for so many entries, before all that the report holds is read or set anew.</summary>
    /// <param name="layout">How many entries of each row.</param>
    /// <param name="length">The bytes of the submission that is to be read, for an estimate of its texts; 0 for none.</param>
    internal void LayFor(EntryLayout layout, int length = 0)
    {
        _entries!.Forget();
        if (!_entries.Layout.Equals(layout))
        {
            (_entries.Layout, _format) = (layout, null);
            CellCount = layout.CellCount;
            var textBytes = length == 0 ? 0 : Format.Layouts.TextBytes(length);
            _data = new long[CellCount + 1 + TextCount + ((textBytes + 7) / 8)];
            _strings = null;
            _textBytes = 0;
            Fill(Blank, BlankText);
        }
    }

    internal EntryPlace PlaceOf(int row, int entry) => _entries!.PlaceOf(this, row, entry);

    internal void AddEntry(int row)
    {
        var layout = _entries!.Layout;
        Move(layout.With(row, layout.CountOf(row) + 1), row, removed: -1);
    }

    internal void RemoveEntry(int row, int entry)
    {
        var layout = _entries!.Layout;
        _entries.Remove(row, entry);
        Move(layout.With(row, layout.CountOf(row) - 1), row, entry);
    }

    private bool HasSameCells(Report other) => _entries is null
        ? ReferenceEquals(Format, other.Format)
        : other._entries is not null && _entries.Layout.HasSamePlaces(other._entries.Layout);

    /// <summary>Lays the cells and texts anew, where an entry was added at the end of its row or one was removed.</summary>
    private void Move(EntryLayout to, int changed, int removed)
    {
        var from = _entries!.Layout;
        var (data, strings) = (_data, _strings);
        var texts = data.AsSpan(from.CellCount + 1 + from.TextCount);
        _data = new long[to.CellCount + 1 + to.TextCount + texts.Length];
        _strings = strings is null ? null : new string?[to.TextCount];
        (_entries.Layout, _format, CellCount) = (to, null, to.CellCount);
        Fill(Blank, BlankText);

        data.AsSpan(0, to.Family.FixedCells).CopyTo(_data);
        YearValue = data[from.CellCount];
        for (var text = 0; text < to.Family.FixedTexts; text++)
        {
            MoveText(text, text);
        }

        for (var row = 0; row < to.Counts.Count; row++)
        {
            var cells = to.Family.Rows[row].CellCount;
            for (int entry = 0, next = 0; entry < from.CountOf(row); entry++)
            {
                if (row != changed || entry != removed)
                {
                    data.AsSpan(from.FirstCellOf(row, entry), cells).CopyTo(_data.AsSpan(to.FirstCellOf(row, next)));
                    for (var text = 0; text < to.Family.Rows[row].TextCount; text++)
                    {
                        MoveText(from.KeyOf(row, entry) + text, to.KeyOf(row, next) + text);
                    }

                    next++;
                }
            }
        }

        texts.CopyTo(_data.AsSpan(CellCount + 1 + TextCount));

        void MoveText(int text, int at)
        {
            TextSlots[at] = data[from.CellCount + 1 + text];
            if (strings is not null)
            {
                _strings![at] = strings[text];
            }
        }
    }
}

using System.Collections;

namespace GovReportSchema;

/// <summary>The entries of a repeating row of a report, by their keys, for a caller that does not know the format.</summary>
public class ReportEntries : IEquatable<ReportEntries>
{
    private readonly Report _report;
    private readonly int _row;

    internal ReportEntries(Report report, int row) => (_report, _row) = (report, row);

    /// <summary>How many there are.</summary>
    public int Count => _report.EntriesLaid.CountOf(_row);

    /// <summary>The keys, in the order of the entries; null where blank.</summary>
    public IReadOnlyList<string?> Keys => [.. Enumerable.Range(0, Count).Select(GetKey)];

    private RepeatingRow Row => _report.EntriesLaid.Family.Rows[_row];

    /// <summary>What names an entry; null where blank.</summary>
    /// <param name="index">The entry, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public string? GetKey(int index) => _report.GetText(TextOf(index));

    /// <summary>Names an entry.</summary>
    /// <param name="index">The entry, from 0.</param>
    /// <param name="key">The name; null for a blank.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public void SetKey(int index, string? key) => _report.SetText(TextOf(index), key);

    /// <summary>Where the first cell of an entry stands in the report's run; the others follow it.</summary>
    /// <param name="index">The entry, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public int FirstCellOf(int index)
    {
        CheckIndex(index);
        return _report.EntriesLaid.FirstCellOf(_row, index);
    }

    /// <summary>Finds an entry by its key, white space around it aside.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The first entry of that key, from 0; -1 where there is none.</returns>
    public int IndexOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        for (var i = 0; i < Count; i++)
        {
            if (GetKey(i) is { } own && own.AsSpan().Trim().SequenceEqual(key.AsSpan().Trim()))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Adds an entry behind the others, with blank cells.</summary>
    /// <param name="key">What names it; null for a blank.</param>
    /// <exception cref="InvalidOperationException">There are as many as the format allows.</exception>
    public void Append(string? key)
    {
        if (Count >= Row.Repeat.Maximum)
        {
            throw new InvalidOperationException($"{Row.Path} has at most {Row.Repeat.Maximum} entries.");
        }

        _report.AddEntry(_row);
        _report.SetText(TextOf(Count - 1), key);
    }

    /// <summary>Removes an entry; those after it move up.</summary>
    /// <param name="index">The entry, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public void RemoveAt(int index)
    {
        CheckIndex(index);
        _report.RemoveEntry(_row, index);
    }

    /// <summary>Removes the first entry of a key, white space around it aside.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string key)
    {
        var index = IndexOf(key);
        if (index >= 0)
        {
            RemoveAt(index);
        }

        return index >= 0;
    }

    /// <summary>Whether the other has as many entries, with the same keys and values in the same order.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(ReportEntries? other)
    {
        if (other is null || other.Count != Count || other.Row.CellCount != Row.CellCount)
        {
            return false;
        }

        for (var entry = 0; entry < Count; entry++)
        {
            var (own, its) = (FirstCellOf(entry), other.FirstCellOf(entry));
            if (GetKey(entry) != other.GetKey(entry)
                || Enumerable.Range(0, Row.CellCount).Any(cell => !_report.CellEquals(own + cell, other._report, its + cell)))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReportEntries);

    /// <summary>A hash of the keys as they stand.</summary>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        for (var entry = 0; entry < Count; entry++)
        {
            hash.Add(GetKey(entry));
        }

        return hash.ToHashCode();
    }

    /// <summary>The keys, one after the other.</summary>
    public override string ToString() => string.Join(", ", Keys.Select(key => key ?? "?"));

    private protected EntryPlace PlaceOf(int index)
    {
        CheckIndex(index);
        return _report.PlaceOf(_row, index);
    }

    private int TextOf(int index)
    {
        CheckIndex(index);
        return _report.EntriesLaid.KeyOf(_row, index);
    }

    private void CheckIndex(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
    }
}

/// <summary>The entries of a repeating row of a report. Those of a submission are in its order.</summary>
/// <typeparam name="TEntry">The generated class of an entry.</typeparam>
/// <param name="report">The report.</param>
/// <param name="row">The row, as an index into <see cref="ReportFormat.Repeats"/>.</param>
/// <param name="create">Names the cells of an entry.</param>
public sealed class ReportEntries<TEntry>(Report report, int row, Func<EntryPlace, TEntry> create)
    : ReportEntries(report, row), IReadOnlyList<TEntry>
    where TEntry : ReportEntry
{
    /// <summary>An entry.</summary>
    /// <param name="index">The entry, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such entry.</exception>
    public TEntry this[int index] => create(PlaceOf(index));

    /// <summary>Adds an entry behind the others, with blank cells.</summary>
    /// <param name="key">What names it; null for a blank.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="InvalidOperationException">There are as many as the format allows.</exception>
    public TEntry Add(string? key)
    {
        Append(key);
        return this[Count - 1];
    }

    /// <summary>Finds an entry by its key, white space around it aside.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The first entry of that key; null where there is none.</returns>
    public TEntry? Find(string key) => IndexOf(key) is >= 0 and var index ? this[index] : null;

    /// <inheritdoc/>
    public IEnumerator<TEntry> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

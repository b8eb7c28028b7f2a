namespace GovReportSchema;

/// <summary>Which entry of a report is meant: the same one, as others come and go. For generated code.</summary>
public sealed class EntryPlace
{
    private int _index;

    internal EntryPlace(Report report, int row, int index) => (Report, Row, _index) = (report, row, index);

    internal Report Report { get; }

    internal int Row { get; }

    /// <summary>Where the entry stands among those of its row.</summary>
    /// <exception cref="InvalidOperationException">The entry was removed.</exception>
    internal int Index => _index >= 0 ? _index : throw new InvalidOperationException("The entry was removed from its report.");

    internal void MoveTo(int entry) => _index = entry;

    internal void Leave() => _index = -1;
}

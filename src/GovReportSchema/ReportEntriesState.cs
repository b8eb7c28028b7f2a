namespace GovReportSchema;

/// <summary>How many entries a report has, and the places of those that somebody holds on to.</summary>
internal sealed class ReportEntriesState(EntryLayout layout)
{
    private readonly List<EntryPlace?>?[] _places = new List<EntryPlace?>?[layout.Counts.Count];

    public EntryLayout Layout { get; set; } = layout;

    public EntryPlace PlaceOf(Report report, int row, int entry)
    {
        var places = _places[row] ??= [];
        while (places.Count <= entry)
        {
            places.Add(null);
        }

        return places[entry] ??= new EntryPlace(report, row, entry);
    }

    /// <summary>The entries after one that goes move up.</summary>
    public void Remove(int row, int entry)
    {
        if (_places[row] is not { } places || places.Count <= entry)
        {
            return;
        }

        places[entry]?.Leave();
        places.RemoveAt(entry);
        for (var i = entry; i < places.Count; i++)
        {
            places[i]?.MoveTo(i);
        }
    }

    /// <summary>Every entry goes, because all that the report holds does.</summary>
    public void Forget()
    {
        foreach (var places in _places)
        {
            places?.ForEach(place => place?.Leave());
            places?.Clear();
        }
    }
}

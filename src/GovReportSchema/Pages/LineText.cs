namespace GovReportSchema.Pages;

/// <summary>A label or value on a line that keeps columns by spaces.</summary>
/// <param name="Extent">From where to where it stands.</param>
/// <param name="Column">Its column; -1 where that is not known.</param>
/// <param name="IsApart">Whether it keeps its place by more than the one space that parts words: some extractors put what is near side by side, wherever it
/// stood.</param>
internal sealed record LineText(Extent Extent, int Column, bool IsApart)
{
    /// <summary>A value on its line.</summary>
    public static LineText Of(Token value, int column, bool wide) =>
        new(Extent.Of(value, wide), column, BeginsApart(value) && !(wide && Extent.IsAmbiguous(value.Cell.Text.AsSpan(0, value.Start))));

    /// <summary>Whether a text keeps its place by more than one space.</summary>
    public static bool BeginsApart(Token text) => BeginsApart(text.Cell.Text, text.Start);

    /// <summary>Whether what begins at a place of a line keeps that place by more than one space.</summary>
    public static bool BeginsApart(string line, int at)
    {
        var before = line.AsSpan(0, at);
        return before.IsWhiteSpace() || (before.Length > 1 && before[^1] == ' ' && before[^2] == ' ');
    }
}

/// <summary>Where texts that stand over and under one another begin, end and have their middle.</summary>
internal sealed class LinePlaces
{
    private readonly HashSet<int> _starts = [];
    private readonly HashSet<int> _ends = [];

    /// <summary>Twice each middle, to be whole.</summary>
    private readonly HashSet<int> _middles = [];

    /// <summary>How many texts they are.</summary>
    public int Count { get; private set; }

    public void Add(Extent text)
    {
        Count++;
        _starts.Add(text.Start);
        _ends.Add(text.End);
        _middles.Add(text.Start + text.End);
    }

    /// <summary>Whether one of the texts is in line with another one; a middle may be off by half a place.</summary>
    public bool HasInLine(Extent text) => _starts.Contains(text.Start) || _ends.Contains(text.End)
        || Enumerable.Range(text.Start + text.End - 1, 3).Any(_middles.Contains);
}

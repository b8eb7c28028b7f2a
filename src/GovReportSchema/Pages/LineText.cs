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

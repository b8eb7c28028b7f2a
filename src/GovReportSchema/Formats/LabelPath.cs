namespace GovReportSchema;

/// <summary>A label and the labels over it.</summary>
internal sealed record LabelPath(LabelPath? Parent, Label Label)
{
    public const string Separator = " › ";

    /// <summary>The text that names this entry of a row that repeats, which goes before its label; -1 where it is none.</summary>
    public int KeyText { get; init; } = -1;

    public string Write(Language language, EntryNames? names = null)
    {
        var own = (KeyText < 0 ? null : names?.Of(KeyText)) ?? Label.In(language);
        return Parent is null ? own : Parent.Write(language, names) + Separator + own;
    }
}

/// <summary>What the entries of a report's repeating rows were called when its findings were made.</summary>
/// <param name="firstText">The text that is the first of the keys.</param>
/// <param name="keys">The keys; null where blank.</param>
internal sealed class EntryNames(int firstText, string?[] keys)
{
    /// <summary>A longer name is cut where a label has it: a sender could make every finding as long as it pleases.</summary>
    private const int MostShown = 60;

    public string? Of(int text) => keys[text - firstText] is { } key && !string.IsNullOrWhiteSpace(key) ? Shorten(key.Trim()) : null;

    public static string Shorten(string key) => key.Length <= MostShown ? key
        : key[..(char.IsHighSurrogate(key[MostShown - 1]) ? MostShown - 1 : MostShown)] + "…";
}

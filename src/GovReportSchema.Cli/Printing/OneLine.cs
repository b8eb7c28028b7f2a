namespace GovReportSchema.Cli.Printing;

/// <summary>
/// Keeps what came from a file from being more than text: a line feed in a name would break the line in two, and an escape
/// sequence would be the terminal's.
/// </summary>
internal static class OneLine
{
    public static string Of(string text) => text.AsSpan().ContainsAnyInRange('\0', '\u001f') || text.AsSpan().ContainsAnyInRange('\u007f', '\u009f')
        ? string.Concat(text.Select(character => char.IsControl(character) ? FormattableString.Invariant($"\\u{(int)character:x4}") : $"{character}"))
        : text;
}

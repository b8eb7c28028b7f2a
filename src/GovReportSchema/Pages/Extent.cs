namespace GovReportSchema.Pages;

/// <summary>From where to where a text stands on its line.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it has ended.</param>
internal readonly record struct Extent(int Start, int End)
{
    /// <summary>The extent of a text.</summary>
    /// <param name="token">The text, part of a line.</param>
    /// <param name="wide">Whether a Chinese character is two places wide, as on screens; some extractors count it as one.</param>
    public static Extent Of(Token token, bool wide) => Of(token.Cell.Text, token.Start, token.Text, wide);

    /// <summary>The extent of a text that begins at a place of a line.</summary>
    public static Extent Of(string line, int at, string text, bool wide)
    {
        var start = Width(line.AsSpan(0, at), wide);
        return new(start, start + Width(text, wide));
    }

    public int DistanceTo(Extent other) => Math.Max(0, Math.Max(other.Start - End, Start - other.End) + 1);

    public Extent With(Extent other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>Whether a text holds signs that some count as two places and some as one, as quotes and dashes are.</summary>
    public static bool IsAmbiguous(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is (>= '\u00A0' and < '\u2E80') or (>= '\uE000' and < '\uF900'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many places a text takes.</summary>
    public static int Width(ReadOnlySpan<char> text, bool wide)
    {
        var width = 0;
        foreach (var c in text)
        {
            width += char.IsLowSurrogate(c) ? 0 : wide && c is (>= '\u2E80' and < '\uE000') or (>= '\uF900' and not (>= '\uFF61' and <= '\uFFDC')) ? 2 : 1;
        }

        return width;
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace GovReportSchema.Json;

/// <summary>What is wrong with a text between quotes.</summary>
internal enum TextFault : byte
{
    None,

    /// <summary>The text does not end, or holds a control character or an escape that JSON does not have.</summary>
    Syntax,
    InvalidUtf8,
    LoneSurrogate,
}

/// <summary>Texts between quotes in JSON.</summary>
internal static class JsonText
{
    private static readonly SearchValues<byte> s_hexDigits = SearchValues.Create("0123456789ABCDEFabcdef"u8);

    /// <summary>Finds where a text ends.</summary>
    /// <param name="json">The submission.</param>
    /// <param name="position">The first byte after the opening quote; becomes the closing quote, or the byte at fault.</param>
    /// <param name="escaped">Whether the text has escapes.</param>
    public static TextFault Scan(ReadOnlySpan<byte> json, ref int position, out bool escaped)
    {
        var start = position;
        var fault = TextFault.None;
        escaped = false;
        while (true)
        {
            while (position < json.Length && json[position] is not (< 0x20 or (byte)'"' or (byte)'\\'))
            {
                position++;
            }

            if (position == json.Length)
            {
                return TextFault.Syntax;
            }

            if (json[position] == '"')
            {
                return fault != TextFault.None || Utf8.IsValid(json[start..position]) ? fault : TextFault.InvalidUtf8;
            }

            if (json[position] != '\\' || !SkipEscape(json, ref position, ref fault))
            {
                return TextFault.Syntax;
            }

            escaped = true;
        }
    }

    /// <summary>The characters of a text that <see cref="Scan"/> has passed; what is not UTF-16 becomes U+FFFD.</summary>
    public static string Unescape(ReadOnlySpan<byte> text)
    {
        var result = new StringBuilder(text.Length);
        while (text.IndexOf((byte)'\\') is >= 0 and var next)
        {
            result.Append(Encoding.UTF8.GetString(text[..next]));
            var length = 2;
            switch (text[next + 1])
            {
                case (byte)'b': result.Append('\b'); break;
                case (byte)'f': result.Append('\f'); break;
                case (byte)'n': result.Append('\n'); break;
                case (byte)'r': result.Append('\r'); break;
                case (byte)'t': result.Append('\t'); break;
                case (byte)'u':
                    result.Append((char)Hex(text[(next + 2)..]));
                    length = 6;
                    break;
                case var other: result.Append((char)other); break;
            }

            text = text[(next + length)..];
        }

        result.Append(Encoding.UTF8.GetString(text));
        return WithoutLoneSurrogates(result.ToString());
    }

    private static string WithoutLoneSurrogates(string text)
    {
        if (!text.Any(char.IsSurrogate))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(rune.ToString());
        }

        return result.ToString();
    }

    internal static bool SkipEscape(ReadOnlySpan<byte> json, ref int position, ref TextFault fault)
    {
        if (position + 1 >= json.Length)
        {
            position = json.Length;
            return false;
        }

        if (json[position + 1] != 'u')
        {
            if (!"\"\\/bfnrt"u8.Contains(json[position + 1]))
            {
                return false;
            }

            position += 2;
            return true;
        }

        var unit = Hex(json[(position + 2)..]);
        if (unit < 0)
        {
            // An escape that breaks off is at fault where it does.
            var digits = json[(position + 2)..];
            position = digits.Length < 4 && digits.IndexOfAnyExcept(s_hexDigits) < 0 ? json.Length : position;
            return false;
        }

        var low = char.IsHighSurrogate((char)unit) && json[(position + 6)..].StartsWith("\\u"u8) ? Hex(json[(position + 8)..]) : -1;
        if (low >= 0 && char.IsLowSurrogate((char)low))
        {
            position += 12;
            return true;
        }

        if (char.IsSurrogate((char)unit))
        {
            fault = TextFault.LoneSurrogate;
        }

        position += 6;
        return true;
    }

    /// <summary>Four hexadecimal digits; -1 where there are none.</summary>
    private static int Hex(ReadOnlySpan<byte> text) =>
        text.Length >= 4
        && ushort.TryParse(text[..4], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? unit : -1;
}

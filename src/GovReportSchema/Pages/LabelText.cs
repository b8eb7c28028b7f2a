using System.Text;

namespace GovReportSchema.Pages;

/// <summary>
/// A label as it is compared: width, white space, punctuation, quotes and traditional characters do not count, and the numbering
/// before it (一、 （二） 3.) stands apart, since pages drop, add and renumber it.
/// </summary>
/// <param name="Core">The letters and digits, without the numbering.</param>
/// <param name="Bare">The same without a bracket at the end, in which pages print notes and units; <paramref name="Core"/> where there is none.</param>
/// <param name="Number">The numbering; 0 where there is none.</param>
/// <param name="Bracket">What stands in the bracket at the end; null where there is none.</param>
internal readonly record struct LabelText(string Core, string Bare, int Number, string? Bracket)
{
    /// <summary>A longer text is no label.</summary>
    private const int LongestLabel = 200;

    private const string ChineseDigits = "一二三四五六七八九十";

    public static LabelText None { get; } = new("", "", 0, null);

    public bool IsEmpty => Core.Length == 0;

    /// <summary>The mark of a row of an entry: private characters, which no text of a page has when it is compared.</summary>
    /// <param name="repeat">The repeating row.</param>
    /// <param name="row">The row among those of all its entries.</param>
    public static LabelText OfEntryRow(int repeat, int row)
    {
        const char first = '\uE000';
        const int many = 4096;
        var mark = new string([(char)(first + repeat), (char)(first + (row / many)), (char)(first + (row % many))]);
        return new(mark, mark, 0, null);
    }

    public static LabelText Of(string text)
    {
        if (text.Length > LongestLabel)
        {
            return None;
        }

        var plain = Plain(text);
        var start = SkipNumber(plain, out var number);
        var core = Letters(plain[start..]);
        if (core.Length == 0)
        {
            // 第二十条 and the like: nothing but a number is a label of its own.
            return new(Letters(plain), Letters(plain), 0, null);
        }

        var open = TrailingBracket(plain);
        if (open <= start)
        {
            return new(core, core, number, null);
        }

        var bare = Letters(plain[start..open]);
        return new(core, bare.Length == 0 ? core : bare, number, plain[(open + 1)..^1]);
    }

    /// <summary>The text in one width and without white space; lone surrogates, which cannot be normalised, drop out.</summary>
    public static string Plain(string text)
    {
        var builder = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c))
            {
                if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                {
                    builder.Append(c).Append(text[++i]);
                }
            }
            else if (!char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u00AD' or '\uFFFE' or '\uFFFF'))
            {
                builder.Append(c);
            }
        }

        return builder.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static string Letters(string plain)
    {
        var builder = new StringBuilder(plain.Length);
        foreach (var c in plain)
        {
            if (char.IsLetterOrDigit(c))
            {
                builder.Append(TraditionalCharacters.Simplify(char.ToLowerInvariant(c)));
            }
        }

        return builder.ToString();
    }

    /// <summary>Where the bracket opens that ends the text; -1 where none does.</summary>
    private static int TrailingBracket(string plain)
    {
        if (plain.Length == 0 || plain[^1] is not (')' or ']' or '】' or '〕'))
        {
            return -1;
        }

        var depth = 0;
        for (var i = plain.Length - 1; i >= 0; i--)
        {
            depth += plain[i] is ')' or ']' or '】' or '〕' ? 1 : plain[i] is '(' or '[' or '【' or '〔' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static int SkipNumber(string plain, out int number)
    {
        number = 0;
        var i = 0;
        var bracket = plain.Length > 0 && plain[0] is '(' or '[';
        i += bracket ? 1 : 0;
        var start = i;
        while (i < plain.Length && i - start < 3 && (char.IsAsciiDigit(plain[i]) || ChineseDigits.Contains(plain[i])))
        {
            i++;
        }

        var closed = i < plain.Length && plain[i] is ')' or ']';
        var marked = i < plain.Length && plain[i] is '、' or '.' or ',' or ':' or '。' && !(i + 1 < plain.Length && char.IsAsciiDigit(plain[i + 1]));
        if (i == start || !(closed || (marked && !bracket)))
        {
            return 0;
        }

        number = Value(plain.AsSpan(start, i - start));
        i++;
        return closed && i < plain.Length && plain[i] is '、' or '.' or ',' ? i + 1 : i;
    }

    private static int Value(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiDigit(c) ? c - '0' : ChineseDigits.IndexOf(c) + 1;
            value = (c, value) switch
            {
                ('十', 0) => 10,
                ('十', _) => value * 10,
                _ when value >= 10 && value % 10 == 0 && !char.IsAsciiDigit(c) => value + digit,
                _ => (value * 10) + digit,
            };
        }

        return value;
    }
}

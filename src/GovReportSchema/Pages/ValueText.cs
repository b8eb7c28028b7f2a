using System.Globalization;

namespace GovReportSchema.Pages;

/// <summary>What a text in a cell is.</summary>
internal enum ValueKind : byte
{
    /// <summary>Neither a number nor a blank.</summary>
    Other,

    /// <summary>A sign that nothing is filled in: nothing, a dash, a slash, 无.</summary>
    Blank,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text in the place of a value: a date, a choice or a text where the form has one.</summary>
    Word,
}

/// <summary>A text in a cell, read as a number or a blank.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">The number, with its sign and its 万 or 亿, without its unit.</param>
/// <param name="Money">How many 元 the printed unit of money is worth; null where none is printed.</param>
/// <param name="Signed">Whether a sign or 增 or 减 is printed.</param>
/// <param name="Joined">Whether the number was broken over lines.</param>
internal readonly partial record struct ValueText(ValueKind Kind, decimal Number, decimal? Money, bool Signed, bool Joined)
{
    /// <summary>A longer text is no number.</summary>
    private const int Longest = 100;

    private const int MostDigits = 18;

    private static readonly string[] s_blanks =
        ["/", "//", "\\", "无", "無", "暂无", "空", "空白", "无数据", "不涉及", "不适用", "N/A", "n/a", "NA", "×", "*", "_", "__", "___"];

    private static readonly string[] s_unchanged = ["持平", "不变", "无变化", "无增减", "未变化", "没有变化", "未增减"];

    private static readonly (string Word, int Sign)[] s_signs =
    [
        ("净增加", 1), ("净减少", -1), ("净增", 1), ("净减", -1), ("新增", 1), ("增加", 1), ("减少", -1), ("增长", 1), ("下降", -1),
        ("上升", 1), ("增", 1), ("减", -1), ("負", -1), ("负", -1), ("+", 1), ("-", -1), ("−", -1), ("–", -1), ("—", -1), ("↑", 1), ("↓", -1),
    ];

    public static ValueText Other => default;

    /// <summary>A text that stands in the place of a value.</summary>
    public static ValueText Word => new(ValueKind.Word, 0, null, false, false);

    public static ValueText Blank => new(ValueKind.Blank, 0, null, false, false);

    public static ValueText Of(string text)
    {
        if (text.Length > Longest)
        {
            return Other;
        }

        var plain = LabelText.Plain(text);
        if (plain.Length == 0 || IsBlankSign(plain))
        {
            return Blank;
        }

        if (Array.IndexOf(s_unchanged, plain) >= 0)
        {
            return new(ValueKind.Number, 0, null, true, false);
        }

        var rest = plain.AsSpan();
        if (!TakeSign(ref rest, out var sign) || !TakeMoneySign(ref rest, out var money))
        {
            return Other;
        }

        if (!TakeNumber(ref rest, out var number) || !TakeUnit(ref rest, ref number, ref money))
        {
            return Other;
        }

        var inOnePiece = IsInOnePiece(text, out var joined);
        return inOnePiece ? new(ValueKind.Number, sign < 0 ? -number : number, money, sign != 0, joined) : Other;
    }

    private static bool IsBlankSign(string plain) =>
        Array.IndexOf(s_blanks, plain) >= 0 || plain.AsSpan().Trim("-—–―─ー−_").IsEmpty;

    private static bool TakeSign(ref ReadOnlySpan<char> rest, out int sign)
    {
        sign = 0;
        foreach (var (word, value) in s_signs)
        {
            if (rest.StartsWith(word, StringComparison.Ordinal))
            {
                rest = rest[word.Length..];
                sign = value;
                break;
            }
        }

        if (sign == 0 && (rest.StartsWith("增", StringComparison.Ordinal) || rest.StartsWith("減", StringComparison.Ordinal)))
        {
            sign = rest[0] == '增' ? 1 : -1;
            rest = rest[1..];
        }

        rest = rest.Length > 1 && sign != 0 && rest[0] is ':' ? rest[1..] : rest;

        // 增+5 says it twice; 增-5 and -+5 say two things.
        if (sign != 0 && rest.Length > 0 && rest[0] is '+' or '-' or '−')
        {
            var again = rest[0] == '+' ? 1 : -1;
            rest = rest[1..];
            return again == sign;
        }

        return true;
    }

    private static bool TakeMoneySign(ref ReadOnlySpan<char> rest, out decimal? money)
    {
        money = null;
        if (rest.Length > 0 && rest[0] is '¥' or '￥')
        {
            rest = rest[1..];
            money = 1;
        }

        if (rest.StartsWith("共", StringComparison.Ordinal))
        {
            rest = rest[1..];
        }

        return true;
    }

    /// <summary>Digits, a thousands mark after every third from the right or none at all, one point.</summary>
    private static bool TakeNumber(ref ReadOnlySpan<char> rest, out decimal number)
    {
        number = 0;
        Span<char> digits = stackalloc char[Longest + 1];
        var count = 0;
        var i = 0;
        var group = -1;
        for (; i < rest.Length; i++)
        {
            if (char.IsAsciiDigit(rest[i]))
            {
                digits[count++] = rest[i];
                group += group >= 0 ? 1 : 0;
            }
            else if (rest[i] == ',' && i + 1 < rest.Length && char.IsAsciiDigit(rest[i + 1]))
            {
                if (count == 0 || (group < 0 ? count > 3 : group != 3))
                {
                    return false;
                }

                group = 0;
            }
            else
            {
                break;
            }
        }

        if (count == 0 && rest.Length > 0 && rest[0] is '零' or '〇')
        {
            rest = rest[1..];
            return true;
        }

        if (count is 0 or > MostDigits || group is >= 0 and not 3)
        {
            return false;
        }

        if (i + 1 < rest.Length && rest[i] is '.' or '·' or '。' && char.IsAsciiDigit(rest[i + 1]))
        {
            digits[count++] = '.';
            for (i++; i < rest.Length && char.IsAsciiDigit(rest[i]); i++)
            {
                digits[count++] = rest[i];
            }
        }

        rest = rest[i..];
        return count <= MostDigits + 1
            && decimal.TryParse(digits[..count], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    private const decimal LargestNumber = 1_000_000_000_000_000_000;

    /// <summary>
    /// White space between digits: a narrow or no-break space before three digits is a thousands mark, at a line's end after a long part and before a shorter one it is a wrap;
    /// elsewhere it may stand between two numbers, and which one belongs to the cell is anybody's guess.
    /// </summary>
    private static bool IsInOnePiece(string text, out bool joined)
    {
        joined = false;
        for (var i = 1; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]) || !IsOfNumber(text[i - 1]))
            {
                continue;
            }

            var next = i;
            var broken = false;
            for (; next < text.Length && char.IsWhiteSpace(text[next]); next++)
            {
                broken |= text[next] is '\n' or '\r';
            }

            if (next == text.Length || !IsOfNumber(text[next]))
            {
                continue;
            }

            var before = i;
            while (before > 0 && IsOfNumber(text[before - 1]))
            {
                before--;
            }

            var after = next;
            while (after < text.Length && IsOfNumber(text[after]))
            {
                after++;
            }

            var atPoint = !char.IsDigit(text[i - 1]) || !char.IsDigit(text[next]);
            var thousands = text[i] is '\u00A0' or '\u2009' or '\u202F' && next == i + 1 && after - next == 3 && i - before <= 3;
            if (!(broken && (atPoint || (i - before >= 4 && after - next < i - before))) && !thousands)
            {
                return false;
            }

            joined = true;
        }

        return true;
    }

    private static bool IsOfNumber(char c) => char.IsDigit(c) || c is '.' or ',' or '．' or '，';
}

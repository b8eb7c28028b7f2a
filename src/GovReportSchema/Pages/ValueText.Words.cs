using System.Globalization;

namespace GovReportSchema.Pages;

/// <content>Dates and choices, which are read only where the form has one: elsewhere they are texts like any other.</content>
internal readonly partial record struct ValueText
{
    private const string Separators = "年月-/.";

    private const string ChineseDigits = "〇一二三四五六七八九";

    /// <summary>A day as forms print it: 2026年1月5日, 2026-01-05, 2026/1/5, 2026.1.5, 二〇二六年一月五日 and 元月 for the first month.</summary>
    public static DateOnly? Day(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        var plain = LabelText.Plain(text).TrimEnd('日', '号');
        var first = plain.AsSpan().IndexOfAny(Separators);
        var second = first < 0 ? -1 : plain.AsSpan(first + 1).IndexOfAny(Separators) + first + 1;
        if (first != 4 || second <= first || (plain[first] == '年' ? plain[second] != '月' : plain[second] != plain[first]))
        {
            return null;
        }

        var ofYear = plain.AsSpan(first + 1, second - first - 1);
        return Digits(plain.AsSpan(0, first)) is { } year && (ofYear is "元" ? 1 : Digits(ofYear)) is { } month
            && Digits(plain.AsSpan(second + 1)) is { } day && year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
                ? new DateOnly(year, month, day) : null;
    }

    /// <summary>The choice whose label, or whose name, a text is; -1 for none.</summary>
    public static int Choice(string text, CellType type)
    {
        var plain = LabelText.Plain(text);
        for (var i = 0; i < type.Choices.Count; i++)
        {
            var choice = type.Choices[i];
            if (plain == LabelText.Plain(choice.Label.Zh) || plain == LabelText.Plain(choice.Label.En) || plain == choice.Member)
            {
                return i;
            }
        }

        return -1;
    }

    private static int? Digits(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('0', '9') < 0 ? Chinese(text) :
        text.Length is > 0 and <= 4 && text.IndexOfAnyExceptInRange('0', '9') < 0 ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>A number of a date: 二〇二六 digit by digit, 十二 and 二十一 by tens; null for any other text.</summary>
    private static int? Chinese(ReadOnlySpan<char> text)
    {
        var value = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var digit = text[i] is '零' or '○' or 'O' ? 0 : ChineseDigits.IndexOf(text[i], StringComparison.Ordinal);
            if (text[i] == '十' && text.Length <= 3)
            {
                value = (value == 0 ? 1 : value) * 10;
            }
            else if (digit < 0 || text.Length > 4)
            {
                return null;
            }
            else
            {
                value = i > 0 && text[i - 1] == '十' ? value + digit : (value * 10) + digit;
            }
        }

        return text.IsEmpty ? null : value;
    }
}

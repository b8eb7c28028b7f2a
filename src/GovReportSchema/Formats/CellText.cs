using System.Globalization;
using System.Text;
using GovReportSchema.Json;

namespace GovReportSchema;

/// <summary>What a cell holds, as a text: a number, a day or a choice as it stands in a submission.</summary>
internal static class CellText
{
    /// <summary>Year-month-day, as ISO 8601 has it.</summary>
    private const string DateForm = "yyyy-MM-dd";

    /// <summary>The value of a cell that holds no text; null for a blank, and for a number that stands for no day and no choice.</summary>
    public static string? Write(long value, CellType type) => value <= Report.Unread ? null : type.Kind switch
    {
        CellKind.Choice => value >= 0 && value < type.Choices.Count ? type.Choices[(int)value].Member : null,
        CellKind.Date => value >= 0 && value <= DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber((int)value).ToString(DateForm, CultureInfo.InvariantCulture) : null,
        _ => Scaled.ToDecimal((Int128)value, type.Scale)?.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>As <see cref="Write"/>, a choice by its label.</summary>
    public static Label? Show(long value, CellType type) =>
        type.Kind == CellKind.Choice && value >= 0 && value < type.Choices.Count ? new Label($"“{type.Choices[(int)value].Label.Zh}”", $"'{type.Choices[(int)value].Label.En}'")
        : Write(value, type) is { } text ? new Label(text, text)
        : null;

    /// <summary>Reads a day or a choice as it stands between its quotes.</summary>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, bool escaped, CellType type, out long value)
    {
        if (escaped)
        {
            text = Encoding.UTF8.GetBytes(JsonText.Unescape(text));
        }

        return type.Kind == CellKind.Date ? TryReadDate(text, out value) : TryReadChoice(text, type, out value);
    }

    /// <summary>How many characters a text has, one outside the basic plane counted once.</summary>
    public static int LengthOf(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            length++;
        }

        return length;
    }

    /// <summary>How many characters a text has as it stands between its quotes.</summary>
    public static int LengthOf(ReadOnlySpan<byte> utf8, bool escaped)
    {
        if (escaped)
        {
            return LengthOf(JsonText.Unescape(utf8));
        }

        // The bytes of a character after its first are 10xxxxxx.
        var length = 0;
        foreach (var each in utf8)
        {
            length += (each & 0xC0) != 0x80 ? 1 : 0;
        }

        return length;
    }

    /// <summary>Four digits, two and two, and a day that the calendar has.</summary>
    private static bool TryReadDate(ReadOnlySpan<byte> text, out long day)
    {
        day = 0;
        if (text.Length != DateForm.Length || text[4] != '-' || text[7] != '-'
            || !TryReadDigits(text[..4], out var year) || !TryReadDigits(text[5..7], out var month) || !TryReadDigits(text[8..], out var ofMonth)
            || year < 1 || month is < 1 or > 12 || ofMonth < 1 || ofMonth > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new DateOnly(year, month, ofMonth).DayNumber;
        return true;
    }

    private static bool TryReadDigits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }

    private static bool TryReadChoice(ReadOnlySpan<byte> text, CellType type, out long choice)
    {
        for (choice = 0; choice < type.Choices.Count; choice++)
        {
            var member = type.Choices[(int)choice].Member;
            if (Ascii.Equals(text, member) || (!Ascii.IsValid(member) && Encoding.UTF8.GetString(text) == member))
            {
                return true;
            }
        }

        return false;
    }
}

using System.Globalization;

namespace GovReportSchema.Generators.Definition;

/// <summary>Days as a definition writes them, <c>2026-11-22</c>, and as cells hold them: counted from 0001-01-01, which is 0.</summary>
internal static class Day
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>Null where the text is no day.</summary>
    public static long? Parse(string text) =>
        DateTime.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day - DateTime.MinValue).Days : null;

    /// <summary>The ending of a message on a text that is no day: the day that was probably meant, or nothing.</summary>
    public static string Guess(string text)
    {
        var parts = text.Split(['-', '/', '.', '年', '月', '日'], StringSplitOptions.RemoveEmptyEntries);
        var day = parts.Length == 3 ? $"{parts[0]}-{parts[1].PadLeft(2, '0')}-{parts[2].PadLeft(2, '0')}" : "";
        return day != text && Parse(day) is not null ? $", did you mean '{day}'?" : "";
    }

    public static string Write(long day) => DateTime.MinValue.AddDays(day).ToString(Form, CultureInfo.InvariantCulture);
}

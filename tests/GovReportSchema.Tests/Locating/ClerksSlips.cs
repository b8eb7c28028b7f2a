using System.Globalization;

namespace GovReportSchema.Tests.Locating;

/// <summary>The slips that a clerk makes in writing a number.</summary>
internal static class ClerksSlips
{
    public static decimal Make(decimal right, Random random)
    {
        var digits = Math.Abs(right).ToString(CultureInfo.InvariantCulture);
        var at = random.Next(digits.Length);
        var wrong = random.Next(6) switch
        {
            0 => digits[..at] + random.Next(10).ToString(CultureInfo.InvariantCulture) + digits[(at + 1)..],
            1 when digits.Length > 1 => Transpose(digits, Math.Min(at, digits.Length - 2)),
            2 when digits.Length > 1 => digits.Remove(at, 1),
            3 => digits.Insert(at, random.Next(10).ToString(CultureInfo.InvariantCulture)),
            4 => digits + "0",
            5 => "-" + digits,
            _ => digits + digits[^1],
        };
        return decimal.Parse(wrong, CultureInfo.InvariantCulture);
    }

    private static string Transpose(string digits, int at) =>
        digits[..at] + digits[at + 1] + digits[at] + digits[(at + 2)..];
}

using System.Globalization;

namespace GovReportSchema.Locating;

/// <summary>Tells from two numbers what slip made one of the other.</summary>
internal static class NumberSlips
{
    /// <summary>10, 100, 1,000 (千元), 10,000 (元 for 万元).</summary>
    private const int GreatestPower = 4;

    /// <summary>How a number came to stand where another belongs.</summary>
    /// <param name="from">What stands there.</param>
    /// <param name="to">What belongs there.</param>
    public static SlipKind KindOf(long from, long to)
    {
        if (from == -to)
        {
            return SlipKind.SignWrong;
        }

        if (from == 0 || to == 0 || (from < 0) != (to < 0))
        {
            return Math.Abs(from) < 10 && Math.Abs(to) < 10 && (from ^ to) >= 0 ? SlipKind.DigitWrong : SlipKind.Other;
        }

        if (PowerBetween(from, to) != 0)
        {
            return SlipKind.UnitWrong;
        }

        Span<char> first = stackalloc char[20];
        Span<char> second = stackalloc char[20];
        Math.Abs(from).TryFormat(first, out var length, default, CultureInfo.InvariantCulture);
        first = first[..length];
        Math.Abs(to).TryFormat(second, out length, default, CultureInfo.InvariantCulture);
        second = second[..length];
        return (first.Length - second.Length) switch
        {
            0 => OfSameLength(first, second),
            1 when IsWithoutOne(first, second) => SlipKind.DigitAdded,
            -1 when IsWithoutOne(second, first) => SlipKind.DigitDropped,
            _ => SlipKind.Other,
        };
    }

    /// <summary>The power of ten by which a number is too large (or, negative, too small); 0 where it is off otherwise.</summary>
    public static int PowerBetween(long from, long to)
    {
        for (var power = 1; power <= GreatestPower; power++)
        {
            Int128 factor = Scaled.PowerOfTen(power);
            if (from == to * factor || to == from * factor)
            {
                return from == to * factor ? power : -power;
            }
        }

        return 0;
    }

    private static SlipKind OfSameLength(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        var at = first.CommonPrefixLength(second);
        if (first[(at + 1)..].SequenceEqual(second[(at + 1)..]))
        {
            return SlipKind.DigitWrong;
        }

        return first[at] == second[at + 1] && first[at + 1] == second[at] && first[(at + 2)..].SequenceEqual(second[(at + 2)..])
            ? SlipKind.DigitsTransposed
            : SlipKind.Other;
    }

    private static bool IsWithoutOne(ReadOnlySpan<char> longer, ReadOnlySpan<char> shorter)
    {
        var at = longer.CommonPrefixLength(shorter);
        return longer[(at + 1)..].SequenceEqual(shorter[at..]);
    }
}

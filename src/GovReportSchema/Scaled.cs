namespace GovReportSchema;

/// <summary>Numbers as cells hold them: whole counts of the last decimal.</summary>
internal static class Scaled
{
    private static ReadOnlySpan<long> PowersOfTen =>
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
    ];

    /// <summary>The greatest power of ten that fits a <see cref="long"/>.</summary>
    public const int MaxPower = 18;

    public static long PowerOfTen(int power) => PowersOfTen[power];

    /// <summary>A cell's value in its unit, without trailing zeros; null for a blank.</summary>
    public static decimal? ToDecimal(long value, int scale) => value > Report.Unread ? ToDecimal((Int128)value, scale) : null;

    /// <summary>A sum in its unit, without trailing zeros; null where it is beyond <see cref="decimal"/>.</summary>
    public static decimal? ToDecimal(Int128 value, int scale)
    {
        while (scale > 0 && value % 10 == 0)
        {
            value /= 10;
            scale--;
        }

        // 2^96, the bound of a decimal's digits.
        if (Int128.Abs(value) >= (Int128)1 << 96)
        {
            return null;
        }

        var digits = (UInt128)Int128.Abs(value);
        return new decimal((int)(uint)digits, (int)(uint)(digits >> 32), (int)(uint)(digits >> 64), value < 0, (byte)scale);
    }

    /// <summary>The same number with as few decimals as it needs.</summary>
    public static decimal WithoutTrailingZeros(decimal value) => value / 1.0000000000000000000000000000m;

    /// <summary>A number as a cell of a type holds it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The cell cannot hold the number exactly.</exception>
    public static long FromDecimal(decimal value, CellType type)
    {
        var limit = (decimal)type.Capacity / PowerOfTen(type.Scale);
        if (value > limit || value < -limit)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, FormattableString.Invariant($"The cell holds at most {limit}."));
        }

        var units = value * PowerOfTen(type.Scale);
        if (decimal.Truncate(units) != units)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, FormattableString.Invariant($"The cell holds {type.Scale} decimals."));
        }

        return (long)units;
    }
}

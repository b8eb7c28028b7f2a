using System.Globalization;
using System.Numerics;

namespace GovReportSchema.Generators.Definition;

/// <summary>A decimal number as written: digits and how many of them are decimals. No floating point stands in any rule.</summary>
internal readonly record struct ExactNumber(BigInteger Digits, int Scale)
{
    public const int MostDigits = 28;

    public static readonly ExactNumber Zero = new(BigInteger.Zero, 0);
    public static readonly ExactNumber One = new(BigInteger.One, 0);

    public bool IsZero => Digits.IsZero;

    /// <summary>Reads <c>-12.50</c>; the trailing zeros of its decimals are dropped.</summary>
    public static ExactNumber? Parse(string text)
    {
        var unsigned = text.StartsWith("-", StringComparison.Ordinal) || text.StartsWith("+", StringComparison.Ordinal)
            ? text.Substring(1)
            : text;
        var point = unsigned.IndexOf('.');
        var digits = point < 0 ? unsigned : unsigned.Remove(point, 1);
        if (digits.Length is 0 or > MostDigits || point == 0 || point == unsigned.Length - 1
            || digits.Any(digit => digit is < '0' or > '9'))
        {
            return null;
        }

        var number = BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return new ExactNumber(text[0] == '-' ? -number : number, point < 0 ? 0 : unsigned.Length - 1 - point).Shortest();
    }

    /// <summary>The digits at another scale; null where decimals would be lost.</summary>
    public BigInteger? AtScale(int scale) => scale < Scale ? null : Digits * BigInteger.Pow(10, scale - Scale);

    public static ExactNumber operator +(ExactNumber left, ExactNumber right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        return new ExactNumber(left.AtScale(scale)!.Value + right.AtScale(scale)!.Value, scale).Shortest();
    }

    public static ExactNumber operator -(ExactNumber number) => new(-number.Digits, number.Scale);

    private ExactNumber Shortest()
    {
        var (digits, scale) = (Digits, Scale);
        while (scale > 0 && (digits % 10).IsZero)
        {
            (digits, scale) = (digits / 10, scale - 1);
        }

        return new ExactNumber(digits, scale);
    }
}

using GovReportSchema.Locating;
using Xunit;

namespace GovReportSchema.Tests.Locating;

/// <summary>What slip makes one number of another.</summary>
public class NumberSlipsTests
{
    [Theory]
    [InlineData(154, 134, SlipKind.DigitWrong)]
    [InlineData(0, 5, SlipKind.DigitWrong)]
    [InlineData(-12, -13, SlipKind.DigitWrong)]
    [InlineData(143, 134, SlipKind.DigitsTransposed)]
    [InlineData(431, 134, SlipKind.Other)]
    [InlineData(14, 134, SlipKind.DigitDropped)]
    [InlineData(34, 134, SlipKind.DigitDropped)]
    [InlineData(13, 134, SlipKind.DigitDropped)]
    [InlineData(1344, 134, SlipKind.DigitAdded)]
    [InlineData(1934, 134, SlipKind.DigitAdded)]
    [InlineData(0, 10, SlipKind.Other)]
    [InlineData(-134, 134, SlipKind.SignWrong)]
    [InlineData(-134, 135, SlipKind.Other)]
    [InlineData(1340, 134, SlipKind.UnitWrong)]
    [InlineData(134, 1340, SlipKind.UnitWrong)]
    [InlineData(13400, 134, SlipKind.UnitWrong)]
    [InlineData(1340000, 134, SlipKind.UnitWrong)]
    [InlineData(13400000, 134, SlipKind.Other)]
    [InlineData(900_000_000_000_000_000, 9_000_000_000_000_000, SlipKind.UnitWrong)]
    public void Is_named(long from, long to, SlipKind kind) => Assert.Equal(kind, NumberSlips.KindOf(from, to));

    [Theory]
    [InlineData(1340000, 134, 4)]
    [InlineData(134, 1340, -1)]
    [InlineData(134, 135, 0)]
    public void A_power_of_ten_has_its_direction(long from, long to, int power) => Assert.Equal(power, NumberSlips.PowerBetween(from, to));

    [Theory]
    [InlineData("收到申请1,204件，结转３１件；收费1631.63万元", "1204 31 1631.63")]
    [InlineData("2020年，增长17.74个百分点。第1，2项", "2020 17.74 1 2")]
    [InlineData("1,2345 12345678901234567890", "1 2345")]
    [InlineData("3.", "3")]
    public void Figures_of_a_text_are_found(string text, string figures)
    {
        var found = new HashSet<decimal>();
        TextFigures.AddTo(found, text);

        Assert.Equal(figures.Split(' ').Select(figure => decimal.Parse(figure, System.Globalization.CultureInfo.InvariantCulture)).Order(), found.Order());
    }
}

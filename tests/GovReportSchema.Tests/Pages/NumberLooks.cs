using GovReportSchema.Pages;
using Xunit;

namespace GovReportSchema.Tests.Pages;

/// <summary>How numbers and blanks look on pages.</summary>
public class NumberLooks
{
    [Theory]
    [InlineData("182个", "182")]
    [InlineData("增101", "101")]
    [InlineData("减6", "-6")]
    [InlineData("減６", "-6")]
    [InlineData("+1", "1")]
    [InlineData("-309", "-309")]
    [InlineData("－309", "-309")]
    [InlineData("−309", "-309")]
    [InlineData("增加5", "5")]
    [InlineData("增加 5 项", "5")]
    [InlineData("持平", "0")]
    [InlineData("1631．63", "1631.63")]
    [InlineData("６", "6")]
    [InlineData("1,234", "1234")]
    [InlineData("1，234，567", "1234567")]
    [InlineData("1\u00A0234", "1234")]
    [InlineData("22（其中修订16件）", "22")]
    [InlineData("22件，其中修订16件", "22")]
    [InlineData("646　", "646")]
    [InlineData("0\u00A0", "0")]
    [InlineData("1.2万", "12000")]
    [InlineData("25322\n7", "253227")]
    [InlineData("6846.17\n6002万元", "6846.176002")]
    [InlineData("零", "0")]
    public void Numbers(string text, string expected)
    {
        var value = ValueText.Of(text);
        Assert.Equal(ValueKind.Number, value.Kind);
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), value.Number);
    }

    [Theory]
    [InlineData("60516万元", 10_000)]
    [InlineData("251000元", 1)]
    [InlineData("3.5（万元）", 10_000)]
    [InlineData("0.5亿元", 100_000_000)]
    [InlineData("￥3405820", 1)]
    [InlineData("30萬元", 10_000)]
    [InlineData("12千元", 1_000)]
    public void Units_of_money(string text, int worth) => Assert.Equal(worth, ValueText.Of(text).Money);

    [Theory]
    [InlineData("")]
    [InlineData(" 　\u00A0")]
    [InlineData("/")]
    [InlineData("／")]
    [InlineData("-")]
    [InlineData("—")]
    [InlineData("——")]
    [InlineData("－")]
    [InlineData("无")]
    [InlineData("無")]
    public void Blanks(string text) => Assert.Equal(ValueKind.Blank, ValueText.Of(text).Kind);

    [Theory]
    [InlineData("12 34")]
    [InlineData("12\n34")]
    [InlineData("1,23")]
    [InlineData("12,34,567")]
    [InlineData("5（6）")]
    [InlineData("约30")]
    [InlineData("三十")]
    [InlineData("一")]
    [InlineData("1-3")]
    [InlineData("5%")]
    [InlineData("增-5")]
    [InlineData("+5/-3")]
    [InlineData("2020年")]
    [InlineData("1.2.3")]
    [InlineData("99999999999999999999999999999")]
    [InlineData("见附件")]
    [InlineData("30次/年")]
    public void What_is_neither_is_not_guessed_at(string text) => Assert.Equal(ValueKind.Other, ValueText.Of(text).Kind);
}

using System.Text;
using Xunit;

namespace GovReportSchema.Tests;

/// <summary>Numbers are read exactly, however JSON lets them be written, and never through floating point.</summary>
public class NumberTests
{
    [Theory]
    [InlineData("5.0", "5")]
    [InlineData("5.000000000000000000000000000000000000000000", "5")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("0e999999999999", "0")]
    [InlineData("0.000e-400", "0")]
    [InlineData("1e2", "100")]
    [InlineData("0.1e1", "1")]
    [InlineData("0.000001E+6", "1")]
    [InlineData("12300e-2", "123")]
    [InlineData("9007199254740992", "9007199254740992")]
    [InlineData("9007199254740991", "9007199254740991")]
    [InlineData("-9007199254740992", "-9007199254740992")]
    [InlineData("9.007199254740992e15", "9007199254740992")]
    [InlineData("1e0000000000000000000000000000000002", "100")]
    public void A_whole_number_is_one_however_it_is_written(string written, string value)
    {
        var (report, findings) = ReadCell("/proactiveDisclosure/regulations/issued", written);

        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), report.GetValue(0));
        Assert.Equal(value.StartsWith('-') ? ["cell.range"] : [], findings.Select(finding => finding.RuleId));
    }

    [Theory]
    [InlineData("5.5")]
    [InlineData("5.50")]
    [InlineData("1e-400")]
    [InlineData("123e-1")]
    [InlineData("0.00000000000000000000000000000000000000000001")]
    [InlineData("9007199254740992.5")]
    public void A_fraction_is_no_count(string written) => AssertNotHeld(written, "json.wrongType");

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("-9007199254740993")]
    [InlineData("9223372036854775807")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775808")]
    [InlineData("-9223372036854775807")]
    [InlineData("18446744073709551616")]
    [InlineData("99999999999999999999")]
    [InlineData("1000000000000000000000000000000")]
    [InlineData("1e400")]
    [InlineData("1e99999999999999999999999999")]
    public void A_number_beyond_2_to_the_53_is_out_of_range_and_not_held(string written) => AssertNotHeld(written, "cell.range");

    [Fact]
    public void A_number_of_400_digits_is_out_of_range_and_shown_in_part()
    {
        AssertNotHeld(new string('9', 400), "cell.range");
        AssertNotHeld("1" + new string('0', 399) + ".0", "cell.range");
        var (_, findings) = ReadCell("/proactiveDisclosure/regulations/issued", new string('9', 400));
        Assert.InRange(findings[0].Message.Length, 40, 160);
    }

    [Theory]
    [InlineData("1631.63", "1631.63")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("0.1", "0.1")]
    [InlineData("1631.630000000000000000000000000", "1631.63")]
    [InlineData("999999999999.999999", "999999999999.999999")]
    [InlineData("1e-6", "0.000001")]
    [InlineData("123456789.123456e3", "123456789123.456")]
    public void Money_is_exact(string written, string value)
    {
        var (report, findings) = ReadCell("/proactiveDisclosure/administrativeFees/amount", written);

        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), report.GetValue(9));
        Assert.Empty(findings);
        Assert.Contains($"\"amount\":{value}}}", Encoding.UTF8.GetString(report.ToJsonUtf8()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.0000001", "json.wrongType")]
    [InlineData("1e-7", "json.wrongType")]
    [InlineData("1000000000000", "cell.range")]
    [InlineData("-0.5", "cell.range")]
    public void Money_that_the_cell_does_not_hold_is_said_to_be_so(string written, string ruleId)
    {
        var (report, findings) = ReadCell("/proactiveDisclosure/administrativeFees/amount", written);

        Assert.Equal(ruleId, Assert.Single(findings).RuleId);
        Assert.Equal(written == "-0.5" ? -0.5m : null, report.GetValue(9));
    }

    [Theory]
    [InlineData("1899", "cell.range")]
    [InlineData("10000", "cell.range")]
    [InlineData("-2021", "cell.range")]
    [InlineData("2021.5", "json.wrongType")]
    [InlineData("1e300", "cell.range")]
    public void A_year_is_a_whole_number_of_four_digits(string written, string ruleId)
    {
        var (report, findings) = ReadCell("/year", written);

        var finding = Assert.Single(findings);
        Assert.Equal((ruleId, "/year"), (finding.RuleId, finding.Path));
        Assert.Null(report.Year);
    }

    [Fact]
    public void A_change_may_be_negative()
    {
        var report = new DisclosureReport2019();
        report.ProactiveDisclosure.AdministrativeFees.Change = -309;

        Assert.DoesNotContain(report.Validate(), finding => finding.RuleId == "cell.range");
    }

    private static void AssertNotHeld(string written, string ruleId)
    {
        var (report, findings) = ReadCell("/proactiveDisclosure/regulations/issued", written);

        var finding = Assert.Single(findings);
        Assert.Equal((ruleId, "/proactiveDisclosure/regulations/issued"), (finding.RuleId, finding.Path));
        Assert.Null(finding.Actual);
        Assert.Null(report.GetValue(0));
    }

    private static (Report Report, IReadOnlyList<Finding> Findings) ReadCell(string path, string written)
    {
        var json = TestData.Json("sample-2021");
        var member = JsonWalk.Members(json).Single(member => member.Path == path);
        var result = ReportFormats.Read([.. json[..member.Value], .. Encoding.UTF8.GetBytes(written), .. json[member.End..]]);
        return (result.Report!, result.Findings);
    }
}

using System.Globalization;
using System.Text;
using Xunit;

namespace GovReportSchema.Tests;

/// <summary>The culture of the machine changes no byte and no word.</summary>
public class CultureTests
{
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fi-FI")]
    [InlineData("sv-SE")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("zh-CN")]
    [InlineData("de-DE")]
    public void Reading_checking_and_writing_are_the_same_everywhere(string culture)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
            var usual = AllThatIsSaid();
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
            Assert.Equal(usual, AllThatIsSaid());
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    private static string AllThatIsSaid()
    {
        var said = new StringBuilder();
        foreach (var name in (string[])[.. TestData.RealReports, "sample-2021"])
        {
            var report = ReportFormats.Read(TestData.Json(name)).Report!;
            Assert.True(report.Format.TryGetCell("/applications/received/total", out var total));
            report.SetValue(total.Index, -1234567);
            Say(report.Validate());
            var json = Encoding.UTF8.GetString(report.ToJsonUtf8(indented: true));
            said.AppendLine(report.ToString()).AppendLine(json);

            // Faults of form: a name with the Turkish i, numbers out of range and too precise.
            var faulty = json.Replace("\"litigation\"", "\"lITIGATION\"", StringComparison.Ordinal)
                .Replace("\"carriedOver\"", "\"carriedOver\":-1.5e30,\"x\"", StringComparison.Ordinal)
                .Replace("\"amount\": ", "\"amount\": -123456.789, \"y\":", StringComparison.Ordinal);
            Say(ReportFormats.Read(Encoding.UTF8.GetBytes(faulty)).Findings);
        }

        return said.ToString();

        void Say(IReadOnlyList<Finding> findings)
        {
            foreach (var finding in findings)
            {
                said.Append(CultureInfo.InvariantCulture, $"{finding} | {finding.GetMessage(Language.English)} | {finding.Line}:{finding.Column} ");
                said.Append(CultureInfo.InvariantCulture, $"{finding.Expected} {finding.Difference}").AppendLine();
            }
        }
    }
}

using System.Globalization;
using FeesApp;
using GovReportSchema;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.WriteLine(string.Join(' ', ReportFormats.All.Select(format => format.Id)));

const string LastYear = """
    {"format":"fee-return","agency":"某县公安局","year":2023,"filledBy":null,
     "collected":{"licences":{"items":2,"firstHalf":10,"secondHalf":5.5,"total":15.5},"examinations":{"items":0,"firstHalf":0,"secondHalf":0,"total":0},
      "resources":{"items":1,"firstHalf":0.25,"secondHalf":0.25,"total":0.5},"total":{"items":3,"firstHalf":10.25,"secondHalf":5.75,"total":16}},
     "treasury":{"central":{"due":60000,"paid":50000,"outstanding":10000},"local":{"due":100000,"paid":100000,"outstanding":0}}}
    """;
var lastYear = FeeReturn.Read(System.Text.Encoding.UTF8.GetBytes(LastYear));
Show("last year", lastYear.Findings);
Console.WriteLine($"{lastYear.Report.Agency}: {lastYear.Report.Collected.Licences.SecondHalf + lastYear.Report.Collected.Resources.FirstHalf}");

// 0.01 in a subtotal is within the tolerance, 0.02 is not; the outstanding of the central row forgets last year's.
var thisYear = new FeeReturn { Agency = "某县公安局", Year = 2024 };
foreach (var cell in thisYear.Format.Cells)
{
    thisYear.SetValue(cell.Index, 0);
}

thisYear.Collected.Licences.Items = 2;
(thisYear.Collected.Licences.FirstHalf, thisYear.Collected.Licences.SecondHalf, thisYear.Collected.Licences.Total) = (8.125m * 2, 4.1m, 20.36m);
(thisYear.Collected.Resources.FirstHalf, thisYear.Collected.Resources.SecondHalf, thisYear.Collected.Resources.Total) = (0.1m, 0.2m, 0.32m);
Console.WriteLine($"{thisYear.FillTotals()} left");
(thisYear.Treasury.Central.Due, thisYear.Treasury.Central.Outstanding) = (206800m, 206800m);
Show("this year", thisYear.Validate(new CheckOptions { Previous = lastYear.Report }));

Show("staff", StaffReturn.Read("""
    {"format":"staff-return","agency":"某县公安局","year":2024,"staff":{"headquarters":{"fullTime":3,"partTime":1,"total":5},"branches":{"fullTime":2,"partTime":0,"total":2},"branch":{}}}
    """u8).Findings);

static void Show(string what, IReadOnlyList<Finding> findings)
{
    Console.WriteLine($"{what}: {findings.Count}");
    foreach (var finding in findings)
    {
        Console.WriteLine($"{finding.Severity} {finding.RuleId} {finding.Path} | {finding.Expected} {finding.Actual} {finding.Difference} | {finding.Message} | {finding.GetMessage(Language.English)}");
    }
}

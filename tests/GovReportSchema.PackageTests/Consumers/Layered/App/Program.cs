using App;
using Forms;
using GovReportSchema;

var staff = Departments.Empty("某县财政局");
(staff.Staff.Headquarters.FullTime, staff.Staff.Headquarters.PartTime) = (3, 1);
staff.FillTotals();
var branch = new BranchReturn { Agency = staff.Agency, Year = staff.Year };
(branch.Staff.Headquarters.FullTime, branch.Staff.Headquarters.PartTime, branch.Staff.Headquarters.Total) = (3, 1, 5);
Console.WriteLine(string.Join(' ', ReportFormats.All.Select(format => format.Id)));
Console.WriteLine($"{staff.Staff.Headquarters.Total} {staff.Validate().Count}");
Console.WriteLine(string.Join(' ', branch.Validate().Select(finding => finding.RuleId)));

using GovReportSchema;

Console.WriteLine(string.Join(' ', ReportFormats.All.Select(format => format.Id)));

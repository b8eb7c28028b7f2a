using System.Text.Json;
using System.Text.Json.Serialization;
using GovReportSchema;

// A submission that is known to be of one format.
var utf8 = File.ReadAllBytes("sample-2021.json");
var result = DisclosureReport2021.Read(utf8);
if (result.IsValid)
{
    Console.WriteLine($"received {result.Report.Applications.Received.Total}, fees {result.Report.ProactiveDisclosure.AdministrativeFees.Amount}");
}

// One that may be of any.
var any = ReportFormats.Read(File.ReadAllBytes("zhangdian-2020.json"));
Console.WriteLine($"{any.Report!.Format.Id} {any.Report.Agency} {any.Report.Year}");
foreach (var f in any.Findings)
{
    Console.WriteLine($"{f.Line}:{f.Column} {f.RuleId} {f.Message}");
}

// A report made in code.
var report = new DisclosureReport2021 { Agency = "某县人民政府", Year = 2025 };
foreach (var cell in report.Format.Cells)
{
    report.SetValue(cell.Index, 0);
}

report.Applications.Received.NaturalPerson = 108;
report.Applications.Results.Granted.NaturalPerson = 108;
var left = report.FillTotals();
var problems = report.Validate();
Console.WriteLine($"total {report.Applications.Received.Total}, {left} left, {problems.Count(each => each.Severity == Severity.Error)} errors");
report.Applications.CarriedOver.NaturalPerson = 3;
Console.WriteLine(string.Join(", ", report.Validate().Where(each => each.Severity == Severity.Error).Select(each => $"{each.RuleId} {each.Path}")));

// System.Text.Json, by its own source generator.
var json = JsonSerializer.Serialize(report, Contracts.Default.DisclosureReport2021);
var again = JsonSerializer.Deserialize(json, Contracts.Default.DisclosureReport2021);
Console.WriteLine($"same {report.Equals(again)}, bytes {JsonSerializer.SerializeToUtf8Bytes(report, Contracts.Default.DisclosureReport2021).AsSpan().SequenceEqual(report.ToJsonUtf8())}");
var envelope = JsonSerializer.Deserialize("""{"Note":"x","Report":null}""", Contracts.Default.Envelope);
Console.WriteLine($"envelope {envelope!.Report is null}");

// What reads HTML is loaded when HTML is read, and not before.
bool IsLoaded() => AppDomain.CurrentDomain.GetAssemblies().Any(assembly => assembly.GetName().Name == "AngleSharp");
var text = PublishedReport.Read("规章 1 2 3");
Console.Write($"parser loaded {IsLoaded()}, ");
var page = PublishedReport.Read("<table><tr><td>规章</td><td>1</td></tr></table>");
Console.WriteLine($"then {IsLoaded()}");

[JsonSerializable(typeof(DisclosureReport2021))]
[JsonSerializable(typeof(Envelope))]
internal sealed partial class Contracts : JsonSerializerContext;

internal sealed record Envelope(string Note, DisclosureReport2021? Report);

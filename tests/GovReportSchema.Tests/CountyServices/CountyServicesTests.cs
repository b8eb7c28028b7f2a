using System.Globalization;
using System.Text;
using System.Text.Json;
using Xunit;

namespace GovReportSchema.Tests.CountyServices;

/// <summary>A made form in which the whole language is used: that it is, and that reports of it are read, checked, written and repaired.</summary>
public class CountyServicesTests
{
    private const string Good = """
        {
          "format": "county-services",
          "agency": "某县行政审批局",
          "year": 2025,
          "filed": "2026-01-20",
          "channel": "online",
          "telephone": null,
          "overview": "全年收费平稳。",
          "halls": {
            "opened": { "main": "2010-05-01", "branch": "2018-09-30" },
            "refurbished": { "main": "2020-02-29", "branch": "2022-01-15" },
            "operation": { "main": "own", "branch": "contract" },
            "address": { "main": "人民路1号", "branch": "车站路8号" },
            "windows": { "main": 40, "branch": 12 },
            "express": { "main": 5, "branch": 1 },
            "change": { "main": 2, "branch": -1 },
            "area": { "main": 1200.5, "branch": 300 }
          },
          "fees": {
            "registration": {
              "property": { "charged": 120.5, "online": 60, "refunded": 0.5, "kept": 120 },
              "vehicles": { "charged": 30.25, "online": 10, "refunded": 0, "kept": 30.25 },
              "total": { "charged": 150.75, "online": 70, "refunded": 0.5, "kept": 150.25 }
            },
            "building": { "charged": 80, "online": 20, "refunded": 1, "kept": 79 },
            "road": { "charged": 12, "online": 0, "refunded": 0, "kept": 12 },
            "tuition": { "charged": 7.25, "online": 7.25, "refunded": 0, "kept": 7.25 },
            "total": { "charged": 250, "online": 97.25, "refunded": 1.5, "kept": 248.5 },
            "counter": { "persons": 900, "companies": { "small": 60, "other": 40 }, "payers": 1000 },
            "network": { "persons": 450, "companies": { "small": 30, "other": 20 }, "payers": 500 }
          },
          "items": {
            "fees": [
              { "fee": "不动产登记费", "approved": "2016-12-06", "basis": "仿制依据", "state": "levied", "rate": 80, "times": 1200 },
              { "fee": "占道费", "approved": "2004-01-01", "basis": null, "state": "suspended", "rate": 0.55, "times": 0 }
            ]
          },
          "complaints": {
            "departments": [
              {
                "department": "自然资源局",
                "fees": { "carriedIn": 2, "received": 11, "upheld": 4, "rejected": 8, "pending": 1 },
                "service": { "carriedIn": 0, "received": 7, "upheld": 3, "rejected": 4, "pending": 0 },
                "total": { "carriedIn": 2, "received": 18, "upheld": 7, "rejected": 12, "pending": 1 }
              },
              {
                "department": "公安局",
                "fees": { "carriedIn": 1, "received": 5, "upheld": 1, "rejected": 3, "pending": 2 },
                "service": { "carriedIn": 3, "received": 21, "upheld": 9, "rejected": 10, "pending": 5 },
                "total": { "carriedIn": 4, "received": 26, "upheld": 10, "rejected": 13, "pending": 7 }
              }
            ],
            "county": { "carriedIn": 6, "received": 44, "upheld": 17, "rejected": 25, "pending": 8 }
          },
          "publicity": {
            "catalogue": { "hall": "yes", "website": "yes" },
            "hotline": { "hall": "no", "website": null }
          },
          "contacts": {
            "fees": { "name": "张三", "telephone": "0000-1234567" },
            "complaints": { "name": null, "telephone": null }
          },
          "remarks": null
        }
        """;

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    /// <summary>What the form of the county cannot use: these say how one form extends another, which it does not.</summary>
    private static bool IsOfExtending(string use) =>
        use is "definition.extends" || use.EndsWith(".after", StringComparison.Ordinal) || use.EndsWith(".before", StringComparison.Ordinal)
            || use.EndsWith(".drop", StringComparison.Ordinal);

    [Fact]
    public void Every_key_and_value_of_the_language_is_used_in_it_or_in_what_extends_it()
    {
        var form = DefinitionWalk.UsesOf("county-services.report.yaml");
        var next = DefinitionWalk.UsesOf("county-services-next.report.yaml");

        Assert.True(DefinitionWalk.Language.Count > 100);
        Assert.Empty(DefinitionWalk.Language.Where(use => !IsOfExtending(use)).Except(form));
        Assert.Empty(DefinitionWalk.Language.Where(IsOfExtending).Except(next));
        Assert.Contains("repeat: false", next);
    }

    [Theory]
    [InlineData(" = ")]
    [InlineData(" != ")]
    [InlineData(" <= ")]
    [InlineData(" >= ")]
    [InlineData(" + ")]
    [InlineData(" - ")]
    [InlineData("2.5 * windows")]
    [InlineData("sum(registration)")]
    [InlineData("sum(complaints.departments.fees.received)")]
    [InlineData("previous.windows")]
    [InlineData("'2024-03-01'")]
    [InlineData("opened + 30")]
    [InlineData("ofWhich: true")]
    [InlineData("ofWhich: paidOnline")]
    [InlineData("heading: true")]
    public void So_is_every_sign_of_its_rules_and_every_way_to_write_a_key(string passage) =>
        Assert.Contains(passage, DefinitionWalk.TextOf("county-services.report.yaml"), StringComparison.Ordinal);

    [Fact]
    public void A_submission_in_order_has_no_finding_and_is_written_and_read_back_three_ways()
    {
        var result = Read(Good, LastYear());
        Assert.Empty(result.Findings);
        var report = result.Report;
        Assert.Equal(new DateOnly(2020, 2, 29), report.Halls.Refurbished.Main);
        Assert.Equal(0.55m, report.Items.Fees.Find("占道费")!.Rate);
        Assert.Equal(12, report.Complaints.Departments[0].Total.Rejected);

        Assert.Equal(Compact(Good), Compact(Encoding.UTF8.GetString(report.ToJsonUtf8())));
        Assert.Equal(report, CountyServicesReport.Read(report.ToJsonUtf8()).Report);
        Assert.Equal(report, CountyServicesReport.Read(report.ToJsonUtf8(indented: true)).Report);
        Assert.Equal(report, JsonSerializer.Deserialize<CountyServicesReport>(JsonSerializer.Serialize(report)));
        Assert.Equal(report, JsonSerializer.Deserialize<CountyServicesReport>(JsonSerializer.Serialize(report, s_indented)));
    }

    [Theory]
    [InlineData("\"main\": 5, \"branch\": 1", "\"main\": 5, \"branch\": 13", "Error halls.ofWhich /halls/express/branch 15:39 12 13")]
    [InlineData("\"main\": \"2020-02-29\"", "\"main\": \"2010-05-30\"", "Error halls.refurbishedAfterOpening /halls/refurbished/main 11:30 - -")]
    [InlineData("\"main\": 2, \"branch\": -1", "\"main\": 2, \"branch\": 1", "Warning halls.windowsFromLastYear /halls/windows/branch 14:40 14 12")]
    [InlineData("\"main\": 1200.5", "\"main\": 99.5", "Error halls.room /halls/area/main 17:23 100 99.5")]
    [InlineData("\"main\": \"own\"", "\"main\": \"contract\"", "Error halls.mainHallNotContracted /halls/operation/main 12:28 - -")]
    [InlineData("\"online\": 7.25", "\"online\": 7.75", "Warning fees.paidOnline /fees/tuition/online 27:45 7.25 7.75; Error fees.feesTotal /fees/total/online 28:42 97.75 97.25")]
    [InlineData("\"property\": { \"charged\": 120.5, \"online\": 60, \"refunded\": 0.5, \"kept\": 120 }", "\"property\": { \"charged\": 120.5, \"online\": 60, \"refunded\": 0.5, \"kept\": 120.01 }", "Error fees.registrationTotal /fees/registration/total/kept 23:76 150.26 150.25")]
    [InlineData("\"kept\": 79", "\"kept\": 79.02", "Error fees.kept /fees/building/kept 25:71 79 79.02; Error fees.feesTotal /fees/total/kept 28:74 248.52 248.5")]
    [InlineData("\"charged\": 250", "\"charged\": 250.01", "")]
    [InlineData("\"small\": 60", "\"small\": 61", "Error fees.payersTotal /fees/counter/payers 29:87 1001 1000")]
    [InlineData("\"total\": { \"charged\": 150.75, \"online\": 70", "\"total\": { \"charged\": 150.75, \"online\": 71", "Error fees.registrationTotal /fees/registration/total/online 23:47 70 71; Error fees.feesTotal /fees/total/online 28:42 98.25 97.25")]
    [InlineData("\"times\": 0", "\"times\": 3", "Error items.suspendedIsNotLevied /items/fees/1/times 35:109 0 3")]
    [InlineData("\"approved\": \"2016-12-06\"", "\"approved\": \"2024-03-02\"", "Info items.approvedBeforeTheForm /items/fees/0/approved 34:38 - -")]
    [InlineData("\"upheld\": 9", "\"upheld\": 8", "Error complaints.balance /complaints/departments/1/service/pending 49:94 6 5; Error complaints.departmentTotal /complaints/departments/1/total/upheld 50:62 9 10")]
    [InlineData("\"pending\": 8", "\"pending\": 9", "Error complaints.balance /complaints/county/pending 53:90 8 9; Error complaints.countyTotal /complaints/county/pending 53:90 8 9")]
    [InlineData("\"carriedIn\": 1,", "\"carriedIn\": 2,", "Warning complaints.carriedInFromLastYear /complaints/departments/1/fees/carriedIn 48:32 1 2; Error complaints.balance /complaints/departments/1/fees/pending 48:89 3 2; Error complaints.departmentTotal /complaints/departments/1/total/carriedIn 50:33 5 4")]
    [InlineData("\"catalogue\": { \"hall\": \"yes\", \"website\": \"yes\" }", "\"catalogue\": { \"hall\": \"yes\", \"website\": \"no\" }", "Error publicity.onTheWebsiteToo /publicity/catalogue/website 56:46 - -")]
    [InlineData("\"persons\": 900, \"companies\": { \"small\": 60, \"other\": 40 }, \"payers\": 1000", "\"persons\": 900, \"companies\": { \"small\": null, \"other\": 40 }, \"payers\": null", "Warning cell.blank /fees 19:11 - -; Warning fees.payersTotal /fees/counter/payers 29:89 - -")]
    [InlineData("\"persons\": 450, \"companies\": { \"small\": 30, \"other\": 20 }, \"payers\": 500", "\"persons\": 1450, \"companies\": { \"small\": 30, \"other\": 20 }, \"payers\": 1500", "Error leviedAsPaid /fees/network/payers 30:88 1200 1500")]
    [InlineData("\"refunded\": 1,", "\"refunded\": null,", "Error cell.blank /fees 19:11 - -; Info fees.mostlyRegistration /fees/building/refunded 25:60 - -; Warning fees.kept /fees/building/kept 25:74 - 79; Warning fees.feesTotal /fees/total/refunded 28:61 - 1.5")]
    [InlineData("\"filed\": \"2026-01-20\"", "\"filed\": \"2023-12-31\"", "Error cell.range /filed 5:12 - -")]
    [InlineData("\"channel\": \"online\"", "\"channel\": \"onlin\"", "Error cell.choice /channel 6:14 - -")]
    [InlineData("\"overview\": \"全年收费平稳。\"", "\"overview\": \" \"", "Error cell.blank /overview 8:15 - -")]
    [InlineData("\"rate\": 0.55", "\"rate\": 0.555", "Error json.wrongType /items/fees/1/rate 35:94 - -")]
    [InlineData("\"rate\": 80", "\"rate\": 0", "Error cell.range /items/fees/0/rate 34:96 - 0")]
    [InlineData("\"fee\": \"占道费\"", "\"fee\": \"不动产登记费\"", "Error entry.duplicateKey /items/fees/1/fee 35:16 - -")]
    [InlineData("\"name\": \"张三\"", "\"name\": \"一二三四五六七八九十一二三\"", "Error cell.range /contacts/fees/name 60:23 - -")]
    [InlineData("\"windows\": { \"main\": 40", "\"windows\": { \"main\": 501", "Error cell.range /halls/windows/main 14:26 - 501; Warning halls.windowsFromLastYear /halls/windows/main 14:26 40 501; Error halls.room /halls/area/main 17:23 1252.5 1200.5")]
    [InlineData("\"year\": 2025", "\"year\": 2031", "Warning format.yearMismatch /year 4:11 - 2031; Warning previous.yearMismatch /year 4:11 - -")]
    public void What_is_wrong_is_said_of_its_cell_at_its_place(string passage, string replacement, string expected) =>
        Assert.Equal(expected, string.Join("; ", Found(Change(passage, replacement), LastYear())));

    [Fact]
    public void One_wrong_cell_is_located_where_the_rules_determine_it()
    {
        var report = Read(Good, null).Report;
        report.Complaints.Departments[1].Service.Rejected = 100;

        var repairs = report.Locate(new CheckOptions { Previous = LastYear() });

        Assert.Equal(RepairState.Located, repairs.State);
        Assert.Equal("/complaints/departments/1/service/rejected: 100 → 10", Assert.Single(Assert.Single(repairs).Changes).ToString());
    }

    [Fact]
    public void The_edition_that_extends_it_has_what_it_adds_and_not_what_it_drops()
    {
        var paths = NextCountyServicesReport.Descriptor.Cells.Select(cell => cell.Path).ToHashSet();

        Assert.Equal(["county-services"], NextCountyServicesReport.Descriptor.Bases);
        Assert.Contains("/halls/evening/village", paths);
        Assert.Contains("/fees/waivers/waived", paths);
        Assert.Contains("/complaints/departments/total/received", paths);
        Assert.DoesNotContain(paths, path => path.Contains("branch", StringComparison.Ordinal) || path.StartsWith("/contacts", StringComparison.Ordinal));
        Assert.Equal(["shared", "own", "leased"], NextCountyServicesReport.Descriptor.Cells.Single(cell => cell.Path == "/halls/operation/main").Type.Choices.Select(choice => choice.Member));
    }

    /// <summary>The report of the year before, from which windows and complaints are carried in.</summary>
    private static CountyServicesReport LastYear()
    {
        var last = new CountyServicesReport { Agency = "某县行政审批局", Year = 2024 };
        (last.Halls.Windows.Main, last.Halls.Windows.Branch) = (38, 13);
        foreach (var (name, fees, service) in ((string, long, long)[])[("公安局", 1, 3), ("自然资源局", 2, 0)])
        {
            var department = last.Complaints.Departments.Add(name);
            (department.Fees.Pending, department.Service.Pending, department.Total.Pending) = (fees, service, fees + service);
        }

        last.Complaints.County.Pending = 6;
        return last;
    }

    private static string Change(string passage, string replacement)
    {
        Assert.Equal(2, Good.Split(passage).Length);
        return Good.Replace(passage, replacement, StringComparison.Ordinal);
    }

    private static ReportResult<CountyServicesReport> Read(string json, CountyServicesReport? last) =>
        CountyServicesReport.Read(Encoding.UTF8.GetBytes(json.ReplaceLineEndings("\n")), new CheckOptions { Previous = last });

    private static string[] Found(string json, CountyServicesReport? last) => [.. Read(json, last).Findings.Select(finding => string.Create(
        CultureInfo.InvariantCulture,
        $"{finding.Severity} {finding.RuleId} {finding.Path} {finding.Line}:{finding.Column} {finding.Expected?.ToString(CultureInfo.InvariantCulture) ?? "-"} {finding.Actual?.ToString(CultureInfo.InvariantCulture) ?? "-"}"))];

    private static string Compact(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement);
}

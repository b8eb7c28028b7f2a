using System.Text;
using GovReportSchema.Tests.Cli;
using Xunit;

namespace GovReportSchema.Tests.Entries;

/// <summary>Reports by component in streams and on the command line, which know no format but through its descriptor.</summary>
public class EntryStreamTests
{
    [Fact]
    public async Task Each_line_of_a_stream_has_its_own_number_of_entries()
    {
        var reports = Enumerable.Range(0, 60).Select(i => FoiReports.Make(new Random(i), 1 + (i % 9), i % 5, 1 + (i % 3))).ToList();
        using var stream = new MemoryStream([.. reports.SelectMany(report => (byte[])[.. report.ToJsonUtf8(), (byte)'\n'])]);
        var read = new List<Report?>();
        await foreach (var line in ReportFormats.ReadAllAsync(stream))
        {
            Assert.Empty(line.Result.Findings);
            read.Add(line.Result.Report);
        }

        Assert.Equal(reports, read);
    }

    [Fact]
    public void The_command_line_names_the_entry_in_findings_and_repairs()
    {
        var report = FoiReports.Small();
        report.Requests.Components[1].Received = 60;

        var document = Assert.Single(CommandRun.WithInput(Encoding.UTF8.GetString(report.ToJsonUtf8()), "validate", "--json", "--lang", "en", "-").Documents);

        Assert.Equal(
            ["requests.balance", "requests.overall"], document["findings"]!.AsArray().Select(finding => (string)finding!["rule"]!).Order(StringComparer.Ordinal));
        var change = Assert.Single(Assert.Single(document["repairs"]!.AsArray())!["changes"]!.AsArray())!;
        Assert.Equal(
            ("/requests/components/1/received", "V. Requests: received, processed and pending › Archives › Received", 60, 50),
            ((string)change["path"]!, (string)change["label"]!, (int)change["from"]!, (int)change["to"]!));
    }
}

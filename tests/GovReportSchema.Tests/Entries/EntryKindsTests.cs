using System.Text;
using Xunit;

namespace GovReportSchema.Tests.Entries;

/// <summary>Entries of which some cells are dates, choices and texts.</summary>
public class EntryKindsTests
{
    [Fact]
    public void Cells_of_every_kind_stay_with_their_entries_in_json_and_as_entries_come_and_go()
    {
        var report = Make(4);
        Assert.Empty(report.Validate());
        var read = SiteList.Read(report.ToJsonUtf8());
        Assert.Empty(read.Findings);
        Assert.Equal(report, read.Report);
        Assert.Equal(report.ToJsonUtf8(indented: true), read.Report.ToJsonUtf8(indented: true));

        foreach (var each in (SiteList[])[report, read.Report])
        {
            each.Sites.Others.RemoveAt(1);
            each.Sites.Others.Add("new").Address = "new.example";
            Assert.Equal(["site 0", "site 2", "site 3", "new"], each.Sites.Others.Select(site => site.Site));
            Assert.Equal(["a0.example", "a2.example", "a3.example", "new.example"], each.Sites.Others.Select(site => site.Address));
            Assert.Equal(["note 0", null, "note 3", null], each.Sites.Others.Select(site => site.Note));
            Assert.Equal(new DateOnly(2020, 1, 3), each.Sites.Others[1].Opened);
            Assert.Equal(SiteList.SitesStateChoice.Closed, each.Sites.Others[2].State);
            Assert.Equal((new DateOnly(2024, 12, 1), "portal.example", "说明"), (each.Signed, each.Sites.Main.Address, each.End));
        }

        Assert.Equal(report, read.Report);
        report.Sites.Others[0].Note = "another";
        Assert.NotEqual(report, read.Report);
        Assert.NotEqual(report.Sites, read.Report.Sites);
    }

    [Fact]
    public void Faults_and_rules_name_the_entry_whatever_its_cells_hold()
    {
        var json = Encoding.UTF8.GetString(Make(3).ToJsonUtf8())
            .Replace("\"opened\":\"2020-01-02\"", "\"opened\":\"2020-02-30\"", StringComparison.Ordinal)
            .Replace("\"state\":\"open\",\"address\":\"a2.example\"", "\"state\":\"closed\",\"address\":\"a2.example\"", StringComparison.Ordinal)
            .Replace("\"a0.example\"", "null", StringComparison.Ordinal);

        var findings = SiteList.Read(Encoding.UTF8.GetBytes(json)).Findings;

        Assert.Equal(
            [
                "cell.blank /sites 1. Sites",
                "cell.date /sites/others/1/opened 1. Sites › site 1 › Opened",
                "sites.updatedAfterOpening /sites/others/1/updated 1. Sites › site 1 › Updated",
                "sites.closedHasNoVisits /sites/others/2/visits 1. Sites › site 2 › Visits",
            ],
            findings.Select(finding => $"{finding.RuleId} {finding.Path} {finding.GetLabel(Language.English)}"));
        Assert.Equal("/sites/others/0/address", Assert.Single(findings[0].Cells).Path);
    }

    [Fact]
    public void Cells_that_do_not_repeat_have_the_same_places_however_many_entries_there_are()
    {
        var pattern = SiteList.Descriptor;
        foreach (var count in (int[])[0, 1, 7])
        {
            var format = pattern.WithEntries(count);
            Assert.Equal(7 + (6 * count), format.Cells.Count);
            Assert.Equal(pattern.Cells.Take(7).Select(cell => cell.Path), format.Cells.Take(7).Select(cell => cell.Path));
            Assert.Equal("/signed", format.Cells[6].Path);
            var report = format.CreateReport();
            for (var entry = 0; entry < count; entry++)
            {
                report.SetCellText(report.GetEntries(0).FirstCellOf(entry) + 3, $"address {entry}");
                report.GetEntries(0).SetKey(entry, $"key {entry}");
            }

            Assert.Equal(Enumerable.Range(0, count).Select(i => (string?)$"address {i}"), ((SiteList)report).Sites.Others.Select(site => site.Address));
            Assert.Equal(Enumerable.Range(0, count).Select(i => (string?)$"key {i}"), report.GetEntries(0).Keys);
        }
    }

    private static SiteList Make(int others)
    {
        var report = new SiteList { Agency = "甲市", Year = 2024, Signed = new DateOnly(2024, 12, 1), End = "说明" };
        var main = report.Sites.Main;
        (main.Opened, main.Updated, main.State, main.Address, main.Visits) =
            (new DateOnly(2019, 1, 1), new DateOnly(2024, 1, 1), SiteList.SitesStateChoice.Open, "portal.example", 9);
        for (var i = 0; i < others; i++)
        {
            var site = report.Sites.Others.Add($"site {i}");
            (site.Opened, site.Updated) = (new DateOnly(2020, 1, 1 + i), new DateOnly(2023, 1, 1));
            (site.Address, site.Note) = ($"a{i}.example", i == 2 ? null : $"note {i}");
            (site.State, site.Visits) = i == 3 ? (SiteList.SitesStateChoice.Closed, 0) : (SiteList.SitesStateChoice.Open, 5 + i);
        }

        return report;
    }
}

using Xunit;

namespace GovReportSchema.Tests.Entries;

/// <summary>Entries as the generated classes give them.</summary>
public class TypedEntryTests
{
    [Fact]
    public void Entries_are_added_found_and_removed_by_their_keys()
    {
        var components = new FoiAnnualReport().Requests.Components;
        Assert.Empty(components);
        components.Add("A").Received = 1;
        components.Add("B").Received = 2;
        components.Add(null).Received = 3;

        Assert.Equal(3, components.Count);
        Assert.Equal(["A", "B", null], components.Select(entry => entry.Component));
        Assert.Equal([1, 2, 3], components.Select(entry => entry.Received));
        Assert.Equal(2, components.Find(" B ")!.Received);
        Assert.Null(components.Find("C"));
        Assert.False(components.Remove("C"));
        Assert.True(components.Remove("A"));
        Assert.Equal("B, ?", components.ToString());
        components[1].Component = "C";
        Assert.Equal(3, components.Find("C")!.Received);
        Assert.Throws<ArgumentOutOfRangeException>(() => components[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => components.RemoveAt(-1));
    }

    [Fact]
    public void There_are_no_more_than_the_format_allows()
    {
        var times = new FoiAnnualReport().ResponseTimes.Components;
        for (var i = 0; i < 200; i++)
        {
            times.Add($"C{i}").Highest = i;
        }

        Assert.Throws<InvalidOperationException>(() => times.Add("one more"));
        Assert.Equal(Enumerable.Range(0, 200).Select(i => (long?)i), times.Select(entry => entry.Highest));
    }

    [Fact]
    public void What_names_an_entry_stays_with_it_as_others_come_and_go()
    {
        var report = FoiReports.Small();
        var (forests, archives) = (report.Requests.Components[0], report.Requests.Components[1]);
        var staff = report.Personnel.Components[0];
        var lent = staff.PartTime.Lent;
        var overall = report.Requests.Overall;
        report.Requests.Components.Add("Parks").Received = 7;
        report.ResponseTimes.Components.Add("Parks").Lowest = 3;
        report.Agency = "Another";

        Assert.Equal(0.25m, lent.Number);
        lent.Number = 0.5m;
        Assert.Equal(0.5m, report.Personnel.Components.Find("Forests")!.PartTime.Lent.Number);
        report.Requests.Components.RemoveAt(0);
        Assert.Equal(("Archives", 50), (archives.Component, archives.Received));
        archives.Received = 51;
        Assert.Equal(51, report.Requests.Components[0].Received);
        Assert.Equal(150, overall.Received);
        Assert.Equal((2024, "Another"), (report.Year, report.Agency));
        Assert.Equal(0.5m, lent.Number);
        Assert.Throws<InvalidOperationException>(() => forests.Received);
        Assert.Throws<InvalidOperationException>(() => forests.Component);

        // What a report is read into keeps nothing of what it held.
        FoiAnnualReport.ReadInto(FoiReports.Small().ToJsonUtf8(), report);
        Assert.Throws<InvalidOperationException>(() => archives.Received);
        Assert.Throws<InvalidOperationException>(() => lent.Number);
        Assert.Equal(150, overall.Received);
        Assert.Equal(FoiReports.Small(), report);
    }

    [Fact]
    public void Texts_as_read_move_with_their_entries()
    {
        var report = FoiAnnualReport.Read(FoiReports.Make(new Random(4), 5, 4, 3).ToJsonUtf8()).Report;
        var keys = report.Requests.Components.Keys;
        report.Requests.Components.RemoveAt(1);
        report.ResponseTimes.Components.Add("new");

        Assert.Equal([keys[0], .. keys.Skip(2)], report.Requests.Components.Keys);
        Assert.Equal([.. keys.Take(4), "new"], report.ResponseTimes.Components.Keys);
        Assert.Equal(keys.Take(3), report.Personnel.Components.Keys);
        Assert.Equal(report, FoiAnnualReport.Read(report.ToJsonUtf8()).Report);
    }

    [Fact]
    public void Reports_tables_and_entries_are_compared_by_what_stands_in_them()
    {
        var (left, right) = (FoiReports.Small(), FoiAnnualReport.Read(FoiReports.Small().ToJsonUtf8()).Report);
        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.Equal(left.Requests, right.Requests);
        Assert.Equal(left.Requests.Components[1], right.Requests.Components[1]);
        Assert.Equal(left.Requests.Components[1].GetHashCode(), right.Requests.Components[1].GetHashCode());
        Assert.Equal("Archives: 5 50 52 3", left.Requests.Components[1].ToString());

        right.Requests.Components[1].Component = "Archive";
        Assert.NotEqual(left, right);
        Assert.NotEqual(left.Requests, right.Requests);
        Assert.NotEqual(left.Requests.Components[1], right.Requests.Components[1]);
        Assert.Equal(left.Personnel, right.Personnel);
        right.Requests.Components[1].Component = "Archives";
        Assert.Equal(left, right);
        right.Requests.Components.Add("more");
        Assert.NotEqual(left, right);
        Assert.NotEqual(left.Requests, right.Requests);
        right.Requests.Components.Remove("more");
        Assert.Equal(left, right);
        right.Personnel.Components[0].PartTime.Own.Cost = 1;
        Assert.NotEqual(left.Personnel, right.Personnel);
        Assert.NotEqual(left.Personnel.Components[0], right.Personnel.Components[0]);
    }

    [Fact]
    public void A_caller_that_does_not_know_the_format_has_the_entries_too()
    {
        Report report = FoiReports.Small();
        var entries = report.GetEntries(0);

        Assert.Equal(["Forests", "Archives"], entries.Keys);
        Assert.Equal(50, report.GetValue(entries.FirstCellOf(1) + 1));
        entries.Append("Parks");
        entries.SetKey(0, "Woods");
        report.SetValue(entries.FirstCellOf(2), 9);
        Assert.Equal(["Woods", "Archives", "Parks"], entries.Keys);
        Assert.Equal(9, ((FoiAnnualReport)report).Requests.Components.Find("Parks")!.PendingAtStart);
        Assert.Throws<ArgumentOutOfRangeException>(() => report.GetEntries(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DisclosureReport2021().GetEntries(0));
    }

    [Fact]
    public void A_repair_of_one_report_is_none_of_one_with_other_entries()
    {
        var report = FoiReports.Small();
        report.Requests.Components[1].Received = 60;
        var repairs = report.Locate();

        Assert.Equal(RepairState.Located, repairs.State);
        var repair = Assert.Single(repairs);
        Assert.Equal(["/requests/components/1/received: 60 → 50"], repair.Changes.Select(change => change.ToString()));
        Assert.Contains("› Archives › Received", repairs.GetMessage(Language.English), StringComparison.Ordinal);
        var other = FoiReports.Small();
        other.Requests.Components.Add("Parks");
        Assert.Throws<ArgumentException>(() => other.Apply(repair));
        report.Apply(repair);
        Assert.Equal(FoiReports.Small(), report);
    }
}

using Xunit;

namespace GovReportSchema.Tests;

/// <summary>Descriptors and reports that are not being changed are safe for use by many threads, the first use too.</summary>
public class ParallelUseTests
{
    [Fact]
    public void A_descriptor_may_be_used_first_by_many_threads_at_once()
    {
        for (var i = 0; i < 50; i++)
        {
            var format = SmallFormat.Make(20, 20, SmallFormat.UpTo(9), SmallFormat.Rule("r", Relation.Equal, 1, -1));
            var lists = AtOnce(thread => thread % 2 == 0
                ? format.Cells
                : format.TryGetCell("/t/r19/c19", out var cell) && cell.Index == 399 ? format.Cells : []);

            Assert.All(lists, cells => Assert.Equal(400, cells.Count));
            Assert.All(lists, cells => Assert.Equal(lists[0], cells));
        }
    }

    [Fact]
    public void A_report_may_be_read_by_many_threads_at_once()
    {
        var json = TestData.Json("sample-2021");
        var expected = DisclosureReport2021.Read(json).Report;
        Assert.True(expected.Agency is not null && expected.Overview is not null && expected.Problems is not null);

        // Threads that go over the same reports in step meet at many a text that nobody has asked for.
        var reports = Enumerable.Range(0, 2_000).Select(_ => DisclosureReport2021.Read(json).Report).ToList();
        var said = AtOnce(thread => reports.TrueForAll(report =>
            report.Agency == expected.Agency
            && report.Overview == expected.Overview
            && report.Problems == expected.Problems
            && report.Applications.Received.Total == expected.Applications.Received.Total
            && (thread > 0 || report.Equals(expected))));

        Assert.DoesNotContain(false, said);
        Assert.All(reports.Take(10), report => Assert.Equal(expected.ToJsonUtf8(), report.ToJsonUtf8()));
    }

    [Fact]
    public void Many_submissions_may_be_read_and_their_findings_asked_at_once()
    {
        var names = (string[])[.. TestData.RealReports, "sample-2021"];
        var usual = names.ToDictionary(name => name, name => Said(ReportFormats.Read(TestData.Json(name)).Findings));
        var shared = names.ToDictionary(name => name, name => ReportFormats.Read(TestData.Json(name)).Findings);

        Parallel.For(0, 600, i =>
        {
            var name = names[i % names.Length];
            Assert.Equal(usual[name], Said(ReportFormats.Read(TestData.Json(name)).Findings));
            Assert.Equal(usual[name], Said(shared[name]));
        });

        static string Said(IReadOnlyList<Finding> findings) =>
            string.Join('\n', findings.Select(finding => $"{finding} {string.Join(' ', finding.Cells)}"));
    }

    private static T[] AtOnce<T>(Func<int, T> work)
    {
        const int Threads = 4;
        using var start = new Barrier(Threads);
        var results = new T[Threads];
        var threads = Enumerable.Range(0, Threads).Select(i => new Thread(() =>
        {
            start.SignalAndWait();
            results[i] = work(i);
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return results;
    }
}

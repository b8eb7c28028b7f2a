namespace GovReportSchema.Tests.Entries;

/// <summary>Makes annual reports by component in which every cell is filled and every rule holds.</summary>
internal static class FoiReports
{
    private static readonly string[] s_names = ["Office of Information Policy", "Bureau \"B\"", "财政局", "C\\D", "🌲 Forests", "Archives"];

    /// <summary>A small one, of two components, whose figures the tests know.</summary>
    public static FoiAnnualReport Small()
    {
        var report = new FoiAnnualReport { Agency = "Department of Tests", Year = 2024 };
        Request(report, "Forests", 10, 100, 90, 20);
        Request(report, "Archives", 5, 50, 52, 3);
        var all = report.Requests.Overall;
        (all.PendingAtStart, all.Received, all.Processed, all.PendingAtEnd) = (15, 150, 142, 23);
        var times = report.ResponseTimes.Components.Add("Forests");
        (times.Median, times.Average, times.Lowest, times.Highest) = (20.5m, 31.25m, 1, 200);
        var overall = report.ResponseTimes.Overall;
        (overall.Median, overall.Average, overall.Lowest, overall.Highest) = (20.5m, 31.25m, 1, 200);
        var staff = report.Personnel.Components.Add("Forests");
        (staff.FullTime.Number, staff.FullTime.Cost) = (4.5m, 300000m);
        (staff.PartTime.Own.Number, staff.PartTime.Own.Cost, staff.PartTime.Lent.Number, staff.PartTime.Lent.Cost) = (1m, 50000m, 0.25m, 9000.50m);
        report.FillTotals();
        return report;
    }

    /// <summary>One of random figures, with so many components in each table.</summary>
    public static FoiAnnualReport Make(Random random, int requests, int times, int staff)
    {
        var report = new FoiAnnualReport { Agency = "Agency " + random.Next(1000), Year = 2024 };
        for (var i = 0; i < requests; i++)
        {
            var (start, received) = (random.Next(50), random.Next(500));
            var processed = random.Next(start + received + 1);
            Request(report, Name(i), start, received, processed, start + received - processed);
        }

        for (var i = 0; i <= times; i++)
        {
            var (lowest, median) = (random.Next(1, 10), random.Next(10, 100));
            if (i < times)
            {
                var entry = report.ResponseTimes.Components.Add(Name(i));
                (entry.Lowest, entry.Median, entry.Average, entry.Highest) = (lowest, median + 0.5m, median + 0.25m, median + random.Next(1, 50));
            }
            else
            {
                var overall = report.ResponseTimes.Overall;
                (overall.Lowest, overall.Median, overall.Average, overall.Highest) = (10, 100.5m, 99.75m, 500);
            }
        }

        for (var i = 0; i < staff; i++)
        {
            var entry = report.Personnel.Components.Add(Name(i));
            (entry.FullTime.Number, entry.FullTime.Cost) = (10 + (random.Next(100) / 100m), 20 + random.Next(100));
            (entry.PartTime.Own.Number, entry.PartTime.Own.Cost) = (random.Next(500) / 100m, random.Next(10));
            (entry.PartTime.Lent.Number, entry.PartTime.Lent.Cost) = (random.Next(500) / 100m, random.Next(10));
        }

        report.FillTotals();
        return report;
    }

    private static string Name(int entry) => entry < s_names.Length ? s_names[entry] : $"Component {entry}";

    private static void Request(FoiAnnualReport report, string name, long start, long received, long processed, long end)
    {
        var entry = report.Requests.Components.Add(name);
        (entry.PendingAtStart, entry.Received, entry.Processed, entry.PendingAtEnd) = (start, received, processed, end);
    }
}

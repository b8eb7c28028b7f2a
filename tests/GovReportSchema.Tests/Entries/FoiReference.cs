namespace GovReportSchema.Tests.Entries;

/// <summary>The rules of the report by component, typed out over its classes. It shares nothing with the engines.</summary>
internal static class FoiReference
{
    public static IEnumerable<string> Violations(FoiAnnualReport report) =>
        Requests(report.Requests).Concat(Times(report.ResponseTimes)).Concat(Personnel(report.Personnel))
            .Concat(report.Requests.Overall.Received <= 1_000_000 * report.Personnel.Components.Sum(entry => entry.FullTime.Number + entry.PartTime.Own.Number + entry.PartTime.Lent.Number)
                ? [] : (string[])["staffed /requests/overall/received"]);

    private static IEnumerable<string> Requests(FoiAnnualReport.RequestsTable table)
    {
        const string Path = "/requests/overall/";
        var (all, own) = (table.Overall, table.Components);
        foreach (var (name, total, sum) in (List<(string, long?, long?)>)[
            ("pendingAtStart", all.PendingAtStart, own.Sum(entry => entry.PendingAtStart)),
            ("received", all.Received, own.Sum(entry => entry.Received)),
            ("processed", all.Processed, own.Sum(entry => entry.Processed)),
            ("pendingAtEnd", all.PendingAtEnd, own.Sum(entry => entry.PendingAtEnd))])
        {
            if (total != sum)
            {
                yield return "requests.overall " + Path + name;
            }
        }

        for (var i = 0; i < own.Count; i++)
        {
            if (own[i].PendingAtStart + own[i].Received != own[i].Processed + own[i].PendingAtEnd)
            {
                yield return $"requests.balance /requests/components/{i}/pendingAtEnd";
            }
        }

        if (all.PendingAtStart + all.Received != all.Processed + all.PendingAtEnd)
        {
            yield return "requests.balance " + Path + "pendingAtEnd";
        }
    }

    private static IEnumerable<string> Times(FoiAnnualReport.ResponseTimesTable table)
    {
        var (all, own) = (table.Overall, table.Components);
        List<(string Path, decimal Median, long Lowest, long Highest)> rows =
            [.. own.Select((entry, i) => ($"components/{i}", entry.Median!.Value, entry.Lowest!.Value, entry.Highest!.Value)), ("overall", all.Median!.Value, all.Lowest!.Value, all.Highest!.Value)];
        foreach (var row in rows)
        {
            if (row.Median < row.Lowest)
            {
                yield return $"responseTimes.medianNotBelowLowest /responseTimes/{row.Path}/median";
            }

            if (row.Median > row.Highest)
            {
                yield return $"responseTimes.medianNotAboveHighest /responseTimes/{row.Path}/median";
            }
        }

        for (var i = 0; i < own.Count; i++)
        {
            var entry = own[i];
            foreach (var (name, value, sum, most) in (List<(string, decimal?, decimal?, decimal?)>)[
                ("median", entry.Median, own.Sum(other => other.Median), all.Median),
                ("average", entry.Average, own.Sum(other => other.Average), all.Average),
                ("lowest", entry.Lowest, own.Sum(other => other.Lowest), all.Lowest),
                ("highest", entry.Highest, own.Sum(other => other.Highest), all.Highest)])
            {
                if (2 * value > (10 * most) + sum)
                {
                    yield return $"responseTimes.noneSlowerThanAll /responseTimes/components/{i}/{name}";
                }
            }
        }
    }

    private static IEnumerable<string> Personnel(FoiAnnualReport.PersonnelTable table)
    {
        for (var i = 0; i < table.Components.Count; i++)
        {
            var entry = table.Components[i];
            foreach (var (name, full, own, lent, total) in (List<(string, decimal?, decimal?, decimal?, decimal?)>)[
                ("number", entry.FullTime.Number, entry.PartTime.Own.Number, entry.PartTime.Lent.Number, entry.Total.Number),
                ("cost", entry.FullTime.Cost, entry.PartTime.Own.Cost, entry.PartTime.Lent.Cost, entry.Total.Cost)])
            {
                if (total != full + own + lent)
                {
                    yield return $"personnel.componentTotal /personnel/components/{i}/total/{name}";
                }

                if (full < own + lent)
                {
                    yield return $"personnel.mostlyFullTime /personnel/components/{i}/fullTime/{name}";
                }
            }
        }

        if (table.Overall.Number != table.Components.Sum(entry => entry.Total.Number))
        {
            yield return "personnel.agencyTotal /personnel/overall/number";
        }

        if (table.Overall.Cost != table.Components.Sum(entry => entry.Total.Cost))
        {
            yield return "personnel.agencyTotal /personnel/overall/cost";
        }
    }
}

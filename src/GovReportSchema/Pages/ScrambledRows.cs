namespace GovReportSchema.Pages;

/// <summary>
/// Doubts rows of a text that puts each value on a line of its own, where the sums of many fail: an extractor that does not keep the rows of a table together
/// leaves runs of values that are as long as a row by chance.
/// </summary>
internal static class ScrambledRows
{
    public static void Doubt(ReportFormat format, TableReading reading)
    {
        var lines = reading.Placements.FindAll(IsOfLines);
        var confirmed = lines.Where(placement => placement.Values.Any(value => value!.Value.Number != 0) && SumJudge.Confirms(format, placement)).ToHashSet();
        var refuted = lines.Count(placement => placement.Values.All(value => value!.Value.Kind == ValueKind.Number) && SumJudge.Refutes(format, placement));
        if (refuted * 3 <= confirmed.Count + 1)
        {
            return;
        }

        foreach (var placement in lines.Where(placement => !confirmed.Contains(placement)))
        {
            reading.Placements.Remove(placement);
            reading.Ambiguous.Add((placement.Values[0]!, placement.Label, TableReading.Show([.. placement.Values.Select(value => value!)])));
        }
    }

    private static bool IsOfLines(Placement placement) => placement.Values.Length > 1
        && Array.TrueForAll(placement.Values, value => value is { Cell.Place: Place.Line }) && placement.Values[0]!.Cell.Line != placement.Values[1]!.Cell.Line;
}

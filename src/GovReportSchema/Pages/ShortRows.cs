namespace GovReportSchema.Pages;

/// <summary>
/// Doubts rows that may have lost a value. Where a table leaves blanks between labels and values (they stand for what a merged cell
/// covers), a row that lost a value looks as long as a whole one without them. Only the sums can vouch for a row that begins with a
/// blank then; and where all other rows of the table are of one length, not even they can.
/// </summary>
internal static class ShortRows
{
    public static void Doubt(ReportFormat format, TableReading reading, List<Token> tokens)
    {
        var spaced = reading.Placements.Where(placement => placement.Skipped > 0).Select(First).Select(first => first.Cell.Table).ToHashSet();
        var lines = reading.Placements.Where(IsOfLine).GroupBy(placement => First(placement).Cell.Table)
            .ToDictionary(table => table.Key, table => table.Max(placement => First(placement).Cell.Column));
        foreach (var placement in reading.Placements.ToList())
        {
            var first = First(placement);
            if (!first.IsEmpty || first.Cell.Place == Place.Grid
                || Array.TrueForAll(placement.Values, value => value is null || value.IsBlank))
            {
                continue;
            }

            var early = IsOfLine(placement) && first.Cell.Column < lines[first.Cell.Table];
            if ((early || spaced.Contains(first.Cell.Table)) && !((!early || !IsOdd(first, reading, tokens)) && SumJudge.Confirms(format, placement)))
            {
                reading.Placements.Remove(placement);
                reading.Ambiguous.Add((first, placement.Label, TableReading.Show([.. placement.Values.OfType<Token>()])));
            }
        }
    }

    private static Token First(Placement placement) => placement.Values[0]!;

    /// <summary>Whether it is a row that was one line of text.</summary>
    private static bool IsOfLine(Placement placement) => placement.Values.Length > 1 && placement.Values[1] is { } second
        && First(placement).Cell.Place == Place.Row && First(placement).Cell.Line == second.Cell.Line;

    /// <summary>Whether a row is shorter than the other rows of the table, which are all of one length.</summary>
    private static bool IsOdd(Token first, TableReading reading, List<Token> tokens)
    {
        var lengths = tokens.Where(token => token.Cell.Table == first.Cell.Table).GroupBy(token => token.Cell.Row)
            .ToDictionary(row => row.Key, row => row.Count());
        var others = reading.Placements.Select(First).Where(other => other.Cell.Table == first.Cell.Table && other.Cell.Row != first.Cell.Row)
            .Select(other => lengths[other.Cell.Row]).Distinct().ToList();
        return others.Count == 1 && others[0] > lengths[first.Cell.Row];
    }
}

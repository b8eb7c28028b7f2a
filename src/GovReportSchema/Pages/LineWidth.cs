namespace GovReportSchema.Pages;

/// <summary>Tells how a text that keeps columns by spaces counts a Chinese character: as two places, as screens do, or as one, as some extractors do.</summary>
internal static class LineWidth
{
    /// <summary>Fewer values in one column on neighbouring lines are chance.</summary>
    private const int Enough = 12;

    /// <summary>Whether the values of neighbouring rows stand under one another with Chinese characters counted twice, and not with them counted once; null where
    /// both or neither do.</summary>
    public static bool? IsWide(Page page)
    {
        var (narrow, wide) = (0, 0);
        List<Token>? before = null;
        foreach (var cell in page.Cells)
        {
            if (cell.Place != Place.Line || Values(cell) is not { } values)
            {
                continue;
            }

            if (before is not null && before[0].Cell.Sheet == cell.Sheet)
            {
                narrow += CountUnder(before, values, false);
                wide += CountUnder(before, values, true);
            }

            before = values;
        }

        return narrow >= Enough && narrow > 2 * wide ? false : wide >= Enough && wide > 2 * narrow ? true : null;
    }

    /// <summary>The values of a row: what stands apart behind its label; null where they are few.</summary>
    private static List<Token>? Values(PageCell cell)
    {
        const int few = 3;
        var parts = Tokenizer.Split(cell.Text);
        var values = parts.Skip(1).Select(part => Token.Of(cell, part.Text) with { Start = part.Start }).Where(token => token.Value.Kind == ValueKind.Number).ToList();
        return values.Count >= few && values.Exists(LineColumns.IsApart) ? values : null;
    }

    private static int CountUnder(List<Token> above, List<Token> below, bool wide) =>
        above.Count(one => below.Exists(other => Extent.Of(one, wide).DistanceTo(Extent.Of(other, wide)) == 0));
}

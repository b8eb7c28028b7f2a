namespace GovReportSchema.Pages;

/// <summary>
/// Tells how a text that keeps columns by spaces counts a Chinese character: as two places, as screens do, or as one, as some extractors do. The labels before
/// the values of a table are of many lengths, so that its values stand in few places counted as the text counts, and in many counted otherwise.
/// </summary>
internal static class LineWidth
{
    /// <summary>Fewer values in one place are chance.</summary>
    private const int Enough = 12;

    /// <summary>Whether a Chinese character counts as two places; null where that makes no difference.</summary>
    public static bool? IsWide(Page page)
    {
        var values = page.Cells.Where(cell => cell.Place == Place.Line).SelectMany(Values).ToList();
        var (narrow, wide) = (CountPlaces(values, false), CountPlaces(values, true));

        // What is laid out for screens keeps its places exactly; what is taken from PDF moves a line by a place or two.
        return values.Count < Enough ? null : wide * 2 <= narrow ? true : narrow * 4 <= wide * 3 ? false : null;
    }

    /// <summary>The values that stand apart behind a label.</summary>
    private static IEnumerable<Token> Values(PageCell cell)
    {
        var parts = Tokenizer.Split(cell.Text);
        return parts.Where((part, i) => i > 0 && LineText.BeginsApart(cell.Text, part.Start))
            .Select(part => Token.Of(cell, part.Text) with { Start = part.Start }).Where(token => token.Value.Kind == ValueKind.Number);
    }

    /// <summary>In how many places values begin, end, or have their middle, whichever are fewest.</summary>
    private static int CountPlaces(List<Token> values, bool wide)
    {
        var extents = values.ConvertAll(value => (value.Cell.Sheet, Extent: Extent.Of(value, wide)));
        return Math.Min(
            extents.Select(value => (value.Sheet, value.Extent.Start)).Distinct().Count(),
            Math.Min(
                extents.Select(value => (value.Sheet, value.Extent.End)).Distinct().Count(),
                extents.Select(value => (value.Sheet, value.Extent.Start + value.Extent.End)).Distinct().Count()));
    }
}

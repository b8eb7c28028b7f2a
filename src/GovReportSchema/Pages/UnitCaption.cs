using System.Text.RegularExpressions;

namespace GovReportSchema.Pages;

/// <summary>A unit of money printed once for a whole table: 单位：万元 over it, 注：金额单位为元 under it, or behind its heading.</summary>
/// <param name="Line">Its line on the page.</param>
/// <param name="Unit">How many 元 it is worth.</param>
internal readonly partial record struct UnitCaption(int Line, decimal Unit)
{
    private const int LongestCaption = 60;

    /// <summary>The captions among some cells of a page, in order.</summary>
    public static List<UnitCaption> Find(Page page, int first, int end, TableForm table)
    {
        var captions = new List<UnitCaption>();
        for (var i = Math.Max(0, first); i < end; i++)
        {
            var cell = page.Cells[i];
            if (cell.Text.Length is 0 or > LongestCaption)
            {
                continue;
            }

            var heading = i == first || table.Blocks.Any(block => LabelMatch.Compare(cell.AsLabel, block.Heading, out _) == Fit.Same);
            var unit = (heading ? ValueText.MoneyUnit(cell.AsLabel.Bracket) : null) ?? UnitIn(LabelText.Plain(cell.Text));
            if (unit is not null)
            {
                captions.Add(new(cell.Line, unit.Value));
            }
        }

        return captions;
    }

    /// <summary>The unit for a value: that of the last caption before it, or else that of a note after it, where all notes name the same.</summary>
    public static decimal? For(List<UnitCaption> captions, int line)
    {
        var before = captions.FindLastIndex(caption => caption.Line <= line);
        return before >= 0 ? captions[before].Unit
            : captions.Count > 0 && captions.TrueForAll(caption => caption.Unit == captions[0].Unit) ? captions[0].Unit : null;
    }

    /// <summary>单位：件、万元 names one unit of money; one that names two says nothing of any one value.</summary>
    private static decimal? UnitIn(string text)
    {
        if (Caption().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var units = match.Groups[1].Value.Split(['、', ',', '/', ';', '和', '及', '或']).Select(ValueText.MoneyUnit).OfType<decimal>().Distinct().ToList();
        return units.Count == 1 ? units[0] : null;
    }

    [GeneratedRegex("^(?:注[:：]?|[(（【\\[])?(?:本表)?(?:采购|收费|总)?(?:金额|计量|数量)?(?:的)?单位[:为是均]*([^。:)）】\\]]{1,20})[)）】\\]。]?$")]
    private static partial Regex Caption();
}

using System.Globalization;

namespace GovReportSchema.Locating;

/// <summary>Says in Chinese and English what went wrong.</summary>
internal static class RepairWords
{
    /// <summary>More explanations are counted, not written out, and so are more blanks.</summary>
    private const int MostInFull = 3;

    private static readonly Dictionary<SlipKind, Label> s_kinds = new()
    {
        [SlipKind.Other] = new("按规则从其他单元格推算", "so the rules have it from the other cells"),
        [SlipKind.BlankLeft] = new("此格空白，其他单元格只容许填此数", "left blank, the other cells leave it no other number"),
        [SlipKind.DigitWrong] = new("可能有一位数字填错", "one digit may be wrong"),
        [SlipKind.DigitsTransposed] = new("可能有相邻两位数字颠倒", "two digits may have been transposed"),
        [SlipKind.DigitDropped] = new("可能漏填一位数字", "a digit may have been dropped"),
        [SlipKind.DigitAdded] = new("可能多填一位数字", "there may be a digit too many"),
        [SlipKind.SignWrong] = new("正负号可能填反", "the sign may be wrong"),
        [SlipKind.TotalNotUpdated] = new("合计与各项之和不符，可能是改动某项后未重新汇总", "the total is not the sum of its parts; it may not have been updated after one of them changed"),
    };

    /// <summary>Of a number without a pattern to which the rules leave no other.</summary>
    private static readonly Label s_only = new("若其他单元格都无误，此格只能是此数", "if all other cells are right, it can be no other number");

    /// <summary>Of a blank to which the rules leave several numbers, but not 0 for which it counts.</summary>
    private static readonly Label s_blank = new("此格空白，按零计算则规则不成立", "left blank, it counts as 0, for which the rules do not hold");

    public static string Message(RepairList repairs, Language language)
    {
        var explained = repairs.Count == 0 ? ""
            : repairs.Count == 1 ? repairs[0].GetReason(language)
            : repairs[0].IsTied ? Tied(repairs, language)
            : Ranked(repairs, language);
        return repairs.State == RepairState.TooMany ? TooMany(repairs, language) + explained : explained;
    }

    private static string TooMany(RepairList repairs, Language language)
    {
        var tables = repairs.Unexplained
            .Select(cell => cell.GetLabelPath(language).Split(LabelPath.Separator)[0])
            .Distinct();
        return language == Language.English
            ? $"{string.Join("; ", tables)}: too much is wrong to say where. No three slips or fewer account for the rules that fail, or too many combinations do."
                + (repairs.Count > 0 ? " Elsewhere: " : "")
            : $"{string.Join("；", tables)}：差错过多，无法定位。三处以内的差错不足以解释不成立的规则，或可能的组合过多。"
                + (repairs.Count > 0 ? "其余部分：" : "");
    }

    private static string Tied(RepairList repairs, Language language)
    {
        var first = repairs.Count(repair => repair.Rank == 1);
        var lines = repairs.Take(Math.Min(first, MostInFull))
            .Select((repair, i) => FormattableString.Invariant($"({i + 1}) {repair.GetReason(language)}"));
        return (language == Language.English
            ? FormattableString.Invariant($"{first} explanations are about equally likely, and the rules cannot tell which it is: ")
            : FormattableString.Invariant($"有 {first} 种解释可能性相近，仅凭规则无法判定："))
            + string.Join(' ', lines)
            + More(repairs.Count - Math.Min(first, MostInFull), language);
    }

    private static string Ranked(RepairList repairs, Language language)
    {
        var english = language == Language.English;
        var others = repairs.Skip(1).Take(MostInFull - 1).Select(repair => (english ? " Less likely: " : "其次：") + repair.GetReason(language));
        return (english ? "Most likely: " : "最可能：")
            + repairs[0].GetReason(language)
            + string.Concat(others)
            + More(repairs.Count - MostInFull, language);
    }

    private static string More(int count, Language language) =>
        language == Language.English ? More(count, "other explanation", "other explanations")
        : count > 0 ? FormattableString.Invariant($"（另有 {count} 种解释）")
        : "";

    private static string More(int count, string one, string several) =>
        count <= 0 ? "" : FormattableString.Invariant($" ({count} {(count == 1 ? one : several)})");

    public static string Reason(IReadOnlyList<Slip> slips, Language language) => string.Join(
        language == Language.English ? " " : "", slips.Select(slip => Sentence(slip, language)));

    private static string Sentence(Slip slip, Language language)
    {
        var english = language == Language.English;
        var first = slip.Changes[0];
        switch (slip.Kind)
        {
            case SlipKind.CellsSwapped:
            case SlipKind.NeighbouringCell:
                var kind = slip.Kind == SlipKind.CellsSwapped
                    ? new Label("两格数值可能填反了", "each seems to hold the other's value")
                    : new Label("数值可能错填到了相邻的格", "the value seems to stand in the neighbouring cell");
                var second = slip.Changes[1];
                return english
                    ? $"{Place(first, language)} {Should(first, language)}, and {Place(second, language)} {Should(second, language)}: {kind.En}."
                    : $"{Place(first, language)}{Should(first, language)}，{Place(second, language)}{Should(second, language)}：{kind.Zh}。";
            case SlipKind.LeafWithTotals:
                var totals = slip.Changes.Length == 2
                    ? $"{slip.Changes[1].GetLabel(language)} {Invariant(slip.Changes[1].To)}"
                    : FormattableString.Invariant($"{slip.Changes.Length - 1}{(english ? " cells" : " 格")}");
                return english
                    ? $"{Place(first, language)} {Should(first, language)}: {Kind(first, language)}, and the totals summed from it follow ({totals})."
                    : $"{Place(first, language)}{Should(first, language)}：{Kind(first, language)}，由它汇总的合计随之更正（{totals}）。";
            case SlipKind.BlankLeft when slip.Changes.Length > 1:
                return Blanks(slip.Changes, language);
            default:
                return english
                    ? $"{Place(first, language)} {Should(first, language)}: {Kind(first, language)}."
                    : $"{Place(first, language)}{Should(first, language)}：{Kind(first, language)}。";
        }
    }

    private static string Blanks(RepairChange[] changes, Language language)
    {
        var english = language == Language.English;
        var others = changes.Where(change => change.To != 0).ToList();
        var zeroes = changes.Length - others.Count;
        var tables = changes.GroupBy(change => change.GetLabel(language).Split(LabelPath.Separator)[0])
            .Select(table => FormattableString.Invariant($"{table.Key}{(english ? ": " : "：")}{table.Count()}{(english ? "" : " 个")}"));
        var places = string.Join(english ? "; " : "；", tables);
        var shown = others.Take(MostInFull).Select(change => $"{change.GetLabel(language)}{(english ? " " : "")}{Should(change, language)}");
        var examples = others.Count == 0 ? ""
            : english ? " " + string.Join("; ", shown) + More(others.Count - MostInFull, "other that is not 0", "others that are not 0") + "."
            : string.Join("；", shown) + (others.Count > MostInFull ? FormattableString.Invariant($"（另有 {others.Count - MostInFull} 个不为 0）") : "") + "。";
        return english
            ? FormattableString.Invariant($"The rules leave {changes.Length} blank cells one number each, {(others.Count == 0 ? "0 in all of them" : $"{zeroes} of them 0")} ({places}).{examples} Nothing has been filled in.")
            : FormattableString.Invariant($"规则唯一确定了 {changes.Length} 个空白单元格的数值，{(others.Count == 0 ? "都是 0" : $"其中 {zeroes} 个为 0")}（{places}）。{examples}未代为填写。");
    }

    private static string Place(RepairChange change, Language language)
    {
        var label = change.GetLabel(language);
        return (language, change.From) switch
        {
            (Language.English, null) => $"{label} (blank)",
            (Language.English, { } from) => $"{label} ({Invariant(from)})",
            (_, null) => $"{label}（空白）",
            (_, { } from) => $"{label}（填报 {Invariant(from)}）",
        };
    }

    private static string Should(RepairChange change, Language language)
    {
        var label = change.Units.Choice == Choice.Forced ? new Label("应为", "should be")
            : change.Units.Choice == Choice.Probable ? new Label("可能应为", "should probably be")
            : change.Units.Choice == Choice.Example ? new Label("应为其他数，例如", "should be another number, such as")
            : change.To > (change.From ?? 0) ? new Label("应不小于", "should be at least")
            : new Label("应不大于", "should be at most");
        return label.In(language) + " " + Invariant(change.To);
    }

    private static string Kind(RepairChange change, Language language)
    {
        if (change.Kind != SlipKind.UnitWrong)
        {
            var label = (change.Kind, change.IsForced) switch
            {
                (SlipKind.Other, true) => s_only,
                (SlipKind.BlankLeft, false) => s_blank,
                _ => s_kinds[change.Kind],
            };
            return label.In(language);
        }

        var power = NumberSlips.PowerBetween(change.Units.From, change.Units.To);
        var times = Scaled.PowerOfTen(Math.Abs(power)).ToString("#,0", CultureInfo.InvariantCulture);
        var isYuan = power == 4 && change.Cell.Type.Kind == CellKind.Decimal;
        return language == Language.English
            ? $"{times} times too {(power > 0 ? "large" : "small")}{(isYuan ? " (yuan for 10,000 yuan)" : "")}"
            : power > 0 ? $"是应填数的 {times} 倍{(isYuan ? "（可能以元填报，应为万元）" : "")}" : $"只有应填数的 1/{times}";
    }

    private static string Invariant(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}

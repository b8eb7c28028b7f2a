namespace GovReportSchema.Pages;

/// <content>What follows a number: units and notes.</content>
internal readonly partial record struct ValueText
{
    /// <summary>Words for the things counted; they follow a number and say nothing of it.</summary>
    private static readonly string[] s_counters =
    [
        "个", "件", "项", "条", "宗", "次", "份", "起", "例", "篇", "张", "人", "人次", "部", "户", "家", "笔", "类", "批", "件次", "项次", "批次", "个项目", "期", "场", "处",
    ];

    /// <summary>A unit of money as printed in a bracket: 单位：万元, 元.</summary>
    public static decimal? MoneyUnit(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var plain = LabelText.Plain(text);
        plain = plain.StartsWith("单位", StringComparison.Ordinal) || plain.StartsWith("單位", StringComparison.Ordinal) ? plain[2..].TrimStart(':') : plain;
        return plain.Replace("人民币", "", StringComparison.Ordinal).Replace('萬', '万').Replace('億', '亿') switch
        {
            "元" => 1m,
            "千元" => 1_000m,
            "万元" or "万" => 10_000m,
            "百万元" => 1_000_000m,
            "亿元" or "亿" => 100_000_000m,
            _ => null,
        };
    }

    /// <summary>What follows a number: its unit, a note in brackets or after a comma. Anything else makes it another text.</summary>
    private static bool TakeUnit(ref ReadOnlySpan<char> rest, ref decimal number, ref decimal? money)
    {
        var note = rest.IndexOfAny('(', '[', '【');
        var unit = note >= 0 ? rest[..note] : rest;
        if (note >= 0)
        {
            if (rest[^1] is not (')' or ']' or '】'))
            {
                return false;
            }

            var inside = rest[(note + 1)..^1].ToString();
            if (MoneyUnit(inside) is { } printed)
            {
                money ??= printed;
            }
            else if (ValueText.Of(inside).Kind != ValueKind.Other)
            {
                // 5(6) gives two numbers, and neither is a note on the other.
                return false;
            }
        }
        else if (unit.IndexOfAny(",;:。") is >= 0 and var comma)
        {
            if (comma + 1 < unit.Length && !unit[(comma + 1)..].StartsWith("其中", StringComparison.Ordinal))
            {
                return false;
            }

            unit = unit[..comma];
        }

        var word = unit.ToString();
        if (word.Length == 0 || Array.IndexOf(s_counters, word) >= 0)
        {
            return true;
        }

        if (word == "整" && money is not null)
        {
            return true;
        }

        if (word is "万" or "亿" or "萬" or "億")
        {
            number *= word is "万" or "萬" ? 10_000 : 100_000_000;
            return number < LargestNumber;
        }

        if (word.Length > 1 && word[0] is '万' or '萬' && Array.IndexOf(s_counters, word[1..]) >= 0)
        {
            number *= 10_000;
            return number < LargestNumber;
        }

        money = MoneyUnit(word.EndsWith('整') ? word[..^1] : word) ?? (money is null ? null : 0);
        return money > 0;
    }
}

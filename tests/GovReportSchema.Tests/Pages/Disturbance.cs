using System.Globalization;

namespace GovReportSchema.Tests.Pages;

/// <summary>What pages do to cells, labels and tables.</summary>
public enum Disturbance
{
    None,

    /// <summary>182个, 增101, full-width digits and points, thousands marks, notes in brackets, trailing spaces.</summary>
    Numbers,

    /// <summary>Blanks as /, -, —, 无.</summary>
    BlankSigns,

    /// <summary>Zeros and blanks both, many of them.</summary>
    ManyBlanks,

    /// <summary>Labels broken by line ends.</summary>
    BrokenLabels,

    /// <summary>Labels in traditional characters and the other width of brackets.</summary>
    Traditional,

    /// <summary>A letter of a long label exchanged, doubled or dropped.</summary>
    Typos,

    /// <summary>Numbering dropped, units appended to labels.</summary>
    LooseLabels,

    /// <summary>Rows added by a province, with values of their own.</summary>
    AddedRows,

    /// <summary>Money in 元 and 亿元.</summary>
    Units,

    /// <summary>A row of the form is missing on the page.</summary>
    MissingRow,

    /// <summary>A value is missing, so that its row is short.</summary>
    MissingValue,

    /// <summary>A value that is no number: 见附件, 约30.</summary>
    Unreadable,

    /// <summary>A row printed twice with different values.</summary>
    Twice,
}

/// <summary>Disturbs a report as printed.</summary>
internal static class Disturber
{
    /// <summary>Where places tell columns, a value that is missing is a blank, and those after it stand under other heads.</summary>
    public static bool Applies(Shape shape, Disturbance disturbance) => disturbance != Disturbance.MissingValue || shape is not (Shape.Columns or Shape.Dashes);

    /// <summary>Disturbances after which cells cannot all be there.</summary>
    public static bool Loses(Disturbance disturbance) =>
        disturbance is Disturbance.MissingRow or Disturbance.MissingValue or Disturbance.Unreadable or Disturbance.Twice;

    public static void Disturb(IReadOnlyList<GridSection> sections, Report report, Disturbance disturbance, Random random)
    {
        foreach (var section in sections.Where(section => section.Text is null))
        {
            foreach (var cell in section.Rows.SelectMany(row => row))
            {
                if (cell.Cell >= 0)
                {
                    Value(cell, report, disturbance, random);
                }
                else if (!cell.IsName || disturbance == Disturbance.BrokenLabels)
                {
                    Label(cell, disturbance, random);
                }
            }

            Rows(section.Rows, disturbance, random);
        }
    }

    private static T Pick<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];

    private static void Value(GridCell cell, Report report, Disturbance disturbance, Random random)
    {
        var value = report.GetValue(cell.Cell);
        var type = report.Format.Cells[cell.Cell].Type;
        if (!type.IsNumber && value is null && cell.Text.Length > 0)
        {
            return;
        }

        switch (disturbance)
        {
            case Disturbance.Numbers when value is { } number:
                cell.Text = Look(number, type, random);
                break;
            case Disturbance.BlankSigns when value is null:
                cell.Text = Pick(random, "/", "-", "—", "无", "——", "　", "\u00A0", "／");
                break;
            case Disturbance.Units when IsMoney(type) && value is { } amount:
                cell.Text = Pick(
                    random,
                    (amount * 10_000m).ToString("0.####", CultureInfo.InvariantCulture) + "元",
                    (amount / 10_000m).ToString("0.##########", CultureInfo.InvariantCulture) + "亿元",
                    amount.ToString(CultureInfo.InvariantCulture) + "（万元）",
                    "￥" + (amount * 10_000m).ToString("#,0.####", CultureInfo.InvariantCulture));
                break;
            case Disturbance.Unreadable when random.Next(12) == 0:
                cell.Text = Pick(random, "见附件", "约30", "12 34", "5（6）", "1,23", "三十");
                break;
        }
    }

    /// <summary>An amount of money, in 万元 where the form prints no unit.</summary>
    public static bool IsMoney(CellType type) => type is { Kind: CellKind.Decimal, Unit: null or "万元" };

    private static string Look(decimal number, CellType type, Random random)
    {
        var text = Math.Abs(number).ToString(random.Next(3) == 0 ? "#,0.######" : "0.######", CultureInfo.InvariantCulture);
        if (random.Next(4) == 0)
        {
            text = string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c == '.' ? '．' : c == ',' ? '，' : c));
        }

        text += IsMoney(type) ? Pick(random, "万元", "萬元", " 万元") : type.Kind == CellKind.Decimal ? "" : Pick(random, "", "", "件", "个", "（其中修订16件）", "　", "\u00A0");
        return type.Kind != CellKind.Signed ? text
            : number > 0 ? Pick(random, "+", "增", "增加", "＋", "") + text
            : number < 0 ? Pick(random, "-", "减", "减少", "－", "−") + text : text;
    }

    private static void Label(GridCell cell, Disturbance disturbance, Random random)
    {
        var text = cell.Text;
        switch (disturbance)
        {
            case Disturbance.BrokenLabels when text.Length > 3 && !(cell.IsName && text.Any(char.IsAscii)) && random.Next(2) == 0:
                cell.Text = text.Insert(random.Next(2, text.Length), "\n");
                break;
            case Disturbance.Traditional:
                cell.Text = text.Replace("开", "開").Replace("务", "務").Replace("规", "規").Replace("数", "數").Replace("总", "總").Replace("计", "計")
                    .Replace("业", "業").Replace("构", "構").Replace("结", "結").Replace("维", "維").Replace("诉讼", "訴訟").Replace("复议", "復議")
                    .Replace('（', '(').Replace('）', ')').Replace('、', '．');
                break;
            case Disturbance.Typos when text.Length >= 8 && random.Next(3) == 0:
                var at = random.Next(4, text.Length - 1);
                cell.Text = random.Next(3) switch
                {
                    0 => text.Remove(at, 1),
                    1 => text.Insert(at, text[at].ToString()),
                    _ => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
                };
                break;
            case Disturbance.LooseLabels:
                if (text.Length > 4 && random.Next(2) == 0 && !text.StartsWith('第'))
                {
                    cell.Text = text.TrimStart('（', '一', '二', '三', '四', '五', '六', '七', '）', '、', '1', '2', '3', '4', '5', '6', '7', '8', '.');
                }

                if (text.EndsWith("总金额", StringComparison.Ordinal))
                {
                    cell.Text += "(万元)";
                }
                else if (text.EndsWith("数量", StringComparison.Ordinal) && !cell.IsRowLabel)
                {
                    cell.Text += "（件）";
                }

                break;
        }
    }

    private static void Rows(List<List<GridCell>> rows, Disturbance disturbance, Random random)
    {
        var data = rows.FindAll(row => row.Exists(cell => cell.IsRowLabel));
        if (data.Count == 0)
        {
            return;
        }

        var row = Pick(random, [.. data]);
        switch (disturbance)
        {
            case Disturbance.AddedRows:
                var added = row.SkipWhile(cell => !cell.IsRowLabel)
                    .Select(cell => new GridCell(cell.Cell < 0 ? "其中：新增加的统计事项" : "77") { ColumnSpan = cell.ColumnSpan, RowSpan = 1 }).ToList();
                Grow(rows, row);
                rows.Insert(rows.IndexOf(row) + 1, added);
                break;
            case Disturbance.MissingRow when row[0].RowSpan == 1 && row[0].IsRowLabel && row[0].ColumnSpan > 1:
                rows.Remove(row);
                break;
            case Disturbance.MissingValue:
                row.RemoveAt(random.Next(row.FindIndex(cell => cell.IsRowLabel) + 1, row.Count));
                break;
            case Disturbance.Twice when !row.Exists(cell => cell.IsName):
                var twin = row.SkipWhile(cell => !cell.IsRowLabel)
                    .Select(cell => new GridCell(cell.Cell < 0 ? cell.Text : "88") { ColumnSpan = cell.ColumnSpan, RowSpan = 1 }).ToList();
                Grow(rows, row);
                rows.Insert(rows.IndexOf(row) + 1, twin);
                break;
        }
    }

    /// <summary>Lengthens the groups that a row stands under, so that a row more has its place.</summary>
    private static void Grow(List<List<GridCell>> rows, List<GridCell> row)
    {
        var at = rows.IndexOf(row);
        for (var y = 0; y <= at; y++)
        {
            foreach (var cell in rows[y].Where(cell => cell.RowSpan > 1 && y + cell.RowSpan > at))
            {
                cell.RowSpan++;
            }
        }
    }
}

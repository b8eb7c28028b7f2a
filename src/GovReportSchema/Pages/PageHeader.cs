using System.Buffers;
using System.Text.RegularExpressions;

namespace GovReportSchema.Pages;

/// <summary>Finds the body and the year of a report: in its title, in the statistical period, in the signature.</summary>
internal sealed partial class PageHeader
{
    private const int LongestTitle = 60;

    /// <summary>A longer paragraph does not introduce the report.</summary>
    private const int LongestPreface = 1_000;

    /// <summary>Lines in which the title stands, and lines in which the signature does.</summary>
    private const int HeadLines = 80;

    private static readonly char[] s_clauseEnds = [',', '，', '。', ';', ':', '《', '》', '(', ')', '\n'];

    private static readonly SearchValues<char> s_noBody = SearchValues.Create("，,。；;：:、?！!|/0123456789");

    public string? Agency { get; private set; }

    public int? Year { get; private set; }

    /// <summary>What the year was inferred from; null where the page says it.</summary>
    public Label? YearInferredFrom { get; private set; }

    public static PageHeader Read(Page page, ReportFormat format, int firstSectionCell)
    {
        var header = new PageHeader();
        var title = LabelText.Of(format.Title.Zh).Bare;
        var lines = page.Cells.Take(firstSectionCell < 0 ? HeadLines : firstSectionCell).Where(cell => !string.IsNullOrWhiteSpace(cell.Text))
            .Take(HeadLines).Select(cell => cell.Text).ToList();
        header.ReadTitle(page.Title is null ? lines : [.. lines, page.Title], title);
        header.ReadPeriod(lines);
        header.ReadPreface(lines, title, announced: false);

        // What introduces a report may stand under its first heading.
        var first = firstSectionCell < 0 ? [] : page.Cells.Skip(firstSectionCell + 1).TakeWhile(cell => cell.Place == Place.Line && !SectionFinder.LooksLikeHeading(cell.Text))
            .Take(HeadLines).Select(cell => cell.Text).ToList();
        header.ReadPreface(first, title, announced: true);
        header.ReadPeriod(first.FindAll(line => line.Contains("统计", StringComparison.Ordinal)));
        header.ReadSignature(page);
        return header;
    }

    /// <summary>现将平阴县人民政府2019年政府信息公开工作年度报告公布如下: the title within a sentence.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="title">The report's name.</param>
    /// <param name="announced">Whether the sentence has to announce this report: among what was done in the year, last year's report is named too.</param>
    private void ReadPreface(List<string> lines, string title, bool announced)
    {
        // Text from PDF breaks a sentence at the end of its line, in the middle of a name too.
        foreach (var line in lines.Concat(lines.Zip(lines.Skip(1), Joined)).Where(line => line.Length <= LongestPreface))
        {
            foreach (var clause in Clauses(line))
            {
                if (Year is not null && Agency is not null)
                {
                    return;
                }

                if (TryReadClause(clause, title, out var body, out var year, out var isAnnounced) && (isAnnounced || !announced))
                {
                    Year ??= year;
                    Agency ??= isAnnounced && IsBody(body) && !Pronoun().IsMatch(body) ? body : null;
                }
            }
        }
    }

    private static string Joined(string line, string next) => line.TrimEnd() + next.TrimStart();

    private static string[] Clauses(string line) => LabelText.Plain(line).Split(s_clauseEnds, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Reads a clause that names the report.</summary>
    private static bool TryReadClause(string clause, string title, out string body, out int? year, out bool isAnnounced)
    {
        var announcement = Announcement().Match(clause);
        isAnnounced = announcement.Success;
        (body, year) = ("", null);
        if (clause.Length > 2 * LongestTitle || !TryCutTitle(clause[(isAnnounced ? announcement.Index + announcement.Length : 0)..], title, out var rest))
        {
            return false;
        }

        year = YearOf(rest, out rest);
        body = rest.TrimEnd('的', '度');
        return true;
    }

    /// <summary>Whether a line belongs with the one before or after it to a sentence that announces the report, and so is no title.</summary>
    private static bool IsOfSentence(List<string> lines, int line, string title)
    {
        return (line > 0 && Announces(Joined(lines[line - 1], lines[line]))) || (line + 1 < lines.Count && Announces(Joined(lines[line], lines[line + 1])));

        bool Announces(string text) => text.Length <= LongestPreface && Clauses(text).Any(clause =>
            TryReadClause(clause, title, out var body, out _, out var isAnnounced) && isAnnounced && IsBody(body));
    }

    /// <summary>平阴县2019年政府信息公开工作年度报告; over two lines where the body stands alone on the first.</summary>
    private void ReadTitle(List<string> lines, string title)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var core = Words(lines[i]);
            if (core.Length is 0 or > LongestTitle || !TryCutTitle(core, title, out var rest) || IsOfSentence(lines, i, title))
            {
                continue;
            }

            var year = YearOf(rest, out rest);
            var body = i > 0 ? Words(lines[i - 1]) : "";
            var two = YearOf(body, out body);
            Year ??= year ?? two;
            Agency ??= rest.Length >= 2 ? rest : rest.Length == 0 && IsBody(body) ? body : null;
            if (Year is not null && Agency is not null)
            {
                return;
            }
        }
    }

    private static string Words(string line) => line.Length > 4 * LongestTitle ? "" : TitleMarks().Replace(LabelText.Plain(line), "");

    /// <summary>Cuts the report's name off a title: the name itself, or its last words (政府信息公开年度报告, 政府信息公开工作年报).</summary>
    private static bool TryCutTitle(string line, string title, out string rest)
    {
        rest = "";
        var simple = string.Concat(line.Select(TraditionalCharacters.Simplify));
        var start = simple.IndexOf(title, StringComparison.Ordinal);
        var length = title.Length;
        if (start < 0)
        {
            // The first and last words of the name, whatever stands between them; the first may lack its beginning (信息公开年度报告).
            var first = title[..Math.Min(6, title.Length)];
            start = simple.IndexOf(first, StringComparison.Ordinal);
            start = start < 0 && first.Length == 6 ? simple.IndexOf(first[2..], StringComparison.Ordinal) : start;
            var end = simple.LastIndexOf(title[^Math.Min(4, title.Length)..], StringComparison.Ordinal);
            end = end < 0 ? simple.LastIndexOf("年报", StringComparison.Ordinal) + 2 : end + Math.Min(4, title.Length);
            if (start < 0 || end <= start)
            {
                return false;
            }

            length = end - start;
        }

        // What follows the name is a note, or the site's own name.
        rest = line[..start];
        var middle = line.Substring(start, Math.Min(length, line.Length - start));
        rest += YearPattern().Match(middle) is { Success: true } year ? year.Value : "";
        return rest.IndexOfAny(['，', ',', '。', ';', '《']) < 0;
    }

    private void ReadPeriod(List<string> lines)
    {
        foreach (var line in lines)
        {
            if (Year is not null)
            {
                return;
            }

            if (Period().Match(LabelText.Plain(line)) is { Success: true } period)
            {
                Year = ParseYear(period.Groups[1].Value);
            }
        }
    }

    /// <summary>The body over the date at the report's end; a report is dated in the year after the one that it is for.</summary>
    private void ReadSignature(Page page)
    {
        var last = page.Cells.FindLastIndex(cell => IsSignatureDate(cell.Text));
        if (last < 0)
        {
            return;
        }

        var date = SignatureDate().Match(LabelText.Plain(page.Cells[last].Text));
        if (Year is null && ParseYear(date.Groups[2].Value) is { } year)
        {
            Year = year - 1;
            YearInferredFrom = new("落款日期", "the date of the signature");
        }

        var body = date.Groups[1].Value.Length > 0 ? date.Groups[1].Value
            : last > 0 ? LabelText.Plain(page.Cells[last - 1].Text) : "";
        if (Agency is null && IsBody(body))
        {
            Agency = body;
        }
    }

    /// <summary>Whether a line is the date under a report, with the body before it or not.</summary>
    public static bool IsSignatureDate(string line) => line.Length <= LongestTitle * 2 && SignatureDate().IsMatch(LabelText.Plain(line));

    /// <summary>The government of the place that a title names, where the page names that too; null else.</summary>
    public static string? FullName(Page page, string agency)
    {
        var full = agency + "人民政府";
        return PlaceEnd().IsMatch(agency) && page.Lines.Exists(line => line.Contains(full, StringComparison.Ordinal)) ? full : null;
    }

    private static bool IsBody(string text) => text.Length is >= 2 and <= 30 && text.AsSpan().IndexOfAny(s_noBody) < 0
        && BodyEnd().IsMatch(string.Concat(text.Select(TraditionalCharacters.Simplify)));

    private static int? YearOf(string text, out string rest)
    {
        var match = YearPattern().Match(text);
        rest = match.Success ? text.Remove(match.Index, match.Length) : text;
        return match.Success ? ParseYear(match.Groups[1].Value) : null;
    }

    private static int? ParseYear(string digits)
    {
        const string chinese = "〇一二三四五六七八九";
        var year = 0;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiDigit(c) ? c - '0' : c is '零' or '○' or 'O' ? 0 : chinese.IndexOf(c, StringComparison.Ordinal);
            year = (year * 10) + digit;
        }

        return year is >= 1990 and < 2100 ? year : null;
    }

    [GeneratedRegex("[\\s“”\"'‘’#*_]|^[（(].*?[)）]$")]
    private static partial Regex TitleMarks();

    [GeneratedRegex("((?:19|20)[0-9]{2}|二[〇零○O]?[〇零○O一二三四五六七八九]{2,3})年(?:度(?!报告))?")]
    private static partial Regex YearPattern();

    [GeneratedRegex("(?:现(?:将|公布|发布|公开|编制|予以|向社会)+|特(?:此|将|编制|制定)+|编制(?:形成|完成|发布|了)?|制定|公布|发布)")]
    private static partial Regex Announcement();

    [GeneratedRegex("^(?:我|本|全|该|各|其|上|下|以|了|和|及|市政府$|县政府$|区政府$)")]
    private static partial Regex Pronoun();

    [GeneratedRegex("((?:19|20)[0-9]{2}|二[〇零○O][〇零○O一二三四五六七八九]{2})年(?:0?1|一|元)月(?:0?1|一)日")]
    private static partial Regex Period();

    [GeneratedRegex("^(.{0,30}?)((?:19|20)[0-9]{2}|二[〇零○O][〇零○O一二三四五六七八九]{2})年(?:元|[0-9一二三四五六七八九十]{1,3})月(?:[0-9一二三四五六七八九十]{1,3}日)?$")]
    private static partial Regex SignatureDate();

    [GeneratedRegex("[省市县区州旗盟镇乡]$")]
    private static partial Regex PlaceEnd();

    [GeneratedRegex("(政府|办公室|办|局|委|委员会|厅|处|院|所|中心|会|社|公司|集团|大学|学院|镇|乡|街道|区|县|市|省|州|旗|盟|部|署|队|站|馆|场|园|校|室|台|行|厂)$")]
    private static partial Regex BodyEnd();
}

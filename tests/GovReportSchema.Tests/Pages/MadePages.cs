using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace GovReportSchema.Tests.Pages;

/// <summary>
/// Pages as sites, Word, Excel and extractors make them, each of the figures of the submission that its name ends in. Whole, they are read; damaged, they
/// lose cells and give no wrong one.
/// </summary>
public partial class MadePages
{
    /// <summary>
    /// Cells that a page leaves in doubt: blank ones that an extractor dropped and filled the row up for, a row whose empty cells end it, a row whose values a
    /// page break parts from their label, values on a line of their own that may be of the row above or below.
    /// </summary>
    private static readonly Dictionary<string, int> s_lost = new()
    {
        ["18-layout-wide-blanks.f21b.txt"] = 21,
        ["40-bars-on-lines.f19b.txt"] = 7,
        ["43-layout-broken-heads.f21.txt"] = 7,
        ["45-filled-dropped.f21b.txt"] = 172,
        ["52-layout-values-between-labels.f21b.txt"] = 3,
        ["53-layout-values-alone.f19b.txt"] = 35,
    };

    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "data", "pages");

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(s_folder).Select(file => Path.GetFileName(file)).Where(name => !name.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static Report Truth(string name) => ReportFormats.Read(File.ReadAllBytes(Path.Combine(s_folder, name.Split('.')[1] + ".json"))).Report!;

    private static PublishedReport Read(string name) => PublishedReport.Read(File.ReadAllBytes(Path.Combine(s_folder, name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_figure_is_read(string name)
    {
        var published = Read(name);
        var outcome = Outcome.Of(Truth(name), published);

        Assert.True(outcome.Wrong == 0 && outcome.Lost == s_lost.GetValueOrDefault(name), outcome.Log);
        Assert.Equal(Truth(name).Year, published.Report!.Year);
        Assert.Contains(published.Report.Agency, (string[])["青松县人民政府", "青松縣人民政府"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_texts_are_those_of_the_report_and_not_of_the_website(string name)
    {
        var report = Read(name).Report!;
        var texts = string.Join('\n', Enumerable.Range(0, 4).Select(report.GetText));

        Assert.DoesNotContain("上一篇", texts, StringComparison.Ordinal);
        Assert.DoesNotContain("打印本页", texts, StringComparison.Ordinal);
        Assert.DoesNotContain("版权所有", texts, StringComparison.Ordinal);
        Assert.DoesNotContain("当前位置", texts, StringComparison.Ordinal);
    }

    [Fact]
    public void An_amount_under_a_caption_is_of_its_unit()
    {
        Assert.DoesNotContain(Read("10-caption-wan.f19.html").Findings, finding => finding.RuleId is "page.unitUnknown" or "page.unitConverted");
        Assert.Contains(Read("11-caption-yuan.f19.html").Findings, finding => finding.RuleId == "page.unitConverted");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_damaged_page_gives_no_wrong_figure(string name)
    {
        if (name.EndsWith(".docx", StringComparison.Ordinal) || name.Contains("gb2312", StringComparison.Ordinal))
        {
            return;
        }

        var text = File.ReadAllText(Path.Combine(s_folder, name));
        var truth = Truth(name);
        var random = new Random(name[1]);
        var log = new StringBuilder();
        foreach (var damage in Enum.GetValues<Damage>().Where(damage => Applies(damage, name)))
        {
            for (var i = 0; i < s_rounds; i++)
            {
                var published = PublishedReport.Read(Damaged(text, damage, random));
                var wrong = published.Cells.Where(cell => cell.Certainty != Certainty.Lost && published.Report!.GetValue(cell.Cell.Index) != truth.GetValue(cell.Cell.Index)
                    && !published.Findings.Any(finding => finding.RuleId == "page.unitUnknown" && finding.Path == cell.Cell.Path)).ToList();
                if (published.Report?.Format == truth.Format && wrong.Count > 0)
                {
                    log.AppendLine(damage + ": " + wrong[0]);
                }
            }
        }

        Assert.True(log.Length == 0, log.ToString());
    }

    private static readonly int s_rounds = int.Parse(Environment.GetEnvironmentVariable("PAGE_DAMAGES") ?? "3", System.Globalization.CultureInfo.InvariantCulture);

    private enum Damage
    {
        LinesDropped,
        LinesJoined,
        CellsJoined,
        CellDropped,
        SectionTwice,
        CutOff,
        BeginningCutOff,
    }

    /// <summary>
    /// An empty line is an empty cell where cells are lines, and so is an empty line within a drawn row: a value dropped there is a blank on the page. Two
    /// numbers joined on a line that keeps columns by spaces are one number, where no sum tells.
    /// </summary>
    private static bool Applies(Damage damage, string name) => damage switch
    {
        Damage.LinesDropped or Damage.LinesJoined => !name.Contains("cell-lines", StringComparison.Ordinal) && !name.Contains("pandoc", StringComparison.Ordinal),
        Damage.CellsJoined or Damage.CellDropped => !name.Contains("layout", StringComparison.Ordinal) && !name.Contains("cell-lines", StringComparison.Ordinal),
        _ => true,
    };

    private static string Damaged(string text, Damage damage, Random random)
    {
        var lines = text.Split('\n').ToList();
        switch (damage)
        {
            case Damage.LinesDropped:
                lines.RemoveAt(random.Next(lines.Count));
                return string.Join('\n', lines);
            case Damage.LinesJoined:
                var first = random.Next(lines.Count - 1);
                lines[first] += lines[first + 1];
                lines.RemoveAt(first + 1);
                return string.Join('\n', lines);
            case Damage.CellsJoined:
                return Without(text, Between().Matches(text), random);
            case Damage.CellDropped:
                return Without(text, Cell().Matches(text), random);
            case Damage.SectionTwice:
                var heads = Heading().Matches(text).Select(match => match.Index).ToList();
                if (heads.Count < 2)
                {
                    return text;
                }

                var at = random.Next(heads.Count - 1);
                return text.Insert(heads[at], text[heads[at]..heads[at + 1]]);
            case Damage.CutOff:
                return text[..random.Next(text.Length / 4, text.Length)];
            default:
                return text[random.Next(text.Length / 4)..];
        }
    }

    private static string Without(string text, MatchCollection matches, Random random) =>
        matches.Count == 0 ? text : matches[random.Next(matches.Count)] is var match ? text.Remove(match.Index, match.Length) : text;

    [GeneratedRegex("(?<=[0-9])(</[a-z:]+>)*(</td>\\s*<td[^>]*>|\\t|\\s*\\|\\s*|,)(<[a-z][^>]*>)*(?=[0-9])")]
    private static partial Regex Between();

    [GeneratedRegex("<t[dh][^>]*>[^<]*</t[dh]>|\\t[^\\t\\n]*")]
    private static partial Regex Cell();

    [GeneratedRegex("(?<=[\\n>])[#\\s]*[一二三四五六][、．](总体情况|主动公开|收到和处理|政府信息公开行政|存在的主要问题|其他需要)")]
    private static partial Regex Heading();
}

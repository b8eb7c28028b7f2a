using GovReportSchema.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GovReportSchema.Generators.Tests;

/// <summary>No mistake hides another: of one definition all are told at once.</summary>
public class ManyMistakesTests
{
    /// <summary>Each <c>▶</c> stands where a mistake is, and the comment at the end of its line says which; it is no part of the text.</summary>
    private const string Marked = """
        format: ▶Fees_2020                                                   # GRS0020
        type: ▶class                                                         # GRS0021
        namespace: ▶Contoso..Fees                                            # GRS0022
        title: { zh: 收费, ▶en: '' }                                         # GRS0015
        source: { date: ▶2021-02-30, ▶nummer: 1号 }                          # GRS0023 GRS0011
        years: ▶soon                                                         # GRS0024
        header: { ▶validate: { zh: 校验, en: Validation } }                  # GRS0031
        sections:
          overview: { zh: 概况, en: Overview, kind: ▶narative }              # GRS0016
          ▶remarks: { zh: 说明, kind: narrative }                            # GRS0012
          fees:
            zh: 收费情况
            en: Fees charged
            columns:
              ▶natural-person: { zh: 自然人, en: Persons }                   # GRS0030
              companies: { zh: 企业, en: Companies, ▶scale: 2 }              # GRS0041
              ▶Companies: { zh: 公司, en: Firms, min: ▶5, max: 4 }           # GRS0033 GRS0046
              amount: { zh: 金额, en: Amount, kind: decimal, scale: ▶12 }    # GRS0044
              total: { zh: 总计, en: Total, total: rowTotal }
            rows:
              part: { zh: 其中, en: of which, ofWhich: ▶true }               # GRS0048
              charged: { zh: 收取, en: Charged }
              waived: { zh: 减免, en: Waived, rows: { poor: { zh: 困难, en: Hardship }, small: { zh: 小微, en: Small firms } } }
              all: { zh: 合计, en: All, total: columnTotal }
            rules:
              first:
                each: column
                holds: charged ▶＝ ▶waved.poor + ▶waived ▶waived.poor - ▶* all   # GRS0062 GRS0063 GRS0064 GRS0062 GRS0062
                at: charged
                message: { zh: 甲, en: A }
              second:
                each: column
                holds: sum(▶charged) + ▶poor <= 5                            # GRS0065 GRS0063
                at: charged ▶charged                                         # GRS0062
                when: ▶chargd ▶> 5                                           # GRS0063 GRS0062
                tolerance: ▶-1                                               # GRS0070
                message: { zh: 甲, en: A }
              ▶third:                                                        # GRS0067
                each: column
                holds: charged + all <= ▶al                                  # GRS0063
                message: { zh: 甲, en: A }
              ▶fourth: { severity: ▶fatal }                                  # GRS0060 GRS0016
        rules:
          fifth: { holds: ▶fees.charged.tota = 1, message: { zh: 甲, en: A } }   # GRS0063
        """;

    [Fact]
    public void Each_of_more_than_twenty_mistakes_is_reported_once_and_at_its_place()
    {
        var (text, expected) = Read(Marked);
        Assert.True(expected.Count > 20);
        Assert.Equal(expected, Official.Define(text).Mistakes.Select(Place));
    }

    [Fact]
    public void A_mistake_in_how_a_definition_extends_another_hides_none_in_what_it_says()
    {
        var (text, expected) = Read("""
            format: fees-own
            type: Own
            extends: fees
            years: ▶soon                                                      # GRS0024
            sections:
              ▶overviw: { drop: true }                                        # GRS0076
              fees:
                rows:
                  ▶charged: { drop: true }                                    # GRS0077
                  refunded: { zh: 退还, en: Refunded, after: ▶chargd }        # GRS0075
                  waived: { ▶totl: x }                                        # GRS0011
                rules:
                  own: { each: column, holds: all >= ▶refundd, message: { zh: 甲, en: A } }   # GRS0063
            """);
        var run = new GeneratorRun(new TestFile("own.report.yaml", text), new TestFile("fees.report.yaml", Small.Text));
        Assert.Equal(expected, run.Result.Diagnostics.Select(Place));
    }

    [Fact]
    public void A_mistake_in_a_file_does_not_hide_that_another_has_its_names()
    {
        var bad = new TestFile("bad.report.yaml", Small.With("years: 2020-", "years: soon"));
        Assert.Equal(["GRS0024", "GRS0080", "GRS0081"], new GeneratorRun(bad, new TestFile("fees.report.yaml", Small.Text)).Ids);
        Assert.Equal(["GRS0024", "GRS0080", "GRS0081"], new GeneratorRun(new TestFile("fees.report.yaml", Small.Text), bad).Ids);
    }

    private static string Place(DiagnosticInfo mistake) => Place(mistake.ToDiagnostic());

    private static string Place(Diagnostic mistake) =>
        mistake.Location.GetLineSpan().StartLinePosition is var at ? $"({at.Line + 1},{at.Character + 1}) {mistake.Id}" : "";

    private static (string Text, List<string> Expected) Read(string marked)
    {
        var expected = new List<string>();
        var lines = marked.Split('\n').Select((line, number) =>
        {
            var (text, ids) = line.Split("# GRS") is [var before, var after] ? (before.TrimEnd(), "GRS" + after) : (line, "");
            var places = text.Split('▶');
            Assert.Equal(places.Length - 1, ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
            var column = 1;
            foreach (var (part, id) in places.Zip(ids.Split(' ')).Take(places.Length - 1))
            {
                column += part.Length;
                expected.Add($"({number + 1},{column}) {id}");
            }

            return string.Concat(places);
        });
        return (string.Join("\n", lines.ToList()) + "\n", expected);
    }
}

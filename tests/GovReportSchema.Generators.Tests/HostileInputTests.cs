using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GovReportSchema.Generators.Definition;
using GovReportSchema.Generators.Definition.Yaml;
using GovReportSchema.Generators.Emit;
using GovReportSchema.Generators.Model;
using YamlDotNet.RepresentationModel;

namespace GovReportSchema.Generators.Tests;

public class HostileInputTests
{
    private static readonly string[] Tokens =
    [
        ":", "- ", "?", "{", "}", "[", "]", ",", "&a ", "*a", "!t ", "|", ">", "'", "\"", "#", "%", "@", "`", "\t", "\n", "\r", "\0", "\uFEFF",
        "\u2028", "\uD83D", "---\n", "...\n", "null", "~", "true", "-1", "1e999", "99999999999999999999", "previous.", "sum(", ")", "=", "<=", "*",
        "total: ", "rows:", "columns:", "blocks:", "kind: ", "heading: true", "each: row", "holds: ", "    ", "\\", "总计", "<<: ",
    ];

    private const string Extending = """
        format: own
        type: Own
        extends: disclosure-2021
        sections:
          overview: { drop: true }
          applications:
            columns: { legalPersons: { columns: { club: { zh: 协会, en: Clubs, before: other } } } }
            rows: { results: { rows: { granted: { zh: 公开, after: refused }, moved: { zh: 转送, en: Moved, ofWhich: true } } } }
            rules:
              balance: { when: received != 0 }
              carriedInFromLastYear: { drop: true }

        """;

    /// <summary>A quarter of what a run takes; <c>GRS_FUZZ=25000</c> makes it the hundred thousand that were run once.</summary>
    private static readonly int Rounds =
        int.Parse(Environment.GetEnvironmentVariable("GRS_FUZZ") ?? "500", CultureInfo.InvariantCulture);

    private static readonly JsonSerializerOptions Escaped = new() { WriteIndented = true };
    private static readonly JsonSerializerOptions Plain =
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_definition_spoilt_at_random_never_throws(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Rounds; i++)
        {
            var text = new StringBuilder(random.Next(4) switch
            {
                0 => Official.Text2019,
                1 => Official.Text2021,
                2 => Small.Text,
                _ => Extending,
            });
            for (var edits = random.Next(1, 6); edits > 0; edits--)
            {
                Spoil(text, random);
            }

            AssertBounded(text.ToString());
        }
    }

    [Fact]
    public void A_definition_cut_off_anywhere_never_throws()
    {
        for (var length = 0; length < Official.Text2021.Length; length += 11)
        {
            AssertBounded(Official.Text2021[..length]);
        }

        for (var length = 0; length < Small.Text.Length; length++)
        {
            AssertBounded(Small.Text[..length]);
        }
    }

    [Fact]
    public void Random_tokens_never_throw()
    {
        var random = new Random(5);
        for (var i = 0; i < 5_000; i++)
        {
            AssertBounded(string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Tokens[random.Next(Tokens.Length)])));
        }
    }

    public static TheoryData<string> Slow => new(
        "nesting", "flow", "rules", "names", "references", "blocks", "totals", "keys", "quotes", "cells");

    /// <summary>Texts as large as are read, made so that careless code takes the square of their length.</summary>
    [Theory]
    [MemberData(nameof(Slow))]
    public void A_large_text_is_read_in_bounded_time(string kind)
    {
        const int Size = 1_000_000;
        var head = Small.Text;
        var node = "{ zh: 甲, en: A }";
        var text = kind switch
        {
            "nesting" => string.Concat(Enumerable.Range(0, 1_000).Select(depth => new string(' ', depth) + "a:\n")),
            "flow" => new string('[', Size),
            "rules" => head + Repeat(Size, i => $"      r{i}: {{ each: row, holds: persons = compnies{i}, message: {node} }}\n"),
            "names" => head.Replace("      charged:", Repeat(Size, i => $"      recieved{i}: {node}\n") + "      charged:", StringComparison.Ordinal),
            "references" => Small.WithRule("charged = all" + Repeat(Size, i => $" + waived.por{i}"), "at: charged"),
            "blocks" => head + "  big:\n    zh: 大\n    en: Big\n    blocks:\n"
                + Repeat(Size / 2, i => $"      b{i}: {{ zh: 甲, en: A, columns: {{ a: {node} }}, rows: {{ x{i}: {node} }} }}\n")
                + "    rules:\n" + Repeat(Size / 2, i => $"      r{i}: {{ each: row, holds: a = b, message: {node} }}\n"),
            "totals" => head.Replace("      charged:", Repeat(Size, i => $"      a{i}: {node}\n      t{i}: {{ zh: 甲, en: A, total: t{i} }}\n") + "      charged:", StringComparison.Ordinal),
            "keys" => Repeat(Size, i => $"key{i}: x\n"),
            "quotes" => "format: \"" + new string('\\', Size) + "\"\n",
            _ => head.Replace("      charged:", Repeat(Size, i => $"      a{i}: {node}\n") + "      charged:", StringComparison.Ordinal)
                .Replace("      companies:", Repeat(Size, i => $"      b{i}: {node}\n") + "      companies:", StringComparison.Ordinal),
        };
        var watch = Stopwatch.StartNew();
        AssertBounded(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{kind} took {watch.Elapsed}");
    }

    [Fact]
    public void Line_ends_do_not_matter()
    {
        Assert.Equal(Official.Model2021, Official.ModelOf(Official.Text2021.ReplaceLineEndings("\r\n")));
        var spoilt = Small.With("en: Charged", "em: Charged");
        var (lf, crlf) = (Official.Define(spoilt).Mistakes, Official.Define(spoilt.ReplaceLineEndings("\r\n")).Mistakes);
        Assert.Equal(lf.Select(Place), crlf.Select(Place));

        static (string, int, int) Place(Diagnostics.DiagnosticInfo info) =>
            (info.Descriptor.Id, info.Location!.Range.StartLine, info.Location.Range.StartColumn);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_definition_in_json_is_the_same_definition(bool escaped)
    {
        var json = JsonTwin(Official.Text2021, escaped);
        Assert.Equal(escaped, json.Contains("\\u", StringComparison.Ordinal));
        var result = Official.Define(json, "a.report.json");
        Assert.Empty(result.Mistakes);
        Assert.Equal(Official.Model2021, result.Model);
        Assert.Equal(Official.Model2021, Official.ModelOf(json.Replace("  ", "\t", StringComparison.Ordinal)));
        Assert.Equal(Official.Model2021, Official.ModelOf(JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(json))));
    }

    [Fact]
    public void Escapes_of_json_are_read()
    {
        var model = Official.ModelOf(Small.With("en: Fees charged", "en: \"a\\/b \\u4e2d\\ud83d\\ude00 \\\"c\\\"\""));
        Assert.Equal("a/b 中😀 \"c\"", model.Sections[1].Label.En);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fi-FI")]
    [InlineData("ar-SA")]
    public void Culture_does_not_matter(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        var expected = Messages();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(Official.Model2019, Official.ModelOf(Official.Text2019));
            Assert.Equal(Official.Model2021, Official.ModelOf(Official.Text2021));
            Assert.Equal(expected, Messages());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static List<string> Messages() =>
        [
            .. MistakeCases.All
                .SelectMany(mistake => Official.Define(mistake.Text.Replace("▶", "", StringComparison.Ordinal)).Mistakes)
                .Select(info => info.ToDiagnostic().ToString()),
        ];
    }

    private static void AssertBounded(string text)
    {
        var result = Official.Define(text);
        Assert.Equal(result.Model is null, result.Mistakes.Count > 0);
        Assert.InRange(result.Mistakes.Count, 0, Mistakes.Most + 1);
        if (result.Model is { } model)
        {
            Assert.NotEmpty(ReportEmitter.Emit(model).ToList());
        }

        foreach (var mistake in result.Mistakes.Concat(result.Notes))
        {
            // Making the diagnostic checks its position as the compiler does.
            Assert.InRange(mistake.ToDiagnostic().GetMessage(CultureInfo.InvariantCulture).Length, 1, 2_000);
            Assert.InRange(mistake.Location!.Range.Start + mistake.Location.Range.Length, 0, text.Length);
        }
    }

    private static void Spoil(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 30), text.Length - at);
        switch (random.Next(5))
        {
            case 0:
                text[at] = (char)random.Next(0, 0x100);
                break;
            case 1:
                text.Remove(at, length);
                break;
            case 2:
                text.Insert(at, Tokens[random.Next(Tokens.Length)]);
                break;
            case 3:
                text.Insert(random.Next(text.Length), text.ToString(at, length));
                break;
            default:
                text.Remove(at, length).Insert(at, Tokens[random.Next(Tokens.Length)]);
                break;
        }
    }

    private static string Repeat(int size, Func<int, string> line)
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < size; i++)
        {
            text.Append(line(i));
        }

        return text.ToString();
    }

    private static string JsonTwin(string yaml, bool escaped)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return JsonSerializer.Serialize(Convert(stream.Documents[0].RootNode), escaped ? Escaped : Plain);

        static object Convert(YamlNode node) => node is YamlMappingNode mapping
            ? mapping.Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => Convert(pair.Value))
            : ((YamlScalarNode)node).Value!;
    }
}

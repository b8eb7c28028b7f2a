using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GovReportSchema.Generators.Definition;
using GovReportSchema.Generators.Definition.Yaml;
using GovReportSchema.Generators.Emit;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Tests;

public class HostileInputTests
{
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
            AssertBounded(string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Mutations.Tokens[random.Next(Mutations.Tokens.Length)])));
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
        var json = JsonTwin.Of(Official.Text2021, escaped);
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

    private static string Repeat(int size, Func<int, string> line)
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < size; i++)
        {
            text.Append(line(i));
        }

        return text.ToString();
    }
}

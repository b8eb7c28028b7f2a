using System.Reflection;
using System.Text.RegularExpressions;
using GovReportSchema.Generators.Definition;
using GovReportSchema.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GovReportSchema.Generators.Tests;

/// <summary>What <c>schema/README.md</c> teaches is what the generator does.</summary>
public class LanguagePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema", "README.md")).ReplaceLineEndings("\n");

    private static readonly IReadOnlyList<PageExample> Examples = PageExample.Of(Page);

    public static TheoryData<int> All => [.. Enumerable.Range(0, Examples.Count)];

    [Theory]
    [MemberData(nameof(All))]
    public void Each_example_is_what_it_is_said_to_be(int index)
    {
        var example = Examples[index];
        var result = Official.Define(example.ToDefinition());
        var found = result.Mistakes.Select(mistake => mistake.ToDiagnostic().ToString());
        if (example.IsWrong)
        {
            // Advice leaves the definition in order; of mistakes each example has one.
            var ids = (result.Mistakes.Count > 0 ? result.Mistakes : result.Notes).Select(info => info.Descriptor.Id).ToList();
            Assert.True(ids.Contains(example.Heading) && result.Mistakes.Count <= 1, $"{example.Heading}: {string.Join("\n", found)}");
        }
        else
        {
            Assert.True(result.Model is not null, $"{example.Heading}: {string.Join("\n", found)}");
            Assert.Empty(Compiled.Complaints(example.ToDefinition()));
        }
    }

    [Fact]
    public void Each_diagnostic_has_its_section_in_the_order_of_their_ids()
    {
        // GRS0018 is the build's own: where it is reported, no generator runs that could.
        var diagnostics = DiagnosticDescriptors.All.Select(descriptor => (descriptor.Id, Title: $"{descriptor.Title}"))
            .Append((Id: "GRS0018", Title: "The compiler is too old")).OrderBy(diagnostic => diagnostic.Id, StringComparer.Ordinal).ToList();
        Assert.Equal(
            diagnostics.Select(diagnostic => $"### {diagnostic.Id}\n\n**{diagnostic.Title}.**"),
            Regex.Matches(Page, @"^### GRS\d{4}\n\n\*\*[^*]*\*\*", RegexOptions.Multiline).Select(match => match.Value));
        Assert.Equal(diagnostics.Count, Regex.Count(Page, @"^\*Mend:\* .+$", RegexOptions.Multiline));
    }

    [Fact]
    public void Each_key_is_taught_and_shown()
    {
        var keys = typeof(DefinitionKeys).GetFields(BindingFlags.Public | BindingFlags.Static)
            .SelectMany(member => (string[])member.GetValue(null)!).Distinct();
        var shown = string.Concat(Examples.Where(example => !example.IsWrong).Select(example => example.Text));
        Assert.All(keys, key =>
        {
            Assert.Contains($"`{key}", Page, StringComparison.Ordinal);
            Assert.Matches($@"\b{key}:", shown);
        });
    }

    [Fact]
    public void Links_within_the_page_lead_somewhere()
    {
        var anchors = Regex.Matches(Page, "^#+ (.+)$", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value.ToLowerInvariant().Replace(' ', '-')).ToHashSet();
        Assert.All(Regex.Matches(Page, @"\]\(#([^)]+)\)").Select(match => match.Groups[1].Value), link => Assert.Contains(link, anchors));
    }
}

/// <summary>A fenced example of the page, told by its info string: <c>yaml</c> [<c>section</c>] [<c>wrong</c>].</summary>
internal sealed record PageExample(string Heading, string Text, bool IsSection, bool IsWrong)
{
    private static readonly (string Key, string Text)[] Head =
    [
        ("format", "format: example\n"),
        ("type", "type: Example\n"),
        ("title", "title: { zh: 例, en: Example }\n"),
        ("years", "years: 2020-\n"),
        ("sections", "sections: { overview: { zh: 概况, en: Overview, kind: narrative } }\n"),
    ];

    private static readonly (string Key, string Text)[] Table =
    [
        ("zh", "zh: 甲\n"),
        ("en", "en: A\n"),
        ("columns", "columns: { number: { zh: 数量, en: Number } }\n"),
        ("rows", "rows: { all: { zh: 合计, en: All } }\n"),
    ];

    public static IReadOnlyList<PageExample> Of(string page) =>
    [
        .. Regex.Matches(page, @"^(?:#+ (?<heading>.+)|```yaml(?<info>.*)\n(?<text>(?:.*\n)*?)```)$", RegexOptions.Multiline)
            .Aggregate((Heading: "", Found: new List<PageExample>()), (state, match) =>
            {
                if (match.Groups["heading"].Success)
                {
                    return (match.Groups["heading"].Value, state.Found);
                }

                var info = match.Groups["info"].Value.Split(' ');
                state.Found.Add(new(state.Heading, match.Groups["text"].Value, info.Contains("section"), info.Contains("wrong")));
                return state;
            }).Found,
    ];

    /// <summary>The example with what it leaves out.</summary>
    public string ToDefinition() => IsSection
        ? Complete($"sections:\n  table:\n{Regex.Replace(Complete(Text, Table), "^", "    ", RegexOptions.Multiline)}\n", Head)
        : Complete(Text, Head);

    private static string Complete(string text, (string Key, string Text)[] parts) =>
        string.Concat(parts.Where(part => !IsInherited(text, part.Key) && !Regex.IsMatch(text, $"^{part.Key}:", RegexOptions.Multiline)).Select(part => part.Text)) + text;

    private static bool IsInherited(string text, string key) =>
        key is not ("format" or "type") && Regex.IsMatch(text, "^extends:", RegexOptions.Multiline);
}

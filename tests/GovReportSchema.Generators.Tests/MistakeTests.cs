using System.Globalization;
using System.Reflection;
using GovReportSchema.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GovReportSchema.Generators.Tests;

public class MistakeTests
{
    private const string Mark = "▶";

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, MistakeCases.All.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_mistake_is_reported_where_it_stands_and_alone(int index)
    {
        var mistake = MistakeCases.All[index];
        var marked = mistake.Text.IndexOf(Mark, StringComparison.Ordinal);
        Assert.True(marked >= 0 && marked == mistake.Text.LastIndexOf(Mark, StringComparison.Ordinal), $"{mistake} has one mark");

        var result = Official.Define(mistake.Text.Remove(marked, 1));

        var found = result.Mistakes.Select(info => info.ToDiagnostic()).ToList();
        Assert.True(found.Count == 1, $"{mistake}\nfound: {string.Join("\n", found.Take(5))}");
        Assert.Equal(mistake.Id, found[0].Id);
        Assert.Null(result.Model);
        var before = mistake.Text[..marked].Split('\n');
        var at = found[0].Location.GetLineSpan();
        Assert.Equal(
            (mistake.Id, "a.report.yaml", before.Length, before[^1].Length + 1),
            (found[0].Id, at.Path, at.StartLinePosition.Line + 1, at.StartLinePosition.Character + 1));
        Assert.Equal(marked, found[0].Location.SourceSpan.Start);
        var message = found[0].GetMessage(CultureInfo.InvariantCulture);
        Assert.All(mistake.Message, part => Assert.True(message.Contains(part, StringComparison.Ordinal), $"'{part}' is not in: {message}"));
        Assert.DoesNotMatch(@"\{\d", message);
    }

    [Fact]
    public void The_definition_that_the_cases_spoil_has_no_mistake()
    {
        Assert.NotNull(Official.ModelOf(Small.Text));
        Assert.NotNull(Official.ModelOf(Small.WithReportRule("fees.all.total = 1")));
    }

    [Fact]
    public void No_descriptor_goes_unasserted()
    {
        var asserted = MistakeCases.All.Select(mistake => mistake.Id)
            .Concat(typeof(MistakeTests).Assembly.GetTypes()
                .SelectMany(type => type.GetMethods())
                .SelectMany(method => method.GetCustomAttributes<AssertsAttribute>())
                .Select(attribute => attribute.Id))
            .ToHashSet();
        Assert.Empty(Descriptors.Select(descriptor => descriptor.Id).Except(asserted));
    }

    [Fact]
    public void Descriptors_are_unique_helpful_and_released()
    {
        Assert.Equal(Descriptors.Count, Descriptors.Select(descriptor => descriptor.Id).Distinct().Count());
        var released = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "AnalyzerReleases.Unshipped.md"))
            + File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "AnalyzerReleases.Shipped.md"));
        Assert.All(Descriptors, descriptor =>
        {
            Assert.Matches("^GRS[0-9]{4}$", descriptor.Id);
            Assert.EndsWith("/schema/README.md#" + descriptor.Id.ToLowerInvariant(), descriptor.HelpLinkUri, StringComparison.Ordinal);
            var isAdvice = string.CompareOrdinal(descriptor.Id, "GRS0090") >= 0;
            Assert.Equal(isAdvice, descriptor.DefaultSeverity != DiagnosticSeverity.Error);

            // What cannot be configured stops the compiler before it runs analyzers: so a build shows a mistake once.
            Assert.Equal(!isAdvice, descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));
            var severity = descriptor.IsEnabledByDefault ? $"{descriptor.DefaultSeverity}" : "Disabled";
            Assert.Contains($"{descriptor.Id} | GovReportSchema | {severity} |", released, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_mistake_of_a_file_is_reported_in_the_order_of_the_text()
    {
        var text = Small.Text
            .Replace("format: fees", "format: Fees", StringComparison.Ordinal)
            .Replace("years: 2020-", "years: soon", StringComparison.Ordinal)
            .Replace("kind: narrative", "kind: narative", StringComparison.Ordinal)
            .Replace("charged: { zh: 收取, en: Charged }", "charged: { zh: 收取 }", StringComparison.Ordinal)
            .Replace("each: column", "each: colum", StringComparison.Ordinal)
            .Replace("sum(waived)", "sum(waved", StringComparison.Ordinal);
        Assert.Equal(
            ["GRS0020", "GRS0024", "GRS0016", "GRS0012", "GRS0016", "GRS0062"],
            Official.Define(text).Mistakes.Select(mistake => mistake.Descriptor.Id));
    }

    [Fact]
    [Asserts("GRS0017")]
    public void Reports_end_where_nobody_would_read_on()
    {
        var text = Small.Text + string.Concat(Enumerable.Range(0, 600).Select(i => $"key{i}: x\n"));
        var mistakes = Official.Define(text).Mistakes;
        Assert.Equal(501, mistakes.Count);
        Assert.Equal("GRS0017", mistakes[500].Descriptor.Id);
        Assert.Contains("more than 500 mistakes", mistakes[500].ToDiagnostic().GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static IReadOnlyList<DiagnosticDescriptor> Descriptors => DiagnosticDescriptors.All;
}

/// <summary>Says that a test asserts a diagnostic that no case within one file can show.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class AssertsAttribute(string id) : Attribute
{
    public string Id { get; } = id;
}

using System.Globalization;
using GovReportSchema.Generators.Definition.Analysis;
using GovReportSchema.Generators.Definition.Rules;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Tests;

/// <summary>What is said of rules that are no mistakes, but may not be what was meant.</summary>
public class AdviceTests
{
    [Fact]
    public void Of_the_39_equations_of_table_3_37_are_independent()
    {
        string[] rules = ["applications.rowTotal", "applications.resultsTotal", "applications.balance"];
        Assert.Equal((39, 37), Rank(Official.Model2021, rules));
        Assert.Equal((37, 35), Rank(Official.Model2019, rules));
        Assert.Equal((3, 3), Rank(Official.Model2021, "remedies.outcomeTotal"));
    }

    [Fact]
    public void Of_the_official_formats_there_is_nothing_to_say_but_where_no_rule_looks()
    {
        Assert.Equal(["GRS0094: 4 cells of 'proactiveDisclosure' stand in no rule, such as 'administrativeLicensing.decisions'"], Notes(Official.Text2021));
        Assert.Equal(["GRS0094: 4 cells of 'proactiveDisclosure' stand in no rule, such as 'regulations.newlyMade'"], Notes(Official.Text2019));
        Assert.Empty(new GeneratorRun(new TestFile("a.report.yaml", Official.Text2021)).Ids);
    }

    [Theory]
    [Asserts("GRS0090")]
    [Asserts("GRS0091")]
    [Asserts("GRS0092")]
    [Asserts("GRS0093")]
    [Asserts("GRS0094")]
    [InlineData("GRS0090", "charged + all <= 0 - 1", "at: charged", "no values within")]
    [InlineData("GRS0090", "charged != charged + all - all", "at: charged", null)]
    [InlineData("GRS0090", "all = charged + waived.poor + waived.small + 1", "at: all", "contradicts the other equations")]
    [InlineData("GRS0091", "charged + all >= 0", "at: charged", "'fees.order' always holds")]
    [InlineData("GRS0092", "all - charged = sum(waived)", "at: all", "'fees.order' follows from")]
    [InlineData(null, "all - charged = sum(waived)", "at: all\n        when: charged >= 5", "")]
    [InlineData(null, "all - charged = sum(waived)", "at: all\n        tolerance: 1", "")]
    [InlineData(null, "all = previous.all", "at: all", "")]
    [InlineData(null, "charged + all <= 0 - 1", "at: charged\n        when: all >= 5", "")]
    public void A_rule_is_judged_by_the_bounds_of_its_cells_and_by_the_others(string? id, string holds, string more, string? message)
    {
        // A subject that cancels out is a mistake already, and no matter of advice.
        var text = Small.WithRule(holds, more);
        var notes = message is null ? [] : Notes(text);
        Assert.Equal(id is null || message is null ? 0 : 1, notes.Count);
        Assert.All(notes, note => Assert.True(note.StartsWith(id!, StringComparison.Ordinal) && note.Contains(message!, StringComparison.Ordinal), note));
        Assert.Equal(message is null, Official.Define(text).Mistakes.Count > 0);
    }

    [Fact]
    public void A_warning_does_not_make_an_error_superfluous()
    {
        var text = Small.WithRule("charged = previous.charged", "severity: warning")
            .Replace("    rules:\n", "    rules:\n      again: { each: column, holds: 2 * charged = 2 * previous.charged, at: charged, message: { zh: 甲, en: A } }\n", StringComparison.Ordinal);
        Assert.Equal(["GRS0092: The rule 'fees.order' follows from the other rules; where it is violated, so is one of them"], Notes(text));
    }

    [Fact]
    public void A_total_that_nothing_sums_is_named_where_it_stands()
    {
        var result = Official.Define(Small.With(", total: columnTotal", ""));
        var note = Assert.Single(result.Notes);
        Assert.Equal("GRS0093", note.Descriptor.Id);
        Assert.Equal((21, 6), (note.Location!.Range.StartLine, note.Location.Range.StartColumn));
        Assert.NotNull(result.Model);
    }

    [Fact]
    public void A_rule_over_all_entries_does_not_follow_from_one_of_each()
    {
        // With one entry 'all' would be 'charged', and the second rule would follow from the total.
        const string Text = "all = charged";
        var repeated = Repeated(Text);
        Assert.DoesNotContain(Notes(repeated), note => note.StartsWith("GRS0092", StringComparison.Ordinal));
        Assert.Contains(Notes(Repeated("all = sum(charged) + sum(waived)")), note => note.StartsWith("GRS0092: The rule 'fees.order'", StringComparison.Ordinal));
        // Where there is but one, it does follow.
        var one = Repeated("sum(charged) = charged", "at: charged").Replace("max: 9", "max: 1", StringComparison.Ordinal);
        Assert.Contains(Official.Define(one).Mistakes, mistake => mistake.Descriptor.Id == "GRS0068");
    }

    [Fact]
    public void Bounds_count_as_often_as_there_may_be_entries()
    {
        Assert.DoesNotContain(Notes(Bounded(30)), note => note.StartsWith("GRS0091", StringComparison.Ordinal));
        Assert.Contains(Notes(Bounded(90)), note => note.StartsWith("GRS0091: The rule 'fees.order'", StringComparison.Ordinal));

        static string Bounded(int most) => Repeated($"all >= sum(charged) - {most}")
            .Replace("total: rowTotal", "total: rowTotal, max: 10", StringComparison.Ordinal)
            .Replace("en: Persons", "en: Persons, max: 10", StringComparison.Ordinal)
            .Replace("en: Companies", "en: Companies, max: 10", StringComparison.Ordinal);
    }

    private static string Repeated(string holds, params string[] more) => Small.WithRule(holds, more)
        .Replace("en: Charged }", "en: Charged, repeat: { key: region, zh: 地区, en: Region, max: 9 } }", StringComparison.Ordinal);

    [Fact]
    public void A_large_form_is_not_kept_waiting_for_advice()
    {
        var rows = string.Concat(Enumerable.Range(0, 2_000).Select(i => $"      a{i}: {{ zh: 甲, en: A }}\n"));
        var text = Small.With("      charged:", rows + "      charged:");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotNull(Official.Define(text).Model);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    private static (int Equations, int Rank) Rank(ReportModel model, params string[] ids)
    {
        var basis = new EquationBasis();
        var equations = model.Rules.Where(rule => ids.Contains(rule.Id)).SelectMany(rule => Equations.Of(rule, model.CellCount, new EntryMap([]))).ToList();
        equations.ForEach(basis.Add);
        return (equations.Count, basis.Rank);
    }

    private static List<string> Notes(string text) =>
    [
        .. Official.Define(text).Notes.Select(note => $"{note.Descriptor.Id}: {note.ToDiagnostic().GetMessage(CultureInfo.InvariantCulture)}"),
    ];
}

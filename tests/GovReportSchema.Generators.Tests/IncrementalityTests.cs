using System.Collections;
using System.Reflection;
using GovReportSchema.Generators.Model;
using Microsoft.CodeAnalysis;
using static GovReportSchema.Generators.ReportGenerator;

namespace GovReportSchema.Generators.Tests;

public class IncrementalityTests
{
    private static readonly TestFile File2019 = new("disclosure-2019.report.yaml", Official.Text2019);
    private static readonly TestFile File2021 = new("disclosure-2021.report.yaml", Official.Text2021);
    private static readonly TestFile Bad = new("bad.report.yaml", Small.With("years: 2020-", "years: soon"));

    private static readonly string[] AllSteps =
        [Steps.RootNamespace, Steps.Source, Steps.Input, Steps.Definition, Steps.DefinitionSet, Steps.Diagnostics, Steps.Model, Steps.Formats];

    [Fact]
    public void An_edit_of_csharp_runs_no_step_again()
    {
        var run = new GeneratorRun(File2019, File2021, Bad).EditCSharp();
        Assert.All(AllSteps.SelectMany(run.Reasons).Concat(run.OutputReasons), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));

        // What goes in is listed too.
        Assert.Contains("AdditionalTexts", run.Result.TrackedSteps.Keys);
        Assert.DoesNotContain("Compilation", run.Result.TrackedSteps.Keys);
    }

    [Fact]
    public void A_comment_leaves_the_models_and_all_that_is_emitted()
    {
        var edited = new TestFile(File2021.Path, "# a comment\n" + Official.Text2021);
        var run = new GeneratorRun(File2019, File2021).Replace(File2021, edited);
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], run.Reasons(Steps.Definition).OrderDescending());
        AssertUnchanged(run, Steps.Model);
        AssertUnchanged(run, Steps.Formats);
        AssertCached(run.OutputReasons);
    }

    [Fact]
    public void A_comment_moves_the_diagnostics_below_it()
    {
        var edited = new TestFile(Bad.Path, "# a comment\n" + Small.With("years: 2020-", "years: soon"));
        var run = new GeneratorRun(File2021, Bad).Replace(Bad, edited);
        Assert.Single(run.Reasons(Steps.Diagnostics), reason => reason == IncrementalStepRunReason.Modified);
        Assert.Equal(4, Assert.Single(run.Result.Diagnostics).Location.GetLineSpan().StartLinePosition.Line);
        AssertUnchanged(run, Steps.Model);
    }

    [Fact]
    public void An_edit_of_one_definition_emits_that_one_again()
    {
        var edited = new TestFile(File2019.Path, Official.Text2019.Replace("自然人", "公民", StringComparison.Ordinal));
        var run = new GeneratorRun(File2019, File2021).Replace(File2019, edited);
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], run.Reasons(Steps.Model));
        AssertUnchanged(run, Steps.Formats);
        Assert.Single(run.OutputReasons, reason => reason == IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void A_mistake_in_one_definition_leaves_the_others_where_they_were()
    {
        var broken = new TestFile(File2019.Path, "format: [");
        var run = new GeneratorRun(File2019, File2021).Replace(File2019, broken);
        Assert.Equal([IncrementalStepRunReason.Removed, IncrementalStepRunReason.Cached], run.Reasons(Steps.Model));
        Assert.DoesNotContain(run.HintNames, name => name.Contains("2019", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_root_namespace_makes_other_models()
    {
        var run = new GeneratorRun(File2021).Rename("Elsewhere");
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(Steps.Model));
        Assert.Contains(run.HintNames, name => name.StartsWith("Elsewhere.", StringComparison.Ordinal));
    }

    [Fact]
    public void No_step_keeps_a_compilation_a_tree_a_symbol_or_a_file()
    {
        var run = new GeneratorRun(File2019, File2021, Bad);
        Assert.All(AllSteps.Except([Steps.RootNamespace]), step => Assert.Empty(Held(run, step)));
    }

    [Fact]
    public void The_check_for_what_a_step_keeps_can_fail()
    {
        var run = new GeneratorRun(new Hoarder(), File2021);
        Assert.Contains(Held(run, "Compilation"), held => held.Contains("Compilation", StringComparison.Ordinal));
        Assert.Contains(Held(run, "Nested"), held => held.Contains("SyntaxTree", StringComparison.Ordinal));
        Assert.Contains(Held(run, "File"), held => held.Contains(nameof(TestFile), StringComparison.Ordinal));
        Assert.Contains(Held(run, "Location"), held => held.Contains("Location", StringComparison.Ordinal));
    }

    [Fact]
    public void Arrays_are_equal_by_their_items()
    {
        EquatableArray<string> none = default;
        var (some, same, other) = (Array("a", "b"), Array("a", "b"), Array("b", "a"));
        Assert.Equal(some, same);
        Assert.Equal(some.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(some, other);
        Assert.NotEqual(some, Array("a"));
        Assert.Equal(none, Array());
        Assert.Equal(none.GetHashCode(), Array().GetHashCode());
        Assert.False(some.Equals(new object()));
    }

    private static EquatableArray<string> Array(params string[] items) => items.ToEquatableArray();

    private static void AssertUnchanged(GeneratorRun run, string step)
    {
        Assert.NotEmpty(run.Reasons(step));
        AssertCached(run.Reasons(step));
    }

    private static void AssertCached(IReadOnlyList<IncrementalStepRunReason> reasons)
    {
        Assert.NotEmpty(reasons);
        Assert.All(reasons, reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{reason}"));
    }

    /// <summary>What the outputs of a step hold, however deep, that would keep a compilation alive or never be equal.</summary>
    private static List<string> Held(GeneratorRun run, string step)
    {
        var held = new List<string>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (value, _) in run.Result.TrackedSteps[step].SelectMany(found => found.Outputs))
        {
            Walk(value, step);
        }

        return held;

        void Walk(object? value, string path)
        {
            // A descriptor is a constant of the generator, equal by value.
            if (value is null or string or DiagnosticDescriptor || value.GetType().IsPrimitive || value.GetType().IsEnum
                || (!value.GetType().IsValueType && !seen.Add(value)))
            {
                return;
            }

            if (value is Compilation or SyntaxTree or SyntaxNode or ISymbol or SemanticModel or AdditionalText or Location or Diagnostic)
            {
                held.Add($"{path}: {value.GetType().Name}");
                return;
            }

            if (value is IEnumerable items)
            {
                foreach (var item in items)
                {
                    Walk(item, path + "[]");
                }
            }

            for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            {
                foreach (var member in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    Walk(member.GetValue(value), $"{path}.{member.Name}");
                }
            }
        }
    }

    /// <summary>A generator that keeps all it should not.</summary>
    private sealed class Hoarder : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var compilation = context.CompilationProvider.Select((value, _) => value).WithTrackingName("Compilation");
            var nested = context.CompilationProvider
                .Select((value, _) => new { Items = new object[] { value.SyntaxTrees.First() } }).WithTrackingName("Nested");
            var file = context.AdditionalTextsProvider.Select((value, _) => (1, value)).WithTrackingName("File");
            var location = context.CompilationProvider
                .Select((value, token) => new Lazy<object>(value.SyntaxTrees.First().GetRoot(token).GetLocation())).WithTrackingName("Location");
            context.RegisterSourceOutput(compilation, (_, _) => { });
            context.RegisterSourceOutput(nested, (_, _) => { });
            context.RegisterSourceOutput(file, (_, _) => { });
            context.RegisterSourceOutput(location, (_, _) => { });
        }
    }
}

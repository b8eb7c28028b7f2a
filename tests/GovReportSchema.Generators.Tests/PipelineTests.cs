using System.Globalization;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace GovReportSchema.Generators.Tests;

public class PipelineTests
{
    private static readonly TestFile File2019 = new("schema/disclosure-2019.report.yaml", Official.Text2019);
    private static readonly TestFile File2021 = new("schema/disclosure-2021.report.yaml", Official.Text2021);

    [Fact]
    public void Each_definition_has_its_files_and_all_have_one_registration()
    {
        var run = new GeneratorRun(File2019, File2021);
        Assert.Empty(run.Ids);
        Assert.Contains(run.HintNames, name => name.Contains("DisclosureReport2019", StringComparison.Ordinal));
        Assert.Contains(run.HintNames, name => name.Contains("DisclosureReport2021", StringComparison.Ordinal));
        Assert.Single(run.HintNames, name => name.StartsWith("ReportFormats", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_definition_nothing_is_generated() =>
        Assert.Empty(new GeneratorRun(new TestFile("notes.yaml", "a: b"), new TestFile("report.yaml", "a: b")).HintNames);

    [Theory]
    [InlineData("A.REPORT.YAML")]
    [InlineData("a.report.yml")]
    [InlineData("a.Report.Json")]
    public void Definitions_are_known_by_their_ending(string path) =>
        Assert.NotEmpty(new GeneratorRun(new TestFile(path, Small.Text)).HintNames);

    [Fact]
    public void A_bad_file_leaves_the_output_of_the_others()
    {
        var run = new GeneratorRun(new TestFile("bad.report.yaml", "a: ["), File2021);
        Assert.Equal(["GRS0005"], run.Ids);
        Assert.Contains(run.HintNames, name => name.Contains("DisclosureReport2021", StringComparison.Ordinal));
    }

    [Fact]
    [Asserts("GRS0080")]
    public void A_format_given_twice_is_emitted_once()
    {
        var other = new TestFile("other.report.yaml", "# comment\n" + Small.With("type: FeesReport", "type: Other"));
        var run = new GeneratorRun(new TestFile("dir/fees.report.yaml", Small.Text), other);
        var diagnostic = Assert.Single(run.Result.Diagnostics);
        Assert.Equal("GRS0080", diagnostic.Id);
        Assert.Equal("other.report.yaml: (1,8)-(1,12)", Place(diagnostic));
        Assert.Contains("'fees' is already defined by 'fees.report.yaml'", Message(diagnostic), StringComparison.Ordinal);
        Assert.DoesNotContain(run.HintNames, name => name.Contains("Other", StringComparison.Ordinal));
    }

    [Fact]
    [Asserts("GRS0081")]
    public void A_type_given_twice_is_emitted_once_whatever_its_case()
    {
        var other = new TestFile("other.report.yaml", Small.Text
            .Replace("format: fees", "format: fees-b", StringComparison.Ordinal)
            .Replace("FeesReport", "feesReport", StringComparison.Ordinal));
        var run = new GeneratorRun(new TestFile("fees.report.yaml", Small.Text), other);
        var diagnostic = Assert.Single(run.Result.Diagnostics);
        Assert.Equal(("GRS0081", "other.report.yaml: (1,6)-(1,16)"), (diagnostic.Id, Place(diagnostic)));
        Assert.Contains("'Tests.feesReport' is already generated from 'fees.report.yaml'", Message(diagnostic), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_given_twice_is_emitted_once() =>
        Assert.Equal(["GRS0080", "GRS0081"], new GeneratorRun(File2021, new TestFile(File2021.Path, Official.Text2021)).Ids);

    [Fact]
    public void Equal_types_in_two_namespaces_do_not_collide()
    {
        var other = Small.With("format: fees", "format: fees-b\nnamespace: Other.Place");
        var run = new GeneratorRun(new TestFile("a.report.yaml", Small.Text), new TestFile("b.report.yaml", other));
        Assert.Empty(run.Ids);
        Assert.Equal(run.HintNames.Count, run.HintNames.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    [Asserts("GRS0003")]
    public void A_file_that_cannot_be_read_is_an_error()
    {
        var diagnostic = Assert.Single(new GeneratorRun(new TestFile("dir/gone.report.yaml", null)).Result.Diagnostics);
        Assert.Equal("GRS0003", diagnostic.Id);
        Assert.Equal("dir/gone.report.yaml", diagnostic.Location.GetLineSpan().Path);
        Assert.Contains("'gone.report.yaml' could not be read", Message(diagnostic), StringComparison.Ordinal);
    }

    [Fact]
    [Asserts("GRS0001")]
    public void A_fault_of_the_generator_is_an_error_that_names_itself()
    {
        var run = new GeneratorRun(new FailingFile("fire.report.yaml"), File2021);
        var diagnostic = Assert.Single(run.Result.Diagnostics);
        Assert.Equal(("GRS0001", DiagnosticSeverity.Error), (diagnostic.Id, diagnostic.Severity));
        Assert.Contains("InvalidOperationException: the disk is on fire", Message(diagnostic), StringComparison.Ordinal);
        Assert.NotEmpty(run.HintNames);
    }

    [Fact]
    [Asserts("GRS0002")]
    public void A_yaml_reader_that_does_not_load_is_an_error_that_names_the_cause()
    {
        var context = new WithoutYaml();
        var type = context.LoadFromAssemblyPath(typeof(ReportGenerator).Assembly.Location).GetType(typeof(ReportGenerator).FullName!)!;
        var run = new GeneratorRun((IIncrementalGenerator)Activator.CreateInstance(type)!, [File2021]);
        var diagnostic = Assert.Single(run.Result.Diagnostics);
        Assert.Equal("GRS0002", diagnostic.Id);
        Assert.Contains("another version of YamlDotNet.dll", Message(diagnostic), StringComparison.Ordinal);
        Assert.Contains("YamlDotNet, Version=16", Message(diagnostic), StringComparison.Ordinal);
        context.Unload();
    }

    [Theory]
    [InlineData("", "GovReportSchema.Generated")]
    [InlineData("my-app", "my_app")]
    [InlineData("3D.class.App", "_3D._class.App")]
    [InlineData("Contoso.Reports", "Contoso.Reports")]
    public void A_definition_without_a_namespace_takes_that_of_the_project(string rootNamespace, string expected) =>
        Assert.Equal(expected, Official.Define(Small.Text, rootNamespace: rootNamespace).Model!.Namespace);

    private static string Place(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().ToString();

    private static string Message(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);

    private sealed class WithoutYaml() : AssemblyLoadContext(isCollectible: true)
    {
        protected override System.Reflection.Assembly? Load(System.Reflection.AssemblyName assemblyName) =>
            assemblyName.Name == "YamlDotNet" ? throw new FileNotFoundException("YamlDotNet.dll is not beside it") : null;
    }
}

using GovReportSchema.PackageTests.Packing;

namespace GovReportSchema.PackageTests;

/// <summary>Projects with definitions of their own, which the package finds and generates from.</summary>
[Collection(OnePackage.Name)]
public class OwnFormatsTests(PackedPackage package)
{
    [Fact]
    public async Task Definitions_of_wholly_different_forms_are_generated_and_checked()
    {
        var folder = package.LayOut("FeesApp");

        var lines = await package.BuildAndRunAsync(folder);

        Assert.Equal(
            [
                "disclosure-2019 disclosure-2021 fee-return staff-return",
                "last year: 0",
                "某县公安局: 5.75",
                "0 left",
                "this year: 3",
                "Error collected.halves /collected/resources/total | 0.3 0.32 0.02 | 一、收费收入情况 › 资源补偿类 › 金额（万元） › 小计：小计应等于上、下半年之和。应为 0.3（0.1 + 0.2），填报 0.32，相差 0.02。 | 1. Fees collected › Use of resources › Amount (10,000 yuan) › Subtotal: the subtotal should equal both halves together: expected 0.3 (0.1 + 0.2), found 0.32, difference 0.02",
                "Error collected.halves /collected/total/total | 20.65 20.68 0.03 | 一、收费收入情况 › 合计 › 金额（万元） › 小计：小计应等于上、下半年之和。应为 20.65（16.35 + 4.3），填报 20.68，相差 0.03。 | 1. Fees collected › Total › Amount (10,000 yuan) › Subtotal: the subtotal should equal both halves together: expected 20.65 (16.35 + 4.3), found 20.68, difference 0.03",
                "Warning treasury.outstandingCarried /treasury/central/outstanding | 216800 206800 -10000 | 二、上缴国库情况 › 中央 › 年末未缴：年末未缴应等于上年末未缴加本年应缴减本年已缴。应为 216800（10000 + 206800 - 0），填报 206800，相差 -10000。 | 2. Paid to the treasury › Central › Outstanding at year's end: what is outstanding should equal last year's, plus what was due, less what was paid: expected 216800 (10000 + 206800 - 0), found 206800, difference -10000",
                "staff: 2",
                "Error staff.rowTotal /staff/headquarters/total | 4 5 1 | 人员 › 机关 › 合计：总计应等于各项之和。应为 4（3 + 1），填报 5，相差 1。 | Staff › Headquarters › Total: the total should equal the sum of its parts: expected 4 (3 + 1), found 5, difference 1",
                "Error json.unknownMember /staff/branch |    | 人员：本格式没有成员“branch” | Staff: this format has no member 'branch'",
            ],
            lines);

        // Copies of a definition lie in bin now; and the project names the second one itself.
        Assert.True(File.Exists(Path.Combine(folder, "bin", "Release", "net10.0", "Definitions", "fee-return.report.yaml")));
        var again = await package.BuildAsync(folder, "--no-restore", "--no-incremental");
        Assert.True(again.ExitCode == 0, again.Output);
    }

    [Theory]
    [InlineData]
    [InlineData("-p:RunAnalyzers=false", "-p:NoWarn=GRS0011")]
    public async Task A_mistake_in_a_definition_is_one_error_of_the_build_at_its_place_and_nothing_hides_it(params string[] options)
    {
        // The generator and the analyzer both find it, and the program uses the type that is not generated.
        var build = await package.BuildAsync(package.LayOut("BadDefinition"), options);
        Assert.Equal(1, build.ExitCode);
        Assert.Contains("1 Error(s)", build.Lines);
        var error = Assert.Single(Found(build));
        Assert.Contains("staff.report.yaml(12,42): error GRS0011: 'knid' is not a key of the column 'partTime'", error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'kind'?", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advice_on_a_definition_is_one_warning()
    {
        var folder = package.LayOut("OwnChoice");
        var definition = Path.Combine(folder, "staff.report.yaml");
        await File.AppendAllTextAsync(definition, "    rules:\n      some: { each: row, holds: fullTime >= 0, message: { zh: 甲, en: A } }\n");
        var build = await package.BuildAsync(folder);
        Assert.Equal(0, build.ExitCode);
        Assert.Contains("1 Warning(s)", build.Lines);
        Assert.Contains("staff.report.yaml(17,7): warning GRS0091: The rule 'staff.some' always holds", Assert.Single(Found(build)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compiler_that_would_leave_the_generator_out_is_an_error()
    {
        var build = await package.BuildAsync(package.LayOut("OwnChoice"), "-p:CompilerApiVersion=roslyn4.7");
        Assert.Equal(1, build.ExitCode);
        Assert.Contains(
            "OwnChoice.csproj : error GRS0018: The compiler is version 4.7, which cannot run the generator of GovReportSchema; expected 4.8",
            Assert.Single(Found(build)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_compiler_is_no_error_where_nothing_is_generated()
    {
        var build = await package.BuildAsync(package.LayOut("NoDefinition"), "-p:CompilerApiVersion=roslyn4.7");
        Assert.Equal(0, build.ExitCode);
        Assert.Empty(Found(build));
    }

    [Fact]
    public async Task A_project_can_choose_its_definitions_itself()
    {
        // Another definition in its folder would break the build.
        var lines = await package.BuildAndRunAsync(package.LayOut("OwnChoice"));

        Assert.Equal(["disclosure-2019 disclosure-2021 staff-return"], lines);
    }

    [Fact]
    public async Task Definitions_work_in_a_library_and_in_an_app_that_has_the_package_only_through_it()
    {
        var folder = package.LayOut("Layered");

        var lines = await package.BuildAndRunAsync(Path.Combine(folder, "App"));

        Assert.Equal(["branch-return disclosure-2019 disclosure-2021 staff-return", "4 0", "staff.rowTotal"], lines);
    }

    /// <summary>What a build found, which it says as it goes and again at its end.</summary>
    private static IEnumerable<string> Found(DotNetRun build) => build.Lines
        .Where(line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains(": warning ", StringComparison.Ordinal)).Distinct();
}

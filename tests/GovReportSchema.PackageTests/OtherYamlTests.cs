using GovReportSchema.PackageTests.Packing;

namespace GovReportSchema.PackageTests;

/// <summary>
/// Another generator's package that brings a <c>YamlDotNet.dll</c> of its own: the compiler is given the higher version alone.
/// </summary>
[Collection(OnePackage.Name)]
public class OtherYamlTests(PackedPackage package)
{
    [Fact]
    public async Task Beside_an_older_one_the_generator_works()
    {
        AnalyzerPackage.Write(package.Feed, "15.3.0", Path.Combine(AppContext.BaseDirectory, "yamldotnet-15", "YamlDotNet.dll"));

        var lines = await package.BuildAndRunAsync(package.LayOut("TwoYamls"), "-p:OtherGeneratorVersion=15.3.0");

        Assert.Equal(["disclosure-2019 disclosure-2021 staff-return"], lines);
    }

    [Fact]
    public async Task A_newer_one_that_cannot_serve_it_is_an_error_that_names_the_cause()
    {
        var fake = package.LayOut("FakeYaml");
        Assert.Equal(0, (await package.BuildAsync(fake)).ExitCode);
        AnalyzerPackage.Write(package.Feed, "99.0.0", Path.Combine(fake, "bin", "Release", "net10.0", "YamlDotNet.dll"));

        var build = await package.BuildAsync(package.LayOut("TwoYamls"), "-p:OtherGeneratorVersion=99.0.0");

        Assert.Equal(1, build.ExitCode);
        Assert.Contains(
            "staff.report.yaml(1,1): error GRS0002: The YAML reader could not be loaded, as it happens where another generator brings another version of YamlDotNet.dll",
            build.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("CS8785", build.Output, StringComparison.Ordinal);
    }
}

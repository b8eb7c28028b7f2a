using System.Globalization;
using GovReportSchema.Tests.Readme;

namespace GovReportSchema.PackageTests.Packing;

/// <summary>
/// The package, packed once for all tests under a version that no other has, into a feed of its own; and consumers that
/// restore it from there into a folder of their own, all outside the repository, so that none of its props apply.
/// </summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("govreport-package-");

    public string Version { get; } =
        "0.0.0-test." + DateTime.UtcNow.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);

    public string Feed => Path.Combine(_folder.FullName, "feed");

    public string File => Path.Combine(Feed, $"GovReportSchema.{Version}.nupkg");

    public async Task InitializeAsync()
    {
        // Built apart from the repository's own bin and obj, which others may be building or testing at this moment.
        var run = await DotNet.RunAsync(
            RepositoryFolder.Root, "pack", "src/GovReportSchema", "-c", "Release", "-o", Feed, "-p:PackageVersion=" + Version,
            "--artifacts-path", Path.Combine(_folder.FullName, "artifacts"), "--disable-build-servers", "-v", "q");
        Assert.True(run.ExitCode == 0, run.Output);
        foreach (var dependency in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "dependencies")))
        {
            System.IO.File.Copy(dependency, Path.Combine(Feed, Path.GetFileName(dependency)));
        }

        WriteCommonFiles();
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Lays out a consumer: its files as they stand in <c>Consumers</c>, and reports for it to read.</summary>
    /// <returns>Its folder.</returns>
    public string LayOut(string name, params string[] reports)
    {
        // Two tests may use the same consumer, and its folder bears its name.
        var target = Path.Combine(_folder.FullName, Path.GetRandomFileName(), name);
        Copy(new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "Consumers", name)), target);
        foreach (var report in reports)
        {
            System.IO.File.Copy(Path.Combine(AppContext.BaseDirectory, "reports", report), Path.Combine(target, report));
        }

        return target;
    }

    /// <summary>Builds a consumer.</summary>
    /// <param name="folder">The project's folder.</param>
    /// <param name="options">More options of <c>dotnet build</c>.</param>
    internal Task<DotNetRun> BuildAsync(string folder, params string[] options) => DotNet.RunAsync(
        folder, ["build", "-c", "Release", "--nologo", "--disable-build-servers", "-v", "q", "-p:GovReportSchemaVersion=" + Version, .. options]);

    /// <summary>Builds a consumer, which must go without a warning, and runs it on .NET 10.</summary>
    /// <param name="folder">The project's folder, whose name is that of the app.</param>
    /// <param name="options">More options of <c>dotnet build</c>.</param>
    /// <returns>The lines that it writes.</returns>
    internal async Task<string[]> BuildAndRunAsync(string folder, params string[] options)
    {
        var build = await BuildAsync(folder, options);
        Assert.True(build.ExitCode == 0 && build.Output.Contains(" 0 Warning(s)", StringComparison.Ordinal), build.Output);
        var run = await DotNet.RunAsync(folder, "exec", Path.Combine("bin", "Release", "net10.0", Path.GetFileName(folder) + ".dll"));
        Assert.True(run.ExitCode == 0, run.Output);
        return run.Lines;
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.GetFiles())
        {
            file.CopyTo(Path.Combine(to, file.Name));
        }

        foreach (var folder in from.GetDirectories())
        {
            Copy(folder, Path.Combine(to, folder.Name));
        }
    }

    private void WriteCommonFiles()
    {
        // Only a consumer for .NET 8 needs the machine's sources too, for the reference assemblies of that.
        Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(_folder.FullName, "packages")}" /></config>
              <packageSources><add key="packed" value="{Feed}" /></packageSources>
            </configuration>
            """);

        // These end the search for the files of folders further up.
        foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            Write(name, "<Project />");
        }
    }

    private void Write(string name, string text) => System.IO.File.WriteAllText(Path.Combine(_folder.FullName, name), text);
}

/// <summary>The tests that share the one package.</summary>
[CollectionDefinition(Name)]
public sealed class OnePackage : ICollectionFixture<PackedPackage>
{
    public const string Name = "package";
}

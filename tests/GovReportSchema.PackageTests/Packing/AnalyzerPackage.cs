using System.IO.Compression;

namespace GovReportSchema.PackageTests.Packing;

/// <summary>Makes a package that brings one assembly to the compiler, as the package of another generator does.</summary>
internal static class AnalyzerPackage
{
    public const string Id = "OtherGenerator";

    public static void Write(string feed, string version, string assembly)
    {
        using var package = ZipFile.Open(Path.Combine(feed, $"{Id}.{version}.nupkg"), ZipArchiveMode.Create);
        package.CreateEntryFromFile(assembly, "analyzers/dotnet/cs/" + Path.GetFileName(assembly));
        using var nuspec = new StreamWriter(package.CreateEntry(Id + ".nuspec").Open());
        nuspec.Write($"""
            <package xmlns="http://schemas.microsoft.com/packaging/2012/06/nuspec.xsd">
              <metadata><id>{Id}</id><version>{version}</version><authors>somebody</authors><description>Another generator.</description></metadata>
            </package>
            """);
    }
}

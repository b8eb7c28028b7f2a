using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using GovReportSchema.PackageTests.Packing;

namespace GovReportSchema.PackageTests;

/// <summary>What lies in the package.</summary>
[Collection(OnePackage.Name)]
public class PackageContentTests(PackedPackage package)
{
    [Fact]
    public void It_has_these_files_and_no_others()
    {
        using var archive = ZipFile.OpenRead(package.File);

        Assert.Equal(
            [
                "GovReportSchema.nuspec",
                "README.md",
                "THIRD-PARTY-NOTICES.txt",
                "analyzers/dotnet/cs/GovReportSchema.Generators.dll",
                "analyzers/dotnet/cs/YamlDotNet.dll",
                "build/GovReportSchema.props",
                "build/GovReportSchema.targets",
                "buildTransitive/GovReportSchema.props",
                "buildTransitive/GovReportSchema.targets",
                "lib/net10.0/GovReportSchema.dll",
                "lib/net10.0/GovReportSchema.xml",
                "lib/net8.0/GovReportSchema.dll",
                "lib/net8.0/GovReportSchema.xml",
            ],
            Files(archive));
    }

    [Fact]
    public void Its_symbols_lie_beside_it()
    {
        using var archive = ZipFile.OpenRead(Path.ChangeExtension(package.File, ".snupkg"));

        Assert.Equal(
            ["GovReportSchema.nuspec", "lib/net10.0/GovReportSchema.pdb", "lib/net8.0/GovReportSchema.pdb"], Files(archive));
    }

    [Fact]
    public void Nothing_else_is_packed()
    {
        Assert.Equal(
            [Path.GetFileName(package.File), Path.ChangeExtension(Path.GetFileName(package.File), ".snupkg")],
            Directory.GetFiles(package.Feed, "GovReportSchema*").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_depends_on_the_parser_of_HTML_alone()
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var nuspec = archive.GetEntry("GovReportSchema.nuspec")!.Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single();
        var space = metadata.Name.Namespace;

        Assert.Equal(
            ["net10.0", "net8.0"],
            metadata.Element(space + "dependencies")!.Elements().Select(group => (string?)group.Attribute("targetFramework")).Order());
        Assert.Equal(["AngleSharp", "AngleSharp"], metadata.Descendants(space + "dependency").Select(dependency => (string?)dependency.Attribute("id")));
        Assert.Equal("MIT", (string?)metadata.Element(space + "license"));
        Assert.Equal("README.md", (string?)metadata.Element(space + "readme"));
        Assert.StartsWith("## [", (string?)metadata.Element(space + "releaseNotes"), StringComparison.Ordinal);
        Assert.Equal(package.Version, (string?)metadata.Element(space + "version"));
    }

    [Fact]
    public void The_compiler_that_its_targets_ask_for_is_the_one_that_its_generator_refers_to()
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var generator = new MemoryStream();
        using (var entry = archive.GetEntry("analyzers/dotnet/cs/GovReportSchema.Generators.dll")!.Open())
        {
            entry.CopyTo(generator);
        }

        generator.Position = 0;
        using var image = new PEReader(generator);
        var metadata = image.GetMetadataReader();
        var compiler = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
            .Single(reference => metadata.GetString(reference.Name) == "Microsoft.CodeAnalysis").Version;
        using var targets = new StreamReader(archive.GetEntry("build/GovReportSchema.targets")!.Open());
        Assert.Contains($"'$(_GovReportSchemaCompiler)', '{compiler.ToString(2)}'", targets.ReadToEnd(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Files(ZipArchive archive) => archive.Entries
        .Select(entry => entry.FullName)
        .Where(name => name != "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}

namespace GovReportSchema.Generators.Tests;

/// <summary>Every definition of this repository that is in order: the official formats, the made forms, and those that extend them.</summary>
internal static class Forms
{
    public static readonly IReadOnlyList<TestFile> All =
    [
        .. new[] { "schema", "forms" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.report.*", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .Select(path => new TestFile(Path.GetFileName(path), File.ReadAllText(path).ReplaceLineEndings("\n"))),
    ];

    public static TheoryData<string> Names => [.. All.Select(file => file.Path)];

    /// <summary>The form of that name, and after it those that it extends.</summary>
    public static IReadOnlyList<TestFile> WithBases(string name)
    {
        var files = new List<TestFile> { All.Single(file => file.Path == name) };
        while (Value(files[^1], "extends") is { } id && All.FirstOrDefault(file => Value(file, "format") == id) is { } found)
        {
            files.Add(found);
        }

        return files;
    }

    private static string? Value(TestFile file, string key) =>
        Definition.Extending.DefinitionSource.Of(file.Path, $"{file.GetText()}", "", CancellationToken.None) is var source && key == "format"
            ? source.FormatId : source.Extends;
}

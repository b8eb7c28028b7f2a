using System.Text.Json.Nodes;

namespace GovReportSchema.Tests.Cli;

/// <summary>A folder for the files of one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("govreport-tests-");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Reports of the test data, each on one line.</summary>
    public static string Lines(params string[] names) => string.Concat(names.Select(name => Line(name) + "\n"));

    public static string Line(string name) => Line(Node(name));

    public static string Line(JsonNode report) => report.ToJsonString();

    public static JsonNode Node(string name) => JsonNode.Parse(TestData.Json(name))!;
}

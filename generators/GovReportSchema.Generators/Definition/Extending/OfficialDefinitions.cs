namespace GovReportSchema.Generators.Definition.Extending;

/// <summary>The official definitions, which travel within the generator so that any project can extend them.</summary>
internal static class OfficialDefinitions
{
    private const string Ending = ".report.yaml";

    private static readonly Lazy<Dictionary<string, string>> Texts = new(Load);

    public static IEnumerable<string> Ids => Texts.Value.Keys;

    public static string? Find(string id) => Texts.Value.TryGetValue(id, out var text) ? text : null;

    private static Dictionary<string, string> Load()
    {
        var assembly = typeof(OfficialDefinitions).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Ending, StringComparison.Ordinal))
            .ToDictionary(name => name.Substring(0, name.Length - Ending.Length), Read, StringComparer.Ordinal);

        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }
}

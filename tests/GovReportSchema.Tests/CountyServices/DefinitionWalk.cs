using System.Text.Json.Nodes;
using GovReportSchema.Tests.Readme;
using YamlDotNet.RepresentationModel;

namespace GovReportSchema.Tests.CountyServices;

/// <summary>
/// Walks a definition beside the JSON Schema of the language, and notes what it uses: each key by the mapping in which it
/// stands, as <c>row.kind</c>, and each value that a key has only a few of, as <c>kind: date</c>.
/// </summary>
internal static class DefinitionWalk
{
    private static readonly JsonObject s_schema =
        JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Root, "schema", "report-definition.schema.json")))!.AsObject();

    /// <summary>All that there is to use.</summary>
    public static IReadOnlySet<string> Language { get; } = ReadLanguage();

    /// <param name="file">The name of a definition in this folder.</param>
    public static IReadOnlySet<string> UsesOf(string file)
    {
        using var text = new StringReader(TextOf(file));
        var stream = new YamlStream();
        stream.Load(text);
        var uses = new HashSet<string>();
        Walk(stream.Documents[0].RootNode, s_schema, "definition", uses);
        return uses;
    }

    /// <summary>The text of a definition in this folder.</summary>
    public static string TextOf(string file) =>
        File.ReadAllText(Path.Combine(RepositoryFolder.Root, "tests", "GovReportSchema.Tests", "CountyServices", file));

    private static HashSet<string> ReadLanguage()
    {
        var language = new HashSet<string>();
        foreach (var (mapping, schema) in s_schema["$defs"]!.AsObject().Append(new("definition", s_schema)))
        {
            // What is closed to other keys is a mapping of the language.
            foreach (var (key, value) in schema!["additionalProperties"] is JsonValue ? schema["properties"]!.AsObject() : [])
            {
                language.Add($"{mapping}.{key}");
                language.UnionWith(value!["enum"]?.AsArray().Select(choice => $"{key}: {choice}") ?? []);
            }
        }

        return language;
    }

    private static void Walk(YamlNode node, JsonObject schema, string mapping, HashSet<string> uses)
    {
        if (node is not YamlMappingNode members)
        {
            return;
        }

        if (mapping == "section" && members.Children.ContainsKey("drop"))
        {
            // What is dropped does not say whether it was a narrative or a table; the edition drops one of each.
            uses.UnionWith(["narrative.drop", "table.drop"]);
            return;
        }

        if (mapping == "section")
        {
            var isNarrative = members.Children.TryGetValue("kind", out var kind) && kind.ToString() == "narrative";
            mapping = isNarrative ? "narrative" : "table";
            schema = s_schema["$defs"]![mapping]!.AsObject();
        }

        foreach (var (name, value) in members)
        {
            var key = name.ToString();
            if (schema["properties"]?[key] is JsonObject known)
            {
                uses.Add($"{mapping}.{key}");
                uses.Add($"{key}: {value}");
                Step(value, known, key, uses);
            }
            else if (schema["additionalProperties"] is JsonObject named)
            {
                Step(value, named, key, uses);
            }
            else
            {
                throw new InvalidDataException($"The schema has no key '{key}' in {mapping}.");
            }
        }
    }

    private static void Step(YamlNode value, JsonObject schema, string key, HashSet<string> uses)
    {
        var reference = schema["$ref"] ?? schema["anyOf"]?.AsArray().Select(choice => choice!["$ref"]).FirstOrDefault(choice => choice is not null);
        if (reference is null)
        {
            Walk(value, schema, key, uses);
            return;
        }

        var mapping = reference.GetValue<string>()["#/$defs/".Length..];
        Walk(value, s_schema["$defs"]![mapping]!.AsObject(), mapping, uses);
    }
}

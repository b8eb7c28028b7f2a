using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GovReportSchema.Generators.Tests;

/// <summary>
/// Evaluates the part of JSON Schema 2020-12 that the language's schema is written in; any other keyword fails the test. The
/// validators served for .NET either lack this draft or cannot be restored.
/// </summary>
internal sealed class JsonSchemaSubset(JsonNode root)
{
    private static readonly string[] Annotations = ["$schema", "$id", "$defs", "title", "description", "examples", "then", "else"];

    /// <summary>The first thing wrong with a value; null where it is valid.</summary>
    public string? FindFault(JsonNode? value) => FindFault(root, value, "#");

    public string? FindFault(JsonNode schema, JsonNode? value, string at) =>
        schema.AsObject().Select(keyword => Check(schema, keyword.Key, keyword.Value!, value, at)).FirstOrDefault(fault => fault is not null);

    private string? Check(JsonNode schema, string keyword, JsonNode argument, JsonNode? value, string at)
    {
        var members = value as JsonObject;
        return keyword switch
        {
            _ when Annotations.Contains(keyword) => null,
            "$ref" => FindFault(root["$defs"]![argument.GetValue<string>()["#/$defs/".Length..]]!, value, at),
            "type" => Must(Types(argument).Any(type => IsOf(type, value)), at, $"is no {argument.ToJsonString()}"),
            "enum" => Must(argument.AsArray().Any(choice => JsonNode.DeepEquals(choice, value)), at, $"is none of {argument.ToJsonString()}"),
            "const" => Must(JsonNode.DeepEquals(argument, value), at, $"is not {argument.ToJsonString()}"),
            "pattern" => Must(Text(value) is not { } text || Regex.IsMatch(text, argument.GetValue<string>(), RegexOptions.CultureInvariant), at, $"is not as {argument}"),
            "maxLength" => Must(Text(value) is not { } text || text.Length <= argument.GetValue<int>(), at, "is too long"),
            "minimum" => Must(Number(value) is not { } number || number >= argument.GetValue<decimal>(), at, "is too small"),
            "maximum" => Must(Number(value) is not { } number || number <= argument.GetValue<decimal>(), at, "is too large"),
            "minProperties" => Must(members is null || members.Count >= argument.GetValue<int>(), at, "is empty"),
            "required" => argument.AsArray().Select(name => Must(members is null || members.ContainsKey(name!.GetValue<string>()), at, $"lacks {name}")).FirstOrDefault(fault => fault is not null),
            "properties" => First(members, member => argument[member.Key] is { } of ? FindFault(of, member.Value, $"{at}/{member.Key}") : null),
            "propertyNames" => First(members, member => FindFault(argument, member.Key, $"{at}/{member.Key}")),
            "additionalProperties" => First(members, member => schema["properties"]?[member.Key] is not null ? null
                : argument.GetValueKind() == JsonValueKind.False ? $"{at}/{member.Key}: is not known"
                : FindFault(argument, member.Value, $"{at}/{member.Key}")),
            "allOf" => argument.AsArray().Select(of => FindFault(of!, value, at)).FirstOrDefault(fault => fault is not null),
            "anyOf" => Must(argument.AsArray().Any(of => FindFault(of!, value, at) is null), at, "is none of its forms"),
            "not" => Must(FindFault(argument, value, at) is not null, at, "may not be here"),
            "if" => schema[FindFault(argument, value, at) is null ? "then" : "else"] is { } branch ? FindFault(branch, value, at) : null,
            _ => throw new NotSupportedException($"The keyword '{keyword}' is not evaluated here."),
        };
    }

    private static string? First(JsonObject? members, Func<KeyValuePair<string, JsonNode?>, string?> find) =>
        members?.Select(find).FirstOrDefault(fault => fault is not null);

    private static string? Must(bool holds, string at, string fault) => holds ? null : $"{at}: {fault}";

    private static IEnumerable<string> Types(JsonNode argument) =>
        argument is JsonArray several ? several.Select(type => type!.GetValue<string>()) : [argument.GetValue<string>()];

    private static bool IsOf(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "string" => Text(value) is not null,
        "number" => Number(value) is not null,
        "integer" => Number(value) is { } number && number == Math.Truncate(number),
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        _ => throw new NotSupportedException($"The type '{type}' is not evaluated here."),
    };

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static decimal? Number(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.Number ? decimal.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture) : null;
}

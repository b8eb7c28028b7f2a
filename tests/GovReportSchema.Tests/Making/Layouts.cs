using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GovReportSchema.Tests.Making;

/// <summary>The same submission as different producers write it.</summary>
internal static class Layouts
{
    private static readonly JsonSerializerOptions s_compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions s_indented = new(s_compact) { WriteIndented = true };

    private static readonly JsonSerializerOptions s_tabs = new(s_indented) { IndentCharacter = '\t', IndentSize = 1, NewLine = "\r\n" };

    /// <summary>Two blanks an indent, a blank after each colon.</summary>
    public static byte[] Indent(byte[] json) => JsonSerializer.SerializeToUtf8Bytes(JsonNode.Parse(json), s_indented);

    /// <summary>A tab an indent, lines that end as on Windows.</summary>
    public static byte[] IndentByTabs(byte[] json) => JsonSerializer.SerializeToUtf8Bytes(JsonNode.Parse(json), s_tabs);

    /// <summary>The members of every object in an order of their own.</summary>
    public static byte[] Shuffle(byte[] json, Random random) =>
        JsonSerializer.SerializeToUtf8Bytes(Shuffle(JsonNode.Parse(json)!, random), s_compact);

    private static JsonNode? Shuffle(JsonNode? node, Random random)
    {
        if (node is not JsonObject members)
        {
            return node?.DeepClone();
        }

        var order = members.ToArray();
        random.Shuffle(order);
        return new JsonObject(order.Select(member => KeyValuePair.Create(member.Key, Shuffle(member.Value, random))));
    }
}

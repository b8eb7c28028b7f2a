using System.Text.Encodings.Web;
using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace GovReportSchema.Generators.Tests;

/// <summary>A definition in YAML written as JSON.</summary>
internal static class JsonTwin
{
    private static readonly JsonSerializerOptions s_escaped = new() { WriteIndented = true };

    private static readonly JsonSerializerOptions s_plain = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="escaped">Whether all beyond ASCII is written as escapes.</param>
    public static string Of(string yaml, bool escaped)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return JsonSerializer.Serialize(Convert(stream.Documents[0].RootNode), escaped ? s_escaped : s_plain);

        static object Convert(YamlNode node) => node is YamlMappingNode mapping
            ? mapping.Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => Convert(pair.Value))
            : ((YamlScalarNode)node).Value!;
    }
}

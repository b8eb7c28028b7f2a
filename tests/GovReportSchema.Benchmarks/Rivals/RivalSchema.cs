using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace GovReportSchema.Benchmarks;

/// <summary>
/// The form's members, types and bounds as a JSON Schema, its sums by hand. NJsonSchema stands for its kind: JsonSchema.Net, which
/// is quicker, asks for a package that not every feed has.
/// </summary>
internal static class RivalSchema
{
    private static readonly JsonSchema s_schema = JsonSchema.FromJsonAsync(Describe()).GetAwaiter().GetResult();

    private static readonly JsonLoadSettings s_strict = new() { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error };

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static int CountErrors(byte[] json)
    {
        RequireJson(json);
        using var reader = new JsonTextReader(new StringReader(s_utf8.GetString(json))) { FloatParseHandling = FloatParseHandling.Decimal };
        var report = JObject.Load(reader, s_strict);
        if (reader.Read())
        {
            return 1;
        }

        var errors = s_schema.Validate(report).Count;
        return errors > 0 ? errors : RivalChecks.CountErrors(report.ToObject<RivalReport>()!);
    }

    /// <summary>Newtonsoft's reader takes comments, zeros before a number, a comma too many and half characters.</summary>
    private static void RequireJson(byte[] json)
    {
        var reader = new System.Text.Json.Utf8JsonReader(json);
        while (reader.Read())
        {
            _ = reader is { TokenType: System.Text.Json.JsonTokenType.String, ValueIsEscaped: true } ? reader.GetString() : null;
        }
    }

    /// <summary>The schema of the plain classes, in which a count has its bounds.</summary>
    private static string Describe()
    {
        var schema = RivalContext.Default.Options.GetJsonSchemaAsNode(typeof(RivalReport), new() { TransformSchemaNode = Bound });
        return schema.ToJsonString();
    }

    private static JsonNode Bound(JsonSchemaExporterContext context, JsonNode node)
    {
        if (context.TypeInfo.Type == typeof(long?) && node is JsonObject count)
        {
            (count["type"], count["minimum"], count["maximum"]) = ("integer", 0, RivalChecks.Most);
        }

        return node;
    }
}

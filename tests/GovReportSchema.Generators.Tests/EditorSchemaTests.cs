using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GovReportSchema.Generators.Definition;
using GovReportSchema.Generators.Definition.Yaml;

namespace GovReportSchema.Generators.Tests;

/// <summary>The JSON Schema of the language, for editors, says what the generator does.</summary>
public class EditorSchemaTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema", "report-definition.schema.json"));
    private static readonly JsonNode Tree = JsonNode.Parse(Text)!;
    private static readonly JsonSchemaSubset Schema = new(Tree);

    public static TheoryData<string> Good =>
    [
        Official.Text2019,
        Official.Text2021,
        Small.Text,
        Small.WithReportRule("fees.all.total <= 100", "severity: info", "source: 第三条"),
        .. PageExample.Of(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema", "README.md")))
            .Where(example => !example.IsWrong).Select(example => example.ToDefinition()),
    ];

    /// <summary>The mistakes of form: an unknown, missing or misplaced key, a value of the wrong shape, a name that can be none.</summary>
    public static TheoryData<int> OfForm =>
    [
        .. MistakeCases.All.Index()
            .Where(entry => entry.Item.Id is "GRS0010" or "GRS0011" or "GRS0012" or "GRS0013" or "GRS0014" or "GRS0015" or "GRS0016"
                or "GRS0020" or "GRS0022" or "GRS0040" or "GRS0070")
            .Select(entry => entry.Index),
    ];

    [Theory]
    [MemberData(nameof(Good))]
    public void What_the_generator_takes_the_schema_takes(string definition)
    {
        Assert.NotNull(Official.ModelOf(definition));
        Assert.All([false, true], typed => Assert.Equal("", Faults(definition, typed)));
    }

    [Theory]
    [MemberData(nameof(OfForm))]
    public void What_the_generator_refuses_for_its_form_the_schema_refuses(int index)
    {
        var definition = MistakeCases.All[index].Text.Replace("▶", "", StringComparison.Ordinal);
        Assert.NotEmpty(Official.Define(definition).Mistakes);
        Assert.All([false, true], typed => Assert.NotEqual("", Faults(definition, typed)));
    }

    /// <summary>Most of what has rules of its own is seen too; these few of each are named, so that the schema does not grow lax.</summary>
    [Theory]
    [InlineData("type: FeesReport", "type: 2020Fees")]
    [InlineData("years: 2020-", "years: 2020 to 2021")]
    [InlineData("years: 2020-", "years: '-'")]
    [InlineData("years: 2020-", "years: 2020-\nsource: { date: 2021-13-01 }")]
    [InlineData("      charged:", "      1st-charge:")]
    [InlineData("total: rowTotal", "total: row total")]
    [InlineData("kind: narrative", "kind: narrative, rows: { a: { zh: 甲, en: A } }")]
    [InlineData("en: Charged", "en: Charged, heading: true")]
    [InlineData("        en: Waived", "        en: Waived\n        kind: signed")]
    [InlineData("    rules:\n", "    rules:\n      rowTotal: { each: row }\n")]
    [InlineData("en: Persons", "en: Persons, kind: decimal, scale: 10")]
    [InlineData("en: Persons", "en: Persons, max: many")]
    [InlineData("charged >= sum(waived)", "charged")]
    [InlineData("en: Charged", "en: Charged, after: waived")]
    [InlineData("title: {", "extends: fee\ntitle: { drop: true,")]
    public void Other_mistakes_that_a_schema_can_see_it_sees(string passage, string replacement)
    {
        var definition = Small.With(passage, replacement);
        Assert.NotEmpty(Official.Define(definition).Mistakes);
        Assert.All([false, true], typed => Assert.NotEqual("", Faults(definition, typed)));
    }

    [Fact]
    public void Each_key_of_the_language_is_in_the_schema_and_no_other()
    {
        var mappings = typeof(DefinitionKeys).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(mapping => mapping.Name != nameof(DefinitionKeys.Placing)).ToList();
        string[] members = ["headerText", "narrative", "table", "block", "row", "column", "choice", "rule"];
        Assert.All(mappings, mapping =>
        {
            var definition = mapping.Name == nameof(DefinitionKeys.Definition) ? Tree : Tree["$defs"]![JsonNamingPolicy.CamelCase.ConvertName(mapping.Name)]!;
            var keys = ((string[])mapping.GetValue(null)!).Concat(
                members.Contains(JsonNamingPolicy.CamelCase.ConvertName(mapping.Name)) ? DefinitionKeys.Placing : []);
            Assert.Equal(keys.Order(), definition["properties"]!.AsObject().Select(property => property.Key).Order());
            Assert.False(definition["additionalProperties"]!.GetValue<bool>());
        });
        var inSchema = Tree["$defs"]!.AsObject().Where(definition => definition.Value!["additionalProperties"] is JsonValue).Select(definition => definition.Key);
        Assert.Equal(inSchema.Order(), mappings.Select(mapping => JsonNamingPolicy.CamelCase.ConvertName(mapping.Name)).Where(name => name != "definition").Order());
    }

    [Fact]
    public void Each_key_is_described_and_shown_by_an_example_that_holds()
    {
        foreach (var mapping in Tree["$defs"]!.AsObject().Select(definition => definition.Value!).Append(Tree)
            .Where(mapping => mapping["additionalProperties"] is JsonValue))
        {
            foreach (var (key, value) in mapping["properties"]?.AsObject() ?? [])
            {
                Assert.True(value!["description"] is not null && value["examples"] is JsonArray { Count: > 0 }, key);
                Assert.All(value["examples"]!.AsArray(), example => Assert.Null(Schema.FindFault(value, example, key)));
            }
        }
    }

    [Fact]
    public void The_official_definitions_name_the_schema_for_editors() =>
        Assert.All(
            [Official.Text2019, Official.Text2021],
            text => Assert.StartsWith("# yaml-language-server: $schema=report-definition.schema.json\n", text, StringComparison.Ordinal));

    /// <param name="typed">Whether plain texts such as <c>true</c> and <c>6</c> are a boolean and a number, as editors take them.</param>
    private static string Faults(string definition, bool typed)
    {
        var tree = YamlReader.Read(definition, new Mistakes("a.report.yaml"), CancellationToken.None);
        return Schema.FindFault(tree is null ? null : Json(tree, typed)) ?? "";
    }

    private static JsonNode? Json(DefinitionNode node, bool typed) => node switch
    {
        MappingNode mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Value, Json(entry.Value, typed)))),
        SequenceNode sequence => new JsonArray([.. sequence.Items.Select(item => Json(item, typed))]),
        ScalarNode { Value: "true" or "false" } flag when typed => JsonValue.Create(flag.Value == "true"),
        ScalarNode number when typed && Regex.IsMatch(number.Value, @"^-?(0|[1-9]\d{0,8})(\.\d+)?$") => JsonNode.Parse(number.Value),
        ScalarNode text => JsonValue.Create(text.Value),
        _ => throw new InvalidOperationException("A node of another kind."),
    };
}

using Microsoft.CodeAnalysis;

namespace GovReportSchema.Generators.Tests;

/// <summary>
/// The C# of made forms: of one whose cells hold everything that a cell can, dates, choices and texts beside numbers; and of one with
/// rows that repeat.
/// </summary>
public class FormCodeTests
{
    [Theory]
    [InlineData("site-survey", "SiteSurvey")]
    [InlineData("foi-annual", "FoiAnnualReport")]
    public void What_is_generated_is_what_was_agreed_and_compiles(string name, string type)
    {
        var run = new GeneratorRun(Forms.WithBases(name + ".report.yaml"));
        Assert.Empty(run.Ids);
        var folder = Path.Combine(Snapshot.Folder, "Forms");
        Assert.All(run.Result.GeneratedSources.Where(source => source.HintName.Contains(type, StringComparison.Ordinal)), source =>
            Snapshot.Match(source.SourceText.ToString(), source.HintName[..^".g.cs".Length], "cs", folder));
        Assert.Empty(Compiled.Complaints(run));
    }

    [Fact]
    public void A_definition_in_json_gives_the_same()
    {
        const string yaml = """
            format: dates
            type: Dates
            title: { zh: 日期, en: Dates }
            years: 2020-
            header: { by: { zh: 方式, en: By, kind: choice, choices: { yes: { zh: 是, en: Y }, no: { zh: 否, en: N } } } }
            sections:
              table:
                zh: 表
                en: Table
                columns: { opened: { zh: 开通, en: Opened, kind: date, max: 2030-01-01 }, name: { zh: 名称, en: Name, kind: text, maxLength: 8 } }
                rows: { one: { zh: 甲, en: One } }
                rules: { early: { each: row, holds: opened <= '2026-11-22', message: { zh: 甲, en: A } } }
            """;
        const string json = """
            {
              "format": "dates", "type": "Dates", "title": { "zh": "日期", "en": "Dates" }, "years": "2020-",
              "header": { "by": { "zh": "方式", "en": "By", "kind": "choice", "choices": { "yes": { "zh": "是", "en": "Y" }, "no": { "zh": "否", "en": "N" } } } },
              "sections": { "table": {
                "zh": "表", "en": "Table",
                "columns": { "opened": { "zh": "开通", "en": "Opened", "kind": "date", "max": "2030-01-01" }, "name": { "zh": "名称", "en": "Name", "kind": "text", "maxLength": 8 } },
                "rows": { "one": { "zh": "甲", "en": "One" } },
                "rules": { "early": { "each": "row", "holds": "opened <= '2026-11-22'", "message": { "zh": "甲", "en": "A" } } }
              } }
            }
            """;
        Assert.Equal(Official.ModelOf(yaml), Official.ModelOf(json));
    }
}

using System.Globalization;
using GovReportSchema.Generators.Definition;
using GovReportSchema.Generators.Definition.Extending;
using GovReportSchema.Generators.Model;
using Microsoft.CodeAnalysis;
using static GovReportSchema.Generators.ReportGenerator;

namespace GovReportSchema.Generators.Tests;

/// <summary>Definitions that extend others.</summary>
public class ExtendingTests
{
    private const string Head = "format: own\ntype: Own\nextends: fees\n";

    private static readonly TestFile Base = new("fees.report.yaml", Small.Text);
    private static readonly TestFile Unrelated = new("unrelated.report.yaml", Official.Text2019);

    [Fact]
    public void What_is_not_said_is_inherited()
    {
        var model = Extend("");
        Assert.Equal(Official.ModelOf(Small.Text) with { FormatId = "own", TypeName = "Own", Bases = Bases("fees") }, model);
        var official = Official.ModelOf("format: own\ntype: Own\nextends: disclosure-2021\n");
        Assert.Equal(Official.Model2021 with { FormatId = "own", TypeName = "Own", Bases = Bases("disclosure-2021") }, official);
    }

    [Fact]
    public void Labels_and_other_values_are_replaced_one_by_one()
    {
        var model = Extend("years: 2022-\ntitle: { zh: 本省收费 }\nsections:\n  fees:\n    rows:\n      waived:\n        rows:\n          poor: { zh: 贫困, kind: signed }\n");
        Assert.Equal((new YearsModel(2022, null), new LabelModel("本省收费", "Fees")), (model.Years, model.Title));
        var poor = Table(model).Blocks[0].Rows[1].Children[0];
        Assert.Equal((new LabelModel("贫困", "Hardship"), CellKind.Signed), (poor.Label, poor.Cell!.Kind));
        Assert.Equal(["charged", "waived", "all"], Rows(model));
    }

    [Fact]
    public void Choices_are_added_placed_and_dropped_one_by_one()
    {
        var withChoice = new TestFile("fees.report.yaml", Small.With(
            "years: 2020-", "years: 2020-\nheader:\n  by: { zh: 方式, en: By, kind: choice, choices: { post: { zh: 邮寄, en: Post }, fax: { zh: 传真, en: Fax } } }"));
        var result = new GeneratorRun(withChoice, new TestFile(
            "own.report.yaml",
            Head + "header: { by: { choices: { fax: { drop: true }, mail: { zh: 电邮, en: Mail, before: post }, post: { en: By post } } } }\n")).Result;
        Assert.Empty(result.Diagnostics);
        var descriptor = result.GeneratedSources.Single(source => source.HintName.EndsWith("Own-Descriptor.g.cs", StringComparison.Ordinal)).SourceText.ToString();
        Assert.Contains("Choices = [new(\"mail\", new(\"电邮\", \"Mail\")), new(\"post\", new(\"邮寄\", \"By post\"))]", descriptor, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_added_without_a_place_goes_before_the_total_that_closes_its_group_and_counts_in_it()
    {
        var model = Extend("sections:\n  fees:\n    rows:\n      late: { zh: 逾期, en: Late }\n    columns:\n      others: { zh: 其他, en: Others }\n");
        Assert.Equal(["charged", "waived", "late", "all"], Rows(model));
        Assert.Equal(["persons", "companies", "others", "total"], Table(model).Blocks[0].Columns.Select(column => column.Member));
        Assert.Equal(4, model.Rules.Single(rule => rule.Id == "fees.rowTotal").Axes[0].Terms.Count);
        Assert.Equal(20, model.CellCount);
    }

    [Fact]
    public void How_a_row_repeats_is_inherited_key_by_key_and_can_be_taken_away()
    {
        var repeating = Small.With("en: Charged }", "en: Charged, repeat: { key: region, zh: 地区, en: Region, max: 9 } }");
        var inherited = new RepeatModel("region", new LabelModel("地区", "Region"), 0, 9);

        RepeatModel? Charged(string said) => Table(ExtendFrom(repeating, $"sections:\n  fees:\n    rows:\n      charged: {{ {said} }}\n")).Blocks[0].Rows[0].Repeat;

        Assert.Equal(inherited, Charged("zh: 收"));
        Assert.Equal(inherited with { Minimum = 2, Label = new("大区", "Region") }, Charged("repeat: { min: 2, zh: 大区 }"));
        Assert.Null(Charged("repeat: false"));
        Assert.Equal(Official.ModelOf(Small.Text).Rules, ExtendFrom(repeating, "sections:\n  fees:\n    rows:\n      charged: { repeat: false }\n").Rules);
        Assert.Equal(new RepeatModel("body", new LabelModel("甲", "A"), 0, 1000), Table(Extend("sections:\n  fees:\n    rows:\n      charged: { repeat: { key: body, zh: 甲, en: A } }\n")).Blocks[0].Rows[0].Repeat);
    }

    [Theory]
    [InlineData("after: charged", "charged late waived all")]
    [InlineData("before: charged", "late charged waived all")]
    [InlineData("after: all", "charged waived all late")]
    public void A_row_is_placed_beside_another(string place, string expected) =>
        Assert.Equal(expected.Split(' '), Rows(Extend($"sections:\n  fees:\n    rows:\n      late: {{ zh: 逾期, en: Late, {place} }}\n")));

    [Fact]
    public void What_is_inherited_can_be_moved_and_replaced()
    {
        Assert.Equal(["waived", "charged", "all"], Rows(Extend("sections:\n  fees:\n    rows:\n      charged: { after: waived }\n")));
        var model = Extend("""
            sections:
              fees:
                rows:
                  collected: { zh: 收取, en: Collected, after: charged }
                  charged: { drop: true }
                rules:
                  order: { holds: collected >= sum(waived) }

            """);
        Assert.Equal(["collected", "waived", "all"], Rows(model));
        Assert.Equal("charged should not be less than waived", model.Rules.Single(rule => rule.Id == "fees.order").Message.En);
    }

    [Fact]
    public void Rules_sections_columns_and_header_texts_are_added_and_dropped()
    {
        var model = Extend("""
            header: { phone: { zh: 电话, en: Telephone } }
            sections:
              overview: { drop: true }
              remarks: { zh: 备注, en: Remarks, kind: narrative }
              fees:
                columns:
                  companies: { drop: true }
                rules:
                  order: { drop: true }
                  few: { each: column, holds: charged <= 10, severity: warning, message: { zh: 甲, en: A } }
            rules:
              one: { holds: fees.all.total <= 99, message: { zh: 甲, en: A } }

            """);
        Assert.Equal(["fees", "remarks"], model.Sections.Select(section => section.Member));
        Assert.Equal(["agency", "phone"], model.Header.Select(text => text.Member));
        Assert.Equal(["fees.few", "fees.rowTotal", "fees.columnTotal", "one"], model.Rules.Select(rule => rule.Id));
        Assert.Equal(8, model.CellCount);
    }

    [Fact]
    public void A_province_adds_rows_and_columns_to_the_official_form()
    {
        const string Text = """
            format: province-2021
            type: ProvinceReport
            extends: disclosure-2021
            sections:
              proactiveDisclosure:
                blocks:
                  documents:
                    rows: { interpretations: { zh: 政策解读, en: Interpretations } }
              applications:
                columns:
                  legalPersons:
                    columns: { association: { zh: 行业协会, en: Associations, after: legalServiceInstitution } }
                rows:
                  results:
                    rows:
                      granted: { rows: { online: { zh: 网上, en: Online }, byPost: { zh: 邮寄, en: By post } } }
                      forwarded: { zh: 转办, en: Forwarded, after: otherHandling }

            """;
        var model = Official.ModelOf(Text);
        Assert.Equal(200 + 3 + (27 * 8) - (25 * 7), model.CellCount);
        Assert.Equal(8, model.Rules.Single(rule => rule.Id == "applications.rowTotal").Axes[0].Terms.Count);
        Assert.Equal(24, model.Rules.Single(rule => rule.Id == "applications.resultsTotal").Axes[0].Terms.Count);
        Assert.Empty(Compiled.Complaints(Text));
    }

    [Fact]
    public void A_chain_is_followed_and_a_file_of_the_project_wins_over_an_official_one()
    {
        var middle = new TestFile("middle.report.yaml", "format: disclosure-2021\ntype: Middle\nextends: fees\ntitle: { en: Middle }\n");
        var last = new TestFile("last.report.yaml", "format: last\ntype: Last\nextends: disclosure-2021\nyears: 2030-\n");
        var run = new GeneratorRun(last, Base, middle);
        Assert.Empty(run.Ids);
        var source = run.Result.GeneratedSources.Single(source => source.HintName == "Tests.Last.g.cs").SourceText.ToString();
        Assert.Contains("收费 (Middle): the format last, for report years from 2030, 12 cells.", source, StringComparison.Ordinal);
    }

    [Theory]
    [Asserts("GRS0072")]
    [Asserts("GRS0073")]
    [Asserts("GRS0074")]
    [Asserts("GRS0075")]
    [Asserts("GRS0076")]
    [Asserts("GRS0077")]
    [InlineData("GRS0072", "format: own\ntype: Own\nextends: ▶feees\n", "'feees'", "did you mean 'fees'?")]
    [InlineData("GRS0072", "format: own\ntype: Own\nextends: ▶disclosure-202\n", "did you mean 'disclosure-2021'?")]
    [InlineData("GRS0073", "format: own\ntype: Own\nextends: ▶own\n", "its own id")]
    [InlineData("GRS0073", "format: own\ntype: Own\nextends: ▶circle\n", "extends this one again")]
    [InlineData("GRS0074", "format: own\ntype: Own\nextends: ▶bad\n", "'bad'", "mend those first")]
    [InlineData("GRS0015", "format: own\ntype: Own\n▶extends: ''\n", "'extends'")]
    [InlineData("GRS0012", "▶format: own\nextends: fees\n", "lacks 'type'")]
    [InlineData("GRS0075", Head + "sections:\n  fees:\n    rows:\n      late: { zh: 甲, en: A, after: ▶chargd }\n", "'chargd'", "did you mean 'charged'?")]
    [InlineData("GRS0075", Head + "sections:\n  fees:\n    rows:\n      late: { zh: 甲, en: A, after: ▶late }\n", "'late'")]
    [InlineData("GRS0076", Head + "sections:\n  fees:\n    rows:\n      ▶late: { drop: true }\n", "no 'late' in 'rows' to drop")]
    [InlineData("GRS0077", Head + "sections:\n  fees:\n    rows:\n      ▶charged: { drop: true }\n", "'charged' is dropped", "'fees.order' needs it")]
    [InlineData("GRS0077", Head + "sections:\n  fees:\n    rows:\n      ▶waived: { drop: true }\n", "'fees.order'")]
    [InlineData("GRS0077", "format: own\ntype: Own\nextends: disclosure-2021\nsections:\n  applications:\n    columns:\n      ▶total: { drop: true }\n", "'applications.rowTotal'")]
    [InlineData("GRS0077", "format: own\ntype: Own\nextends: disclosure-2021\nsections:\n  proactiveDisclosure:\n    blocks:\n      ▶documents: { drop: true }\n", "'proactiveDisclosure.inForceCarriedForward'")]
    [InlineData("GRS0041", Head + "sections:\n  fees:\n    rules:\n      order: { drop: true, ▶source: 甲 }\n", "nothing more to say")]
    [InlineData("GRS0041", Head + "sections:\n  fees:\n    rows:\n      late: { zh: 甲, en: A, after: charged, ▶before: all }\n", "one of the two")]
    [InlineData("GRS0041", "format: own\ntype: Own\ntitle: { zh: 甲, en: A }\nyears: 2020-\nsections:\n  a: { zh: 甲, en: A, kind: narrative, ▶after: b }\n", "'extends'")]
    [InlineData("GRS0012", Head + "sections:\n  fees:\n    rows:\n      ▶late: { zh: 甲 }\n", "lacks 'en'")]
    [InlineData("GRS0063", Head + "sections:\n  fees:\n    rules:\n      order: { holds: charged >= ▶wavied }\n", "'wavied'", "did you mean 'waived'?")]
    [InlineData("GRS0041", "format: own\ntype: Own\nextends: ▶fees\nsections:\n  fees:\n    columns:\n      total: { columns: { a: { zh: 甲, en: A } } }\n", "'total' does not go with")]
    public void A_mistake_is_reported_where_it_can_be_mended(string id, string text, params string[] message)
    {
        var own = new TestFile("own.report.yaml", text.Replace("▶", "", StringComparison.Ordinal));
        var circle = new TestFile("circle.report.yaml", "format: circle\ntype: Circle\nextends: own\n");
        var bad = new TestFile("bad.report.yaml", Small.Text.Replace("format: fees", "format: bad", StringComparison.Ordinal).Replace("FeesReport", "Bad", StringComparison.Ordinal).Replace("years:", "year:", StringComparison.Ordinal));
        var run = new GeneratorRun(own, Base, circle, bad);
        var diagnostic = Assert.Single(run.Result.Diagnostics, diagnostic => diagnostic.Location.GetLineSpan().Path == own.Path);
        var before = text[..text.IndexOf('▶', StringComparison.Ordinal)].Split('\n');
        Assert.Equal($"{id} ({before.Length - 1},{before[^1].Length})", $"{diagnostic.Id} ({diagnostic.Location.GetLineSpan().StartLinePosition})".Replace("((", "(", StringComparison.Ordinal).Replace("))", ")", StringComparison.Ordinal));
        Assert.All(message, part => Assert.Contains(part, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    [Fact]
    public void An_edit_of_what_is_extended_reads_the_extending_one_again()
    {
        var own = new TestFile("own.report.yaml", Head);
        var edited = new TestFile(Base.Path, Small.With("en: Charged", "en: Collected"));
        var run = new GeneratorRun(Base, own, Unrelated).Replace(Base, edited);
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], run.Reasons(Steps.Model));
        Assert.All(["FeesReport", "Own"], type => Assert.Contains(run.Result.GeneratedSources, source => source.HintName == $"Tests.{type}-Descriptor.g.cs" && source.SourceText.ToString().Contains("\"Collected\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_edit_of_another_definition_does_not()
    {
        var own = new TestFile("own.report.yaml", Head);
        var run = new GeneratorRun(Base, own, Unrelated).Replace(Unrelated, new TestFile(Unrelated.Path, "# a comment\n" + Official.Text2019));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], run.Reasons(Steps.Definition).Take(3));
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, run.Reasons(Steps.Model));
    }

    [Fact]
    public void A_comment_in_what_is_extended_emits_nothing_again()
    {
        var own = new TestFile("own.report.yaml", Head);
        var run = new GeneratorRun(Base, own).Replace(Base, new TestFile(Base.Path, "# a comment\n" + Small.Text));
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, run.Reasons(Steps.Model));
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, run.OutputReasons);
    }

    [Fact]
    public void The_official_definitions_travel_with_the_generator()
    {
        Assert.Equal(["disclosure-2019", "disclosure-2021"], OfficialDefinitions.Ids.Order());
        Assert.Equal(Official.Text2021, OfficialDefinitions.Find("disclosure-2021")!.ReplaceLineEndings("\n"));
    }

    private static ReportModel Extend(string more) => ExtendFrom(Small.Text, more);

    private static ReportModel ExtendFrom(string text, string more)
    {
        var source = DefinitionSource.Of("own.report.yaml", Head + more, "Tests", CancellationToken.None);
        var other = DefinitionSource.Of(Base.Path, text, "Tests", CancellationToken.None);
        var result = DefinitionReader.Read(DefinitionInput.Of(source, [source, other]), CancellationToken.None);
        Assert.Empty(result.Mistakes);
        return result.Model!;
    }

    private static EquatableArray<string> Bases(params string[] ids) => ids.ToEquatableArray();

    private static TableModel Table(ReportModel model) => model.Sections.OfType<TableModel>().First();

    private static IEnumerable<string> Rows(ReportModel model) => Table(model).Blocks[0].Rows.Select(row => row.Member);
}

extern alias runtime;

using System.Reflection;
using GovReportSchema.Generators.Definition;

namespace GovReportSchema.Generators.Tests;

/// <summary>Whatever names a definition gives, what is generated from it compiles without a warning.</summary>
public class AwkwardNameTests
{
    [Fact]
    public void The_official_definitions_compile()
    {
        Assert.Empty(Compiled.Complaints(Official.Text2019));
        Assert.Empty(Compiled.Complaints(Official.Text2021));
    }

    [Fact]
    public void Chinese_names_compile() => AssertCompiles(Table("收费", "自然人, 企业, 总计", "收取, 减免, 其他"));

    [Theory]
    [InlineData("key", "place", "entry")]
    [InlineData("class", "row", "report_")]
    [InlineData("tableEntry", "tableRow", "count")]
    [InlineData("_rows", "add", "find")]
    [InlineData("键", "值", "项")]
    public void Rows_that_repeat_compile_whatever_their_names(string key, string row, string column) => AssertCompiles(Head + $$"""
          table:
            zh: 甲
            en: A
            columns:
              {{column}}: { zh: 甲, en: A }
              nested: { zh: 甲, en: A, columns: { b: { zh: 甲, en: A }, c: { zh: 甲, en: A, kind: decimal, scale: 1 } } }
            rows:
              first: { zh: 甲, en: A, repeat: { key: {{key}}, zh: 甲, en: A } }
              group:
                zh: 甲
                en: A
                rows:
                  once: { zh: 甲, en: A }
                  {{row}}:
                    zh: 甲
                    en: A
                    repeat: { key: {{key}}, zh: 甲, en: A, max: 9 }
                    rows:
                      inner: { zh: 甲, en: A, rows: { a: { zh: 甲, en: A }, deep: { zh: 甲, en: A, rows: { {{row}}: { zh: 甲, en: A } } } } }
                      under: { zh: 甲, en: A, heading: true, rows: { leaf: { zh: 甲, en: A } } }

        """);

    [Fact]
    public void Keywords_compile() =>
        AssertCompiles(Table("class", "event, namespace, int, _, __, _arglist", "record, field, value, file, required, __arglist, __makeref, global"));

    [Theory]
    [InlineData("a", "x", "aTable, aRow, aRow2, aTable2")]
    [InlineData("a", "x", "ATable, _, __")]
    [InlineData("a", "aRow, aTable, aColumns", "b")]
    [InlineData("a", "table, rule, label, node, block, cell, severity, relation, section", "list, string, object, system, gov, report_")]
    public void Names_that_meet_names_of_classes_compile(string table, string columns, string rows) =>
        AssertCompiles(Table(table, columns, rows));

    [Fact]
    public void Names_that_meet_fields_compile() =>
        AssertCompiles(
            Sections("x", "_x", "__x", "_x2", "xTable", "_xTable", "a", "_aTable", "_aRows")
            + "  groups:\n    zh: 甲\n    en: A\n    columns: { b: { zh: 甲, en: A } }\n    rows:\n"
            + Group("_a", "aRows", "_aRows", "b", "_b") + Group("a", "aRows", "_aRows", "_aRows2"));

    [Fact]
    public void Sections_that_differ_in_case_compile() => AssertCompiles(Sections("ab", "aB", "AB_", "aB2", "descriptor_"));

    [Fact]
    public void Groups_of_columns_compile() =>
        AssertCompiles(Head + """
              a:
                zh: 甲
                en: A
                columns:
                  aColumns: { zh: 甲, en: A, columns: { aColumns: { zh: 甲, en: A, columns: { b: { zh: 甲, en: A }, aRow: { zh: 甲, en: A } } } } }
                  aRow: { zh: 甲, en: A, heading: true, columns: { aBColumns: { zh: 甲, en: A } } }
                  b: { zh: 甲, en: A, columns: { x: { zh: 甲, en: A } } }
                rows: { c: { zh: 甲, en: A } }

            """.Replace("            ", "", StringComparison.Ordinal));

    [Fact]
    public void Texts_full_of_markup_compile() =>
        AssertCompiles(Small.Text
            .Replace("en: Fees }", "en: '<b> & \"]]>\" */ // {0} \\ é'}\nsource: { title: 'a <b> & c', number: \"x\\ny\\u2028\\u0085</remarks>\" }", StringComparison.Ordinal)
            .Replace("en: Charged", "en: \"<c>\\u2028 \\\"\\\\ \\ud83d\\ude00 \\u0000\"", StringComparison.Ordinal)
            .Replace("en: Hardship", "en: 'half a \ud83d pair \ude00 and \uffff, \ufffe'", StringComparison.Ordinal));

    [Fact]
    public void A_type_may_be_named_as_anything_of_the_library_or_of_csharp()
    {
        Assert.All(
            ["Report", "Table", "Rule", "System", "Gov", "Tests", "fees", "GovReportSchema", "String", "收费", "feesTable", "Gov_"],
            type => AssertCompiles(Small.With("type: FeesReport", "type: " + type)));
    }

    [Theory]
    [InlineData("Gov")]
    [InlineData("System")]
    [InlineData("GovReportSchema")]
    [InlineData("Contoso.System.Gov.FeesReport")]
    public void A_namespace_may_be_any(string name) =>
        AssertCompiles(Small.With("years: 2020-", "years: 2020-\nnamespace: " + name));

    [Fact]
    public void Types_of_the_user_do_not_get_in_the_way() =>
        Assert.Empty(Compiled.Complaints(
            Official.Text2021,
            "namespace Tests; class Table; class Rule; class Label; class Node; class Block; class Term; class Report; class ReportPart; class Gov; class Severity; class System; class GovReportSchema;",
            "namespace Gov.Inner { class Report; }"));

    [Fact]
    public void Rows_that_hold_unlike_numbers_compile() =>
        AssertCompiles(Head + "  a:\n    zh: 甲\n    en: A\n    columns: { x: { zh: 甲, en: A } }\n    rows:\n"
            + "      a: { zh: 甲, en: A, kind: decimal, scale: 2, unit: 元 }\n      b: { zh: 甲, en: A, kind: decimal, scale: 2, unit: 万元 }\n"
            + "      c: { zh: 甲, en: A, kind: signed }\n      d: { zh: 甲, en: A }\n      e: { zh: 甲, en: A, max: 5 }\n");

    /// <summary>Else a definition could hide one, which is warning CS0108 in code that nobody can mend.</summary>
    [Theory]
    [InlineData(typeof(runtime::GovReportSchema.Report), true)]
    [InlineData(typeof(runtime::GovReportSchema.Report<>), true)]
    [InlineData(typeof(runtime::GovReportSchema.ReportPart), false)]
    public void Each_member_that_generated_classes_inherit_is_reserved(Type type, bool isTopLevel)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var names = type.GetMembers(All).Where(member => member is not MethodBase { IsSpecialName: true } && IsSeen(member)).Select(member => member.Name).Where(name => char.IsLetter(name[0]));
        Assert.All(names, name => Assert.NotNull(ReservedNames.Reason(char.ToLowerInvariant(name[0]) + name[1..], isTopLevel)));

        static bool IsSeen(MemberInfo member) => member switch
        {
            MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
            PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsSeen),
            FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
            TypeInfo nested => nested.IsNestedPublic || nested.IsNestedFamily,
            _ => true,
        };
    }

    private const string Head = "format: a\ntype: Doc\ntitle: { zh: 甲, en: A }\nyears: 2020-\nsections:\n";

    private static void AssertCompiles(string definition) => Assert.Empty(Compiled.Complaints(definition));

    private static string Table(string table, string columns, string rows) =>
        Head + $"  {table}:\n    zh: 甲\n    en: A\n    columns:\n{Leaves(6, columns)}    rows:\n{Leaves(6, rows)}";

    private static string Sections(params string[] names) => Head + string.Concat(names.Select((name, i) => i % 3 == 2
        ? $"  {name}: {{ zh: 甲, en: A, kind: narrative }}\n"
        : $"  {name}:\n    zh: 甲\n    en: A\n    columns:\n{Leaves(6, "x")}    rows:\n{Leaves(6, "y, _y")}"));

    private static string Group(string name, params string[] rows) =>
        $"      {name}:\n        zh: 甲\n        en: A\n        rows:\n{Leaves(10, string.Join(",", rows))}";

    private static string Leaves(int indent, string names) =>
        string.Concat(names.Split(',').Select(name => $"{new string(' ', indent)}{name.Trim()}: {{ zh: 甲, en: A }}\n"));
}

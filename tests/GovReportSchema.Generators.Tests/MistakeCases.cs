using GovReportSchema.Generators.Definition.Yaml;

namespace GovReportSchema.Generators.Tests;

/// <summary>A definition with one mistake. The mark <c>▶</c> stands where the mistake should be reported, and is no part of the text.</summary>
public sealed record MistakeCase(string Id, string Text, params string[] Message)
{
    public override string ToString() => $"{Id}: {string.Join(" … ", Message)}";
}

/// <summary>At least one case for each mistake that can be made within one file.</summary>
public static class MistakeCases
{
    public static readonly IReadOnlyList<MistakeCase> All =
    [
        // The file
        new("GRS0004", "▶#" + new string('x', YamlReader.LargestText), "4194305 characters", "at most 4194304"),
        new("GRS0005", "format: fees\ntitle: ▶\"open\n", "unexpected end of stream"),
        new("GRS0005", "format: ▶a: b\n", "has ': ' in it", "found invalid mapping"),
        new("GRS0005", "{\n  \"format\": \"a\",\n  \"type\": \"A\"\n▶", "expected ',' or '}'"),
        new("GRS0006", Small.With("title: {", "title: ▶&t {"), "anchor '&t'"),
        new("GRS0006", Small.With("title: {", "title: ▶!!map {"), "tag 'tag:yaml.org,2002:map'", "the value alone"),
        new("GRS0006", Small.With("years: 2020-", "years: 2020-\nheader: ▶*gone"), "alias '*gone'"),
        new("GRS0006", Small.With("years: 2020-", "years: 2020-\n▶[a, b]: c"), "mapping or a list", "a text"),
        new("GRS0007", Small.Text + "▶---\nformat: b\n", "second document"),
        new("GRS0008", "a: " + new string('[', 31) + "▶" + "[" + new string(']', 32) + "\n", "more than 32 levels"),
        new("GRS0009", Small.With("      waived:\n", "      ▶charged: { zh: 甲, en: A }\n      waived:\n"), "'charged'", "first on line 15"),
        new("GRS0010", "▶# nothing\n", "empty", "'sections'"),

        // Keys and values
        new("GRS0011", Small.With("columns:", "▶colunms: {}\n    columns:"), "'colunms'", "the section 'fees'", "'columns', 'rows'", "did you mean 'columns'?"),
        new("GRS0011", Small.Text + "▶section: x\n", "'section'", "the definition", "did you mean 'sections'?"),
        new("GRS0011", Small.With("kind: narrative", "kind: narrative, ▶blnk: allowed"), "'blnk'", "the section 'overview'", "did you mean 'blank'?"),
        new("GRS0011", Small.With("each: column", "▶eahc: column\n        each: column"), "'eahc'", "the rule 'order'", "did you mean 'each'?"),
        new("GRS0012", Small.With("format: fees\n", "").Insert(0, "▶"), "The definition lacks 'format'"),
        new("GRS0012", Small.With("charged: { zh: 收取, en: Charged }", "▶charged: { zh: 收取 }"), "The row 'charged' lacks 'en'"),
        new("GRS0012", Small.With("  overview: { zh: 概况, en: Overview, kind: narrative }", "  ▶overview: { zh: 概况, en: Overview }"), "The section 'overview' lacks", "'kind: narrative'", "'blocks'"),
        new("GRS0012", Small.With("        message: { zh: 收取不应少于减免, en: charged should not be less than waived }\n", "").Replace("      order:", "      ▶order:", StringComparison.Ordinal), "The rule 'order' lacks 'message'"),
        new("GRS0013", Small.With("charged: { zh: 收取, en: Charged }", "charged: ▶收取"), "The row 'charged' is the text '收取'", "a mapping such as { zh"),
        new("GRS0013", Small.With("years: 2020-", "years: 2020-\n▶header:"), "'header' is empty", "agency"),
        new("GRS0013", "▶just a text\n", "The definition is the text 'just a text'"),
        new("GRS0014", Small.With("format: fees", "format: ▶[fees]"), "'format' of the definition is a list"),
        new("GRS0014", Small.With("zh: 收费情况", "zh: ▶{ a: b }"), "'zh' of the section 'fees' is a mapping"),
        new("GRS0015", Small.With("en: Fees charged", "▶en: ''"), "'en' of the section 'fees' is empty"),
        new("GRS0015", Small.With("en: Fees charged", "▶en: ~"), "'en' of the section 'fees' is empty"),
        new("GRS0016", Small.With("kind: narrative", "kind: ▶narative"), "'narative'", "'kind'", "'narrative' or 'table'", "did you mean 'narrative'?"),
        new("GRS0016", Small.With("en: Persons", "en: Persons, kind: ▶decimals"), "'count', 'signed', 'decimal', 'date', 'choice' or 'text'", "did you mean 'decimal'?"),
        new("GRS0016", Small.With("en: Persons", "en: Persons, blank: ▶alowed"), "did you mean 'allowed'?"),
        new("GRS0016", Small.WithRule("charged >= all", "severity: ▶warn"), "'error', 'warning' or 'info'"),

        new("GRS0016", Small.With("years: 2020-", "years: 2020-\nheader: { filed: { zh: 日期, en: Filed, kind: ▶count } }"), "'text', 'date' or 'choice'"),

        // Dates, choices and texts
        new("GRS0012", Small.With("years: 2020-", "years: 2020-\nheader: { ▶a: { zh: 甲, en: A, kind: choice } }"), "The header text 'a' lacks 'choices'"),
        new("GRS0012", WithChoices("▶yes: { zh: 是 }"), "The choice 'yes' lacks 'en'"),
        new("GRS0011", WithChoices("yes: { zh: 是, en: Y, ▶label: x }"), "'label'", "the choice 'yes'"),
        new("GRS0030", WithChoices("▶1st: { zh: 是, en: Y }"), "'1st'", "'_1st'"),
        new("GRS0033", WithChoices("yes: { zh: 是, en: Y }, ▶Yes: { zh: 对, en: Y }"), "'Yes'", "'yes'"),
        new("GRS0040", Small.With("years: 2020-", "years: 2020-\nheader: { a: { zh: 甲, en: A, kind: choice, ▶choices: {} } }"), "'choices' of the header text 'a' is empty"),
        new("GRS0041", Small.With("years: 2020-", "years: 2020-\nheader: { a: { zh: 甲, en: A, ▶min: 2020-01-01 } }"), "'min' does not go with 'kind: text' of the header text 'a'", "'kind: date'"),
        new("GRS0041", Small.With("en: Persons", "en: Persons, ▶choices: { yes: { zh: 是, en: Y } }"), "'choices' does not go with 'kind: count'", "it goes with 'kind: choice'"),
        new("GRS0041", WithDates("opened <= updated", text: "▶unit: 天"), "'unit' does not go with 'kind: text'", "'kind: count', 'kind: signed' or 'kind: decimal'"),
        new("GRS0041", Small.With("en: Persons", "en: Persons, kind: signed, ▶maxLength: 5"), "'maxLength'", "'kind: text'"),
        new("GRS0045", Small.With("years: 2020-", "years: 2020-\nheader: { a: { zh: 甲, en: A, kind: date, max: ▶2021-02-29 } }"), "'2021-02-29'", "'max'", "a day that exists"),
        new("GRS0045", WithDates("opened <= updated", text: "maxLength: ▶0"), "'0'", "'maxLength'", "from 1 on"),
        new("GRS0046", Small.With("years: 2020-", "years: 2020-\nheader: { a: { zh: 甲, en: A, kind: date, min: ▶2021-01-02, max: 2021-01-01 } }"), "'2021-01-02' is greater than the 'max' '2021-01-01'"),
        new("GRS0051", WithDates("▶opened + updated >= 30", "at: opened"), "'dates.check' adds dates"),
        new("GRS0051", WithDates("▶opened >= 30"), "adds dates"),
        new("GRS0051", WithDates("number >= 1", "when: ▶2 * opened <= updated"), "adds dates"),
        new("GRS0051", WithDates("opened <= updated", row: "two: { zh: 乙, en: Two }\n      all: { zh: 合计, en: All, total: ▶allRows }"), "'dates.allRows' adds dates"),
        new("GRS0052", WithDates("▶open >= 'yes'"), "takes a choice for a number"),
        new("GRS0052", WithDates("▶open = 1"), "published = 'yes'"),
        new("GRS0052", WithDates("▶open + number = 'yes'", "at: open"), "takes a choice for a number"),
        new("GRS0052", WithDates("▶open = 'yes'", "tolerance: 1"), "takes a choice for a number"),
        new("GRS0053", WithDates("open = ▶'yess'"), "'yess' in the rule 'dates.check' is none of the choices there: 'yes' or 'no'", "did you mean 'yes'?"),
        new("GRS0053", WithDates("opened <= ▶'2026-02-29'"), "'2026-02-29'", "is no day"),
        new("GRS0053", WithDates("number >= ▶'5'"), "'5'", "beside no choice and no date"),
        new("GRS0054", WithDates("▶number >= name"), "'dates.check'", "'kind: text'"),
        new("GRS0062", WithDates("open = ▶'yes"), "''yes'' for it"),
        new("GRS0062", WithDates("open = ▶“yes”"), "'“yes”' found; expected ''yes''"),

        // The head
        new("GRS0020", Small.With("format: fees", "format: ▶Fees_2020"), "'Fees_2020'", "such as 'fees-2020'"),
        new("GRS0020", Small.With("format: fees", "format: ▶fees-"), "such as 'fees'"),
        new("GRS0021", Small.With("type: FeesReport", "type: ▶2020Fees"), "'2020Fees'", "not beginning with a digit"),
        new("GRS0021", Small.With("type: FeesReport", "type: ▶class"), "'class'", "not a word of C#"),
        new("GRS0021", Small.With("type: FeesReport", "type: ▶record"), "'record'", "not a word of C#"),
        new("GRS0021", Small.With("type: FeesReport", "type: ▶Descriptor"), "'Descriptor'", "each report class has a member of that name"),
        new("GRS0022", Small.With("years: 2020-", "years: 2020-\nnamespace: ▶A..B"), "'A..B'", "'Contoso.Reports'"),
        new("GRS0023", Small.With("years: 2020-", "years: 2020-\nsource: { date: ▶2021-02-29 }"), "'2021-02-29'", "a day that exists"),
        new("GRS0024", Small.With("years: 2020-", "years: ▶2020 to 2021"), "'2020 to 2021'", "'2019-2020'"),
        new("GRS0024", Small.With("years: 2020-", "years: ▶2021-2020"), "did you mean '2020-2021'?"),
        new("GRS0024", Small.With("years: 2020-", "years: ▶'-'"), "'-'"),

        // Names
        new("GRS0030", Small.With("      charged:", "      ▶1st-charge:").Replace("charged >=", "all >=", StringComparison.Ordinal), "'1st-charge'", "such as '_1st_charge'"),
        new("GRS0030", Small.With("total: rowTotal", "total: ▶row total"), "'row total'", "such as 'row_total'"),
        new("GRS0031", Small.With("      charged:", "      ▶previous:").Replace("charged >=", "all >=", StringComparison.Ordinal), "a row", "last year's report"),
        new("GRS0031", Small.With("  overview:", "  ▶year:"), "'year' cannot be the name of a section", "'Year'", "every report class"),
        new("GRS0031", Small.With("  overview:", "  ▶feesReport:"), "the name of its class, 'FeesReport'"),
        new("GRS0031", Small.With("      persons:", "      ▶getHashCode:"), "a column", "'GetHashCode', which every class inherits"),
        new("GRS0032", Small.With("      waived:\n", "      waived:\n        heading: true\n").Replace("          small:", "          ▶charged:", StringComparison.Ordinal).Replace("sum(waived)", "poor", StringComparison.Ordinal), "'charged' is already a member", "on line 15", "headings and blocks"),
        new("GRS0032", Small.With("years: 2020-", "years: 2020-\nheader:\n  overview: { zh: 甲, en: A }").Replace("  overview: { zh: 概况", "  ▶overview: { zh: 概况", StringComparison.Ordinal), "'overview'", "on line 6", "share the report's object"),
        new("GRS0033", Small.With("      companies:", "      ▶Persons:"), "'Persons' and 'persons' on line 11", "C# property 'Persons'"),
        new("GRS0031", Small.With("      persons:", "      ▶firstCell:"), "a column", "'FirstCell', which every generated class has"),

        // Tables
        new("GRS0040", Small.With("        rows:\n          poor: { zh: 困难, en: Hardship }\n          small: { zh: 小微, en: Small firms }\n", "        ▶rows: {}\n"), "'rows' of the row 'waived' is empty", "at least one row"),
        new("GRS0040", Small.Text[..Small.Text.IndexOf("sections", StringComparison.Ordinal)] + "▶sections: {}\n", "'sections'"),
        new("GRS0041", Small.With("kind: narrative", "kind: narrative, ▶rows: { a: { zh: 甲, en: A } }"), "'rows' does not go with 'kind: narrative'"),
        new("GRS0041", Small.With("en: Charged", "en: Charged, ▶heading: true"), "'heading'", "which has no 'rows'"),
        new("GRS0041", Small.With("        en: Waived", "        en: Waived\n        ▶kind: signed"), "'kind'", "which is a group"),
        new("GRS0041", Small.With("en: Persons", "en: Persons, ▶scale: 2"), "'scale'", "'kind: decimal'"),
        new("GRS0041", Small.With("    rules:\n", "    rules:\n      rowTotal: { ▶each: row }\n"), "'each'", "no 'holds'"),
        new("GRS0041", Small.WithReportRule("fees.all.total = 1", "▶each: row"), "'each'", "'rules' of its section"),
        new("GRS0042", Small.With("  fees:", "  big:\n    zh: 大\n    en: Big\n    rows: { " + string.Join(", ", Enumerable.Range(0, 400).Select(i => $"r{i}: {{ zh: 甲, en: A }}")) + " }\n    columns: { " + string.Join(", ", Enumerable.Range(0, 251).Select(i => $"c{i}: {{ zh: 甲, en: A }}")) + " }\n  fees:").Replace("  big:", "  ▶big:", StringComparison.Ordinal), "100400 cells", "at most 100000"),
        new("GRS0043", Small.With("en: Persons", "en: Persons, kind: count").Replace("      charged: { zh: 收取,", "      ▶charged: { kind: signed, zh: 收取,", StringComparison.Ordinal), "row 'charged'", "column 'persons' on line 11"),
        new("GRS0044", Small.With("en: Persons", "en: Persons, ▶kind: decimal"), "'kind: decimal' of the column 'persons' lacks 'scale'", "from 0 to 9"),
        new("GRS0044", Small.With("en: Persons", "en: Persons, kind: decimal, scale: ▶10"), "'10' is not a scale"),
        new("GRS0045", Small.With("en: Persons", "en: Persons, min: ▶-1"), "'-1'", "'min'", "'kind: signed'"),
        new("GRS0045", Small.With("en: Persons", "en: Persons, max: ▶1.5"), "'1.5'", "a whole number"),
        new("GRS0045", Small.With("en: Persons", "en: Persons, kind: decimal, scale: 2, max: ▶1.005"), "at most 2 decimals"),
        new("GRS0045", Small.With("en: Persons", "en: Persons, max: ▶9007199254740993"), "at most 9007199254740992"),
        new("GRS0045", Small.With("en: Persons", "en: Persons, max: ▶many"), "'many'", "a number"),
        new("GRS0046", Small.With("en: Persons", "en: Persons, min: ▶5, max: 4"), "'min' '5'", "'max' '4'"),
        new("GRS0047", Small.With("en: Persons", "en: Persons, total: ▶rowTotal"), "'persons' is a total", "after its parts"),

        new("GRS0048", Small.With("en: Persons", "en: Persons, ofWhich: ▶true"), "'persons' is a part"),
        new("GRS0041", Small.With("total: columnTotal", "▶total: columnTotal, ofWhich: true"), "'total'", "'ofWhich' of the row 'all'"),
        new("GRS0041", Small.With("en: Companies", "en: Companies, ofWhich: ▶rowTotal"), "two names"),
        new("GRS0061", Small.With("en: Companies", "en: Companies, ofWhich: order").Replace("      order:", "      ▶order:", StringComparison.Ordinal), "'companies' on line 12"),

        // Rows that repeat
        new("GRS0051", Small.WithRule("▶all = sum(charged)").Replace("en: Charged }", "en: Charged, repeat: { key: region, zh: 地区, en: Region, max: 9 } }", StringComparison.Ordinal)
            .Replace("total: { zh: 总计, en: Total, total: rowTotal }", "day: { zh: 日, en: Day, kind: date }", StringComparison.Ordinal).Replace(", total: columnTotal", "", StringComparison.Ordinal), "'fees.order'"),
        new("GRS0049", Repeating("max: ▶0"), "'max' is '0'", "from 1 to 100000"),
        new("GRS0049", Repeating("min: ▶few"), "'min' is 'few'", "from 0 to 100000"),
        new("GRS0049", Repeating("min: ▶9, max: 8"), "'min' 9", "'max' 8"),
        new("GRS0049", Repeating("min: ▶1001"), "'max' 1000, where none is given"),
        new("GRS0050", Repeating("max: 9").Replace("          poor: {", "          poor: { repeat: { key: office, zh: 甲, en: A },", StringComparison.Ordinal).Replace("poor: { repeat", "poor: { ▶repeat", StringComparison.Ordinal), "'poor' repeats within 'waived'"),
        new("GRS0055", Repeating("max: 50000").Replace("repeat:", "▶repeat:", StringComparison.Ordinal), "50000 entries of 'waived'", "300006 cells", "lower its 'max'"),
        new("GRS0056", Two("waived.poor = ▶charged", "charged"), "an entry of 'waived' and one of 'charged'"),
        new("GRS0057", Repeating("max: 9").Replace("sum(waived)", "previous.sum(▶waived)", StringComparison.Ordinal), "'previous.sum(waived)'", "last year's total"),
        new("GRS0011", Repeating("▶blank: allowed"), "'blank'", "'repeat' of the row 'waived'", "'key'"),
        new("GRS0012", Repeating("max: 9").Replace("key: department, ", "", StringComparison.Ordinal).Replace("repeat:", "▶repeat:", StringComparison.Ordinal), "'repeat' of the row 'waived' lacks 'key'"),
        new("GRS0013", Repeating("max: 9").Replace("{ key: department, zh: 单位, en: Body, max: 9 }", "▶department", StringComparison.Ordinal), "the text 'department'", "repeat: { key"),
        new("GRS0032", Repeating("max: 9").Replace("key: department", "key: small", StringComparison.Ordinal).Replace("repeat:", "▶repeat:", StringComparison.Ordinal), "'small' is already a member", "beside the rows of each entry"),
        new("GRS0033", Small.With("en: Charged }", "en: Charged, ▶repeat: { key: Persons, zh: 单位, en: Body } }"), "'Persons' and 'persons' on line 11"),
        new("GRS0031", Repeating("max: 9").Replace("key: department", "key: ▶getKey", StringComparison.Ordinal), "the key of an entry", "every generated class"),
        new("GRS0041", Small.With("en: Persons }", "en: Persons, ▶repeat: { key: a, zh: 单位, en: Body } }"), "'repeat'", "the column 'persons'", "only rows repeat"),
        new("GRS0041", Repeating("max: 9").Replace("        repeat:", "        heading: true\n        ▶repeat:", StringComparison.Ordinal).Replace("sum(waived)", "poor", StringComparison.Ordinal), "'heading' of the row 'waived'"),
        new("GRS0041", Small.With("total: columnTotal", "total: columnTotal, ▶repeat: { key: a, zh: 单位, en: Body }"), "'total' of the row 'all'"),
        new("GRS0041", Two("charged >= all", "charged", "at: all").Replace("        en: Waived\n", "        en: Waived\n        ofWhich: ▶true\n", StringComparison.Ordinal), "'ofWhich'", "about no one cell"),
        new("GRS0064", Repeating("max: 9").Replace("sum(waived)", "▶waived", StringComparison.Ordinal), "'waived' is a group"),
        new("GRS0068", Two("charged <= sum(charged)", "charged", "at: ▶charged"), "cancels out"),

        // Rules
        new("GRS0060", Small.With("    rules:\n", "    rules:\n      ▶rowTotals: { severity: error }\n"), "'rowTotals'", "did you mean 'rowTotal'?"),
        new("GRS0060", Small.Text + "rules:\n  ▶whole: { severity: error }\n", "'whole'"),
        new("GRS0061", Small.With("      order:", "      ▶rowTotal:"), "'rowTotal' has 'holds'", "'total' on line 13"),
        new("GRS0062", Small.WithRule("charged ▶＝ all"), "'＝' found", "'=' for it"),
        new("GRS0062", Small.WithRule("charged ▶== all"), "'==' found", "'=' for it"),
        new("GRS0062", Small.WithRule("charged ▶≤ all"), "'<=' for it"),
        new("GRS0062", Small.WithRule("charged ▶≠ all"), "'!=' for it"),
        new("GRS0062", Small.WithRule("charged ▶<> all"), "'!=' for it"),
        new("GRS0062", Small.WithRule("charged = all", "when: charged ▶all"), "'+', '-' or one of"),
        new("GRS0063", Small.WithRule("charged = all", "when: ▶chargd = 1"), "did you mean 'charged'?"),
        new("GRS0015", Small.WithRule("charged = all", "▶when: ''"), "'when'"),
        new("GRS0041", Small.With("    rules:\n", "    rules:\n      rowTotal: { ▶when: all = 1 }\n"), "'when'", "no 'holds'"),
        new("GRS0062", Small.WithRule("charged ▶all"), "'all' found", "'+', '-' or one of"),
        new("GRS0062", Small.WithRule("charged =▶"), "the expression ends", "a reference"),
        new("GRS0062", Small.WithRule("charged ▶* 2 = all"), "'*' found", "'2 * charged'"),
        new("GRS0062", Small.WithRule("charged = all ▶= all"), "one comparison"),
        new("GRS0062", Small.WithRule("sum(waived ▶+ all) = all"), "')' after 'sum(waived'"),
        new("GRS0062", Small.WithRule("▶waived..poor = all"), "single dots"),
        new("GRS0062", Small.WithRule("charged = ▶1.2.3"), "28 digits"),
        new("GRS0062", Small.WithRule("charged = all", "at: charged ▶all"), "nothing after"),
        new("GRS0063", Small.WithRule("▶chargd = all", "at: all"), "'chargd' is not a row of 'fees'", "did you mean 'charged'?"),
        new("GRS0063", Small.WithRule("charged = ▶small"), "did you mean 'waived.small'?"),
        new("GRS0063", Small.WithRule("charged = previous.▶chargd"), "did you mean 'charged'?"),
        new("GRS0063", Small.WithCheck("▶charged.person = 1"), "a cell of 'fees', written 'row.column'", "did you mean 'charged.persons'?"),
        new("GRS0063", Small.WithReportRule("▶fee.all.total = 1"), "'section.row.column'", "did you mean 'fees.all.total'?"),
        new("GRS0064", Small.WithRule("charged = ▶waived"), "'waived' is a group, not a row", "'sum(waived)'"),
        new("GRS0064", Small.WithCheck("charged.persons = ▶waived.persons"), "'sum(waived.persons)'"),
        new("GRS0065", Small.WithRule("charged = sum(▶all)"), "'all' is one row", "without sum()"),
        new("GRS0065", Small.WithCheck("charged.persons = sum(▶all.total)"), "one cell"),
        new("GRS0066", Blocks("▶a = b"), "No block of 'fees' has all of 'a' and 'b'", "'first', lacks 'b'"),
        new("GRS0067", Small.WithRule("charged + all = 0").Replace("      order:", "      ▶order:", StringComparison.Ordinal), "'fees.order' lacks 'at'", "the row that it is about"),
        new("GRS0067", Small.WithRule("previous.all = charged").Replace("      order:", "      ▶order:", StringComparison.Ordinal), "lacks 'at'"),
        new("GRS0068", Small.WithRule("charged = all", "at: ▶waived.poor"), "'holds' does not name it"),
        new("GRS0068", Small.WithRule("charged + all = charged", "at: ▶charged"), "cancels out"),
        new("GRS0068", Small.WithRule("charged = previous.all", "at: previous.▶all"), "last year's report"),
        new("GRS0069", Small.WithRule("10000000000000000000 * charged >= all").Replace("      order:", "      ▶order:", StringComparison.Ordinal), "'fees.order'", "18"),
        new("GRS0070", Small.WithRule("charged = all", "tolerance: ▶-1"), "'-1'", "'0.01'"),
        new("GRS0071", TooManyTerms(), "more than 1000000 cells", "'fees.order'"),

        .. NewcomerCases.All,
    ];

    /// <summary>The definition with its group of rows repeated.</summary>
    private static string Repeating(string more) =>
        Small.With("        en: Waived\n", $"        en: Waived\n        repeat: {{ key: department, zh: 单位, en: Body, {more} }}\n");

    /// <summary>The definition with its group and another row repeated, and another rule.</summary>
    private static string Two(string holds, string other, params string[] more) => Small.WithRule(holds, more)
        .Replace("        en: Waived\n", "        en: Waived\n        repeat: { key: department, zh: 单位, en: Body, max: 9 }\n", StringComparison.Ordinal)
        .Replace($"      {other}: {{", $"      {other}: {{ repeat: {{ key: region, zh: 地区, en: Region, max: 9 }},", StringComparison.Ordinal);

    // 4,000 sums of 300 rows: a text of 50,000 letters that asks for 1.2 million cells.
    private static string TooManyTerms() => Small
        .WithCheck("charged.persons >= " + string.Join(" + ", Enumerable.Repeat("sum(waived.persons)", 4_000)))
        .Replace("          poor: { zh: 困难, en: Hardship }\n", string.Concat(Enumerable.Range(0, 300).Select(i => $"          p{i}: {{ zh: 困难, en: Hardship }}\n")), StringComparison.Ordinal)
        .Replace("      order:", "      ▶order:", StringComparison.Ordinal);

    private static string Blocks(string holds) => $$"""
        format: fees
        type: FeesReport
        title: { zh: 收费, en: Fees }
        years: 2020-
        sections:
          fees:
            zh: 收费情况
            en: Fees charged
            blocks:
              first:
                zh: 甲
                en: A
                columns: { a: { zh: 甲, en: A } }
                rows: { x: { zh: 甲, en: A } }
              second:
                zh: 乙
                en: B
                columns: { b: { zh: 乙, en: B } }
                rows: { y: { zh: 乙, en: B } }
            rules:
              equal: { each: row, holds: {{holds}}, message: { zh: 甲, en: A } }

        """;

    /// <summary>The definition with choices in its header.</summary>
    private static string WithChoices(string choices) => Small.With(
        "years: 2020-", $"years: 2020-\nheader: {{ a: {{ zh: 甲, en: A, kind: choice, choices: {{ {choices} }} }} }}");

    /// <summary>The definition with a table of everything that is no number, and a rule over its rows.</summary>
    private static string WithDates(
        string holds, string more = "severity: error", string text = "blank: allowed", string row = "two: { zh: 乙, en: Two }") => Small.With("  fees:\n", $$"""
          dates:
            zh: 日期
            en: Dates
            columns:
              opened: { zh: 开通, en: Opened, kind: date }
              updated: { zh: 更新, en: Updated, kind: date }
              open: { zh: 开放, en: Open, kind: choice, choices: { yes: { zh: 是, en: Y }, no: { zh: 否, en: N } } }
              name: { zh: 名称, en: Name, kind: text, {{text}} }
              number: { zh: 数量, en: Number }
            rows:
              one: { zh: 甲, en: One }
              {{row}}
            rules:
              check:
                each: row
                holds: {{holds}}
                {{more}}
                message: { zh: 甲, en: A }
          fees:

        """);
}

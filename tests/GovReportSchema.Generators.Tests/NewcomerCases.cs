namespace GovReportSchema.Generators.Tests;

/// <summary>
/// Slips of people who know neither YAML nor this language yet: each is one mistake, in words that say what to do, where the slip is and
/// not where a reader of YAML gave up.
/// </summary>
public static class NewcomerCases
{
    private const string Persons = "persons: { zh: 自然人, en: Persons }";

    public static readonly IReadOnlyList<MistakeCase> All =
    [
        // YAML
        new("GRS0005", Small.With("      persons:", "▶\tpersons:"), "a tab stands here", "spaces"),
        new("GRS0005", Small.With("        zh: 减免", "        zh: 减免\n    ▶\ten: Waived"), "a tab stands here"),
        new("GRS0005", Small.With("      companies:", "     ▶companies:"), "indented by 5", "by 4 or 6"),
        new("GRS0005", Small.With("      companies:", "       ▶companies:"), "indented by 7", "by 6"),
        new("GRS0005", Small.With("    en: Fees charged", "      ▶en: Fees charged"), "indented by 6", "by 4"),
        new("GRS0005", Small.With("    columns:\n", "    ▶columns\n"), "':' is missing after this name"),
        new("GRS0005", Small.With(Persons, "▶persons { zh: 自然人, en: Persons }"), "':' is missing after this name"),
        new("GRS0005", Small.With("    zh: 收费情况", "    zh▶:收费情况"), "a space is missing after ':'"),
        new("GRS0005", Small.With("    zh: 收费情况", "    zh▶：收费情况"), "'：' stands here"),
        new("GRS0005", Small.With("自然人, en", "自然人▶，en"), "'，' stands here"),
        new("GRS0005", Small.With(Persons, "persons: ▶｛ zh: 自然人, en: Persons ｝"), "'｛' stands here"),
        new("GRS0005", Small.With("自然人, en", "自然人 ▶en"), "',' is missing before this name"),
        new("GRS0005", Small.With(Persons, "persons: ▶{ zh: 自然人, en: Persons"), "'{' is never closed"),
        new("GRS0005", Small.With(Persons, "persons: ▶{ zh: 自然人, en: Persons # men }"), "'{' is never closed", "is a comment"),
        new("GRS0005", Small.With(Persons, Persons + "▶}"), "'}' closes nothing"),
        new("GRS0005", Small.With("en: Fees charged", "en: ▶Fees: charged"), "needs quotes around it"),
        new("GRS0005", Small.With("en: Fees charged", "en: 'Body▶'s fees'"), "a ' within quotes is written ''"),
        new("GRS0005", Small.With("en: Fees charged", "en: ▶\"Fees charged"), "the quote that begins here is not closed"),
        new("GRS0005", "▶```yaml\nformat: fees\n```\n", "cannot start any token"),
        new("GRS0011", Small.With("zh: 自然人", "▶zh:自然人"), "did you mean 'zh: 自然人', with a space"),
        new("GRS0011", Small.With("zh: 自然人", "▶zh：自然人"), "did you mean 'zh: 自然人', with a space"),
        new("GRS0011", Small.With("en: Persons }", "en: Persons, ▶natural }"), "a comma in it needs quotes"),
        new("GRS0011", Small.With("en: Persons", "en: Persons, max: 100,▶000"), "a comma in it needs quotes"),

        // Words of other languages and tools
        new("GRS0011", Small.With("{ zh: 自然人", "{ ▶Zh: 自然人"), "did you mean 'zh'?"),
        new("GRS0011", Small.With("{ zh: 自然人", "{ ▶cn: 自然人"), "did you mean 'zh'?"),
        new("GRS0011", Small.With("years: 2020-", "▶year: 2020"), "did you mean 'years'?"),
        new("GRS0011", Small.With("        rows:\n          poor", "        ▶children:\n          poor"), "did you mean 'rows'?"),
        new("GRS0011", Small.With("en: Persons", "en: Persons, kind: decimal, ▶decimals: 2"), "did you mean 'scale'?"),
        new("GRS0011", Small.With("en: Persons", "en: Persons, ▶required: true"), "did you mean 'blank'?"),
        new("GRS0011", Small.With("        holds:", "        ▶rule:"), "did you mean 'holds'?"),
        new("GRS0012", Small.With("{ zh: 自然人, en: Persons }", "{ kind: count }").Replace("persons:", "▶persons:", StringComparison.Ordinal), "The column 'persons' lacks 'zh' and 'en'"),
        new("GRS0013", Small.With("      order:\n        each: column\n        holds: charged >= sum(waived)\n        message: { zh: 收取不应少于减免, en: charged should not be less than waived }\n", "      order: ▶charged >= sum(waived)\n"), "holds: a = b + c"),
        new("GRS0016", Small.With("en: Persons", "en: Persons, kind: ▶integer"), "did you mean 'count'?"),
        new("GRS0016", Small.With("en: Persons", "en: Persons, kind: ▶money"), "did you mean 'decimal'?"),
        new("GRS0016", Small.With("kind: narrative", "kind: ▶text"), "did you mean 'narrative'?"),
        new("GRS0016", Small.With("total: rowTotal", "total: ▶true"), "'true' is no value of 'total'", "the name of the rule"),
        new("GRS0023", Small.With("years: 2020-", "years: 2020-\nsource: { date: ▶2021年9月26日 }"), "did you mean '2021-09-26'?"),
        new("GRS0023", Small.With("years: 2020-", "years: 2020-\nsource: { date: ▶2021/9/26 }"), "did you mean '2021-09-26'?"),
        new("GRS0024", Small.With("years: 2020-", "years: ▶2020～2024"), "did you mean '2020-2024'?"),
        new("GRS0024", Small.With("years: 2020-", "years: ▶since 2020"), "did you mean '2020-'?"),
        new("GRS0030", Small.With("      persons:", "      ▶société:"), "such as 'societe'"),
        new("GRS0030", Small.With("total: rowTotal", "total: ▶persons + companies"), "such as 'persons_companies'"),

        // Rules
        new("GRS0062", Small.WithRule("charged >= ▶SUM(waived)"), "'SUM' found; expected 'sum'"),
        new("GRS0062", Small.WithRule("charged >= ▶previous(all)"), "'previous.' before a path"),
        new("GRS0062", Small.WithRule("charged ▶> all"), "'>=' for it, with 1 more"),
        new("GRS0062", Small.WithRule("charged >= waived▶/poor"), "'.' between the members"),
        new("GRS0062", Small.WithRule("charged >= all ▶/ 2"), "'0.5 * all'"),
        new("GRS0062", Small.WithRule("charged >= 50▶% * all"), "'0.5' for 50%"),
        new("GRS0062", Small.WithRule("charged >= ▶(waived.poor + waived.small)"), "no brackets but those of 'sum()'"),
        new("GRS0062", Small.WithRule("charged >= all ▶and all >= charged"), "one comparison", "a rule of its own"),
        new("GRS0062", Small.WithRule("▶if all > 0 then charged >= all"), "'when', a key beside 'holds'"),
        new("GRS0063", Small.WithRule("▶lastYear.all >= all", "at: all"), "did you mean 'previous.all'?"),
        new("GRS0063", Small.WithRule("charged >= ▶persons"), "it is a column, as rules with 'each: row' name them"),
        new("GRS0063", Small.WithRule("persons >= ▶charged").Replace("each: column", "each: row", StringComparison.Ordinal), "it is a row, as rules with 'each: column' name them"),
        new("GRS0063", Small.WithCheck("charged.persons >= ▶charged"), "it is a row, as rules with 'each: column' name them"),
    ];
}

namespace GovReportSchema.Generators.Tests;

/// <summary>A small definition without a mistake, for tests to spoil.</summary>
internal static class Small
{
    public const string Text = """
        format: fees
        type: FeesReport
        title: { zh: 收费, en: Fees }
        years: 2020-
        sections:
          overview: { zh: 概况, en: Overview, kind: narrative }
          fees:
            zh: 收费情况
            en: Fees charged
            columns:
              persons: { zh: 自然人, en: Persons }
              companies: { zh: 企业, en: Companies }
              total: { zh: 总计, en: Total, total: rowTotal }
            rows:
              charged: { zh: 收取, en: Charged }
              waived:
                zh: 减免
                en: Waived
                rows:
                  poor: { zh: 困难, en: Hardship }
                  small: { zh: 小微, en: Small firms }
              all: { zh: 合计, en: All, total: columnTotal }
            rules:
              order:
                each: column
                holds: charged >= sum(waived)
                message: { zh: 收取不应少于减免, en: charged should not be less than waived }

        """;

    /// <summary>The definition with one passage replaced.</summary>
    public static string With(string passage, string replacement)
    {
        Assert.Contains(passage, Text, StringComparison.Ordinal);
        return Text.Replace(passage, replacement, StringComparison.Ordinal);
    }

    /// <summary>The definition with another <c>holds</c>, and more keys of the rule, each on a line of its own.</summary>
    public static string WithRule(string holds, params string[] more) =>
        With("        holds: charged >= sum(waived)\n", $"        holds: {holds}\n" + string.Concat(more.Select(key => $"        {key}\n")));

    /// <summary>The definition with a check of named cells.</summary>
    public static string WithCheck(string holds, params string[] more) =>
        WithRule(holds, more).Replace("        each: column\n", "", StringComparison.Ordinal);

    /// <summary>The definition with a rule of the report.</summary>
    public static string WithReportRule(string holds, params string[] more) =>
        Text + "rules:\n  whole:\n    message: { zh: 甲, en: A }\n" + $"    holds: {holds}\n"
            + string.Concat(more.Select(key => $"    {key}\n"));
}

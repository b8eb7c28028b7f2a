namespace GovReportSchema.Generators.Tests;

/// <summary>Advice on made forms: what is to be said is said, and beside it, one step away, nothing.</summary>
public class AdviceOnFormsTests
{
    private const string Message = "message: { zh: 甲, en: A }";

    /// <summary>Rows of one column, rules over it, and what is said of which rule or row.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        // Bounds
        { "a: max: 5; b: min: 10", "r: a >= b", "GRS0090 r" },
        { "a: max: 10; b: min: 10", "r: a >= b", "" },
        { "a: max: 0; b: max: 0", "r: a != b", "GRS0090 r" },
        { "a: max: 0; b: max: 1", "r: a != b", "" },
        { "a: min: 20; b: max: 10", "r: a >= b", "GRS0091 r" },
        { "a: min: 9; b: max: 10", "r: a >= b", "" },
        { "a: kind: date, min: 2021-01-01; b: kind: date", "r: a <= '2020-01-01'", "GRS0090 r" },
        { "a: kind: date, min: 2021-01-01; b: kind: date", "r: a >= '2020-01-01'", "GRS0091 r" },
        { "a: kind: date, min: 2021-01-01; b: kind: date", "r: a <= b", "" },

        // Tolerance
        { "a: kind: decimal, scale: 2, max: 5; b: kind: decimal, scale: 2, min: 5.02", "r: a >= b | tolerance: 0.01", "GRS0090 r" },
        { "a: kind: decimal, scale: 2, max: 5; b: kind: decimal, scale: 2, min: 5.01", "r: a >= b | tolerance: 0.01", "" },
        { "a: kind: decimal, scale: 1, max: 0.5; b: kind: decimal, scale: 1, max: 0.5", "r: a = b | tolerance: 0.5", "GRS0091 r" },
        { "a: kind: decimal, scale: 1, max: 0.5; b: kind: decimal, scale: 1, max: 0.5", "r: a = b | tolerance: 0.4", "" },
        { "a: ; b: ", "r: a = b; s: a = b + 1 | tolerance: 1", "" },

        // Conditions
        { "a: max: 5; b: min: 10", "r: a >= b | when: b >= 20", "" },
        { "a: max: 5; b: ", "r: a >= b | when: a >= 10", "GRS0091 r" },
        { "a: max: 5; b: ", "r: a >= b | when: a >= 5", "" },
        { "a: ; b: ", "r: a = b | when: a >= 5; s: 2 * a = 2 * b | at: a", "" },

        // What follows, contradicts or is said again
        { "a: ; b: ; c: ", "r: a = b + 1; s: b = c + 1; t: a = c + 2", "GRS0092 r; GRS0092 s; GRS0092 t" },
        { "a: ; b: ; c: ", "r: a = b + 1; s: b = c + 1; t: a = c + 3", "GRS0090 r; GRS0090 s; GRS0090 t" },
        { "a: ; b: ; c: ", "r: a = b + 1; s: b = c + 1; t: a = previous.c + 2", "" },
        { "a: ; b: ; c: ", "r: a = b; s: a <= b + c", "" },
        { "a: ; b: ", "r: a = b; s: a <= b", "GRS0092 s" },
        { "a: ; b: ", "r: a = b; s: a <= b + 3", "GRS0092 s" },
        { "a: ; b: ", "r: a = b; s: a >= b + 3", "GRS0090 s" },
        { "a: ; b: ", "r: b = a; s: a >= b + 3", "GRS0090 s" },
        { "a: ; b: ", "r: a = b + 1; s: a != b", "GRS0092 s" },
        { "a: ; b: ", "r: a = b; s: a != b", "GRS0090 s" },
        { "a: ; b: ", "r: a <= b; s: 2 * b >= 2 * a | at: a", "GRS0092 r; GRS0092 s" },
        { "a: ; b: ", "r: a <= b; s: b <= a", "" },
        { "a: ; b: ", "r: a <= b; s: a <= b + 1", "" },
        { "a: ; b: ", "r: a <= b; s: a <= b | severity: warning", "GRS0092 s" },

        // Rows that repeat
        { "a: max: 5, repeat: { key: k, zh: 甲, en: A, max: 3 }; b: ", "r: b >= sum(a) - 15", "GRS0091 r" },
        { "a: max: 5, repeat: { key: k, zh: 甲, en: A, max: 4 }; b: ", "r: b >= sum(a) - 15", "" },
        { "a: min: 5, repeat: { key: k, zh: 甲, en: A, min: 3 }; b: max: 10", "r: b >= sum(a)", "GRS0090 r" },
        { "a: min: 5, repeat: { key: k, zh: 甲, en: A, min: 2 }; b: max: 10", "r: b >= sum(a)", "" },
        { "a: repeat: { key: k, zh: 甲, en: A, max: 4 }; b: ; c: ", "r: b = sum(a); s: c = sum(a); t: b = c", "GRS0092 r; GRS0092 s; GRS0092 t" },
        { "a: repeat: { key: k, zh: 甲, en: A, max: 4 }; b: ; c: ", "r: b = sum(a); s: b = a | at: a", "" },

        // Totals that nothing sums
        { "a: ; b: ; 合计: ", "r: a <= b", "GRS0093 合计" },
        { "a: ; b: ; 合计: ", "r: 合计 = a + b", "" },
        { "a: ; b: ; 合计: ", "r: 合计 >= a + b", "GRS0093 合计" },
        { "a: ; b: ; 合计: total: t", "r: a <= b", "" },
        { "a: ; 合计: kind: date", "r: a >= 1", "" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_to_be_said_is_said_and_no_more(string rows, string rules, string expected)
    {
        var result = Official.Define($$"""
            format: made
            type: Made
            title: { zh: 甲, en: A }
            years: 2020-
            sections:
              t:
                zh: 表
                en: T
                columns: { n: { zh: 数, en: N } }
                rows:
            {{string.Join("\n", rows.Split("; ").Select(Row))}}
                rules:
            {{string.Join("\n", rules.Split("; ").Select(Rule))}}

            """);
        Assert.Empty(result.Mistakes);
        var found = result.Notes.Where(note => note.Descriptor.Id != "GRS0094")
            .Select(note => $"{note.Descriptor.Id} {(note.Descriptor.Id == "GRS0093" ? note.Arguments[1] : note.Arguments[0]["t.".Length..])}");
        Assert.Equal(expected, string.Join("; ", found));
    }

    /// <summary>Of cells that no rule looks at, one for each table.</summary>
    [Theory]
    [InlineData("a: ; b: ; c: ", "r: a <= b", "GRS0094: 1 cells of 't'")]
    [InlineData("a: ; b: ; c: ", "r: a <= b | when: c >= 1", "GRS0094: 1 cells of 't'")]
    [InlineData("a: ; b: ; c: kind: text", "r: a <= b", "")]
    [InlineData("a: ; b: ; c: ", "r: a <= b; s: c >= previous.c", "")]
    public void Cells_that_no_rule_compares_are_counted(string rows, string rules, string expected)
    {
        var text = $"format: made\ntype: Made\ntitle: {{ zh: 甲, en: A }}\nyears: 2020-\nsections:\n  t:\n    zh: 表\n    en: T\n    columns: {{ n: {{ zh: 数, en: N }} }}\n    rows:\n"
            + string.Join("\n", rows.Split("; ").Select(Row)) + "\n    rules:\n" + string.Join("\n", rules.Split("; ").Select(Rule)) + "\n";
        var found = Official.Define(text).Notes.Select(note => $"{note.Descriptor.Id}: {note.ToDiagnostic().GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
        Assert.StartsWith(expected, string.Join("; ", found), StringComparison.Ordinal);
        Assert.Equal(expected.Length == 0, !found.Any());
    }

    private static string Row(string row) => row.Split(':', 2) is [var name, var rest]
        ? $"      {name}: {{ zh: {name}, en: A{(rest.Trim().Length == 0 ? "" : "," + rest)} }}" : "";

    private static string Rule(string rule) => rule.Split(':', 2) is [var name, var rest] && rest.Split(" | ") is [var holds, .. var more]
        ? $"      {name}: {{ each: column, holds: \"{holds.Trim()}\", {string.Concat(more.Select(key => key + ", "))}{Message} }}" : "";
}

using System.Globalization;
using System.Text;
using GovReportSchema.Generators.Definition;
using Xunit.Abstractions;

namespace GovReportSchema.Generators.Tests;

/// <summary>
/// Forms whose names are drawn at random from those that C#, the library and the generated code have themselves: each is refused, with
/// the name and why, or compiles without a warning.
/// </summary>
public class NameMixTests(ITestOutputHelper output)
{
    private static readonly int s_rounds =
        int.Parse(Environment.GetEnvironmentVariable("GRS_FUZZ") ?? "100", CultureInfo.InvariantCulture);

    private static readonly string[] s_names =
    [
        .. ReservedNames.MembersOfReport,

        // Of C# and of every object.
        "equals", "getHashCode", "toString", "getType", "memberwiseClone", "finalize", "referenceEquals", "item", "length", "value", "get", "set", "init",
        "add", "remove", "this_", "base", "class", "event", "record", "field", "required", "file", "scoped", "global", "var", "dynamic", "nameof", "await",
        "async", "yield", "when", "where", "partial", "nint", "string", "object", "int", "decimal", "null", "true", "void", "operator", "implicit", "_", "__",
        "__arglist", "__makeref", "_a", "a", "A", "B", "b", "Class", "System", "system", "string_", "list", "task", "attribute", "type", "func", "nullable",
        // Of the library and of what is generated.
        "gov", "Gov", "govReportSchema", "report", "reports", "table", "tables", "row", "rows", "column", "columns", "cell", "cells", "entry", "entries", "place",
        "offset", "firstCell", "cellCount", "count", "total", "totals", "sum", "key", "label", "node", "block", "rule", "descriptor", "format", "agency", "year",
        "reportPart", "reportEntry", "reportEntries", "reportFormat", "choice", "choices", "narrative", "validate", "read", "readInto", "fillTotals", "locate",
        "textBytes", "create", "register", "json", "date", "text", "getCount", "setCount", "getKey", "values", "texts", "blank", "unread", "bases",
        // Of what other names become.
        "aTable", "aRow", "aRows", "aEntry", "aColumns", "aChoice", "_aTable", "aRow2", "ATable", "aARow", "aCountRow", "doc", "Doc", "docTable", "aDecimalRow",
        // In no script with capitals, and beyond ASCII.
        "总计", "自然人", "合计", "年度", "項目", "ひらがな", "カタカナ", "한국어", "ไทย", "אבג", "ª", "ǀ", "〆", "々", "㐀", "﨎",
    ];

    [Fact]
    public void Any_mix_of_names_is_refused_or_compiles()
    {
        var random = new Random(7);
        var accepted = 0;
        for (var round = 0; round < s_rounds; round++)
        {
            var text = new Form(random).Write();
            var result = Official.Define(text);
            Assert.All(result.Mistakes, mistake => Assert.Contains(
                mistake.Descriptor.Id, (string[])["GRS0009", "GRS0015", "GRS0021", "GRS0030", "GRS0022", "GRS0031", "GRS0032", "GRS0033"]));
            if (result.Model is not null)
            {
                accepted++;
                var complaints = Compiled.Complaints(text);
                Assert.True(complaints.Count == 0, $"{string.Join("\n", complaints.Take(3))}\n{text}");
            }
        }

        output.WriteLine($"{accepted} of {s_rounds} were taken");
        Assert.InRange(accepted, 1, s_rounds);
    }

    /// <summary>A form with everything that has a name.</summary>
    private sealed class Form(Random random)
    {
        private readonly StringBuilder _text = new();

        public string Write()
        {
            _text.Append(CultureInfo.InvariantCulture, $"format: a\ntype: {One(s => char.ToUpperInvariant(s[0]) + s[1..])}\n");
            _text.Append(random.Next(2) == 0 ? $"namespace: {One()}.{One()}\n" : "");
            _text.Append("title: { zh: 甲, en: A }\nyears: 2020-\nheader:\n");
            foreach (var name in Some(0, 3).Except(["agency", "year"]))
            {
                _text.Append(CultureInfo.InvariantCulture, $"  {name}: {{ zh: 甲, en: A{Kind("text", "date", "choice")} }}\n");
            }

            _text.Append("sections:\n");
            foreach (var section in Some(1, 3))
            {
                _text.Append(CultureInfo.InvariantCulture, $"  {section}:\n    zh: 甲\n    en: A\n");
                Axis("    ", "columns", 2, isRows: false);
                Axis("    ", "rows", 2, isRows: true);
            }

            return _text.Replace("header:\nsections", "sections").ToString();
        }

        private void Axis(string indent, string axis, int depth, bool isRows, bool canRepeat = true)
        {
            _text.Append(CultureInfo.InvariantCulture, $"{indent}{axis}:\n");
            foreach (var name in Some(1, 4))
            {
                var repeats = isRows && canRepeat && random.Next(4) == 0;
                var repeat = repeats ? $", repeat: {{ key: {One()}, zh: 甲, en: A, max: 3 }}" : "";
                if (depth == 0 || random.Next(3) > 0)
                {
                    // Only columns say what they hold, so that no cell is told twice.
                    var kind = isRows ? "" : Kind("count", "signed", "decimal, scale: 2", "date", "text", "choice");
                    _text.Append(CultureInfo.InvariantCulture, $"{indent}  {name}: {{ zh: 甲, en: A{kind}{repeat} }}\n");
                    continue;
                }

                _text.Append(CultureInfo.InvariantCulture, $"{indent}  {name}:\n{indent}    zh: 甲\n{indent}    en: A\n");
                _text.Append(repeats ? $"{indent}    repeat: {{ key: {One()}, zh: 甲, en: A, max: 3 }}\n" : random.Next(3) == 0 ? $"{indent}    heading: true\n" : "");
                Axis(indent + "    ", axis, depth - 1, isRows, canRepeat && !repeats);
            }
        }

        private string Kind(params string[] kinds) => kinds[random.Next(kinds.Length)] is var kind && kind == "choice"
            ? $", kind: choice, choices: {{ {string.Join(", ", Some(1, 3).Select(name => $"{name}: {{ zh: 甲, en: A }}"))} }}"
            : $", kind: {kind}";

        private string One(Func<string, string>? change = null) =>
            s_names[random.Next(s_names.Length)] is var name && change is not null ? change(name) : name;

        // Those that are never taken are left out now and then, or nothing would be.
        private List<string> Some(int least, int most) => s_names
            .Where(name => random.Next(20) == 0 || ReservedNames.Reason(name, isTopLevel: true) is null)
            .OrderBy(_ => random.Next()).Take(random.Next(least, most + 1)).ToList();
    }
}

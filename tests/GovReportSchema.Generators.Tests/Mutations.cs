using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using GovReportSchema.Generators.Definition;

namespace GovReportSchema.Generators.Tests;

/// <summary>Spoils definitions at random: their characters, the tokens of YAML and of rules, and the tree of their lines.</summary>
internal sealed class Mutations(Random random)
{
    public static readonly string[] Tokens =
    [
        ":", "- ", "?", "{", "}", "[", "]", ",", "&a ", "*a", "!t ", "|", ">", "'", "\"", "#", "%", "@", "`", "\t", "\n", "\r", "\0", "\uFEFF",
        "\u2028", "\uD83D", "---\n", "...\n", "null", "~", "true", "-1", "1e999", "99999999999999999999", "previous.", "sum(", ")", "=", "<=", "*",
        "total: ", "rows:", "columns:", "blocks:", "kind: ", "heading: true", "each: row", "holds: ", "    ", "\\", "总计", "<<: ",
    ];

    private static readonly string[] s_keys =
    [
        .. typeof(DefinitionKeys).GetFields(BindingFlags.Public | BindingFlags.Static).SelectMany(member => (string[])member.GetValue(null)!).Distinct(),
    ];

    /// <summary>What a member of a flow mapping may be: each is in order somewhere, and out of place elsewhere.</summary>
    private static readonly string[] s_members =
    [
        "kind: count", "kind: signed", "kind: decimal", "kind: date", "kind: text", "kind: choice", "scale: 2", "scale: 9", "min: 1", "max: 5", "min: -3",
        "max: 2030-01-01", "unit: 元", "maxLength: 4", "blank: error", "choices: { yes: { zh: 是, en: Y }, no: { zh: 否, en: N } }", "total: t", "ofWhich: true",
        "ofWhich: part", "heading: true", "repeat: { key: body, zh: 单位, en: Body, max: 3 }", "repeat: { key: body, zh: 单位, en: Body }", "repeat: false",
        "drop: true", "severity: info", "tolerance: 0.5", "each: row", "each: column",
    ];

    private static readonly string[] s_signs = [" = ", " != ", " <= ", " >= ", " + ", " - "];

    private static readonly string[] s_operands = ["{0}", "sum({0})", "previous.{0}", "previous.sum({0})", "2 * {0}", "0.05 * {0}", "7", "'yes'", "'2026-11-22'"];

    /// <summary>The text after one to five changes.</summary>
    public string Of(string text)
    {
        var spoilt = new StringBuilder(text);
        for (var edits = random.Next(1, 6); edits > 0 && spoilt.Length > 0; edits--)
        {
            switch (random.Next(3))
            {
                case 0:
                    SpoilCharacters(spoilt);
                    break;
                case 1:
                    SpoilWord(spoilt);
                    break;
                default:
                    SpoilTree(spoilt);
                    break;
            }
        }

        return spoilt.ToString();
    }

    private void SpoilCharacters(StringBuilder text)
    {
        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 30), text.Length - at);
        switch (random.Next(5))
        {
            case 0:
                text[at] = (char)random.Next(0, 0x100);
                break;
            case 1:
                text.Remove(at, length);
                break;
            case 2:
                text.Insert(at, Tokens[random.Next(Tokens.Length)]);
                break;
            case 3:
                text.Insert(random.Next(text.Length), text.ToString(at, length));
                break;
            default:
                text.Remove(at, length).Insert(at, Tokens[random.Next(Tokens.Length)]);
                break;
        }
    }

    /// <summary>Puts another key, name, member or rule where one stands, so that most of what comes out is still YAML.</summary>
    private void SpoilWord(StringBuilder text)
    {
        var all = text.ToString();
        var (pattern, replacement) = random.Next(5) switch
        {
            0 => (@"\b[a-zA-Z]+(?=:)", s_keys[random.Next(s_keys.Length)]),
            1 => (@"[\p{L}_][\p{L}\d_]*", One(Regex.Matches(all, @"[\p{L}_][\p{L}\d_.]*"))),
            2 => (@"(?<=\{) (?=zh:)", $" {s_members[random.Next(s_members.Length)]}, "),
            3 => (@"(?<=(holds|when): ).+?(?=[,}\r\n])", Rule(all)),
            _ => (@"(?<=: )[^{},\r\n]+", One(Regex.Matches(all, @"(?<=: )[^{},\r\n]+"))),
        };
        var found = Regex.Matches(all, pattern);
        if (found.Count > 0)
        {
            var match = found[random.Next(found.Count)];
            text.Remove(match.Index, match.Length).Insert(match.Index, replacement);
        }
    }

    private string Rule(string text)
    {
        var names = Regex.Matches(text, @"(?<=^ +|\{ |, )[\p{L}_][\p{L}\d_]*(?=:)", RegexOptions.Multiline);
        var rule = Operand();
        for (var more = random.Next(1, 5); more > 0; more--)
        {
            rule += s_signs[random.Next(s_signs.Length)] + Operand();
        }

        return rule;

        string Operand() => string.Format(
            System.Globalization.CultureInfo.InvariantCulture, s_operands[random.Next(s_operands.Length)],
            string.Join('.', Enumerable.Range(0, random.Next(1, 4)).Select(_ => One(names))));
    }

    private string One(MatchCollection matches) => matches.Count == 0 ? "x" : matches[random.Next(matches.Count)].Value;

    /// <summary>Takes a line and all that is indented under it, and drops, doubles, moves or indents it.</summary>
    private void SpoilTree(StringBuilder text)
    {
        var lines = text.ToString().Split('\n').ToList();
        var first = random.Next(lines.Count);
        var last = first + 1;
        while (last < lines.Count && Indent(lines[last]) > Indent(lines[first]))
        {
            last++;
        }

        var branch = lines.GetRange(first, last - first);
        if (random.Next(4) is var kind && kind != 1)
        {
            lines.RemoveRange(first, last - first);
        }

        // Where the branch fits, if anything: before a line that stands as deep.
        var places = Enumerable.Range(0, lines.Count).Where(line => random.Next(8) == 0 || Indent(lines[line]) == Indent(branch[0])).ToList();
        var place = places.Count == 0 ? lines.Count : places[random.Next(places.Count)];
        if (kind == 3)
        {
            lines.InsertRange(Math.Min(first, lines.Count), branch.Select(line => new string(' ', random.Next(1, 4)) + line));
        }
        else if (kind > 0)
        {
            lines.InsertRange(place, branch);
        }

        text.Clear().AppendJoin('\n', lines);
    }

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;
}

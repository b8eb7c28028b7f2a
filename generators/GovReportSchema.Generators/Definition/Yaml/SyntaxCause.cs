using System.Text.RegularExpressions;
using GovReportSchema.Generators.Diagnostics;

namespace GovReportSchema.Generators.Definition.Yaml;

/// <summary>
/// Finds what somebody probably did where a text is not well-formed: a reader of YAML says where it gave up, which may be lines after
/// the slip, and in words that only those understand who know how it reads.
/// </summary>
internal static class SyntaxCause
{
    /// <summary>Far above any line that somebody types; it bounds the work on one that is made to be slow.</summary>
    private const int LongestLine = 2_000;

    private const string Name = @"[\p{L}_][\p{L}\d_-]*";

    /// <summary>Slips that show on the line itself, or on the one before. What they point at is the group <c>at</c>, else the whole match.</summary>
    private static readonly (Regex Slip, string What)[] s_slips =
    [
        (Line($@"^\s*{Name}\s*(?<at>：)"), "'：' stands here, where YAML has ': ', a colon and a space"),
        (Line($@"(?<at>，)\s*{Name}\s*[:：]"), "'，' stands here, where YAML has ','"),
        (Line(@":\s*(?<at>｛)"), "'｛' stands here, where YAML has '{'"),
        (Line($@"^\s*{Name}(?<at>:)[^\s:/]"), "a space is missing after ':'"),
        (Line($@"^\s*(?<at>{Name})\s+\{{"), "':' is missing after this name"),
        (Line($@"[{{,]\s*{Name}:\s+[^,{{}}'""]*?\s(?<at>{Name}):\s"), "',' is missing before this name"),
        (Line($@"^\s*{Name}:\s+(?<at>[^\s'""\[{{|>#&*!%@`][^'""{{]*?):\s"), "the value has ': ' in it, and so needs quotes around it"),
        (Line(@":\s+'[^']*(?<at>')[^\s,}\]#']"), "the quote ends here and the value does not; a ' within quotes is written ''"),
    ];

    /// <param name="message">What the reader of YAML says.</param>
    /// <param name="at">Where it gave up.</param>
    /// <returns>Where the slip is and what it is; null where none is recognised.</returns>
    public static (TextRange At, string What)? Find(string text, string message, TextRange at)
    {
        var lines = LinesOf(text);
        var number = Math.Min(at.StartLine, lines.Count - 1);
        return (message.Contains("tab") ? FindTab(text, lines) : null)
            ?? (message.Contains("quoted scalar") ? ((TextRange, string)?)(at, "the quote that begins here is not closed") : null)
            ?? FindOnLine(text, lines, number)
            ?? FindBareName(text, lines, number)
            ?? FindBracket(text, lines, at.Start)
            ?? FindIndent(text, lines, number);
    }

    private static (TextRange, string)? FindTab(string text, List<(int Start, int Length)> lines)
    {
        for (var number = 0; number < lines.Count; number++)
        {
            var indent = IndentOf(text, lines[number], ' ', '\t');
            if (text.IndexOf('\t', lines[number].Start, indent) is var tab && tab >= 0)
            {
                return (Range(lines, number, tab, 1), "a tab stands here; YAML is indented with spaces alone");
            }
        }

        return null;
    }

    private static (TextRange, string)? FindOnLine(string text, List<(int Start, int Length)> lines, int number)
    {
        foreach (var near in new[] { number, number - 1 }.Where(line => line >= 0 && lines[line].Length <= LongestLine))
        {
            var line = text.Substring(lines[near].Start, lines[near].Length);
            foreach (var (slip, what) in s_slips)
            {
                if (slip.Match(line) is { Success: true } match)
                {
                    var at = match.Groups["at"];
                    return (Range(lines, near, lines[near].Start + at.Index, at.Length), what);
                }
            }
        }

        return null;
    }

    /// <summary>A name alone on its line, and lines under it that are meant to be its own.</summary>
    private static (TextRange, string)? FindBareName(string text, List<(int Start, int Length)> lines, int number)
    {
        if (number == 0 || lines[number - 1].Length > LongestLine)
        {
            return null;
        }

        var before = Regex.Match(text.Substring(lines[number - 1].Start, lines[number - 1].Length), $@"^\s*(?<at>{Name})\s*$");
        var at = before.Groups["at"];
        return before.Success && IndentOf(text, lines[number], ' ') > at.Index
            ? (Range(lines, number - 1, lines[number - 1].Start + at.Index, at.Length), "':' is missing after this name")
            : null;
    }

    /// <summary>A bracket that is never closed, or one that closes nothing.</summary>
    private static (TextRange, string)? FindBracket(string text, List<(int Start, int Length)> lines, int gaveUp)
    {
        var open = new Stack<int>();
        for (var number = 0; number < lines.Count; number++)
        {
            var (start, length) = lines[number];
            var quote = '\0';
            for (var i = start; i < start + length; i++)
            {
                var c = text[i];
                var begins = i == start || text[i - 1] is ' ' or '{' or '[' or ',' or ':';
                if (quote != '\0')
                {
                    quote = c == quote ? '\0' : quote;
                }
                else if (c is '\'' or '"' && begins)
                {
                    quote = c;
                }
                else if (c == '#' && begins)
                {
                    break;
                }
                else if (c is '{' or '[' && (begins || open.Count > 0))
                {
                    open.Push(i);
                }
                else if (c is '}' or ']' && open.Count > 0)
                {
                    open.Pop();
                }
                else if (c is '}' or ']' && i == gaveUp)
                {
                    return (Range(lines, number, i, 1), $"'{c}' closes nothing");
                }
            }
        }

        // In JSON the first bracket is what lacks an end, wherever the slip is.
        if (open.Count == 0 || open.Min() is var first && (first > gaveUp || text.Substring(0, first).Trim().Length == 0))
        {
            return null;
        }

        var line = lines.FindLastIndex(candidate => candidate.Start <= first);
        var end = lines[line].Start + lines[line].Length;
        var comment = text.IndexOf(" #", first, end - first, StringComparison.Ordinal) >= 0 ? "; what follows ' #' is a comment" : "";
        return (Range(lines, line, first, 1), $"'{text[first]}' is never closed{comment}");
    }

    /// <summary>A line that is indented as none of those above it in which it could stand.</summary>
    private static (TextRange, string)? FindIndent(string text, List<(int Start, int Length)> lines, int number)
    {
        var levels = new Stack<int>();
        for (var above = 0; above < number; above++)
        {
            var depth = IndentOf(text, lines[above], ' ');
            if (depth == lines[above].Length || text[lines[above].Start + depth] == '#')
            {
                continue;
            }

            while (levels.Count > 0 && levels.Peek() > depth)
            {
                levels.Pop();
            }

            if (levels.Count == 0 || levels.Peek() < depth)
            {
                levels.Push(depth);
            }
        }

        var indent = IndentOf(text, lines[number], ' ');
        var isFirstOfBranch = indent > (levels.Count == 0 ? 0 : levels.Peek())
            && text.Substring(0, lines[number].Start).TrimEnd().EndsWith(":", StringComparison.Ordinal);
        if (levels.Count == 0 || levels.Contains(indent) || indent == lines[number].Length || isFirstOfBranch)
        {
            return null;
        }

        // From the top of the stack, which is the deepest.
        int[] near = [.. levels.Where(level => level < indent).Take(1), .. levels.Where(level => level > indent).Reverse().Take(1)];
        return (
            Range(lines, number, lines[number].Start + indent, 0),
            $"the line is indented by {Invariant.Text(indent)}, and those above that it could stand beside by {string.Join(" or ", near.Select(level => Invariant.Text(level)))}");
    }

    private static int IndentOf(string text, (int Start, int Length) line, params char[] of)
    {
        var indent = 0;
        while (indent < line.Length && Array.IndexOf(of, text[line.Start + indent]) >= 0)
        {
            indent++;
        }

        return indent;
    }

    private static TextRange Range(List<(int Start, int Length)> lines, int line, int start, int length) =>
        new(start, length, line, start - lines[line].Start, line, start - lines[line].Start + length);

    private static List<(int Start, int Length)> LinesOf(string text)
    {
        var lines = new List<(int, int)>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            lines.Add((start, end - start - (end > start && text[end - 1] == '\r' ? 1 : 0)));
            start = end + 1;
        }

        return lines;
    }

    private static Regex Line(string pattern) => new(pattern, RegexOptions.CultureInvariant);
}

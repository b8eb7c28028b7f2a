using System.Net;
using System.Text.RegularExpressions;

namespace GovReportSchema.Pages;

/// <summary>
/// Takes HTML for a page: its text, its line ends and its tables, and nothing else. A tokenizer of our own, tolerant of what pages in
/// the wild leave out: a browser's parser (AngleSharp: 0.9 MB more to load) would build a tree of which nothing else is wanted, and
/// its depth and size would be the sender's to choose.
/// </summary>
internal sealed partial class HtmlPage
{
    /// <summary>How often text in a page may turn out to be HTML itself.</summary>
    private const int MostEscapes = 2;

    private readonly string _html;
    private readonly PageFlow _flow = new();
    private readonly Stack<(PageTable Table, PageFlow Outer)> _tables = [];
    private PageFlow _current;
    private string? _title;
    private int _position;
    private int _preformatted;
    private int _cells;

    private HtmlPage(string html) => (_html, _current) = (html, _flow);

    /// <summary>Whether a text is HTML, or HTML that was escaped.</summary>
    public static bool IsHtml(string text) => Tags().IsMatch(text);

    public static Page Read(string html)
    {
        for (var escapes = 0; escapes < MostEscapes && !PlainTags().IsMatch(html) && IsHtml(html); escapes++)
        {
            html = WebUtility.HtmlDecode(html);
        }

        var reader = new HtmlPage(html);
        reader.Parse();

        // A page that carries the report as escaped HTML in its text.
        var text = string.Join('\n', reader._flow.Items.OfType<string>());
        if (!reader._flow.HasTables && text.Contains("<td", StringComparison.OrdinalIgnoreCase) && text.Length < html.Length)
        {
            return Read(text);
        }

        return PageLayout.Lay(reader._flow, reader._title);
    }

    private void Parse()
    {
        while (_position < _html.Length)
        {
            var open = _html.IndexOf('<', _position);
            AppendText(_html.AsSpan(_position, (open < 0 ? _html.Length : open) - _position));
            if (open < 0)
            {
                break;
            }

            _position = open;
            ReadMarkup();
        }

        while (_tables.Count > 0)
        {
            EndTable();
        }

        _flow.EndLine();
    }

    private void AppendText(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        var decoded = text.Contains('&') ? WebUtility.HtmlDecode(text.ToString()) : text;
        if (_preformatted > 0)
        {
            _current.Append(decoded);
        }
        else
        {
            _current.AppendCollapsed(decoded);
        }
    }

    private void ReadMarkup()
    {
        if (string.CompareOrdinal(_html, _position, "<!--", 0, 4) == 0)
        {
            SkipPast("-->");
            return;
        }

        var next = _position + 1 < _html.Length ? _html[_position + 1] : ' ';
        if (next is '!' or '?')
        {
            SkipPast(">");
            return;
        }

        var closing = next == '/';
        var start = _position + (closing ? 2 : 1);
        var end = start;
        while (end < _html.Length && (char.IsAsciiLetterOrDigit(_html[end]) || _html[end] is ':' or '-'))
        {
            end++;
        }

        if (end == start)
        {
            // A bare sign, no tag: 3 < 5.
            AppendText("<");
            _position++;
            return;
        }

        var name = _html.AsSpan(start, Math.Min(end - start, 20)).ToString().ToLowerInvariant();
        var close = TagEnd(end);
        var attributes = _html.AsSpan(end, close - end);
        _position = Math.Min(close + 1, _html.Length);
        if (closing)
        {
            Close(name);
        }
        else
        {
            Open(name, attributes);
        }
    }

    /// <summary>Where a tag ends; a &gt; in a quoted value is no end.</summary>
    private int TagEnd(int from)
    {
        const int longestTag = 20_000;
        var quote = '\0';
        var limit = Math.Min(_html.Length, from + longestTag);
        for (var i = from; i < limit; i++)
        {
            var c = _html[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i;
            }
        }

        // A quote that is never closed: the next > it is.
        var plain = _html.IndexOf('>', from);
        return plain < 0 ? _html.Length : plain;
    }

    private void SkipPast(string mark)
    {
        var end = _html.IndexOf(mark, _position, StringComparison.OrdinalIgnoreCase);
        _position = end < 0 ? _html.Length : end + mark.Length;
    }

    private void Open(string name, ReadOnlySpan<char> attributes)
    {
        switch (name)
        {
            case "script" or "style" or "noscript" or "template" or "svg" or "textarea" or "select":
                if (!attributes.EndsWith("/"))
                {
                    SkipPast("</" + name);
                    SkipPast(">");
                }

                break;
            case "title":
                var start = _position;
                SkipPast("</title");
                _title ??= WebUtility.HtmlDecode(_html[start..Math.Max(start, Math.Min(_html.Length, _position - "</title".Length))]).Trim();
                SkipPast(">");
                break;
            case "table":
                BeginTable();
                break;
            case "tr":
                if (_tables.TryPeek(out var table))
                {
                    table.Table.Rows.Add([]);
                    _current = table.Outer;
                }

                break;
            case "td" or "th":
                BeginCell(attributes);
                break;
            case "br":
                _current.BreakLine();
                break;
            case "pre":
                _preformatted++;
                _current.EndLine();
                break;
            default:
                if (IsBlock(name))
                {
                    _current.EndLine();
                }

                break;
        }
    }

    private void Close(string name)
    {
        switch (name)
        {
            case "table":
                EndTable();
                break;
            case "td" or "th" or "tr":
                if (_tables.TryPeek(out var table))
                {
                    _current = table.Outer;
                }

                break;
            case "pre":
                _preformatted = Math.Max(0, _preformatted - 1);
                _current.EndLine();
                break;
            case "p":
                // An empty paragraph is an empty line, and may stand for an empty cell.
                _current.BreakLine();
                break;
            default:
                if (IsBlock(name))
                {
                    _current.EndLine();
                }

                break;
        }
    }

    private static bool IsBlock(string name) => name is "p" or "div" or "li" or "ul" or "ol" or "dl" or "dt" or "dd" or "hr" or "section" or "article"
        or "header" or "footer" or "body" or "html" or "head" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "blockquote" or "center"
        or "caption" or "form" or "main" or "nav" or "aside" or "option";

    private void BeginTable()
    {
        if (_tables.Count >= PageLimits.Depth)
        {
            throw new PageTooLargeException(new(
                FormattableString.Invariant($"表格嵌套超过 {PageLimits.Depth} 层"), FormattableString.Invariant($"tables nested more than {PageLimits.Depth} deep")));
        }

        _current.EndLine();
        _tables.Push((new PageTable(), _current));
    }

    private void EndTable()
    {
        if (!_tables.TryPop(out var table))
        {
            return;
        }

        table.Table.Rows.RemoveAll(row => row.Count == 0);
        _current = table.Outer;
        if (table.Table.Rows.Count > 0)
        {
            _current.Add(table.Table);
        }
    }

    private void BeginCell(ReadOnlySpan<char> attributes)
    {
        if (!_tables.TryPeek(out var table))
        {
            return;
        }

        PageLimits.CheckCells(++_cells);
        if (table.Table.Rows.Count == 0)
        {
            table.Table.Rows.Add([]);
        }

        var cell = new PageTableCell(Span(attributes, "colspan"), Span(attributes, "rowspan"));
        table.Table.Rows[^1].Add(cell);
        _current = cell.Flow;
    }

    private static int Span(ReadOnlySpan<char> attributes, string name)
    {
        var start = attributes.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return 1;
        }

        var rest = attributes[(start + name.Length)..].TrimStart(" =\"'\t\r\n");
        var digits = 0;
        while (digits < rest.Length && digits < 5 && char.IsAsciiDigit(rest[digits]))
        {
            digits++;
        }

        return digits == 0 ? 1 : int.Parse(rest[..digits], System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("(<|&lt;)/?(html|body|table|tr|td|div|p|span)(\\s|/|>|&gt;)", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();

    [GeneratedRegex("</?(html|body|table|tr|td|div|p|span)(\\s|/|>)", RegexOptions.IgnoreCase)]
    private static partial Regex PlainTags();
}

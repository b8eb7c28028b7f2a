using System.Net;
using System.Text.RegularExpressions;

namespace GovReportSchema.Pages;

/// <summary>
/// Takes HTML for a page: its text, its line ends and its tables, and nothing else. A tokenizer of our own, tolerant of what pages in
/// the wild leave out: a browser's parser (AngleSharp: 1.1 MB more to ship and load) would build a tree of which nothing else is wanted, and
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

    [GeneratedRegex("(<|&lt;)/?(html|body|table|tr|td|div|p|span)(\\s|/|>|&gt;)", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();

    [GeneratedRegex("</?(html|body|table|tr|td|div|p|span)(\\s|/|>)", RegexOptions.IgnoreCase)]
    private static partial Regex PlainTags();
}

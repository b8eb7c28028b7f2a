using System.Net;

namespace GovReportSchema.Pages;

/// <content>What tags mean for text, lines and tables.</content>
internal sealed partial class HtmlPage
{
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
}

using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace GovReportSchema.Pages;

/// <summary>
/// Takes from HTML what a reader of the page sees of the report: lines and tables. What the page hides is not read, nor what it marks
/// as navigation.
/// </summary>
internal sealed class HtmlReader
{
    private readonly PageFlow _flow = new();
    private PageFlow _current;
    private readonly bool _keepsLines;
    private readonly HtmlStyles _styles;
    private int _preformatted;
    private int _cells;

    private HtmlReader(bool keepsLines, HtmlStyles styles) => (_keepsLines, _styles, _current) = (keepsLines, styles, _flow);

    /// <param name="html">The page.</param>
    /// <param name="keepsLines">Whether line ends count outside all tags, as in markdown with tables in HTML.</param>
    /// <param name="title">The title that the page gives itself in its head; null where there is none.</param>
    public static PageFlow Read(string html, bool keepsLines, out string? title)
    {
        using var document = HtmlTree.Parse(html);
        title = TitleOf(document);
        var reader = new HtmlReader(keepsLines, HtmlStyles.Read(document));
        if (document.Body is { } body)
        {
            reader.ReadChildren(body, 0);
        }

        reader._flow.EndLine();
        return reader._flow;
    }

    /// <summary>The sites of governments give the article's title in a <c>meta</c> of that name, without the name of the site.</summary>
    private static string? TitleOf(IHtmlDocument document)
    {
        foreach (var element in document.Head?.Children ?? (IEnumerable<IElement>)[])
        {
            if (element.LocalName == "meta" && string.Equals(element.GetAttribute("name"), "ArticleTitle", StringComparison.OrdinalIgnoreCase)
                && element.GetAttribute("content") is { Length: > 0 } title)
            {
                return title;
            }
        }

        return string.IsNullOrWhiteSpace(document.Title) ? null : document.Title;
    }

    private void ReadChildren(INode parent, int depth)
    {
        HtmlTree.CheckDepth(depth);
        foreach (var node in parent.ChildNodes)
        {
            switch (node)
            {
                case IText text when _preformatted > 0 || (_keepsLines && ReferenceEquals(_current, _flow)):
                    _current.Append(text.Data);
                    break;
                case IText text:
                    _current.AppendCollapsed(text.Data);
                    break;
                case IElement element when IsRead(element):
                    Read(element, depth + 1);
                    break;
            }
        }
    }

    private bool IsRead(IElement element) => HtmlVisibility.IsRead(element) && !_styles.Hides(element);

    private void Read(IElement element, int depth)
    {
        switch (element.LocalName)
        {
            case "br":
                _current.BreakLine();
                break;
            case "table":
                ReadTable(element, depth);
                break;
            case "p":
                // An empty paragraph is an empty line, and may stand for an empty cell.
                _current.EndLine();
                ReadChildren(element, depth);
                _current.BreakLine();
                break;
            case "pre":
                _preformatted++;
                ReadBlock(element, depth);
                _preformatted--;
                break;
            case "sup":
                // A mark of a footnote is no part of the number before it.
                _current.Append('[');
                ReadChildren(element, depth);
                _current.Append(']');
                break;
            default:
                if (IsBlock(element.LocalName))
                {
                    ReadBlock(element, depth);
                }
                else
                {
                    ReadChildren(element, depth);
                }

                break;
        }
    }

    private void ReadBlock(IElement element, int depth)
    {
        _current.EndLine();
        ReadChildren(element, depth);
        _current.EndLine();
    }

    private static bool IsBlock(string name) => name is "div" or "li" or "ul" or "ol" or "dl" or "dt" or "dd" or "hr" or "section" or "article"
        or "header" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "blockquote" or "center" or "caption" or "form" or "fieldset"
        or "main" or "figure" or "figcaption" or "details" or "summary" or "address" or "tr" or "td" or "th";

    private void ReadTable(IElement element, int depth)
    {
        HtmlTree.CheckDepth(depth);
        var outer = _current;
        outer.EndLine();
        var table = new PageTable();
        foreach (var part in element.Children.Where(IsRead))
        {
            switch (part.LocalName)
            {
                case "tr":
                    ReadRow(table, part, depth + 1);
                    break;
                case "thead" or "tbody" or "tfoot":
                    foreach (var row in part.Children.Where(IsRead))
                    {
                        ReadRow(table, row, depth + 2);
                    }

                    break;
                default:
                    // A caption stands before its table.
                    _current = outer;
                    Read(part, depth + 1);
                    outer.EndLine();
                    break;
            }
        }

        _current = outer;
        if (table.Rows.Count > 0)
        {
            outer.Add(table);
        }
    }

    private void ReadRow(PageTable table, IElement row, int depth)
    {
        var cells = new List<PageTableCell>();
        foreach (var element in row.Children.Where(IsRead))
        {
            PageLimits.CheckCells(++_cells);
            var cell = new PageTableCell(Span(element, "colspan"), Span(element, "rowspan"));
            cells.Add(cell);
            _current = cell.Flow;
            ReadChildren(element, depth + 1);
        }

        if (cells.Count > 0)
        {
            table.Rows.Add(cells);
        }
    }

    /// <summary>How many columns or rows a cell spans; rows that are 0 go on to the end of the table.</summary>
    private static int Span(IElement cell, string name)
    {
        var digits = cell.GetAttribute(name).AsSpan().Trim();
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        digits = end < 0 ? digits : digits[..end];
        return !int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var span) ? 1
            : span == 0 && name == "rowspan" ? int.MaxValue : span;
    }
}

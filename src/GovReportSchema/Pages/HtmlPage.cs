using System.Net;
using System.Text.RegularExpressions;

namespace GovReportSchema.Pages;

/// <summary>Takes HTML for a page, also where it was escaped once or twice on its way.</summary>
internal static partial class HtmlPage
{
    /// <summary>How often text may turn out to be HTML itself.</summary>
    private const int MostEscapes = 2;

    /// <summary>
    /// Whether line ends count: where text stands before the first tag, or rows between bars do anywhere, it is text with HTML in it.
    /// </summary>
    private static bool KeepsLines(string html) => !html.AsSpan().TrimStart().StartsWith("<") || BarRows().IsMatch(html);

    /// <summary>Whether a text is HTML, or HTML that was escaped.</summary>
    public static bool IsHtml(string text) => Tags().IsMatch(text);

    public static Page Read(string html)
    {
        var escapes = 0;
        for (; escapes < MostEscapes && !PlainTags().IsMatch(html) && IsHtml(html); escapes++)
        {
            html = WebUtility.HtmlDecode(html);
        }

        var flow = HtmlReader.Read(html, KeepsLines(html), out var title);

        // A page that carries the report as escaped HTML in its text.
        for (; escapes < MostEscapes && !flow.HasTables; escapes++)
        {
            var text = string.Join('\n', flow.Items.OfType<string>());
            if (!text.Contains("<td", StringComparison.OrdinalIgnoreCase))
            {
                break;
            }

            html = text;
            flow = HtmlReader.Read(text, KeepsLines(text), out var inner);
            title ??= inner;
        }

        var page = PageLayout.Lay(flow, title);
        page.IsWhole = html.LastIndexOf("</table", StringComparison.OrdinalIgnoreCase) > html.LastIndexOf("<td", StringComparison.OrdinalIgnoreCase);
        return page;
    }

    [GeneratedRegex("(<|&lt;)/?(html|body|table|tr|td|div|p|span)(\\s|/|>|&gt;)", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();

    [GeneratedRegex("(^[ \\t]*\\|[^\\n]*\\|[ \\t]*\\r?\\n){3}", RegexOptions.Multiline)]
    private static partial Regex BarRows();

    [GeneratedRegex("</?(html|body|table|tr|td|div|p|span)(\\s|/|>)", RegexOptions.IgnoreCase)]
    private static partial Regex PlainTags();
}

using System.Buffers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace GovReportSchema.Pages;

/// <summary>
/// What the rules in a page's own <c>style</c> elements hide, as far as one class or one id tells it (<c>.old { display: none }</c>). Rules within other
/// rules (<c>@media print</c>) and selectors of more parts are for what a page looks like elsewhere, or at another time.
/// </summary>
internal sealed class HtmlStyles
{
    /// <summary>Longer styles are those of a whole site.</summary>
    private const int LongestStyle = 200_000;

    /// <summary>Tables that are looked at to tell whether a page hides them all.</summary>
    private const int MostTables = 100;

    private static readonly SearchValues<char> s_moreParts = SearchValues.Create(" .#:>+~[*");

    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);

    private HtmlStyles()
    {
    }

    public static HtmlStyles Read(IHtmlDocument document)
    {
        var styles = new HtmlStyles();
        foreach (var style in document.GetElementsByTagName("style"))
        {
            if (style.TextContent.Length <= LongestStyle)
            {
                styles.Read(style.TextContent);
            }
        }

        // A page that hides all its tables shows them by a script.
        if (styles._hidden.Count > 0 && document.GetElementsByTagName("table") is { Length: > 0 } tables && tables.Take(MostTables).All(styles.HidesAround))
        {
            styles._hidden.Clear();
        }

        return styles;
    }

    /// <summary>Whether an element is hidden.</summary>
    public bool Hides(IElement element) => _hidden.Count > 0
        && ((element.Id is { } id && _hidden.Contains("#" + id)) || element.ClassList.Any(name => _hidden.Contains("." + name)));

    private bool HidesAround(IElement element)
    {
        for (var around = element; around is not null; around = around.ParentElement)
        {
            if (Hides(around))
            {
                return true;
            }
        }

        return false;
    }

    private void Read(string style)
    {
        for (var at = 0; at < style.Length;)
        {
            var open = style.IndexOf('{', at);
            if (open < 0)
            {
                return;
            }

            var end = EndOfBlock(style, open);
            var selectors = WithoutNotes(style[at..open]);
            if (!selectors.Contains('@', StringComparison.Ordinal))
            {
                ReadRule(selectors, style[(open + 1)..end]);
            }

            at = end + 1;
        }
    }

    /// <summary>The brace that closes a block, whatever blocks it holds; the end of the style where none does.</summary>
    private static int EndOfBlock(string style, int open)
    {
        var depth = 0;
        for (var i = open; i < style.Length; i++)
        {
            depth += style[i] == '{' ? 1 : style[i] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return style.Length;
    }

    private static string WithoutNotes(string text)
    {
        for (var start = text.IndexOf("/*", StringComparison.Ordinal); start >= 0; start = text.IndexOf("/*", StringComparison.Ordinal))
        {
            var end = text.IndexOf("*/", start + 2, StringComparison.Ordinal);
            text = text[..start] + (end < 0 ? "" : text[(end + 2)..]);
        }

        return text[(text.LastIndexOf(';') + 1)..];
    }

    /// <summary>A later rule shows what an earlier one hid.</summary>
    private void ReadRule(string selectors, string declarations)
    {
        var plain = string.Concat(declarations.Where(c => !char.IsWhiteSpace(c)));
        var hides = HtmlVisibility.IsHiding(plain);
        if (!hides && !plain.Contains("display:", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach (var selector in selectors.Split(',', StringSplitOptions.TrimEntries))
        {
            if (selector.Length > 1 && selector[0] is '.' or '#' && selector.AsSpan(1).IndexOfAny(s_moreParts) < 0)
            {
                _ = hides ? _hidden.Add(selector) : _hidden.Remove(selector);
            }
        }
    }
}

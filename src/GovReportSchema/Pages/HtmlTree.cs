using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace GovReportSchema.Pages;

/// <summary>
/// Parses HTML as browsers do, with AngleSharp, whose assembly is loaded when the first HTML page is read and not before. What the
/// standard asks of a parser costs the square of the depth of open tags, and memory as many times the page as tags are left open: a
/// million nested tags took more than a minute. So open tags, tokens and elements are counted as they come, and a page of more than any real one ends
/// the parsing at once: of thirty hostile pages of up to 32 MB the slowest took 2 s. The package costs 1.2 MB beside ours, and the first page some 0.1 s.
/// </summary>
internal static class HtmlTree
{
    /// <summary>Elements within elements: real pages have some thirty.</summary>
    private const int MostDepth = 256;

    /// <summary>Tags left open at one time.</summary>
    private const int MostOpen = 2_000;

    private const int MostElements = 300_000;

    private const int MostTokens = 1_000_000;

    public static IHtmlDocument Parse(string html)
    {
        var elements = 0;
        var tokens = 0;
        var open = 0;
        return new HtmlParser(new HtmlParserOptions
        {
            MaximumDepth = MostDepth + 3,
            SkipComments = true,
            DisableElementPositionTracking = true,
            ShouldEmitAttribute = IsWanted,
            OnToken = (token, _) => Count(token, ref tokens, ref open),
            OnCreated = (_, _) => Check(++elements <= MostElements),
        }).ParseDocument(html);
    }

    /// <summary>Beyond this depth the parser flattens the page, so that its order is no longer that of the text.</summary>
    public static void CheckDepth(int depth) => Check(depth < MostDepth);

    private static void Count(HtmlToken token, ref int tokens, ref int open)
    {
        Check(++tokens <= MostTokens);
        if (token.Type == HtmlTokenType.StartTag && !EndsByItself(token.Name))
        {
            Check(++open <= MostOpen);
        }
        else if (token.Type == HtmlTokenType.EndTag && !EndsByItself(token.Name))
        {
            open = Math.Max(0, open - 1);
        }
    }

    /// <summary>Whether a tag need not be closed.</summary>
    private static bool EndsByItself(string name) => name is "br" or "img" or "input" or "meta" or "link" or "hr" or "col" or "area" or "base"
        or "param" or "source" or "track" or "wbr" or "embed" or "p" or "li" or "td" or "th" or "tr" or "tbody" or "thead" or "tfoot"
        or "colgroup" or "option" or "dt" or "dd" or "html" or "head" or "body";

    private static bool IsWanted(ref StructHtmlToken token, ReadOnlyMemory<char> name) =>
        name.Span is "colspan" or "rowspan" or "style" or "hidden" or "class" or "id" or "name" or "content";

    private static void Check(bool holds)
    {
        if (!holds)
        {
            throw new PageTooLargeException(new("HTML 标签过多或嵌套过深", "too many HTML tags, or nested too deep"));
        }
    }
}

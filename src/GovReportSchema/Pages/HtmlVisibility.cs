using AngleSharp.Dom;

namespace GovReportSchema.Pages;

/// <summary>Which elements of a page are read: those that it shows, and that are not the site's own.</summary>
internal static class HtmlVisibility
{
    /// <summary>Names that sites give to their navigation, as class or id.</summary>
    private static readonly string[] s_navigation =
    [
        "nav", "navbar", "navigation", "footer", "foot", "copyright", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "share", "qrcode", "ewm",
        "pagination", "pager", "sidebar", "toolbar", "related", "bdsharebuttonbox",
    ];

    public static bool IsRead(IElement element) => !IsNoText(element.LocalName) && !IsHidden(element) && !IsNavigation(element);

    private static bool IsNoText(string name) => name is "script" or "style" or "noscript" or "template" or "svg" or "math" or "textarea" or "select"
        or "button" or "iframe" or "object" or "video" or "audio" or "canvas" or "xml" or "title" or "rp" or "rt";

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden"))
        {
            return true;
        }

        if (element.GetAttribute("style") is not { } style)
        {
            return false;
        }

        return IsHiding(string.Concat(style.Where(c => !char.IsWhiteSpace(c))));
    }

    /// <summary>Whether declarations of style, without white space, hide what they are for.</summary>
    public static bool IsHiding(string declarations) => declarations.Contains("display:none", StringComparison.OrdinalIgnoreCase)
        || declarations.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
        || declarations.Contains("mso-hide:all", StringComparison.OrdinalIgnoreCase);

    /// <summary>Navigation holds no table: a name that is used for the whole page does not make it one.</summary>
    private static bool IsNavigation(IElement element) =>
        (element.LocalName is "nav" or "footer" or "aside" || IsNamedSo(element.Id) || element.ClassList.Any(IsNamedSo))
        && element.GetElementsByTagName("table").Length == 0;

    private static bool IsNamedSo(string? name) => name is not null && s_navigation.Contains(name, StringComparer.OrdinalIgnoreCase);
}

using System.Text.RegularExpressions;

namespace GovReportSchema.Pages;

/// <summary>Tells where a report ends and the website's own lines begin: 上一篇, 打印本页, 版权所有.</summary>
internal static partial class PageEnd
{
    /// <summary>A longer line is one of the report.</summary>
    private const int LongestLine = 60;

    /// <summary>The number of lines that are the report's. Only short lines at the very end are the website's, from the first on that says so.</summary>
    public static int Find(List<string> lines)
    {
        var end = lines.Count;
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            var plain = LabelText.Plain(lines[i].Length > 4 * LongestLine ? "" : lines[i]);
            if (Website().IsMatch(plain))
            {
                end = i;
            }
            else if (lines[i].Length > LongestLine || lines[i].EndsWith('。'))
            {
                break;
            }
        }

        return end;
    }

    [GeneratedRegex(
        "^[【\\[(<《|\\-·•*]*(?:上一?[篇条页](?:[:：】\\]]|$|20|没有|无|关于)|下一?[篇条页](?:[:：】\\]]|$|20|没有|无|关于)|打印(?:本页|此页|文章|】|\\]|$)|关闭(?:窗口|本页|页面|】|\\]|$)" +
        "|返回(?:顶部|列表|首页|上一?页)|回到顶部|分享(?:到|至|[:：】]|$)|(?:微信)?扫[一码]|用?手机(?:扫|看|浏览)|版权所有|copyright|©|主办(?:单位)?[:：]|承办(?:单位)?[:：]|技术支持" +
        "|网站(?:标识码|地图|声明)|站点地图|联系我们|关于我们|友情链接|相关(?:链接|文章|阅读|信息|新闻|稿件|推荐)|责任?编辑?[:：]|(?:信息|文章|稿件)?来源[:：]|(?:阅读|浏览|点击)(?:次数|量|数)?[:：]?[0-9]+次?$" +
        "|我要纠错|网站?纠错|政府网站找错|收藏|【字|字[号体][:：]|您?(?:当前|所在)的?位置|首页(?:$|[>|])|微信公众号|关注我们|.{0,40}(?:ICP备|icp备|公网安备|网备)[^。]*$|.{0,30}关注该?公众号$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Website();
}

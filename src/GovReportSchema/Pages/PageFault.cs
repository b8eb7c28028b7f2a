using GovReportSchema.Findings;

namespace GovReportSchema.Pages;

/// <summary>What can be said of the reading of a page.</summary>
internal static class PageFault
{
    public static readonly Fault TooLarge = new("page.tooLarge", Severity.Error, new(
        "页面过大，未读取：{0}", "the page is too large and was not read: {0}"));

    public static readonly Fault Unreadable = new("page.unreadable", Severity.Error, new(
        "文件无法读取：{0}", "the file cannot be read: {0}"));

    public static readonly Fault FormatUnknown = new("page.formatUnknown", Severity.Error, new(
        "页面上的标签不属于任何已知格式：{0}", "the labels on the page are those of no known format: {0}"));

    public static readonly Fault FormatAmbiguous = new("page.formatUnknown", Severity.Error, new(
        "页面上的标签同样符合几种格式：{0}", "the labels on the page fit several formats equally: {0}"));

    public static readonly Fault AgencyMissing = new("page.agencyMissing", Severity.Warning, new(
        "页面上没有机关名称", "the page does not name the body"));

    public static readonly Fault AgencyShort = new("page.agencyShort", Severity.Info, new(
        "标题中的“{0}”只是地名，正文中为“{1}”", "'{0}' in the title is but a place; the text has '{1}'"));

    public static readonly Fault YearMissing = new("page.yearMissing", Severity.Warning, new(
        "页面上没有报告年度", "the page does not say the year reported on"));

    public static readonly Fault YearDoubtful = new("page.yearDoubtful", Severity.Warning, new(
        "报告年度 {0} 由{1}推断", "the year {0} was inferred from {1}"));

    public static readonly Fault SectionMissing = new("page.sectionMissing", Severity.Warning, new(
        "页面上没有找到本部分的标题，未读取", "the heading of this section was not found, and the section was not read"));

    public static readonly Fault WebsiteCut = new("page.websiteCut", Severity.Info, new(
        "最后 {0} 行视为网站自身的内容，未读取：“{1}”等", "the last {0} lines were taken for the website's own and not read: '{1}' and so on"));

    public static readonly Fault AfterSignature = new("page.afterSignature", Severity.Info, new(
        "落款之后还有 {0} 行，可能不属于报告：“{1}”等", "{0} lines stand after the signature and may be no part of the report: '{1}' and so on"));

    public static readonly Fault CellLost = new("page.cellLost", Severity.Error, new(
        "{0} 个单元格未能读出", "{0} cells could not be read"));

    public static readonly Fault ValueUnreadable = new("page.valueUnreadable", Severity.Error, new(
        "“{0}”读不出本单元格的数值", "'{0}' gives no value that this cell holds"));

    public static readonly Fault Ambiguous = new("page.ambiguous", Severity.Error, new(
        "“{0}”一行的数值可有几种读法，均未采用：{1}", "the values of the row '{0}' can be read in several ways, and none was taken: {1}"));

    public static readonly Fault Conflict = new("page.ambiguous", Severity.Error, new(
        "页面上有两处不同的数值，均未采用：{0}；{1}", "the page gives two different values, and neither was taken: {0}; {1}"));

    public static readonly Fault NotPlaced = new("page.notPlaced", Severity.Warning, new(
        "“{0}”不是本格式的一行，其数值未采用：{1}", "'{0}' is no row of this format, its values were not taken: {1}"));

    public static readonly Fault NoName = new("page.entryNoName", Severity.Error, new(
        "一行没有名称，其数值未采用：{0}", "a row has no name, and its values were not taken: {0}"));

    public static readonly Fault NameUnclear = new("page.entryNoName", Severity.Error, new(
        "“{0}”中哪些是名称无法判定，其数值未采用：{1}", "which part of '{0}' is a name cannot be told, and the values were not taken: {1}"));

    public static readonly Fault NoEntry = new("page.notPlaced", Severity.Warning, new(
        "“{0}”不是本格式所列的一项，未采用：{1}", "'{0}' is no entry of this format and was not taken: {1}"));

    public static readonly Fault TooManyEntries = new("page.tooManyEntries", Severity.Error, new(
        "最多 {0} 项，自“{1}”起未读取", "at most {0} entries; those from '{1}' on were not read"));

    public static readonly Fault EmptyEntry = new("page.entryEmpty", Severity.Warning, new(
        "“{0}”一行没有任何数值，视为空白的一项", "the row '{0}' has no value and was taken for an entry of blanks"));

    public static readonly Fault Continued = new("page.tableContinued", Severity.Warning, new(
        "表格自“{0}”一行起另起一表而没有表头，按前一表头读取", "from the row '{0}' on the table goes on as another without a head; its columns were taken for those of the one before"));

    public static readonly Fault Note = new("page.noteLeftOut", Severity.Info, new(
        "“{0}”视为注释，未读取", "'{0}' was taken for a note and not read"));

    public static readonly Fault NearLabel = new("page.nearLabel", Severity.Info, new(
        "标签“{0}”被视为“{1}”", "the label '{0}' was taken for '{1}'"));

    public static readonly Fault HeadIncomplete = new("page.headIncomplete", Severity.Warning, new(
        "表头未能全部读出，各列按本格式的顺序读取", "the head of the table could not be read in full; columns were taken in the format's order"));

    public static readonly Fault Judged = new("page.judged", Severity.Warning, new(
        "“{0}”一行有几种读法，采用了使合计成立的一种", "the row '{0}' could be read in several ways; the one whose sums hold was taken"));

    public static readonly Fault ByLine = new("page.byPosition", Severity.Info, new(
        "“{0}”一行空白处没有留下痕迹，各数值按其在行中的位置归入各列", "the blanks of the row '{0}' left no trace; its values were taken for the columns under which they stand"));

    public static readonly Fault Joined = new("page.joined", Severity.Warning, new(
        "“{0}”被视为一个数", "'{0}' was taken for one number"));

    public static readonly Fault UnitUnknown = new("page.unitUnknown", Severity.Warning, new(
        "金额“{0}”没有印出单位，原样采用", "the amount '{0}' has no printed unit and was taken as it stands"));

    public static readonly Fault UnitDoubtful = new("page.unitDoubtful", Severity.Warning, new(
        "金额“{0}”周围印有不同的单位，采用最近的一个", "different units are printed around the amount '{0}'; the nearest was taken"));

    public static readonly Fault UnitConverted = new("page.unitConverted", Severity.Info, new(
        "金额“{0}”换算为{1}", "the amount '{0}' was converted to {1}"));

    public static readonly Fault PageAtFault = new("page.asPublished", Severity.Info, new(
        "以下单元格按页面原样读出，合计不符是页面本身的差错", "these cells were read as they stand on the page: that the sum does not hold is a fault of the page"));

    public static readonly Fault ReadingDoubtful = new("page.readingDoubtful", Severity.Warning, new(
        "合计不符，而其中有的单元格读法不确定，请对照页面", "the sum does not hold, and some of its cells were not read with certainty: compare them with the page"));
}

namespace GovReportSchema.Findings;

/// <summary>A fault of form: what it is called and what is said of it.</summary>
/// <param name="Id">The rule id of its findings.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Message">Its words, with places for names.</param>
internal sealed record Fault(string Id, Severity Severity, Label Message)
{
    public static readonly Fault Syntax = new("json.syntax", Severity.Error, new(
        "JSON 语法错误，此后的内容未读取：应为{0}，实为{1}", "invalid JSON, nothing after it was read: expected {0}, found {1}"));

    public static readonly Fault TooDeep = new("json.syntax", Severity.Error, new(
        "JSON 嵌套超过 {0} 层，此后的内容未读取", "JSON nested more than {0} deep, nothing after it was read"));

    public static readonly Fault TooLong = new("json.syntax", Severity.Error, new(
        "报告超过 {0} 字节，未读取", "longer than {0} bytes, not read"));

    public static readonly Fault Trailing = new("json.syntax", Severity.Error, new(
        "报告结束之后还有内容：{0}", "content after the end of the report: {0}"));

    public static readonly Fault InvalidUtf8 = new("json.syntax", Severity.Error, new(
        "文本含有无效的 UTF-8 字节", "text with bytes that are not UTF-8"));

    public static readonly Fault LoneSurrogate = new("json.syntax", Severity.Error, new(
        "文本含有不成对的代理字符（\\u 转义）", "text with half of a surrogate pair (\\u escape)"));

    public static readonly Fault UnknownMember = new("json.unknownMember", Severity.Error, new(
        "本格式没有成员“{0}”", "this format has no member '{0}'"));

    public static readonly Fault UnknownMemberNear = new("json.unknownMember", Severity.Error, new(
        "本格式没有成员“{0}”，是否应为“{1}”", "this format has no member '{0}'; did you mean '{1}'?"));

    public static readonly Fault MissingMember = new("json.missingMember", Severity.Error, new(
        "缺少成员“{0}”", "member '{0}' is missing"));

    public static readonly Fault DuplicateMember = new("json.duplicateMember", Severity.Error, new(
        "成员“{0}”重复出现，以第一次为准", "member '{0}' stands here again; the first one counts"));

    public static readonly Fault NotListed = new("json.moreFaults", Severity.Error, new(
        "另有 {0} 处同类格式错误未逐一列出，第一处在此", "{0} more faults of this sort are not listed, of which the first stands here"));

    public static readonly Fault TooManyEntries = new("json.tooManyEntries", Severity.Error, new(
        "最多 {0} 项，自此起未读取", "at most {0} entries; those from here on were not read"));

    public static readonly Fault UnreadEntries = new("entry.unread", Severity.Warning, new(
        "各项未能全部读取，涉及全部项的规则未核对", "not all entries could be read, so the rules over all of them were not checked"));

    public static readonly Fault TooFewEntries = new("entry.tooFew", Severity.Error, new(
        "应至少有 {0} 项，实有 {1} 项", "expected at least {0} entries, found {1}"));

    public static readonly Fault DuplicateKey = new("entry.duplicateKey", Severity.Error, new(
        "“{0}”已在第 {1} 项出现", "'{0}' is already the name of entry {1}"));

    public static readonly Fault WrongType = new("json.wrongType", Severity.Error, new(
        "应为{0}，实为{1}", "expected {0}, found {1}"));

    public static readonly Fault Range = new("cell.range", Severity.Error, new(
        "{0} 超出可填范围：{1} 至 {2}", "{0} is out of range: {1} to {2}"));

    public static readonly Fault TooLongText = new("cell.range", Severity.Error, new(
        "共 {0} 个字符，最多可填 {1} 个", "{0} characters; at most {1} can be filled in"));

    public static readonly Fault NoDate = new("cell.date", Severity.Error, new(
        "“{0}”不是日期，应写作“2026-11-22”（年-月-日）", "'{0}' is no date; write year-month-day, as '2026-11-22'"));

    public static readonly Fault UnknownChoice = new("cell.choice", Severity.Error, new(
        "没有选项“{0}”，可选：{1}", "'{0}' is none of the choices: {1}"));

    public static readonly Fault UnknownChoiceNear = new("cell.choice", Severity.Error, new(
        "没有选项“{0}”，是否应为“{1}”", "'{0}' is none of the choices; did you mean '{1}'?"));

    public static readonly Fault BlankCells = new("cell.blank", Severity.Warning, new(
        "{0} 个单元格未填（空白不作零计）", "blank cells: {0} (a blank is not a zero)"));

    public static readonly Fault BlankText = new("cell.blank", Severity.Warning, new("未填", "is blank"));

    public static readonly Fault UnknownFormat = new("format.unknown", Severity.Error, new(
        "未知格式“{0}”，应为{1}", "unknown format '{0}', expected {1}"));

    public static readonly Fault YearMismatch = new("format.yearMismatch", Severity.Warning, new(
        "本格式适用于 {0} 年度，报告年度为 {1}", "this format is in force for {0}, the report is for {1}"));

    public static readonly Fault PreviousYear = new("previous.yearMismatch", Severity.Warning, new(
        "所给上年报告的年度为 {0}，应为 {1}", "the report given as last year's is for {0}, not {1}"));

    public static readonly Fault PreviousAgency = new("previous.agencyMismatch", Severity.Warning, new(
        "所给上年报告的机关为“{0}”，与本报告不同", "the report given as last year's is of '{0}', another body"));

    /// <summary>A name that is the same in both languages.</summary>
    public static Label Name(string name) => new(name, name);

    /// <summary>A number, written as in JSON.</summary>
    public static Label Name(decimal number) => Name(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

using System.Buffers;
using System.Text;
using GovReportSchema.Findings;

namespace GovReportSchema.Json;

/// <summary>The words for what stands in a submission, and for what should.</summary>
internal static class Words
{
    public const int FirstYear = 1900;
    public const int LastYear = 9999;

    private const int MostShown = 40;

    private static readonly SearchValues<byte> s_endOfToken = SearchValues.Create(" \t\r\n,:]}"u8);

    public static readonly Label Report = new("一份报告（对象“{…}”）", "a report (an object, '{…}')");
    public static readonly Label Name = new("成员名称（以双引号开头）", "the name of a member, in double quotes");
    public static readonly Label Colon = new("“:”", "':'");
    public static readonly Label CommaOrBrace = new("“,”或“}”", "',' or '}'");
    public static readonly Label CommaOrBracket = new("“,”或“]”", "',' or ']'");
    public static readonly Label Value = new("一个值", "a value");
    public static readonly Label Digit = new("数字", "a digit");
    public static readonly Label EndOfText = new("文本的结束引号（控制字符须转义）", "the text's closing quote (control characters must be escaped)");
    public static readonly Label Object = new("对象“{…}”", "an object, '{…}'");
    public static readonly Label Array = new("数组“[…]”", "an array, '[…]'");
    public static readonly Label PlainText = new("文本或 null", "a text or null");
    public static readonly Label Date = new("日期（如 \"2026-11-22\"）或 null", "a date (as \"2026-11-22\") or null");
    public static readonly Label Choice = new("选项名称（文本）或 null", "a choice by its name, as a text, or null");
    public static readonly Label FormatId = new("格式编号（文本）", "the id of a format, as a text");
    public static readonly Label WholeNumber = new("整数或 null", "a whole number or null");
    public static readonly Label End = new("文件末尾", "the end of the submission");

    /// <summary>What a member should hold.</summary>
    public static Label Of(JsonShape shape, in JsonNode node) => node.Kind switch
    {
        JsonNodeKind.Object => Object,
        JsonNodeKind.Array => Array,
        JsonNodeKind.Cell or JsonNodeKind.QuotedCell => Of(shape.Types[node.Index]),
        JsonNodeKind.Year => WholeNumber,
        JsonNodeKind.Format => FormatId,
        _ => PlainText,
    };

    /// <summary>What a cell should hold.</summary>
    public static Label Of(CellType type) => type.Kind switch
    {
        CellKind.Date => Date,
        CellKind.Choice => Choice,
        CellKind.Text => PlainText,
        _ when type.Scale == 0 => WholeNumber,
        _ => new(
            FormattableString.Invariant($"最多 {type.Scale} 位小数的数或 null"),
            FormattableString.Invariant($"a number of at most {type.Scale} decimals or null")),
    };

    /// <summary>What stands at the start of some bytes.</summary>
    public static Label Found(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
        {
            return End;
        }

        switch (json[0])
        {
            case (byte)'{': return Object;
            case (byte)'[': return Array;
            case (byte)'"':
                var end = 1;
                var fault = JsonText.Scan(json, ref end, out var escaped);
                var shown = Shorten(fault == TextFault.Syntax ? "" : Text(json[1..end], escaped));
                return new($"文本“{shown}”", $"the text '{shown}'");
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z'):
                var length = json.IndexOfAny(s_endOfToken);
                return Fault.Name(Shorten(Encoding.UTF8.GetString(json[..Math.Min(length < 0 ? json.Length : length, MostShown + 1)])));
        }

        if (json[0] >= 0x20 && Rune.DecodeFromUtf8(json, out var rune, out _) == System.Buffers.OperationStatus.Done)
        {
            return new($"“{rune}”", $"'{rune}'");
        }

        var code = FormattableString.Invariant($"0x{json[0]:X2}");
        return new($"字节 {code}", $"the byte {code}");
    }

    public static Label NameOf(in JsonNode node) => Fault.Name(Encoding.UTF8.GetString(node.Name));

    /// <summary>The characters of a text that was scanned.</summary>
    public static string Text(ReadOnlySpan<byte> text, bool escaped) =>
        escaped ? JsonText.Unescape(text) : Encoding.UTF8.GetString(text);

    public static string Shorten(string text) => text.Length <= MostShown
        ? text
        : text[..(char.IsHighSurrogate(text[MostShown - 1]) ? MostShown - 1 : MostShown)] + "…";
}

using System.Text;

namespace GovReportSchema.Pages;

/// <summary>A file that cannot be read as a page.</summary>
/// <param name="reason">What is wrong with it.</param>
internal sealed class PageUnreadableException(Label reason) : Exception(reason.En)
{
    /// <summary>What is wrong with it.</summary>
    public Label Reason { get; } = reason;
}

/// <summary>Opens a file as a page.</summary>
internal static class PageFile
{
    private const int Gb18030 = 54936;

    public static Page Open(ReadOnlySpan<byte> file, PageKind kind)
    {
        if (kind == PageKind.Word || (kind == PageKind.Unknown && file.StartsWith("PK\x03\x04"u8)))
        {
            return WordPage.Read(file);
        }

        return Open(Decode(file), kind);
    }

    public static Page Open(string text, PageKind kind)
    {
        if (kind == PageKind.Word)
        {
            throw new PageUnreadableException(new("Word 文件须以字节给出", "a Word file has to be given as bytes"));
        }

        return kind == PageKind.Html || (kind == PageKind.Unknown && HtmlPage.IsHtml(text)) ? HtmlPage.Read(text) : TextPage.Read(text);
    }

    /// <summary>UTF-8 and UTF-16 are told by their marks or their rules; else it is the encoding of old Chinese pages.</summary>
    private static string Decode(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(file[2..]);
        }

        if (file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(file[2..]);
        }

        file = file.StartsWith("\uFEFF"u8) ? file[3..] : file;
        return System.Text.Unicode.Utf8.IsValid(file)
            ? Encoding.UTF8.GetString(file)
            : CodePagesEncodingProvider.Instance.GetEncoding(Gb18030)!.GetString(file);
    }
}

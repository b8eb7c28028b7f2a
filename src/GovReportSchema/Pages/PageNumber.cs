namespace GovReportSchema.Pages;

/// <summary>Lines that number the sheets of a printed page.</summary>
internal static class PageNumber
{
    /// <summary>A page number of a printed page: 第 5 页, - 5 -.</summary>
    public static bool Is(string text)
    {
        var plain = LabelText.Plain(text.Length > 30 ? "" : text);
        if (plain.StartsWith('第') && plain.Contains('页', StringComparison.Ordinal))
        {
            return plain.AsSpan().Trim("第页共/,，、0123456789").IsEmpty;
        }

        const string dashes = "-—–―";
        return plain.Length > 2 && dashes.Contains(plain[0]) && dashes.Contains(plain[^1])
            && plain.AsSpan().Trim(dashes) is { Length: > 0 } inner && inner.IndexOfAnyExceptInRange('0', '9') < 0;
    }
}

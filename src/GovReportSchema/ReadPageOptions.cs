namespace GovReportSchema;

/// <summary>What is known of a published report beside its page.</summary>
public sealed record ReadPageOptions
{
    /// <summary>Nothing is known.</summary>
    public static ReadPageOptions Default { get; } = new();

    /// <summary>The body that reports; null takes it from the page.</summary>
    public string? Agency { get; init; }

    /// <summary>The year reported on; null takes it from the page.</summary>
    public int? Year { get; init; }

    /// <summary>The format; null tells it from the labels on the page, among <see cref="ReportFormats.All"/>.</summary>
    public ReportFormat? Format { get; init; }
}

/// <summary>What kind of file a published report is.</summary>
public enum PageKind
{
    /// <summary>To be told from the first bytes.</summary>
    Unknown,

    /// <summary>Plain text, text with tabs or bars, markdown, text taken from PDF.</summary>
    Text,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>A Word document (.docx).</summary>
    Word,
}

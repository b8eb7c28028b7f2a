using System.Text;
using GovReportSchema.Findings;
using GovReportSchema.Pages;

namespace GovReportSchema;

/// <summary>
/// A report read from the page on which it was published: text, HTML or Word. It is read by the labels in the definition, so that any
/// format can be read, and it never guesses silently: each cell says where it came from and how sure it is, and a finding says what
/// could not be placed. Of rows that repeat, the rows under the head are the entries, each called by what stands under the label of its key.
/// </summary>
public sealed class PublishedReport
{
    internal PublishedReport(Report? report, IReadOnlyList<Finding> findings, IReadOnlyList<PublishedCell> cells) =>
        (Report, Findings, Cells) = (report, findings, cells);

    /// <summary>The report; null where the page is of no known format, or could not be read at all. What was not found is blank.</summary>
    public Report? Report { get; }

    /// <summary>What is to be said of the reading (<c>page.…</c>), then what is wrong with the report itself.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Where each cell of the report came from, in the order of the report's <see cref="Report.Format"/>.</summary>
    public IReadOnlyList<PublishedCell> Cells { get; }

    /// <summary>Reads a file. Never throws, whatever the bytes.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="kind">What kind of file it is, where that is known.</param>
    /// <param name="options">What is known of the report beside the page; null for nothing.</param>
    public static PublishedReport Read(ReadOnlySpan<byte> file, PageKind kind = PageKind.Unknown, ReadPageOptions? options = null) =>
        Read(file, null, kind, options ?? ReadPageOptions.Default);

    /// <summary>Reads a text or HTML. Never throws, whatever the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">Text or HTML, where that is known.</param>
    /// <param name="options">What is known of the report beside the page; null for nothing.</param>
    public static PublishedReport Read(string text, PageKind kind = PageKind.Unknown, ReadPageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(default, text, kind, options ?? ReadPageOptions.Default);
    }

    /// <summary>Reads a text where there is one, else a file.</summary>
    private static PublishedReport Read(ReadOnlySpan<byte> file, string? text, PageKind kind, ReadPageOptions options)
    {
        try
        {
            PageLimits.CheckBytes(text?.Length ?? file.Length);
            return Read(text is null ? PageFile.Open(file, kind) : PageFile.Open(text, kind), options);
        }
        catch (PageTooLargeException e)
        {
            return Failed(PageFault.TooLarge, e.Limit);
        }
        catch (PageUnreadableException e)
        {
            return Failed(PageFault.Unreadable, e.Reason);
        }
    }

    private static PublishedReport Read(Page page, ReadPageOptions options)
    {
        if (options.Format is { } format)
        {
            return new PageReader(page, format).ToReport(options);
        }

        var best = FormatFinder.Find(page, options.Year, out var findings);
        return best is null ? new(null, findings, []) : best.ToReport(options);
    }

    private static PublishedReport Failed(Fault fault, Label reason) =>
        new(null, [new Finding(fault.Id, fault.Severity, "", 0, new FaultEvidence(fault, null, reason))], []);
}

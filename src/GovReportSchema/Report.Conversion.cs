using System.Diagnostics.CodeAnalysis;
using GovReportSchema.Json;

namespace GovReportSchema;

/// <summary>A report of a format that extends another, as code that was written for the other sees it.</summary>
public abstract partial class Report
{
    /// <summary>Makes a report of a format that this report's format extends, or of the same.</summary>
    /// <remarks>
    /// It has the header and every cell and text that the two have in common, by their paths. What only the other has stays blank, as
    /// does a cell that there cannot hold the number. Nothing is summed anew: a total holds what it held, so where this format has
    /// columns or rows more, it is no longer the sum of those beside it. <see cref="Validate"/> says where, <see cref="FillTotals"/>
    /// sums what is left.
    /// </remarks>
    /// <typeparam name="TReport">The class of the format to convert to.</typeparam>
    /// <returns>A new report; a change of it leaves this one as it is.</returns>
    /// <exception cref="InvalidOperationException">This report's format does not extend that one.</exception>
    public TReport ConvertTo<TReport>()
        where TReport : Report<TReport>, IReport<TReport>, new() =>
        TryConvertTo<TReport>(out var converted) ? converted
            : throw new InvalidOperationException($"The format {Format.Id} does not extend {TReport.Descriptor.Id}.");

    /// <summary>Makes a report of a format that this report's format extends, as <see cref="ConvertTo{TReport}"/> does.</summary>
    /// <typeparam name="TReport">The class of the format to convert to.</typeparam>
    /// <param name="converted">The new report; null where this report's format does not extend that one.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryConvertTo<TReport>([NotNullWhen(true)] out TReport? converted)
        where TReport : Report<TReport>, IReport<TReport>, new()
    {
        converted = CanConvertTo(TReport.Descriptor) ? new TReport() : null;
        CopyTo(converted);
        return converted is not null;
    }

    /// <summary>Makes a report of a format that this report's format extends, as <see cref="ConvertTo{TReport}"/> does.</summary>
    /// <param name="format">The format to convert to.</param>
    /// <param name="converted">The new report; null where this report's format does not extend that one.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryConvertTo(ReportFormat format, [NotNullWhen(true)] out Report? converted)
    {
        ArgumentNullException.ThrowIfNull(format);
        converted = CanConvertTo(format) ? format.CreateReport() : null;
        CopyTo(converted);
        return converted is not null;
    }

    private bool CanConvertTo(ReportFormat format) => format.Id == Format.Id || Format.Bases.Contains(format.Id);

    // By way of a submission, where members have names: whatever a cell comes to hold, the writer and the reader know of it. What
    // the reader finds is no news: members that the other format has not, and rules that are for its own reports.
    private void CopyTo(Report? target)
    {
        if (target is not null)
        {
            SubmissionReader.Read(ToJsonUtf8(), target, CheckOptions.Default);
        }
    }
}

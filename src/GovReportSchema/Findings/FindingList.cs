using GovReportSchema.Findings;
using GovReportSchema.Json;

namespace GovReportSchema;

/// <summary>Gathers findings; costs nothing while there are none.</summary>
internal struct FindingList
{
    private List<Finding>? _findings;

    public readonly bool IsEmpty => _findings is null;

    public void Add(Finding finding) => (_findings ??= []).Add(finding);

    public void Add(Fault fault, string path, int sortKey, Evidence evidence) =>
        Add(new Finding(fault.Id, fault.Severity, path, sortKey, evidence));

    /// <summary>Says what the entries of the report's repeating rows are called, as they are now.</summary>
    public readonly void NameEntries(Report report)
    {
        if (report.EntryNames() is { } names)
        {
            foreach (var finding in _findings ?? [])
            {
                finding.Names = names;
            }
        }
    }

    /// <summary>The findings of a report that was not read from a submission.</summary>
    public readonly IReadOnlyList<Finding> InFormatOrder() => Sort();

    /// <summary>The findings of a submission, each with its line and column.</summary>
    /// <param name="utf8">The submission without byte order mark.</param>
    /// <param name="start">The bytes before it.</param>
    public readonly IReadOnlyList<Finding> InDocumentOrder(ReadOnlySpan<byte> utf8, int start)
    {
        var ordered = Sort();
        LinePositions.Locate(ordered, utf8, start);
        return ordered;
    }

    /// <summary>Replaces places in the order of a layout by offsets in the submission that was read by it.</summary>
    /// <param name="json">The submission.</param>
    /// <param name="layout">The layout.</param>
    /// <param name="squeezed">Whether every run was read as one.</param>
    public void Locate(ReadOnlySpan<byte> json, Layout layout, bool squeezed)
    {
        if (_findings is not null)
        {
            var ordered = Sort();
            LayoutPositions.Locate(ordered, json, layout, squeezed);
            _findings = [.. ordered];
        }
    }

    private readonly Finding[] Sort()
    {
        if (_findings is null)
        {
            return [];
        }

        var sorted = _findings.ToArray();
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i - 1].SortKey > sorted[i].SortKey)
            {
                // Those at one place stay in the order in which they were found.
                return [.. sorted.OrderBy(finding => finding.SortKey)];
            }
        }

        return sorted;
    }
}

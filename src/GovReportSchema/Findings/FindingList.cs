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
    public readonly IReadOnlyList<Finding> InFormatOrder() => _findings is null ? [] : [.. _findings.OrderBy(finding => finding.SortKey)];

    /// <summary>The findings of a submission, each with its line and column.</summary>
    /// <param name="utf8">The submission without byte order mark.</param>
    /// <param name="start">The bytes before it.</param>
    public readonly IReadOnlyList<Finding> InDocumentOrder(ReadOnlySpan<byte> utf8, int start)
    {
        if (_findings is null)
        {
            return [];
        }

        Finding[] ordered = [.. _findings.OrderBy(finding => finding.SortKey)];
        LinePositions.Locate(ordered, utf8, start);
        return ordered;
    }
}

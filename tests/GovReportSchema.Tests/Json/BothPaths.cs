using GovReportSchema.Checking;
using GovReportSchema.Json;
using Xunit;

namespace GovReportSchema.Tests.Json;

/// <summary>The predicted path and the general path of a format, with its short cuts and without, side by side on the same bytes.</summary>
internal sealed class BothPaths
{
    private readonly LayoutCache _cache = new();
    private readonly Report _predicted;
    private readonly Report _general;

    /// <summary>Prepares the predicted path.</summary>
    /// <param name="format">The format.</param>
    /// <param name="document">A submission whose layout is the prediction.</param>
    public BothPaths(ReportFormat format, byte[] document)
    {
        _cache.Add(SubmissionReader.LearnLayout(document, format));
        (_predicted, _general) = (format.CreateReport(), format.CreateReport());
    }

    /// <summary>What the general path has read last.</summary>
    public Report General => _general;

    /// <summary>Whether the predicted path takes a submission.</summary>
    public bool Predicts(byte[] json) => _cache.Read(json, _predicted, out _) is not null;

    /// <summary>Whether it takes a submission, and each run of numbers in it as one.</summary>
    public bool PredictsWholeRuns(byte[] json) => _cache.Read(json, _predicted, out var squeezed) is not null && squeezed;

    /// <summary>Reads bytes all ways and compares all that can be seen.</summary>
    /// <returns>Whether the predicted path took them.</returns>
    public bool AssertSame(byte[] json) => AssertSame(json, out _);

    /// <summary>Reads bytes all ways and compares all that can be seen.</summary>
    /// <param name="json">The bytes.</param>
    /// <param name="findings">What the general path has found.</param>
    /// <returns>Whether the predicted path took them.</returns>
    public bool AssertSame(byte[] json, out IReadOnlyList<Finding> findings)
    {
        findings = SubmissionReader.ReadGenerally(json, _general, CheckOptions.Default, learn: false).InDocumentOrder(json, 0);
        var plain = SubmissionReader.ReadFirst(json, _predicted, CheckOptions.Default).InDocumentOrder(json, 0);
        Assert.Equal(_general, _predicted);
        Assert.Equal(findings.Select(Describe), plain.Select(Describe));
        if (_cache.Read(json, _predicted, out var squeezed) is not { } layout)
        {
            return false;
        }

        Assert.Equal(_general, _predicted);
        var predicted = Checker.IsClean(_predicted, CheckOptions.Default)
            ? []
            : SubmissionReader.FindByLayout(json, layout, squeezed, _predicted, CheckOptions.Default).InDocumentOrder(json, 0);
        Assert.Equal(findings.Select(Describe), predicted.Select(Describe));
        return true;
    }

    private static string Describe(Finding finding) => $"{finding.Offset} {finding.Line}:{finding.Column} {finding}";
}

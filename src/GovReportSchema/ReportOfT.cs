using GovReportSchema.Json;

namespace GovReportSchema;

/// <summary>What a generated report class tells of itself without an instance.</summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
public interface IReport<TSelf>
    where TSelf : Report<TSelf>, IReport<TSelf>, new()
{
    /// <summary>The descriptor of the format.</summary>
    static abstract ReportFormat Descriptor { get; }

    /// <summary>Makes an empty report.</summary>
    /// <param name="textBytes">For how many bytes of text to leave room.</param>
    static abstract TSelf Create(int textBytes);
}

/// <summary>A report of one format: the base of each generated class.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
/// <param name="format">Its format.</param>
/// <param name="textBytes">For how many bytes of text to leave room.</param>
public abstract class Report<TSelf>(ReportFormat format, int textBytes = 0) : Report(format, textBytes)
    where TSelf : Report<TSelf>, IReport<TSelf>, new()
{
    /// <summary>Reads and checks a submission. Never throws, whatever the bytes.</summary>
    /// <param name="utf8Json">The submission in JSON, in UTF-8, with or without a byte order mark.</param>
    /// <param name="options">Last year's report, and how blanks count; null for neither.</param>
    /// <returns>The report as far as it could be read, and all findings in the order in which they stand in the submission.</returns>
    public static ReportResult<TSelf> Read(ReadOnlySpan<byte> utf8Json, CheckOptions? options = null) =>
        ReadInto(utf8Json, TSelf.Create(TSelf.Descriptor.Layouts.TextBytes(utf8Json.Length)), options);

    /// <summary>Reads and checks a submission into a report that exists, in place of all that it held.</summary>
    /// <param name="utf8Json">The submission in JSON, in UTF-8, with or without a byte order mark.</param>
    /// <param name="report">The report to fill.</param>
    /// <param name="options">Last year's report, and how blanks count; null for neither.</param>
    /// <returns>The same report, and all findings in the order in which they stand in the submission.</returns>
    public static ReportResult<TSelf> ReadInto(ReadOnlySpan<byte> utf8Json, TSelf report, CheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new(report, SubmissionReader.Read(utf8Json, report, options ?? CheckOptions.Default), options);
    }
}

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using GovReportSchema.Json;

namespace GovReportSchema;

/// <summary>The formats that are known: the official ones, and those that the running program has generated for itself.</summary>
public static partial class ReportFormats
{
    private static readonly ConcurrentDictionary<string, Func<ReportFormat>> s_formats = new(StringComparer.Ordinal);

    /// <summary>The known formats, in the order of their ids.</summary>
    public static IReadOnlyList<ReportFormat> All =>
        [.. s_formats.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value())];

    /// <summary>Makes a format known. Generated code calls it when its assembly is loaded.</summary>
    /// <param name="id">The format's id; a format of the same id that was known before is replaced.</param>
    /// <param name="format">Gives the descriptor, when it is first needed.</param>
    public static void Register(string id, Func<ReportFormat> format) => s_formats[id] = format;

    /// <summary>Finds a format by its id.</summary>
    /// <param name="id">Such as <c>disclosure-2021</c>.</param>
    /// <returns>The format; null where none of that id is known.</returns>
    public static ReportFormat? Find(string id) => s_formats.TryGetValue(id, out var format) ? format() : null;

    /// <summary>Reads and checks a submission of whatever known format its <c>format</c> member names. Never throws.</summary>
    /// <param name="utf8Json">The submission in JSON, in UTF-8, with or without a byte order mark.</param>
    /// <param name="options">Last year's report, and how blanks count; null for neither.</param>
    /// <returns>The report, null where its format is not known, and all findings in the order in which they stand.</returns>
    public static ReportResult<Report?> Read(ReadOnlySpan<byte> utf8Json, CheckOptions? options = null)
    {
        var format = SubmissionReader.FindFormat(utf8Json, out var findings);
        if (format is null)
        {
            return new(null, findings);
        }

        var report = format.CreateReport();
        return new(report, SubmissionReader.Read(utf8Json, report, options ?? CheckOptions.Default), options);
    }
}

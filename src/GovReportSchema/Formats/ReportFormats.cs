using System.Text;
using GovReportSchema.Json;

namespace GovReportSchema;

/// <summary>The formats that are known: the official ones, and those that the running program has generated for itself.</summary>
public static partial class ReportFormats
{
    private static readonly object s_registering = new();

    /// <summary>In the order of their ids; replaced as a whole. They are a few, and every submission of a stream looks here.</summary>
    private static volatile KnownFormat[] s_formats = [];

    /// <summary>The known formats, in the order of their ids.</summary>
    public static IReadOnlyList<ReportFormat> All => Array.ConvertAll(s_formats, known => known.Format());

    /// <summary>Makes a format known. Generated code calls it when its assembly is loaded.</summary>
    /// <param name="id">The format's id; a format of the same id that was known before is replaced.</param>
    /// <param name="format">Gives the descriptor, when it is first needed.</param>
    public static void Register(string id, Func<ReportFormat> format)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(format);
        lock (s_registering)
        {
            var formats = s_formats;
            var at = 0;
            while (at < formats.Length && string.CompareOrdinal(formats[at].Id, id) < 0)
            {
                at++;
            }

            var after = at < formats.Length && formats[at].Id == id ? at + 1 : at;
            s_formats = [.. formats.AsSpan(0, at), new KnownFormat(id, Encoding.UTF8.GetBytes(id), format), .. formats.AsSpan(after)];
        }
    }

    /// <summary>Finds a format by its id.</summary>
    /// <param name="id">Such as <c>disclosure-2021</c>.</param>
    /// <returns>The format; null where none of that id is known.</returns>
    public static ReportFormat? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        foreach (var known in s_formats)
        {
            if (known.Id == id)
            {
                return known.Format();
            }
        }

        return null;
    }

    /// <summary>Reads and checks a submission of whatever known format its <c>format</c> member names. Never throws.</summary>
    /// <param name="utf8Json">The submission in JSON, in UTF-8, with or without a byte order mark.</param>
    /// <param name="options">Last year's report, and how blanks count; null for neither.</param>
    /// <returns>The report, null where its format is not known, and all findings in the order in which they stand.</returns>
    public static ReportResult<Report?> Read(ReadOnlySpan<byte> utf8Json, CheckOptions? options = null) => Read(utf8Json, options, reused: null);

    /// <summary>Reads and checks a submission, into one of the reports that are used again if there are such.</summary>
    internal static ReportResult<Report?> Read(ReadOnlySpan<byte> utf8Json, CheckOptions? options, ReusedReports? reused)
    {
        var format = SubmissionReader.FindFormat(utf8Json, out var findings);
        if (format is null)
        {
            return new(null, findings);
        }

        var report = reused?.Of(format) ?? format.CreateReport(format.Layouts.TextBytes(utf8Json.Length));
        return new(report, SubmissionReader.Read(utf8Json, report, options ?? CheckOptions.Default), options);
    }

    /// <summary>Finds a format by its id in UTF-8, without making a string of it.</summary>
    internal static ReportFormat? Find(ReadOnlySpan<byte> utf8Id)
    {
        foreach (var known in s_formats)
        {
            if (utf8Id.SequenceEqual(known.Utf8Id))
            {
                return known.Format();
            }
        }

        return null;
    }

    private sealed record KnownFormat(string Id, byte[] Utf8Id, Func<ReportFormat> Format);
}

#if NET10_0_OR_GREATER
using System.IO.Pipelines;
#endif
using System.Runtime.CompilerServices;

namespace GovReportSchema;

/// <content>Many submissions, one a line (NDJSON).</content>
public static partial class ReportFormats
{
    /// <summary>
    /// Reads and checks the submissions of a stream, one a line (NDJSON), on all cores, in bounded memory. A line that is no
    /// report gives findings and does not stop the others; blank lines are skipped; a result comes as soon as its line has.
    /// </summary>
    /// <param name="stream">The stream; it is left open, and must not be used until the enumeration has ended or is disposed.</param>
    /// <param name="options">Last year's report, how blanks count, how many threads; null for <see cref="ReadAllOptions.Default"/>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What came of each, in the order of the stream. A fault of the stream is thrown after the results before it.</returns>
    public static IAsyncEnumerable<ReportResultAt> ReadAllAsync(
        Stream stream, ReadAllOptions? options = null, CancellationToken cancellationToken = default)
    {
        var check = options?.Check;
        return ReadAllAsync(
            stream,
            (in SubmissionLine line) => new ReportResultAt(line.Number, line.Offset, line.Line, line.Read(check)),
            options,
            cancellationToken);
    }

    /// <summary>
    /// Makes something of each submission of a stream, one a line (NDJSON), on all cores, in bounded memory, and gives it in
    /// order: for callers that know the format, or that do more with each report than the order needs.
    /// </summary>
    /// <typeparam name="T">What is made of a submission.</typeparam>
    /// <param name="stream">The stream; it is left open, and must not be used until the enumeration has ended or is disposed.</param>
    /// <param name="read">Makes it; called on several threads at once. What it throws ends the enumeration.</param>
    /// <param name="options">How many threads, and how long a line may be; <see cref="ReadAllOptions.Check"/> is up to <paramref name="read"/>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What was made of each, in the order of the stream. A fault of the stream is thrown after the results before it.</returns>
    public static IAsyncEnumerable<T> ReadAllAsync<T>(
        Stream stream, SubmissionLineReader<T> read, ReadAllOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(read);
        return ParallelLines<T>.ReadAsync(stream, read, options ?? ReadAllOptions.Default, cancellationToken);
    }

    /// <summary>Reads and checks the submissions of a file, as <see cref="ReadAllAsync(Stream, ReadAllOptions, CancellationToken)"/> those of a stream.</summary>
    /// <param name="path">The file; it is opened when the enumeration begins and closed when it ends.</param>
    /// <param name="options">Last year's report, how blanks count, how many threads; null for <see cref="ReadAllOptions.Default"/>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What came of each, in order. That the file cannot be opened or read is thrown.</returns>
    public static async IAsyncEnumerable<ReportResultAt> ReadFileAsync(
        string path, ReadAllOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);

        // No buffer of its own: what is read goes straight into the blocks.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        await foreach (var result in ReadAllAsync(file, options, cancellationToken).ConfigureAwait(false))
        {
            yield return result;
        }
    }

#if NET10_0_OR_GREATER
    // On .NET 8 the type is in a package of its own, which the library does without: there, hand over reader.AsStream().

    /// <summary>Reads and checks the submissions of a pipe, as <see cref="ReadAllAsync(Stream, ReadAllOptions, CancellationToken)"/> those of a stream.</summary>
    /// <param name="reader">The pipe; it is left open.</param>
    /// <param name="options">Last year's report, how blanks count, how many threads; null for <see cref="ReadAllOptions.Default"/>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What came of each, in order.</returns>
    public static IAsyncEnumerable<ReportResultAt> ReadAllAsync(
        PipeReader reader, ReadAllOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return ReadAllAsync(reader.AsStream(leaveOpen: true), options, cancellationToken);
    }
#endif
}

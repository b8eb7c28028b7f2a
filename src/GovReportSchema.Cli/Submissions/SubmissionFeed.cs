using System.Text.Json;

namespace GovReportSchema.Cli.Submissions;

/// <summary>Takes the documents out of a file or of standard input, as they come.</summary>
internal sealed class SubmissionFeed
{
    /// <summary>What standard input is called, on the command line and in output.</summary>
    public const string StandardInput = "-";

    private readonly string _name;
    private readonly GrowingBuffer _buffer;
    private readonly Stream _stream;

    private SubmissionFeed(string name, Stream stream) => (_name, _stream, _buffer) = (name, stream, new GrowingBuffer(stream));

    private enum Layout
    {
        /// <summary>One document, whatever its lines.</summary>
        Whole,

        /// <summary>A document a line.</summary>
        Lines,
    }

    /// <summary>Makes something of each document of a file: one, or one a line (NDJSON).</summary>
    /// <param name="name">The file as given.</param>
    /// <param name="stream">Its content.</param>
    /// <param name="work">Makes it; on all cores.</param>
    /// <param name="whenIdle">Done before waiting for documents that have not come yet.</param>
    /// <returns>What was made, in order.</returns>
    public static IEnumerable<T> OfFile<T>(string name, Stream stream, SubmissionWork<T> work, Action? whenIdle = null)
    {
        var feed = new SubmissionFeed(name, stream);
        return feed.Read(feed.LayoutOfFile, isNumbered: false, work, whenIdle);
    }

    /// <summary>Makes something of each document of standard input: one a line, or one whose first line is an opening brace alone.</summary>
    /// <param name="stream">Standard input.</param>
    /// <param name="work">Makes it; on all cores.</param>
    /// <param name="whenIdle">Done before waiting for documents that have not come yet.</param>
    /// <returns>What was made, in order.</returns>
    public static IEnumerable<T> OfStandardInput<T>(Stream stream, SubmissionWork<T> work, Action? whenIdle = null)
    {
        var feed = new SubmissionFeed(StandardInput, stream);
        return feed.Read(feed.LayoutOfStandardInput, isNumbered: true, work, whenIdle);
    }

    private IEnumerable<T> Read<T>(Func<Layout> layout, bool isNumbered, SubmissionWork<T> work, Action? whenIdle)
    {
        if (layout() == Layout.Whole)
        {
            while (_buffer.ReadMore())
            {
            }

            yield return work(new Submission(isNumbered ? $"{_name}:1" : _name, _buffer.Unused.Span));
            yield break;
        }

        // Not disposed of where the caller stops early: it does because nobody reads the output any more, and disposing would
        // wait for a line of standard input that may never come. The process ends instead.
        var results = ReportFormats.ReadAllAsync(
            new BegunStream(_buffer.Unused, _stream),
            (in SubmissionLine line) => work(new Submission(FormattableString.Invariant($"{_name}:{line.Number}"), line))).GetAsyncEnumerator();
        while (true)
        {
            var next = results.MoveNextAsync();
            if (!next.IsCompleted)
            {
                whenIdle?.Invoke();
            }

            if (!next.AsTask().GetAwaiter().GetResult())
            {
                yield break;
            }

            yield return results.Current;
        }
    }

    private Layout LayoutOfFile()
    {
        if (_name.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase) || _name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
        {
            return Layout.Lines;
        }

        return FindLine(0) is { } first && IsWholeObject(_buffer.Unused[first].Span) && FindLine(first.End.Value) is not null
            ? Layout.Lines
            : Layout.Whole;
    }

    private Layout LayoutOfStandardInput() =>
        FindLine(0) is { } first && Trim(_buffer.Unused[first].Span).SequenceEqual("{"u8) ? Layout.Whole : Layout.Lines;

    /// <summary>Finds the next line that has more than white space, and reads on as far as it must for that.</summary>
    /// <param name="from">Where to begin in what is unused.</param>
    /// <returns>Its place in what is unused; null where there is none.</returns>
    private Range? FindLine(int from)
    {
        var searched = from;
        while (true)
        {
            var unused = _buffer.Unused.Span;
            var length = unused[searched..].IndexOf((byte)'\n');
            searched = length < 0 ? unused.Length : searched + length;
            if (length < 0 && _buffer.ReadMore())
            {
                continue;
            }

            if (Trim(unused[from..searched]).Length > 0)
            {
                return from..searched;
            }

            if (length < 0)
            {
                return null;
            }

            from = ++searched;
        }
    }

    private static bool IsWholeObject(ReadOnlySpan<byte> line)
    {
        var text = Trim(line);
        if (text is not [(byte)'{', .., (byte)'}'])
        {
            return false;
        }

        var reader = new Utf8JsonReader(text);
        try
        {
            reader.Read();
            reader.Skip();
            return !reader.Read();
        }
        catch (JsonException)
        {
            // Not JSON by itself, so not a line of NDJSON: the document's own reading says what is wrong with it.
            return false;
        }
    }

    /// <summary>Without white space around it, and without a byte order mark.</summary>
    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) =>
        (text.StartsWith("\uFEFF"u8) ? text[3..] : text).Trim(" \t\r\n"u8);
}

namespace GovReportSchema;

/// <summary>How the submissions of a stream are read and checked.</summary>
public sealed record ReadAllOptions
{
    private readonly int _parallelism = Environment.ProcessorCount;
    private readonly int _maxDocumentBytes = 64 * 1024 * 1024;

    /// <summary>Every core, documents of at most 64 MB, and <see cref="CheckOptions.Default"/>.</summary>
    public static ReadAllOptions Default { get; } = new();

    /// <summary>Last year's report, and how blanks count; null for neither. All documents are checked by the same.</summary>
    public CheckOptions? Check { get; init; }

    /// <summary>How many documents are read at the same time; as many as the process has cores if not given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int Parallelism
    {
        get => _parallelism;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _parallelism = value;
        }
    }

    /// <summary>
    /// A longer line is not kept: it gives one finding, <c>json.syntax</c>, and the next line is read. 64 MB if not given; it
    /// bounds the memory that a sender can make a reader take, up to so much for each document read at the same time.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1, or more than 1 GB.</exception>
    public int MaxDocumentBytes
    {
        get => _maxDocumentBytes;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1 << 30);
            _maxDocumentBytes = value;
        }
    }
}

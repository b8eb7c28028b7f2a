namespace GovReportSchema.Tests.Streams;

/// <summary>A stream of the same bytes again and again, in reads of random length; then it ends, or fails.</summary>
/// <param name="bytes">What is repeated.</param>
/// <param name="times">How often.</param>
/// <param name="most">The longest read.</param>
/// <param name="fault">Thrown at the end; null for an end.</param>
internal sealed class MadeStream(byte[] bytes, int times, int most = int.MaxValue, Exception? fault = null) : MemoryStream
{
    private readonly Random _random = new(7);
    private long _position;

    /// <summary>How far it has been read.</summary>
    public override long Position => Interlocked.Read(ref _position);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_position == (long)bytes.Length * times)
        {
            return fault is null ? new(0) : ValueTask.FromException<int>(fault);
        }

        var rest = bytes.AsSpan((int)(_position % bytes.Length));
        var count = Math.Min(Math.Min(buffer.Length, rest.Length), most == int.MaxValue ? most : _random.Next(1, most + 1));
        rest[..count].CopyTo(buffer.Span);
        Interlocked.Add(ref _position, count);
        return new(count);
    }
}

namespace GovReportSchema.Cli.Submissions;

/// <summary>The part of a stream that has been read and not yet been used. It grows to the longest document, not to the stream.</summary>
internal sealed class GrowingBuffer(Stream stream)
{
    private byte[] _bytes = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>What has been read and not used.</summary>
    public ReadOnlyMemory<byte> Unused => _bytes.AsMemory(_start.._end);

    /// <summary>Marks bytes at the front as used: later reading may overwrite them.</summary>
    public void Use(int count) => _start += count;

    /// <summary>Reads more behind what there is.</summary>
    /// <returns>Whether there was more.</returns>
    public bool ReadMore()
    {
        if (_end == _bytes.Length)
        {
            MakeRoom();
        }

        var count = stream.Read(_bytes.AsSpan(_end));
        _end += count;
        return count > 0;
    }

    private void MakeRoom()
    {
        var unused = _end - _start;
        if (unused == Array.MaxLength)
        {
            throw new InputFailure(new("有一份报告超过 2 GB，无法读入", "one report is larger than 2 GB and cannot be read"));
        }

        var bytes = unused <= _bytes.Length / 2
            ? _bytes
            : new byte[(int)Math.Min(2L * _bytes.Length, Array.MaxLength)];
        _bytes.AsSpan(_start, unused).CopyTo(bytes);
        (_bytes, _start, _end) = (bytes, 0, unused);
    }
}

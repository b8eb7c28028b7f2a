using System.Buffers;

namespace GovReportSchema;

/// <summary>
/// Takes a stream apart into blocks of whole lines. A block goes out as soon as one read has brought the end of a line: nothing
/// waits for bytes that may never come.
/// </summary>
/// <param name="stream">The stream.</param>
/// <param name="maxBytes">Longer lines are not kept.</param>
internal sealed class LineBlockReader(Stream stream, int maxBytes)
{
    /// <summary>
    /// Some forty to a hundred reports: enough that handing over costs little beside reading them, few enough that a block is
    /// still in its core's second-level cache when it is parsed.
    /// </summary>
    private const int BlockSize = 256 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(BlockSize);
    private int _end;

    /// <summary>Where in the stream the first byte of the buffer stands.</summary>
    private long _offset;

    /// <summary>Where in the stream the line begins that has not ended yet.</summary>
    private long _lineOffset;

    private Task<LineCount> _before = Task.FromResult(default(LineCount));
    private bool _isTooLong;
    private bool _hasEnded;

    /// <summary>Reads the next lines.</summary>
    /// <returns>A block of at least one line; null at the end of the stream.</returns>
    public async ValueTask<LineBlock?> ReadAsync(CancellationToken cancellation)
    {
        while (!_hasEnded)
        {
            MakeRoom();
            var count = await stream.ReadAsync(_bytes.AsMemory(_end), cancellation).ConfigureAwait(false);
            _hasEnded = count == 0;
            var whole = _hasEnded ? _end : _end + _bytes.AsSpan(_end, count).LastIndexOf((byte)'\n') + 1;
            var hasLine = _hasEnded ? _end > 0 || _isTooLong : whole > _end;
            _end += count;
            if (hasLine)
            {
                return TakeBlock(whole);
            }
        }

        Return();
        return null;
    }

    /// <summary>Gives the buffer back; nothing can be read after that.</summary>
    public void Return()
    {
        _hasEnded = true;
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
        }
    }

    private void MakeRoom()
    {
        if (_end > maxBytes || _isTooLong)
        {
            // What has come of a line that is too long is as good as gone.
            _isTooLong = true;
            _offset += _end;
            _end = 0;
        }
        else if (_end == _bytes.Length)
        {
            Replace(_end, (int)Math.Min(2L * _end, maxBytes + 1L));
        }
    }

    /// <summary>
    /// Takes out whole lines, and leaves what follows them for the next block. Where each begins is left to whoever reads them:
    /// only one thread at a time is here.
    /// </summary>
    private LineBlock TakeBlock(int whole)
    {
        var block = new LineBlock(new(_bytes, whole, _offset, _lineOffset, _isTooLong), _before, maxBytes);
        var rest = _bytes.AsSpan(whole.._end);
        var bytes = _hasEnded ? [] : ArrayPool<byte>.Shared.Rent(Math.Max(BlockSize, rest.Length + (BlockSize / 2)));
        rest.CopyTo(bytes);
        (_bytes, _offset, _end) = (bytes, _offset + whole, rest.Length);
        (_lineOffset, _isTooLong, _before) = (_offset, false, block.After);
        return block;
    }

    private void Replace(int used, int size)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(size);
        _bytes.AsSpan(0, used).CopyTo(bytes);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = bytes;
    }
}

using System.Buffers;
using System.Text;

namespace GovReportSchema.Cli.Printing;

/// <summary>Gathers lines of UTF-8.</summary>
internal class LineBuffer : IBufferWriter<byte>
{
    private readonly ArrayBufferWriter<byte> _bytes = new(64 * 1024);

    protected ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void Advance(int count) => _bytes.Advance(count);

    public Memory<byte> GetMemory(int sizeHint = 0) => _bytes.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => _bytes.GetSpan(sizeHint);

    public void WriteLine(string line)
    {
        Encoding.UTF8.GetBytes(line, this);
        EndLine();
    }

    public virtual void EndLine() => _bytes.Write("\n"u8);

    /// <summary>Takes out what has gathered.</summary>
    public byte[] Take()
    {
        var taken = _bytes.WrittenSpan.ToArray();
        Clear();
        return taken;
    }

    protected void Clear() => _bytes.ResetWrittenCount();
}

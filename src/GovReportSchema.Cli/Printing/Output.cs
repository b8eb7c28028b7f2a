using System.Buffers;
using System.Text;

namespace GovReportSchema.Cli.Printing;

/// <summary>Gathers UTF-8 and hands it to standard output, in pieces or when asked.</summary>
internal sealed class Output(Stream stream) : IBufferWriter<byte>
{
    private const int PieceSize = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _piece = new(PieceSize);

    public void Advance(int count) => _piece.Advance(count);

    public Memory<byte> GetMemory(int sizeHint = 0) => _piece.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => _piece.GetSpan(sizeHint);

    public void WriteLine(string line)
    {
        Encoding.UTF8.GetBytes(line, this);
        EndLine();
    }

    /// <summary>Ends a line; what has gathered goes out if it is much.</summary>
    public void EndLine()
    {
        GetSpan(1)[0] = (byte)'\n';
        Advance(1);
        if (_piece.WrittenCount >= PieceSize)
        {
            Flush();
        }
    }

    /// <summary>Sends out what has gathered.</summary>
    /// <exception cref="OutputClosed">Nobody reads it any more.</exception>
    /// <exception cref="CommandFailure">It could not be written.</exception>
    public void Flush()
    {
        try
        {
            stream.Write(_piece.WrittenSpan);
            stream.Flush();
            _piece.ResetWrittenCount();
        }
        catch (IOException e) when (IsBrokenPipe(e))
        {
            throw new OutputClosed(e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full disk; or a standard output that was closed before we began.
            throw new CommandFailure(new($"无法写出结果：{e.Message}", $"cannot write the output: {e.Message}"));
        }
    }

    // EPIPE on Unix; ERROR_BROKEN_PIPE and ERROR_NO_DATA on Windows.
    private static bool IsBrokenPipe(IOException e) => OperatingSystem.IsWindows() ? (e.HResult & 0xFFFF) is 109 or 232 : e.HResult is 32;
}

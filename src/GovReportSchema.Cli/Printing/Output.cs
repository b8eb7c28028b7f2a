using System.Buffers;

namespace GovReportSchema.Cli.Printing;

/// <summary>Gathers lines of UTF-8 and hands them to standard output, in pieces or when asked.</summary>
internal sealed class Output(Stream stream) : LineBuffer
{
    private const int PieceSize = 64 * 1024;

    /// <summary>Writes lines that are ready; what has gathered goes out if it is much.</summary>
    public void WriteLines(ReadOnlySpan<byte> lines)
    {
        this.Write(lines);
        FlushIfMuch();
    }

    /// <summary>Ends a line; what has gathered goes out if it is much.</summary>
    public override void EndLine()
    {
        base.EndLine();
        FlushIfMuch();
    }

    /// <summary>Sends out what has gathered.</summary>
    /// <exception cref="OutputClosed">Nobody reads it any more.</exception>
    /// <exception cref="CommandFailure">It could not be written.</exception>
    public void Flush()
    {
        try
        {
            stream.Write(Written);
            stream.Flush();
            Clear();
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

    private void FlushIfMuch()
    {
        if (Written.Length >= PieceSize)
        {
            Flush();
        }
    }

    // EPIPE on Unix; ERROR_BROKEN_PIPE and ERROR_NO_DATA on Windows.
    private static bool IsBrokenPipe(IOException e) => OperatingSystem.IsWindows() ? (e.HResult & 0xFFFF) is 109 or 232 : e.HResult is 32;
}

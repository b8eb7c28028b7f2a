using System.Text;
using Microsoft.Win32.SafeHandles;

namespace GovReportSchema.Cli;

/// <summary>Where a command reads from and writes to: the process's own streams, or a test's.</summary>
/// <param name="input">Standard input.</param>
/// <param name="output">Standard output; takes UTF-8.</param>
/// <param name="error">Standard error.</param>
/// <param name="showsProgress">Whether somebody watches standard error who has nothing else to look at.</param>
internal sealed class StandardStreams(Stream input, Stream output, TextWriter error, bool showsProgress) : IDisposable
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public Stream Input { get; } = input;

    public Stream Output { get; } = output;

    public TextWriter Error { get; } = error;

    public bool ShowsProgress { get; } = showsProgress;

    public static StandardStreams OfProcess() => new(
        Console.OpenStandardInput(),
        OpenOutput(),
        new StreamWriter(Console.OpenStandardError(), s_utf8) { AutoFlush = true },
        showsProgress: !Console.IsErrorRedirected && Console.IsOutputRedirected);

    public void Dispose()
    {
        Input.Dispose();
        Output.Dispose();
        Error.Dispose();
    }

    // On Unix the console's own stream swallows that a pipe's reader has gone, and a filter would go on reading for nobody.
    // Into a file it has to be the console's: a FileStream writes at a position of its own, over what others append.
    private static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
        {
            return Console.OpenStandardOutput();
        }

        var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        if (!stream.CanSeek)
        {
            return stream;
        }

        stream.Dispose();
        return Console.OpenStandardOutput();
    }
}

using System.Text;
using GovReportSchema.Cli;
using Xunit;

namespace GovReportSchema.Tests.Cli;

/// <summary>Streams that are slow, full or broken.</summary>
public class StreamTests
{
    [Fact]
    public void Long_work_shows_how_far_it_is_and_clears_that_at_the_end()
    {
        var error = Run(new SlowStream(TemporaryFolder.Lines("baode-2019", "baode-2019", "baode-2019")), new MemoryStream(), showsProgress: true).Error;

        Assert.Contains("reports, ", error, StringComparison.Ordinal);
        Assert.StartsWith("\r\u001b[K", error, StringComparison.Ordinal);
        Assert.EndsWith("\r\u001b[K", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_watches_no_progress_is_shown()
    {
        Assert.Empty(Run(new SlowStream(TemporaryFolder.Lines("baode-2019", "baode-2019")), new MemoryStream(), showsProgress: false).Error);
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_said_in_one_sentence()
    {
        using var full = new BrokenStream(new IOException("No space left on device"));
        using var closed = new BrokenStream(new UnauthorizedAccessException("Access to the path is denied."));

        Assert.Equal((2, "govreport: cannot write the output: No space left on device\n"), Run(Report(), full));
        Assert.Equal((2, "govreport: cannot write the output: Access to the path is denied.\n"), Run(Report(), closed));
    }

    [Fact]
    public void An_input_that_breaks_off_is_said_in_one_sentence()
    {
        using var broken = new BrokenStream(new IOException("Input/output error"));

        Assert.Equal((2, "govreport: cannot read '-': Input/output error\n"), Run(broken, new MemoryStream()));
    }

    private static MemoryStream Report() => new(Encoding.UTF8.GetBytes(TemporaryFolder.Lines("baode-2019")));

    private static (int ExitCode, string Error) Run(Stream input, Stream output, bool showsProgress = false)
    {
        var error = new StringWriter { NewLine = "\n" };
        using var streams = new StandardStreams(input, output, error, showsProgress);
        return (GovReportCommand.Run(["validate", "--json", "--lang", "en", "-"], streams), error.ToString());
    }

    /// <summary>Gives a line at a time, and takes its time over each.</summary>
    private sealed class SlowStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override int Read(Span<byte> buffer)
        {
            Thread.Sleep(600);
            var rest = ToArray().AsSpan((int)Position);
            return base.Read(buffer[..Math.Min(buffer.Length, rest.IndexOf((byte)'\n') + 1)]);
        }
    }

    private sealed class BrokenStream(Exception fault) : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw fault;

        public override void Write(ReadOnlySpan<byte> buffer) => throw fault;
    }
}

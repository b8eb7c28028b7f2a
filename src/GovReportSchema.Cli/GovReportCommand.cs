using GovReportSchema.Cli.Usage;

namespace GovReportSchema.Cli;

/// <summary>The command line as one call: arguments and streams in, exit code out.</summary>
internal static class GovReportCommand
{
    public const string Name = "govreport";

    /// <param name="args">The arguments, without the command's own name.</param>
    /// <param name="streams">Where to read from and write to.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> args, StandardStreams streams)
    {
        var usage = new CommandUsage(args);
        try
        {
            return usage.Run(streams);
        }
        catch (CommandFailure failure)
        {
            new Notices(streams, usage.Language).Say(failure.Sentence);
            return ExitCode.CouldNotRun;
        }
        catch (Exception e)
        {
            // A fault of our own. Who runs the command gets a sentence that can be reported, and the exit code that says: not done.
            new Notices(streams, usage.Language).Say(new($"程序内部错误：{e.GetType().Name}: {e.Message}", $"internal fault: {e.GetType().Name}: {e.Message}"));
            return ExitCode.CouldNotRun;
        }
    }
}

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
    }
}

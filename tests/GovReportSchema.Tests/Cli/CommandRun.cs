using System.Text;
using System.Text.Json.Nodes;
using GovReportSchema.Cli;

namespace GovReportSchema.Tests.Cli;

/// <summary>The command, run in this process on streams of its own.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Each line of the output, read as JSON.</summary>
    public JsonObject[] Documents => [.. OutputLines.Select(line => JsonNode.Parse(line)!.AsObject())];

    public static CommandRun Of(params string[] args) => WithInput("", args);

    public static CommandRun WithInput(string input, params string[] args)
    {
        using var output = new MemoryStream();
        var error = new StringWriter { NewLine = "\n" };
        using var streams = new StandardStreams(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, error, showsProgress: false);
        var exitCode = GovReportCommand.Run(args, streams);
        return new CommandRun(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}

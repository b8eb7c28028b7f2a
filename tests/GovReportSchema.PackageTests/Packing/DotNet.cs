using System.Diagnostics;

namespace GovReportSchema.PackageTests.Packing;

/// <summary>Runs the .NET command line, and leaves nothing of it running.</summary>
internal static class DotNet
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(5);

    public static async Task<DotNetRun> RunAsync(string folder, params string[] args)
    {
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo("dotnet", args)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        var environment = process.StartInfo.Environment;

        // What the build that runs these tests has set would make the consumers part of it.
        foreach (var name in environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            environment.Remove(name);
        }

        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        process.Start();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(s_longest);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new DotNetRun(process.ExitCode, (await output) + (await error));
    }
}

/// <summary>What came of a run.</summary>
internal sealed record DotNetRun(int ExitCode, string Output)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

using System.Diagnostics;
using System.Globalization;
using GovReportSchema.Tests.Making;
using GovReportSchema.Tests.Readme;

namespace GovReportSchema.Benchmarks;

/// <summary>
/// From the start of a process to the first checked document, and the first call in it. The app that does it is built twice: to be
/// compiled as it runs, and compiled beforehand (ReadyToRun). Its processes are started in turn; the least time of each counts.
/// Of repairs, the first call is the search for them, the document having been read before.
/// </summary>
internal static class StartUpTable
{
    private static readonly string[] s_builds = ["JIT", "ReadyToRun"];

    private static readonly (string Argument, string Name)[] s_contenders =
    [
        ("theirs", "System.Text.Json, source-generated, and checks by hand"),
        ("ours", "GovReportSchema"),
        ("repairs", "GovReportSchema, then the repairs of three wrong cells"),
    ];

    /// <param name="arguments">How many processes of each; 20 if not given.</param>
    /// <returns>The exit code.</returns>
    public static int Print(string[] arguments)
    {
        var rounds = arguments is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 20;
        var folder = Directory.CreateTempSubdirectory("govreport-startup-").FullName;
        try
        {
            var document = Path.Combine(folder, "report.json");
            var wrongDocument = Path.Combine(folder, "wrong.json");
            File.WriteAllBytes(document, new ReportMaker(1).Make().ToJsonUtf8());
            File.WriteAllBytes(wrongDocument, Contender.Wrong(40, 95, 150).ToJsonUtf8());
            var apps = s_builds.Select(build => Publish(folder, build)).ToArray();
            var least = new Dictionary<(string Build, string Contender), (double Process, double Call)>();
            for (var round = 0; round < rounds; round++)
            {
                foreach (var (build, app) in s_builds.Zip(apps))
                {
                    foreach (var (argument, _) in s_contenders)
                    {
                        var (process, call) = Start(app, argument, argument == "repairs" ? wrongDocument : document);
                        var (leastProcess, leastCall) = least.GetValueOrDefault((build, argument), (double.MaxValue, double.MaxValue));
                        least[(build, argument)] = (Math.Min(process, leastProcess), Math.Min(call, leastCall));
                    }
                }
            }

            Console.WriteLine("| start-up, milliseconds | JIT: process | first call | ReadyToRun: process | first call |");
            Console.WriteLine("|---|---|---|---|---|");
            foreach (var (argument, name) in s_contenders)
            {
                var times = s_builds.Select(build => least[(build, argument)]).Select(time => Interleaved.Invariant($"{time.Process:0} | {time.Call:0.0}"));
                Console.WriteLine($"| {name} | {string.Join(" | ", times)} |");
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Builds the app.</summary>
    /// <returns>Its assembly.</returns>
    private static string Publish(string folder, string build)
    {
        var output = Path.Combine(folder, build);
        var project = Path.Combine(RepositoryFolder.Root, "tests", "GovReportSchema.Benchmarks", "StartUp");
        List<string> arguments =
            ["publish", project, "-c", "Release", "-v", "quiet", "--nologo", "--artifacts-path", Path.Combine(folder, "artifacts-" + build), "-o", output];
        if (build == "ReadyToRun")
        {
            arguments.AddRange(["-r", System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-p:PublishReadyToRun=true"]);
        }

        using var process = Process.Start("dotnet", arguments);
        process.WaitForExit();
        return process.ExitCode == 0
            ? Path.Combine(output, "GovReportSchema.StartUp.dll")
            : throw new InvalidOperationException($"The app for start-up could not be built ({build}).");
    }

    private static (double Process, double Call) Start(string app, string argument, string document)
    {
        var start = new ProcessStartInfo("dotnet", [app, argument, document]) { RedirectStandardOutput = true };
        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var elapsed = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        return process.ExitCode == 0
            ? (elapsed, double.Parse(output, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"{argument} does not take the document for what it is.");
    }
}

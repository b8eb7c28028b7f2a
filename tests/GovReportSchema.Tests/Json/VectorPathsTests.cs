using System.Diagnostics;
using GovReportSchema.Tests.Making;
using Xunit;

namespace GovReportSchema.Tests.Json;

/// <summary>Machines with wider vectors, narrower ones and none read the same.</summary>
public sealed class VectorPathsTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".ndjson");

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("DOTNET_EnableAVX512=0")]
    [InlineData("DOTNET_EnableAVX512F=0")]
    [InlineData("DOTNET_EnableAVX2=0")]
    [InlineData("DOTNET_EnableHWIntrinsic=0")]
    public async Task Each_path_gives_the_same_findings(string setting)
    {
        WriteSubmissions();

        Assert.Equal(await OutputWith(null), await OutputWith(setting));
    }

    private void WriteSubmissions()
    {
        var maker = new ReportMaker(21);
        var random = new Random(22);
        using var file = File.Create(_file);
        for (var i = 0; i < 400; i++)
        {
            var json = maker.Make(random.Next(0, 300)).ToJsonUtf8();
            json = i % 3 == 0 ? Layouts.Shuffle(json, random) : json;
            json = i % 2 == 0 ? Mutations.Of(json, random) : json;

            // A line feed would be another document.
            file.Write([.. json.Where(value => value != '\n'), (byte)'\n']);
        }
    }

    private async Task<string> OutputWith(string? setting)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "govreport.dll"), "validate", "--json", _file])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        if (setting?.Split('=') is [var name, var value])
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(1, process.ExitCode);
        Assert.Equal(400, output.Count(character => character == '\n'));
        return output;
    }
}

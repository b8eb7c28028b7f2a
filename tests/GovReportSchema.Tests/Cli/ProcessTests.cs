using System.Diagnostics;
using System.Text;
using Xunit;

namespace GovReportSchema.Tests.Cli;

/// <summary>The built command, as a process of its own between pipes.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Process _process = new();

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    [Fact]
    public async Task Files_go_in_and_UTF8_and_an_exit_code_come_out()
    {
        Start("validate", "--json", TestData.PathOf("zhangdian-2020"), "no-such.json");
        _process.StandardInput.Close();

        var (output, error) = (_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());

        Assert.Equal(CommandRun.Of("validate", "--json", TestData.PathOf("zhangdian-2020")).Output, await output);
        Assert.Equal("govreport: 找不到文件“no-such.json”", (await error).Trim());
        await _process.WaitForExitAsync();
        Assert.Equal(2, _process.ExitCode);
    }

    [Fact]
    public async Task A_line_is_answered_before_the_next_one_comes()
    {
        Start("validate", "--json", "-");
        var reports = TemporaryFolder.Lines("baode-2019", "zhangdian-2020").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < reports.Length; i++)
        {
            await _process.StandardInput.WriteLineAsync(reports[i]);
            await _process.StandardInput.FlushAsync();

            var answer = await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));

            Assert.StartsWith($"{{\"source\":\"-:{i + 1}\",", answer, StringComparison.Ordinal);
        }

        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(1, _process.ExitCode);
    }

    [Fact]
    public async Task When_nobody_reads_on_it_ends_quietly()
    {
        Start("validate", "--json", "-");
        var errors = _process.StandardError.ReadToEndAsync();
        var report = TemporaryFolder.Line("baode-2019");
        await _process.StandardInput.WriteLineAsync(report);
        await _process.StandardInput.FlushAsync();
        Assert.NotNull(await _process.StandardOutput.ReadLineAsync());

        // As 'head -1' does; there is no end to the input.
        _process.StandardOutput.Close();
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (true)
            {
                await _process.StandardInput.WriteLineAsync(report).WaitAsync(TimeSpan.FromSeconds(30));
            }
        });

        Assert.Empty(await errors);
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(0, _process.ExitCode);
    }

    private void Start(params string[] args)
    {
        _process.StartInfo = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "govreport.dll"), .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = s_utf8,
            StandardOutputEncoding = s_utf8,
            StandardErrorEncoding = s_utf8,
        };
        _process.Start();
    }
}

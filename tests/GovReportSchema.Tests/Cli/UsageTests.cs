using Xunit;

namespace GovReportSchema.Tests.Cli;

/// <summary>What could not be run is said in one sentence, with exit code 2.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--lang en", "a command is needed: validate, read or formats (--help shows how)")]
    [InlineData("--lang en validat x.json", "there is no command 'validat', did you mean validate?")]
    [InlineData("--lang en validate", "a file to check is needed, or - for standard input")]
    [InlineData("--lang en validate --jsn x.json", "there is no option '--jsn', did you mean --json?")]
    [InlineData("--lang en validate --prevous=a x.json", "there is no option '--prevous', did you mean --previous?")]
    [InlineData("--lang en validate -q x.json", "there is no option '-q', there are --json, --blank, --previous, --help, --lang")]
    [InlineData("--lang en validate x.json --blank", "option --blank needs a value: zero")]
    [InlineData("--lang en validate x.json --blank one", "option --blank has no value 'one', it can be zero")]
    [InlineData("--lang en validate x.json --previous", "option --previous needs a value: FILE")]
    [InlineData("--lang en validate x.json --json --json", "option --json can be given only once")]
    [InlineData("--lang en validate - -", "standard input (-) can be given only once")]
    [InlineData("--lang en formats x", "command formats takes no argument 'x'")]
    [InlineData("validate x.json --lang fr", "选项 --lang 没有取值“fr”，应为 zh 或 en")]
    [InlineData("validate x.json --lang", "选项 --lang 缺少取值：zh|en")]
    [InlineData("validat", "没有命令“validat”，是否应为 validate")]
    [InlineData("validate no-such.json", "找不到文件“no-such.json”")]
    [InlineData("--lang en validate @no-such.rsp", "there is no file '@no-such.rsp'")]
    [InlineData("--lang en validate ", "there is no file ''")]
    [InlineData("--lang en validate -- --jsn", "there is no file '--jsn'")]
    [InlineData("--lang en validate x.json --previous no-such.json", "there is no file 'no-such.json'")]
    public void Bad_usage_is_one_sentence(string args, string sentence)
    {
        Assert.Equal(new CommandRun(2, "", $"govreport: {sentence}\n"), CommandRun.Of(args.Split(' ')));
    }

    [Fact]
    public void A_missing_file_does_not_stop_the_others()
    {
        var run = CommandRun.Of("validate", "--json", "no-such.json", TestData.PathOf("zhangdian-2020"), _folder.PathOf(""));

        Assert.Equal(TestData.PathOf("zhangdian-2020"), (string?)Assert.Single(run.Documents)["source"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["govreport: 找不到文件“no-such.json”", $"govreport: “{_folder.PathOf("")}”是文件夹，不是文件"], run.ErrorLines);
    }

    [Theory]
    [InlineData("--help", "validate")]
    [InlineData("validate --help", "--previous")]
    [InlineData("validate x.json -h", "--blank")]
    [InlineData("formats --help", "--json")]
    public void Help_is_asked_for_and_goes_to_standard_output(string args, string part)
    {
        var run = CommandRun.Of(args.Split(' '));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(part, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_that_of_the_package()
    {
        Assert.Matches(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.]+)?\n$", CommandRun.Of("--version").Output);
    }

    [Fact]
    public void Formats_lists_those_that_are_known()
    {
        var plain = CommandRun.Of("formats");
        var json = CommandRun.Of("formats", "--json", "--lang", "en");

        Assert.Contains("disclosure-2021 · 政府信息公开工作年度报告（2021年格式） · 2021- · 200 格", plain.OutputLines);
        Assert.Contains(
            """{"id":"disclosure-2019","title":"Annual report on government information disclosure (trial format of 2019)","years":"2019-2020","cells":198}""",
            json.OutputLines);
        Assert.Equal((0, 0), (plain.ExitCode, json.ExitCode));
    }
}

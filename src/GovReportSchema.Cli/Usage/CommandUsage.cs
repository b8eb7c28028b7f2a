using System.CommandLine;
using System.CommandLine.Help;
using System.Reflection;
using GovReportSchema.Cli.Printing;

namespace GovReportSchema.Cli.Usage;

/// <summary>What can be asked of the command, and what was asked.</summary>
internal sealed class CommandUsage
{
    private readonly Option<string?> _lang = Valued("--lang", "en|zh", "language of labels and messages (zh if not given) · 标签与消息的语言");
    private readonly Option<bool> _version = Flag("--version", "show the version · 显示版本");
    private readonly Option<bool> _json = Flag("--json", "write one line of JSON a report · 每份报告输出一行 JSON");
    private readonly Option<bool> _formatsJson = Flag("--json", "write one line of JSON a format · 每种格式输出一行 JSON");
    private readonly Option<string?> _blank = Valued("--blank", "zero", "count blanks as zero · 空白按零计");
    private readonly Option<string?> _previous = Valued("--previous", "FILE", "last year's report, or several of them as NDJSON · 上年报告");
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "reports in JSON or NDJSON; - reads NDJSON from standard input · 报告文件，- 为标准输入",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Command _validate;
    private readonly Command _formats;
    private readonly ParseResult _parsed;

    public CommandUsage(IReadOnlyList<string> args)
    {
        _lang.Recursive = true;
        _validate = new("validate", "check reports: exit code 0 no error, 1 an error, 2 could not run · 检查报告") { _files, _json, _blank, _previous };
        _formats = new("formats", "list the report formats that are known · 列出已知的报告格式") { _formatsJson };
        var root = new RootCommand("Checks official reports against their formats · 检查政府报告") { _validate, _formats, _lang };
        root.Options.Remove(root.Options.First(option => option is VersionOption));
        root.Options.Add(_version);

        // A file may well be called @something; it is no list of arguments.
        _parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        Language = ValueOf(_lang) == "en" ? Language.English : Language.Chinese;
    }

    /// <summary>The language asked for; Chinese where none was, or none that is known.</summary>
    public Language Language { get; }

    /// <returns>The exit code.</returns>
    /// <exception cref="CommandFailure">What was asked cannot be done; nothing has been.</exception>
    public int Run(StandardStreams streams)
    {
        if (_parsed.Action is HelpAction)
        {
            var help = new StringWriter();
            _parsed.Invoke(new InvocationConfiguration { Output = help });
            return Print(help.ToString().TrimEnd(), streams);
        }

        UsageMistakes.Refuse(_parsed);
        UsageMistakes.RefuseValue(_parsed, _lang, ["zh", "en"]);
        if (_parsed.GetValue(_version))
        {
            return Print(Version(), streams);
        }

        if (_parsed.CommandResult.Command == _formats)
        {
            return FormatsCommand.Run(_parsed.GetValue(_formatsJson), Language, streams);
        }

        return _parsed.CommandResult.Command == _validate
            ? ValidateCommand.Run(ReadRequest(), streams)
            : throw UsageMistakes.NoCommand(_parsed);
    }

    private ValidateRequest ReadRequest()
    {
        UsageMistakes.RefuseValue(_parsed, _blank, ["zero"]);
        UsageMistakes.RefuseValue(_parsed, _previous, []);
        var files = _parsed.GetValue(_files) ?? [];
        UsageMistakes.RefuseFiles(files);
        return new(
            files,
            ValueOf(_blank) is null ? Blanks.Unknown : Blanks.Zero,
            ValueOf(_previous),
            _parsed.GetValue(_json),
            Language);
    }

    private string? ValueOf(Option<string?> option) => _parsed.GetResult(option) is { Tokens: [.., var last] } ? last.Value : null;

    private static int Print(string text, StandardStreams streams)
    {
        var output = new Output(streams.Output);
        try
        {
            output.WriteLine(text);
            output.Flush();
        }
        catch (OutputClosed)
        {
            // Whoever read it has what it wanted.
        }

        return ExitCode.NoError;
    }

    /// <summary>The version of the package, without the commit that the compiler may have added.</summary>
    private static string Version() =>
        typeof(CommandUsage).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static Option<bool> Flag(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.Zero };

    // That a value is missing is for us to say, in the language asked for; so the parser is told that it may be.
    private static Option<string?> Valued(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value, Arity = ArgumentArity.ZeroOrOne };
}

using System.CommandLine;
using System.CommandLine.Parsing;
using GovReportSchema.Cli.Submissions;
using GovReportSchema.Findings;

namespace GovReportSchema.Cli.Usage;

/// <summary>Says in one sentence what is wrong with the arguments, and what was most likely meant.</summary>
internal static class UsageMistakes
{
    /// <exception cref="CommandFailure">An option or command is not known, or something stands where nothing can.</exception>
    public static void Refuse(ParseResult parsed)
    {
        if (UnknownOption(parsed) is { } option)
        {
            throw Unknown("选项", "option", option, OptionsOf(parsed.CommandResult.Command));
        }

        foreach (var given in OptionResults(parsed.CommandResult).Where(given => given.IdentifierTokenCount > 1))
        {
            throw new CommandFailure(new($"选项 {given.Option.Name} 只能给出一次", $"option {given.Option.Name} can be given only once"));
        }

        if (parsed.CommandResult.Parent is null && parsed.UnmatchedTokens.Count > 0)
        {
            throw Unknown("命令", "command", parsed.UnmatchedTokens[0], CommandsOf(parsed));
        }

        if (parsed.UnmatchedTokens.Count > 0)
        {
            var (command, token) = (parsed.CommandResult.Command.Name, parsed.UnmatchedTokens[0]);
            throw new CommandFailure(new($"命令 {command} 不接受参数“{token}”", $"command {command} takes no argument '{token}'"));
        }
    }

    /// <summary>Nothing was asked for.</summary>
    public static CommandFailure NoCommand(ParseResult parsed)
    {
        var names = CommandsOf(parsed);
        return new(new(
            $"请给出命令：{string.Join("、", names)}（--help 查看用法）", $"a command is needed: {string.Join(", ", names.SkipLast(1))} or {names[^1]} (--help shows how)"));
    }

    /// <param name="choices">The values that it can have; none where it can have any.</param>
    /// <exception cref="CommandFailure">The option is given without a value, or with one that it cannot have.</exception>
    public static void RefuseValue(ParseResult parsed, Option<string?> option, IReadOnlyList<string> choices)
    {
        if (parsed.GetResult(option) is not { Implicit: false } given)
        {
            return;
        }

        if (given.Tokens.Count == 0)
        {
            var wanted = choices.Count > 0 ? string.Join("|", choices) : option.HelpName;
            throw new CommandFailure(new($"选项 {option.Name} 缺少取值：{wanted}", $"option {option.Name} needs a value: {wanted}"));
        }

        if (choices.Count > 0 && !choices.Contains(given.Tokens[0].Value))
        {
            var value = given.Tokens[0].Value;
            throw new CommandFailure(new(
                $"选项 {option.Name} 没有取值“{value}”，应为 {string.Join(" 或 ", choices)}",
                $"option {option.Name} has no value '{value}', it can be {string.Join(" or ", choices)}"));
        }
    }

    /// <exception cref="CommandFailure">There is no file, or standard input is to be read twice.</exception>
    public static void RefuseFiles(IReadOnlyList<string> files)
    {
        if (files.Count == 0)
        {
            throw new CommandFailure(new(
                "请给出要检查的文件，或用 - 读取标准输入", "a file to check is needed, or - for standard input"));
        }

        if (files.Count(file => file == SubmissionFeed.StandardInput) > 1)
        {
            throw new CommandFailure(new("标准输入（-）只能给出一次", "standard input (-) can be given only once"));
        }
    }

    // The parser takes an option that it does not know for a file. A file of such a name is given as ./-name or after --.
    private static string? UnknownOption(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .Where(token => token.Type == TokenType.Argument && token.Value.Length > 1 && token.Value[0] == '-')
        .Select(token => token.Value.Split('=')[0])
        .FirstOrDefault();

    private static CommandFailure Unknown(string zh, string en, string name, IReadOnlyList<string> known)
    {
        var nearest = NearestName.Find(name, known);
        return new(new(
            $"没有{zh}“{name}”，" + (nearest is null ? $"可用的有 {string.Join("、", known)}" : $"是否应为 {nearest}"),
            $"there is no {en} '{name}', " + (nearest is null ? $"there are {string.Join(", ", known)}" : $"did you mean {nearest}?")));
    }

    private static List<string> CommandsOf(ParseResult parsed) => [.. parsed.RootCommandResult.Command.Subcommands.Select(command => command.Name)];

    private static List<string> OptionsOf(Command command) =>
        [.. command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive)))
            .Select(option => option.Name)];

    private static IEnumerable<OptionResult> OptionResults(CommandResult? command) =>
        command is null ? [] : command.Children.OfType<OptionResult>().Concat(OptionResults(command.Parent as CommandResult));
}

using GovReportSchema.Tests.Readme;
using Xunit;

namespace GovReportSchema.Tests;

/// <summary>
/// What the READMEs show is what happens: their definitions are generated from, their programs compiled and run, their
/// commands run, and what comes out is compared with the block that follows.
/// </summary>
public class ReadmeTests
{
    private const string CommandOfSource = "dotnet run --project src/GovReportSchema.Cli -c Release -- ";
    private const string CommandOfTool = "govreport ";

    public static TheoryData<string> Readmes => ["README.md", "README.zh-CN.md"];

    [Theory]
    [MemberData(nameof(Readmes))]
    public void What_is_shown_is_what_comes_out(string name)
    {
        var path = Path.Combine(RepositoryFolder.Root, name);
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var blocks = Markdown.Blocks(text);

        var actual = Markdown.WithBlocks(text, index => blocks[index].Language == "text" ? Outcome(blocks, index - 1) : blocks[index].Text);

        if (actual != text)
        {
            // To be looked at, and put in the README's place where it is right.
            File.WriteAllText(Path.ChangeExtension(path, ".received.md"), actual);
        }

        Assert.Equal(text, actual);
        Assert.All(
            blocks.Index().Where(block => block.Item.Language == "csharp"),
            block => Assert.Equal("text", blocks.ElementAtOrDefault(block.Index + 1)?.Language));
    }

    [Fact]
    public void Both_show_the_same_things_in_the_same_order()
    {
        var (english, chinese) = (Languages("README.md"), Languages("README.zh-CN.md"));

        Assert.NotEmpty(english);
        Assert.Equal(english, chinese);
    }

    private static IEnumerable<string> Languages(string name) =>
        Markdown.Blocks(File.ReadAllText(Path.Combine(RepositoryFolder.Root, name)).ReplaceLineEndings("\n")).Select(block => block.Language);

    /// <summary>What comes of a block: of a program or command what it writes, of a change to a definition its mistakes.</summary>
    private static string Outcome(IReadOnlyList<FencedBlock> blocks, int index)
    {
        var definitions = blocks.Where(block => block.Language == "yaml").Select(block => block.Text).ToList();
        return blocks[index].Language switch
        {
            "csharp" => ExampleProgram.Run(blocks[index].Text, definitions),
            "sh" => RunCommand(blocks[index].Text),
            "diff" => ExampleDefinition.Generate(ExampleProgram.Empty, definitions.Select(definition => Change(definition, blocks[index].Text))).Mistakes,
            var language => throw new InvalidOperationException($"Nothing comes of a block of {language}."),
        };
    }

    private static string RunCommand(string command)
    {
        var args = command.StartsWith(CommandOfSource, StringComparison.Ordinal) ? command[CommandOfSource.Length..]
            : command.StartsWith(CommandOfTool, StringComparison.Ordinal) ? command[CommandOfTool.Length..]
            : throw new InvalidOperationException($"Not a command of this project: {command}");
        return ExampleProgram.RunAssembly(
            Path.Combine(AppContext.BaseDirectory, "govreport.dll"), args.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).SelectMany(Expand));
    }

    /// <summary>Does what the shell does with an asterisk.</summary>
    private static IEnumerable<string> Expand(string arg) => !arg.Contains('*', StringComparison.Ordinal)
        ? [arg]
        : Directory.GetFiles(Path.Combine(RepositoryFolder.Root, Path.GetDirectoryName(arg)!), Path.GetFileName(arg))
            .Order(StringComparer.Ordinal)
            .Select(file => Path.GetRelativePath(RepositoryFolder.Root, file).Replace('\\', '/'));

    private static string Change(string definition, string diff)
    {
        var lines = diff.Split('\n');
        var (before, after) = (lines.Single(line => line.StartsWith('-'))[1..], lines.Single(line => line.StartsWith('+'))[1..]);
        Assert.Contains(before, definition, StringComparison.Ordinal);
        return definition.Replace(before, after, StringComparison.Ordinal);
    }
}

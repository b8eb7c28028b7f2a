using System.Text.RegularExpressions;

namespace GovReportSchema.Tests.Readme;

/// <summary>A fenced block of a Markdown text.</summary>
/// <param name="Language">What stands behind the opening fence.</param>
/// <param name="Text">What stands between the fences, each line ended.</param>
internal sealed record FencedBlock(string Language, string Text);

/// <summary>Takes the fenced blocks out of a Markdown text, and puts others in their place.</summary>
internal static partial class Markdown
{
    public static IReadOnlyList<FencedBlock> Blocks(string text) =>
        [.. Fence().Matches(text).Select(match => new FencedBlock(match.Groups["language"].Value, match.Groups["text"].Value))];

    /// <param name="text">The Markdown text.</param>
    /// <param name="blockAt">Gives the text of each block by its place among them.</param>
    public static string WithBlocks(string text, Func<int, string> blockAt)
    {
        var index = 0;
        return Fence().Replace(text, match => $"```{match.Groups["language"].Value}\n{blockAt(index++)}```\n");
    }

    [GeneratedRegex(@"^```(?<language>[a-z]+)\n(?<text>(?:(?!```).*\n)*)```\n", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();
}

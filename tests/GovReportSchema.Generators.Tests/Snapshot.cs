using System.Runtime.CompilerServices;
using System.Text;

namespace GovReportSchema.Generators.Tests;

/// <summary>
/// Compares a text with a file beside the tests, in the convention of Verify: <c>Name.verified.cs</c> is what was agreed,
/// <c>Name.received.cs</c> what a failed comparison found. To agree to a change, rename received to verified.
/// </summary>
internal static class Snapshot
{
    /// <summary>Where the agreed texts lie, beside the tests.</summary>
    public static readonly string Folder = Beside();

    /// <param name="name">The name of the file, without <c>.verified</c> and extension.</param>
    /// <param name="extension">Without the dot: <c>cs</c>.</param>
    public static void Match(string text, string name, string extension) =>
        Match(text, name, extension, Folder);

    public static void Match(string text, string name, string extension, string folder)
    {
        var received = text.ReplaceLineEndings("\n");
        var verifiedPath = Path.Combine(folder, $"{name}.verified.{extension}");
        var receivedPath = Path.Combine(folder, $"{name}.received.{extension}");
        var verified = File.Exists(verifiedPath) ? File.ReadAllText(verifiedPath).ReplaceLineEndings("\n") : null;
        if (received == verified)
        {
            File.Delete(receivedPath);
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(receivedPath, received, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Assert.Fail(verified is null
            ? $"There is no '{verifiedPath}'. If the text in '{receivedPath}' is right, rename that file."
            : $"'{name}' differs from what was agreed, first {FirstDifference(verified, received)}\n"
                + $"agreed:   '{verifiedPath}'\nreceived: '{receivedPath}'; if it is right, let it replace the other.");
    }

    private static string FirstDifference(string verified, string received)
    {
        var (agreed, found) = (verified.Split('\n'), received.Split('\n'));
        var line = agreed.Zip(found).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"on line {line + 1}:\n- {agreed.ElementAtOrDefault(line) ?? "(end)"}\n+ {found.ElementAtOrDefault(line) ?? "(end)"}";
    }

    private static string Beside([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Snapshots");
}

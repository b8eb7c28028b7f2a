using System.Runtime.CompilerServices;
using GovReportSchema.Generators.Diagnostics;

namespace GovReportSchema.Generators.Definition.Yaml;

/// <summary>Reads a definition's text into nodes. JSON goes the same way: all of it is YAML too.</summary>
internal static class YamlReader
{
    /// <summary>Thousands of times the official definitions; parsing stays well under a second.</summary>
    public const int LargestText = 4 * 1024 * 1024;

    public static DefinitionNode? Read(string text, Mistakes mistakes, CancellationToken cancellation)
    {
        if (text.Length > LargestText)
        {
            mistakes.Report(
                DiagnosticDescriptors.TooLarge, TextRange.FileStart, Invariant.Text(text.Length), Invariant.Text(LargestText));
            return null;
        }

        try
        {
            return ReadEvents(text, mistakes, cancellation);
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException or BadImageFormatException
            or TypeLoadException or MissingMemberException)
        {
            mistakes.Report(DiagnosticDescriptors.YamlUnavailable, TextRange.FileStart, Shown.Line(e.Message));
            return null;
        }
    }

    // Not inlined, so that a YamlDotNet.dll that is missing or another version fails at this call, where it is caught.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static DefinitionNode? ReadEvents(string text, Mistakes mistakes, CancellationToken cancellation) =>
        new YamlEvents(text, mistakes, cancellation).ReadDocument();
}

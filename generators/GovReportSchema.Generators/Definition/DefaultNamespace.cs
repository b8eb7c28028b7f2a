using Microsoft.CodeAnalysis.CSharp;

namespace GovReportSchema.Generators.Definition;

/// <summary>The namespace of a definition that names none.</summary>
internal static class DefaultNamespace
{
    public const string WithoutProject = "GovReportSchema.Generated";

    /// <summary>The project's RootNamespace, mended where it is none: the SDK takes it from a file's name, as in <c>my-app</c>.</summary>
    public static string From(string rootNamespace)
    {
        var parts = rootNamespace.Split(['.'], StringSplitOptions.RemoveEmptyEntries).Select(Mend).ToList();
        return parts.Count == 0 ? WithoutProject : string.Join(".", parts);
    }

    private static string Mend(string part)
    {
        var mended = new string(part.Select(
            character => SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_').ToArray());
        return SyntaxFacts.IsIdentifierStartCharacter(mended[0]) && SyntaxFacts.GetKeywordKind(mended) == SyntaxKind.None
            ? mended
            : "_" + mended;
    }
}

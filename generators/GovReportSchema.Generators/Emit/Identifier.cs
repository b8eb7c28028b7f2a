using GovReportSchema.Generators.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace GovReportSchema.Generators.Emit;

/// <summary>A name as it stands in C#. No keyword has a capital, but a few begin with underscores (<c>__arglist</c>).</summary>
internal static class Identifier
{
    public static string Of(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>The property of a JSON member.</summary>
    public static string Property(string member) => Of(PropertyName.Of(member));
}

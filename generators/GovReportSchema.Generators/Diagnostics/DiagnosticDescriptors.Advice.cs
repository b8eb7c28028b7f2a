using Microsoft.CodeAnalysis;

namespace GovReportSchema.Generators.Diagnostics;

/// <summary>What is no mistake, but may not be what was meant.</summary>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor NeverHolds = new(
        "GRS0090",
        "Rule that never holds",
        "The rule '{0}' can never hold: {1}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Help + "0090");

    public static readonly DiagnosticDescriptor AlwaysHolds = new(
        "GRS0091",
        "Rule that always holds",
        "The rule '{0}' always holds, whatever its cells hold within their bounds; it finds nothing",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Help + "0091");

    public static readonly DiagnosticDescriptor FollowsFromOthers = new(
        "GRS0092",
        "Rule that follows from others",
        "The rule '{0}' follows from the other rules; where it is violated, so is one of them",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Help + "0092");

    public static readonly DiagnosticDescriptor TotalOfNoRule = new(
        "GRS0093",
        "Total that no rule sums",
        "The {0} '{1}' is called '{2}' but no equation is about it; write 'total:' where it sums what stands before it",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Help + "0093");

    public static readonly DiagnosticDescriptor CellsOfNoRule = new(
        "GRS0094",
        "Cells that no rule looks at",
        "{0} cells of '{1}' stand in no rule, such as '{2}'",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: false, helpLinkUri: Help + "0094");
}

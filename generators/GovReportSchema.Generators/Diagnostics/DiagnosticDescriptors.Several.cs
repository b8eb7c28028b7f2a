using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.WellKnownDiagnosticTags;

namespace GovReportSchema.Generators.Diagnostics;

/// <summary>The mistakes of definitions that extend others, and of several together.</summary>
internal static partial class DiagnosticDescriptors
{
    // Definitions that extend others

    public static readonly DiagnosticDescriptor UnknownBase = new(
        "GRS0072",
        "Unknown definition extended",
        "'{0}' is the format of no definition in this project and no official one{1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0072", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor ExtendsItself = new(
        "GRS0073",
        "Definition that extends itself",
        "The definition extends '{0}', which is {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0073", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor BaseHasMistakes = new(
        "GRS0074",
        "Extended definition has mistakes",
        "The definition '{0}', which this one extends, has mistakes of its own; mend those first",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0074", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor UnknownSibling = new(
        "GRS0075",
        "Unknown place",
        "'{0}' stands nowhere beside {1}, so that it gives no place{2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0075", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor NothingToDrop = new(
        "GRS0076",
        "Nothing to drop",
        "There is no {0} to drop in the definition that this one extends",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0076", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor DroppedYetNeeded = new(
        "GRS0077",
        "Dropped yet needed by a rule",
        "'{0}' is dropped, yet the inherited rule '{1}' needs it; drop that rule too, or give it another 'holds'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0077", customTags: NotConfigurable);

    // Several definitions

    public static readonly DiagnosticDescriptor FormatDefinedTwice = new(
        "GRS0080",
        "Format defined twice",
        "The format '{0}' is already defined by '{1}'; nothing is generated from this file",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0080", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor TypeDefinedTwice = new(
        "GRS0081",
        "Type defined twice",
        "The type '{0}' is already generated from '{1}' (names that differ in case only count as one); nothing is generated from this file",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0081", customTags: NotConfigurable);
}

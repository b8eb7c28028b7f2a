using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.WellKnownDiagnosticTags;

namespace GovReportSchema.Generators.Diagnostics;

/// <summary>The mistakes of rows that repeat, and of rules over their entries.</summary>
internal static partial class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor EntryCount = new(
        "GRS0049",
        "Invalid number of entries",
        "{0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0049", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor NestedRepeat = new(
        "GRS0050",
        "Repeat within a repeat",
        "'{0}' repeats within '{1}', which repeats itself; a report can list one thing in a row, not lists of lists",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0050", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor TooManyEntries = new(
        "GRS0055",
        "Room for too many entries",
        "With {0} entries of '{1}' the report has {2} cells, at most {3} are read; lower its 'max'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0055", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor TwoRepeats = new(
        "GRS0056",
        "Rule in entries of two rows",
        "'{0}' names an entry of '{1}' and one of '{2}', and which of them belong together nobody can tell; write 'sum()' of one of them",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0056", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor AllPreviousEntries = new(
        "GRS0057",
        "All entries of last year's report",
        "'previous.sum({0})' would sum the entries of last year's report, of which this year's does not know how many there were; name last year's total",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0057", customTags: NotConfigurable);
}

using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.WellKnownDiagnosticTags;

namespace GovReportSchema.Generators.Diagnostics;

/// <summary>
/// Every mistake that a definition can have. An id is stable and never used again; each has its place on the help page.
/// Messages are one sentence: what was found, what was expected, and the nearest right name where there is one.
/// </summary>
/// <remarks>
/// Errors are not configurable: no setting of a project silences one, and having one the compiler goes on neither to analyzers
/// nor to method bodies, so that a build shows the mistake once and not the hundred errors that come of it.
/// </remarks>
internal static partial class DiagnosticDescriptors
{
    private const string Category = "GovReportSchema";
    private const string Help = "https://github.com/GovReportSchema/GovReportSchema/blob/main/schema/README.md#grs";

    private static readonly Lazy<ImmutableArray<DiagnosticDescriptor>> Found = new(() =>
        typeof(DiagnosticDescriptors).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)).ToImmutableArray());

    /// <summary>All of them, as an analyzer must name those that it may report.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All => Found.Value;

    // Tables

    public static readonly DiagnosticDescriptor EmptyAxis = new(
        "GRS0040",
        "No rows or columns",
        "'{0}' of {1} is empty; expected at least one {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0040", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor DoesNotGo = new(
        "GRS0041",
        "Keys that do not go together",
        "'{0}' does not go with {1}; {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0041", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor TooManyCells = new(
        "GRS0042",
        "Too many cells",
        "The report has {0} cells up to this table; at most {1} are supported",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0042", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor TypeGivenTwice = new(
        "GRS0043",
        "Cell type given by row and column",
        "The row '{0}' and the column '{1}' on line {2} both say what their cells hold; only one of them may",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0043", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor Scale = new(
        "GRS0044",
        "Invalid scale",
        "{0}; expected the number of decimals, a whole number from 0 to 9, such as 'scale: 2'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0044", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor Bound = new(
        "GRS0045",
        "Invalid bound",
        "'{0}' cannot be the '{1}' of these cells; expected {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0045", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor BoundsCrossed = new(
        "GRS0046",
        "Bounds crossed",
        "The 'min' {0} is greater than the 'max' {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0046", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor NothingToSum = new(
        "GRS0047",
        "Total of nothing",
        "'{0}' is a total but nothing that could be summed stands before it in its group; place it after its parts",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0047", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor PartOfNothing = new(
        "GRS0048",
        "Part of nothing",
        "'{0}' is a part ('ofWhich') but nothing stands before it in its group that it could be part of; place it after that",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0048", customTags: NotConfigurable);

    // Dates, choices and texts in rules

    public static readonly DiagnosticDescriptor SumOfDates = new(
        "GRS0051",
        "Sum of dates",
        "The rule '{0}' adds dates, which is no number of days; compare one date with another, as in 'published <= updated + 20'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0051", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor ChoiceInSum = new(
        "GRS0052",
        "Choice in a sum",
        "The rule '{0}' takes a choice for a number; a choice is only compared with one of its own, as in \"published = 'yes'\" or \"published != 'yes'\"",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0052", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor Literal = new(
        "GRS0053",
        "Word that means nothing there",
        "'{0}' in the rule '{1}' is {2}{3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0053", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor TextInRule = new(
        "GRS0054",
        "Text in a rule",
        "The rule '{0}' looks at a cell of 'kind: text'; no rule can say anything of a text",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0054", customTags: NotConfigurable);

    // Rules

    public static readonly DiagnosticDescriptor RuleWithoutHolds = new(
        "GRS0060",
        "Rule that nothing states",
        "The rule '{0}' has no 'holds', and no row or column names it in 'total' or 'ofWhich'{1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0060", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor RuleStatedTwice = new(
        "GRS0061",
        "Rule stated twice",
        "The rule '{0}' has 'holds', yet '{1}' on line {2} names it in 'total' or 'ofWhich'; use two names",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0061", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor ExpressionSyntax = new(
        "GRS0062",
        "Invalid expression",
        "{0}; expected {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0062", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor UnknownReference = new(
        "GRS0063",
        "Unknown reference",
        "'{0}' is not {1}{2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0063", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor ReferenceToGroup = new(
        "GRS0064",
        "Reference to a group",
        "'{0}' is a group, not {1}; write 'sum({0})' for the sum of its parts",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0064", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor SumOfOne = new(
        "GRS0065",
        "Sum of one thing",
        "'{0}' is {1}, not a group; write '{0}' without sum()",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0065", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor NoBlockHasAll = new(
        "GRS0066",
        "No block has all that is named",
        "No block of '{0}' has all of {1}; the nearest, '{2}', lacks {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0066", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor SubjectMissing = new(
        "GRS0067",
        "Rule without a subject",
        "The rule '{0}' lacks 'at', the {1} that it is about; it can be left out only where the left side is one reference to this year's report",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0067", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor SubjectNotInRule = new(
        "GRS0068",
        "Subject outside the rule",
        "'{0}' is the subject of the rule '{1}', yet {2}; expected one of the references of 'holds' to this year's report",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0068", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor Overflow = new(
        "GRS0069",
        "Numbers too large",
        "The rule '{0}' needs numbers beyond those that are computed exactly: {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0069", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor Tolerance = new(
        "GRS0070",
        "Invalid tolerance",
        "'{0}' is not a tolerance; expected a decimal number from 0 on, such as '0.01'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0070", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor TooManyTerms = new(
        "GRS0071",
        "Rules too large",
        "The rules of this report compare more than {0} cells in all, reached in the rule '{1}'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0071", customTags: NotConfigurable);
}

using Microsoft.CodeAnalysis;

namespace GovReportSchema.Generators.Diagnostics;

/// <summary>
/// Every mistake that a definition can have. An id is stable and never used again; each has its place on the help page.
/// Messages are one sentence: what was found, what was expected, and the nearest right name where there is one.
/// </summary>
internal static class DiagnosticDescriptors
{
    private const string Category = "GovReportSchema";
    private const string Help = "https://github.com/GovReportSchema/GovReportSchema/blob/main/schema/README.md#grs";

    // The file

    public static readonly DiagnosticDescriptor InternalError = new(
        "GRS0001",
        "Internal error of the generator",
        "The generator failed on '{0}', which is a fault of its own, not of the definition: {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0001");

    public static readonly DiagnosticDescriptor YamlUnavailable = new(
        "GRS0002",
        "The YAML reader could not be loaded",
        "The YAML reader could not be loaded, as it happens where another generator brings another version of YamlDotNet.dll: {0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0002");

    public static readonly DiagnosticDescriptor Unreadable = new(
        "GRS0003",
        "The definition could not be read",
        "The definition '{0}' could not be read",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0003");

    public static readonly DiagnosticDescriptor TooLarge = new(
        "GRS0004",
        "The definition is too large",
        "The definition has {0} characters; at most {1} are read",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0004");

    public static readonly DiagnosticDescriptor Syntax = new(
        "GRS0005",
        "The definition is not well-formed",
        "The definition is not well-formed YAML or JSON here: {0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0005");

    public static readonly DiagnosticDescriptor UnsupportedYaml = new(
        "GRS0006",
        "YAML feature outside the definition language",
        "{0} found where the definition language has none; write {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0006");

    public static readonly DiagnosticDescriptor SeveralDocuments = new(
        "GRS0007",
        "Several documents in one file",
        "A second document begins here; a file holds one definition, so give it a file of its own",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0007");

    public static readonly DiagnosticDescriptor TooDeep = new(
        "GRS0008",
        "The definition is nested too deep",
        "The definition is nested more than {0} levels deep here",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0008");

    public static readonly DiagnosticDescriptor DuplicateKey = new(
        "GRS0009",
        "Key given twice",
        "'{0}' stands twice in one mapping, first on line {1}; keep one of them",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0009");

    public static readonly DiagnosticDescriptor Empty = new(
        "GRS0010",
        "The definition is empty",
        "The definition is empty; expected 'format', 'type', 'title', 'years' and 'sections'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0010");

    public static readonly DiagnosticDescriptor UnknownKey = new(
        "GRS0011",
        "Unknown key",
        "'{0}' is not a key of {1}; expected {2}{3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0011");

    public static readonly DiagnosticDescriptor MissingKey = new(
        "GRS0012",
        "Missing key",
        "{0} lacks {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0012");

    public static readonly DiagnosticDescriptor ExpectedMapping = new(
        "GRS0013",
        "Mapping expected",
        "{0} is {1}; expected a mapping such as {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0013");

    public static readonly DiagnosticDescriptor ExpectedText = new(
        "GRS0014",
        "Text expected",
        "'{0}' of {1} is {2}; expected a text",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0014");

    public static readonly DiagnosticDescriptor EmptyText = new(
        "GRS0015",
        "Empty text",
        "'{0}' of {1} is empty; expected a text",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0015");

    public static readonly DiagnosticDescriptor UnknownChoice = new(
        "GRS0016",
        "Unknown value",
        "'{0}' is no value of '{1}'; expected {2}{3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0016");

    public static readonly DiagnosticDescriptor TooManyMistakes = new(
        "GRS0017",
        "Too many mistakes",
        "The definition has more than {0} mistakes; those after the first {0} are not shown",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0017");

    // The head

    public static readonly DiagnosticDescriptor FormatId = new(
        "GRS0020",
        "Invalid format id",
        "'{0}' is not a format id; expected lower-case letters, digits and single hyphens between them, such as '{1}'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0020");

    public static readonly DiagnosticDescriptor TypeName = new(
        "GRS0021",
        "Invalid type name",
        "'{0}' is not a name for a C# class; expected {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0021");

    public static readonly DiagnosticDescriptor NamespaceName = new(
        "GRS0022",
        "Invalid namespace",
        "'{0}' is not a C# namespace; expected names joined by dots, such as 'Contoso.Reports'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0022");

    public static readonly DiagnosticDescriptor Date = new(
        "GRS0023",
        "Invalid date",
        "'{0}' is not a date; expected year-month-day of a day that exists, such as '2021-09-26'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0023");

    public static readonly DiagnosticDescriptor Years = new(
        "GRS0024",
        "Invalid years",
        "'{0}' is not a span of report years; expected '2021-', '2019-2020', '-2018' or '2020'{1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0024");

    // Names

    public static readonly DiagnosticDescriptor MemberName = new(
        "GRS0030",
        "Invalid member name",
        "'{0}' cannot be a JSON member; expected letters (Chinese ones too), digits and underscores, not beginning with a digit{1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0030");

    public static readonly DiagnosticDescriptor ReservedName = new(
        "GRS0031",
        "Reserved name",
        "'{0}' cannot be the name of {1}: {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0031");

    public static readonly DiagnosticDescriptor DuplicateMember = new(
        "GRS0032",
        "JSON member given twice",
        "'{0}' is already a member of the same JSON object, on line {1}; {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0032");

    public static readonly DiagnosticDescriptor NameClash = new(
        "GRS0033",
        "Names clash in C#",
        "'{0}' and '{1}' on line {2} would both be the C# property '{3}'; rename one of them",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0033");

    // Tables

    public static readonly DiagnosticDescriptor EmptyAxis = new(
        "GRS0040",
        "No rows or columns",
        "'{0}' of {1} is empty; expected at least one {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0040");

    public static readonly DiagnosticDescriptor DoesNotGo = new(
        "GRS0041",
        "Keys that do not go together",
        "'{0}' does not go with {1}; {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0041");

    public static readonly DiagnosticDescriptor TooManyCells = new(
        "GRS0042",
        "Too many cells",
        "The report has {0} cells up to this table; at most {1} are supported",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0042");

    public static readonly DiagnosticDescriptor TypeGivenTwice = new(
        "GRS0043",
        "Cell type given by row and column",
        "The row '{0}' and the column '{1}' on line {2} both say what their cells hold; only one of them may",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0043");

    public static readonly DiagnosticDescriptor Scale = new(
        "GRS0044",
        "Invalid scale",
        "{0}; expected the number of decimals, a whole number from 0 to 9, such as 'scale: 2'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0044");

    public static readonly DiagnosticDescriptor Bound = new(
        "GRS0045",
        "Invalid bound",
        "'{0}' cannot be the '{1}' of these cells; expected {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0045");

    public static readonly DiagnosticDescriptor BoundsCrossed = new(
        "GRS0046",
        "Bounds crossed",
        "The 'min' {0} is greater than the 'max' {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0046");

    public static readonly DiagnosticDescriptor NothingToSum = new(
        "GRS0047",
        "Total of nothing",
        "'{0}' is a total but nothing that could be summed stands before it in its group; place it after its parts",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0047");

    public static readonly DiagnosticDescriptor PartOfNothing = new(
        "GRS0048",
        "Part of nothing",
        "'{0}' is a part ('ofWhich') but nothing stands before it in its group that it could be part of; place it after that",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0048");

    // Dates, choices and texts in rules

    public static readonly DiagnosticDescriptor SumOfDates = new(
        "GRS0051",
        "Sum of dates",
        "The rule '{0}' adds dates, which is no number of days; compare one date with another, as in 'published <= updated + 20'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0051");

    public static readonly DiagnosticDescriptor ChoiceInSum = new(
        "GRS0052",
        "Choice in a sum",
        "The rule '{0}' takes a choice for a number; a choice is only compared with one of its own, as in \"published = 'yes'\" or \"published != 'yes'\"",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0052");

    public static readonly DiagnosticDescriptor Literal = new(
        "GRS0053",
        "Word that means nothing there",
        "'{0}' in the rule '{1}' is {2}{3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0053");

    public static readonly DiagnosticDescriptor TextInRule = new(
        "GRS0054",
        "Text in a rule",
        "The rule '{0}' looks at a cell of 'kind: text'; no rule can say anything of a text",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0054");

    // Rules

    public static readonly DiagnosticDescriptor EntryCount = new(
        "GRS0049",
        "Invalid number of entries",
        "{0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0049");

    public static readonly DiagnosticDescriptor NestedRepeat = new(
        "GRS0050",
        "Repeat within a repeat",
        "'{0}' repeats within '{1}', which repeats itself; a report can list one thing in a row, not lists of lists",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0050");

    public static readonly DiagnosticDescriptor TooManyEntries = new(
        "GRS0055",
        "Room for too many entries",
        "With {0} entries of '{1}' the report has {2} cells, at most {3} are read; lower its 'max'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0055");

    public static readonly DiagnosticDescriptor TwoRepeats = new(
        "GRS0056",
        "Rule in entries of two rows",
        "'{0}' names an entry of '{1}' and one of '{2}', and which of them belong together nobody can tell; write 'sum()' of one of them",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0056");

    public static readonly DiagnosticDescriptor AllPreviousEntries = new(
        "GRS0057",
        "All entries of last year's report",
        "'previous.sum({0})' would sum the entries of last year's report, of which this year's does not know how many there were; name last year's total",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0057");

    public static readonly DiagnosticDescriptor RuleWithoutHolds = new(
        "GRS0060",
        "Rule that nothing states",
        "The rule '{0}' has no 'holds', and no row or column names it in 'total' or 'ofWhich'{1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0060");

    public static readonly DiagnosticDescriptor RuleStatedTwice = new(
        "GRS0061",
        "Rule stated twice",
        "The rule '{0}' has 'holds', yet '{1}' on line {2} names it in 'total' or 'ofWhich'; use two names",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0061");

    public static readonly DiagnosticDescriptor ExpressionSyntax = new(
        "GRS0062",
        "Invalid expression",
        "{0}; expected {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0062");

    public static readonly DiagnosticDescriptor UnknownReference = new(
        "GRS0063",
        "Unknown reference",
        "'{0}' is not {1}{2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0063");

    public static readonly DiagnosticDescriptor ReferenceToGroup = new(
        "GRS0064",
        "Reference to a group",
        "'{0}' is a group, not {1}; write 'sum({0})' for the sum of its parts",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0064");

    public static readonly DiagnosticDescriptor SumOfOne = new(
        "GRS0065",
        "Sum of one thing",
        "'{0}' is {1}, not a group; write '{0}' without sum()",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0065");

    public static readonly DiagnosticDescriptor NoBlockHasAll = new(
        "GRS0066",
        "No block has all that is named",
        "No block of '{0}' has all of {1}; the nearest, '{2}', lacks {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0066");

    public static readonly DiagnosticDescriptor SubjectMissing = new(
        "GRS0067",
        "Rule without a subject",
        "The rule '{0}' lacks 'at', the {1} that it is about; it can be left out only where the left side is one reference to this year's report",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0067");

    public static readonly DiagnosticDescriptor SubjectNotInRule = new(
        "GRS0068",
        "Subject outside the rule",
        "'{0}' is the subject of the rule '{1}', yet {2}; expected one of the references of 'holds' to this year's report",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0068");

    public static readonly DiagnosticDescriptor Overflow = new(
        "GRS0069",
        "Numbers too large",
        "The rule '{0}' needs numbers beyond those that are computed exactly: {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0069");

    public static readonly DiagnosticDescriptor Tolerance = new(
        "GRS0070",
        "Invalid tolerance",
        "'{0}' is not a tolerance; expected a decimal number from 0 on, such as '0.01'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0070");

    public static readonly DiagnosticDescriptor TooManyTerms = new(
        "GRS0071",
        "Rules too large",
        "The rules of this report compare more than {0} cells in all, reached in the rule '{1}'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0071");

    // Definitions that extend others

    public static readonly DiagnosticDescriptor UnknownBase = new(
        "GRS0072",
        "Unknown definition extended",
        "'{0}' is the format of no definition in this project and no official one{1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0072");

    public static readonly DiagnosticDescriptor ExtendsItself = new(
        "GRS0073",
        "Definition that extends itself",
        "The definition extends '{0}', which is {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0073");

    public static readonly DiagnosticDescriptor BaseHasMistakes = new(
        "GRS0074",
        "Extended definition has mistakes",
        "The definition '{0}', which this one extends, has mistakes of its own; mend those first",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0074");

    public static readonly DiagnosticDescriptor UnknownSibling = new(
        "GRS0075",
        "Unknown place",
        "'{0}' stands nowhere beside {1}, so that it gives no place{2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0075");

    public static readonly DiagnosticDescriptor NothingToDrop = new(
        "GRS0076",
        "Nothing to drop",
        "There is no {0} to drop in the definition that this one extends",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0076");

    public static readonly DiagnosticDescriptor DroppedYetNeeded = new(
        "GRS0077",
        "Dropped yet needed by a rule",
        "'{0}' is dropped, yet the inherited rule '{1}' needs it; drop that rule too, or give it another 'holds'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0077");

    // Several definitions

    public static readonly DiagnosticDescriptor FormatDefinedTwice = new(
        "GRS0080",
        "Format defined twice",
        "The format '{0}' is already defined by '{1}'; nothing is generated from this file",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0080");

    public static readonly DiagnosticDescriptor TypeDefinedTwice = new(
        "GRS0081",
        "Type defined twice",
        "The type '{0}' is already generated from '{1}' (names that differ in case only count as one); nothing is generated from this file",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0081");

    // What is no mistake, but may not be what was meant

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
        "The rule '{0}' follows from the other equations; where it is violated, so is one of them",
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

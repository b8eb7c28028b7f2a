using Microsoft.CodeAnalysis;
using static Microsoft.CodeAnalysis.WellKnownDiagnosticTags;

namespace GovReportSchema.Generators.Diagnostics;

/// <summary>The mistakes of a definition as a text, of its head and of the names that it gives.</summary>
internal static partial class DiagnosticDescriptors
{
    // The file

    public static readonly DiagnosticDescriptor InternalError = new(
        "GRS0001",
        "Internal error of the generator",
        "The generator failed on '{0}', which is a fault of its own, not of the definition: {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0001", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor YamlUnavailable = new(
        "GRS0002",
        "The YAML reader could not be loaded",
        "The YAML reader could not be loaded, as it happens where another generator brings another version of YamlDotNet.dll: {0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0002", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor Unreadable = new(
        "GRS0003",
        "The definition could not be read",
        "The definition '{0}' could not be read",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0003", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor TooLarge = new(
        "GRS0004",
        "The definition is too large",
        "The definition has {0} characters; at most {1} are read",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0004", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor Syntax = new(
        "GRS0005",
        "The definition is not well-formed",
        "The definition is not well-formed YAML or JSON here: {0}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0005", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor UnsupportedYaml = new(
        "GRS0006",
        "YAML feature outside the definition language",
        "{0} found where the definition language has none; write {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0006", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor SeveralDocuments = new(
        "GRS0007",
        "Several documents in one file",
        "A second document begins here; a file holds one definition, so give it a file of its own",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0007", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor TooDeep = new(
        "GRS0008",
        "The definition is nested too deep",
        "The definition is nested more than {0} levels deep here",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0008", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor DuplicateKey = new(
        "GRS0009",
        "Key given twice",
        "'{0}' stands twice in one mapping, first on line {1}; keep one of them",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0009", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor Empty = new(
        "GRS0010",
        "The definition is empty",
        "The definition is empty; expected 'format', 'type', 'title', 'years' and 'sections'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0010", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor UnknownKey = new(
        "GRS0011",
        "Unknown key",
        "'{0}' is not a key of {1}; expected {2}{3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0011", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor MissingKey = new(
        "GRS0012",
        "Missing key",
        "{0} lacks {1}{2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0012", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor ExpectedMapping = new(
        "GRS0013",
        "Mapping expected",
        "{0} is {1}; expected a mapping such as {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0013", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor ExpectedText = new(
        "GRS0014",
        "Text expected",
        "'{0}' of {1} is {2}; expected a text",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0014", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor EmptyText = new(
        "GRS0015",
        "Empty text",
        "'{0}' of {1} is empty; expected a text",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0015", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor UnknownChoice = new(
        "GRS0016",
        "Unknown value",
        "'{0}' is no value of '{1}'; expected {2}{3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0016", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor TooManyMistakes = new(
        "GRS0017",
        "Too many mistakes",
        "The definition has more than {0} mistakes; those after the first {0} are not shown",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0017", customTags: NotConfigurable);

    // The head

    public static readonly DiagnosticDescriptor FormatId = new(
        "GRS0020",
        "Invalid format id",
        "'{0}' is not a format id; expected lower-case letters, digits and single hyphens between them, such as '{1}'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0020", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor TypeName = new(
        "GRS0021",
        "Invalid type name",
        "'{0}' is not a name for a C# class; expected {1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0021", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor NamespaceName = new(
        "GRS0022",
        "Invalid namespace",
        "'{0}' is not a C# namespace; expected names joined by dots, such as 'Contoso.Reports'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0022", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor Date = new(
        "GRS0023",
        "Invalid date",
        "'{0}' is not a date; expected year-month-day of a day that exists, such as '2021-09-26'{1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0023", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor Years = new(
        "GRS0024",
        "Invalid years",
        "'{0}' is not a span of report years; expected '2021-', '2019-2020', '-2018' or '2020'{1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0024", customTags: NotConfigurable);

    // Names

    public static readonly DiagnosticDescriptor MemberName = new(
        "GRS0030",
        "Invalid member name",
        "'{0}' cannot be a name; expected letters (Chinese ones too), digits and underscores, not beginning with a digit{1}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0030", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor ReservedName = new(
        "GRS0031",
        "Reserved name",
        "'{0}' cannot be the name of {1}: {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0031", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor DuplicateMember = new(
        "GRS0032",
        "JSON member given twice",
        "'{0}' is already a member of the same JSON object, on line {1}; {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0032", customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor NameClash = new(
        "GRS0033",
        "Names clash in C#",
        "'{0}' and '{1}' on line {2} would both be the C# property '{3}'; rename one of them",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "0033", customTags: NotConfigurable);
}

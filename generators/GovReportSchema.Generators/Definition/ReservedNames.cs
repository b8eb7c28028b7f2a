using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition;

/// <summary>Names that a definition cannot give: generated and inherited members, and words of the language. The one list.</summary>
internal static class ReservedNames
{
    /// <summary>The one member that is written into each report's class, where no definition says it; a class cannot bear its name.</summary>
    public const string Descriptor = nameof(Descriptor);

    private static readonly HashSet<string> Inherited = new(StringComparer.Ordinal)
    {
        "Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize",
    };

    /// <summary>Of <c>ReportPart</c>, and words that a later version may give it.</summary>
    private static readonly HashSet<string> Everywhere = new(StringComparer.Ordinal)
    {
        "Item", "Cells", "Report", "FirstCell", "CellCount", "GetCount", "SetCount", "GetDecimal", "SetDecimal",
        "GetKey", "SetKey", "GetDate", "SetDate", "GetChoice", "SetChoice", "GetText", "SetText",
    };

    private static readonly HashSet<string> OfReport = new(StringComparer.Ordinal)
    {
        "ConvertTo", "TryConvertTo",
        "Format", "Agency", "Year", "Validate", "Locate", "Apply", "FillTotals", "Read", "ReadInto", "ToJsonUtf8", "WriteTo",
        Descriptor, "GetValue", "SetValue", "GetCellText", "SetCellText", "GetEntries", "Values", "Texts", "YearValue", "CellsEqual", "Blank", "Unread",
    };

    /// <summary>What a report's class has without any definition.</summary>
    public static IEnumerable<string> MembersOfReport => Inherited.Concat(Everywhere).Concat(OfReport);

    /// <summary>Why a member cannot have this name; null where it can.</summary>
    /// <param name="isTopLevel">Whether it is a member of the report itself: a section or a text of the header.</param>
    public static string? Reason(string member, bool isTopLevel)
    {
        var property = PropertyName.Of(member);
        return member == "previous" ? "in rules 'previous.' begins a reference to last year's report"
            : Inherited.Contains(property) ? $"its C# property would be '{property}', which every class inherits"
            : Everywhere.Contains(property) ? $"its C# property would be '{property}', which every generated class has"
            : !isTopLevel ? null
            : member is "json" or "cell" or "entry" ? "rules of that name are those of the JSON form itself, such as 'json.syntax'"
            : OfReport.Contains(property) ? $"its C# property would be '{property}', which every report class has"
            : null;
    }
}

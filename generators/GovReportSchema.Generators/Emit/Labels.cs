using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Emit;

/// <summary>Labels in doc comments.</summary>
internal static class Labels
{
    public const string Separator = " › ";

    /// <summary>A label in both languages: 规章 (Rules).</summary>
    public static string Both(LabelModel label) => label.Zh == label.En ? label.Zh : $"{label.Zh} ({label.En})";

    /// <summary>The years in words.</summary>
    public static string Years(YearsModel years) => (years.First, years.Last) switch
    {
        ({ } first, { } last) when first == last => $"for the report year {CodeWriter.Number(first)}",
        ({ } first, { } last) => $"for report years {CodeWriter.Number(first)} to {CodeWriter.Number(last)}",
        ({ } first, null) => $"for report years from {CodeWriter.Number(first)}",
        (null, { } last) => $"for report years to {CodeWriter.Number(last)}",
        _ => "for any report year",
    };

    /// <summary>The document that lays the format down.</summary>
    public static string Source(SourceModel source) =>
        string.Join(", ", new[] { source.Title, source.Number, source.Date }.Where(part => part is not null));
}

using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Emit;

/// <summary>A format of this compilation, as its registration needs it.</summary>
internal sealed record FormatEntry(string FormatId, string Namespace, string TypeName);

/// <summary>Writes the registration of a compilation's formats, so that <c>ReportFormats</c> knows them by their id.</summary>
internal static class FormatsEmitter
{
    public static GeneratedFile Emit(EquatableArray<FormatEntry> formats) => new("ReportFormats.g.cs", "");
}

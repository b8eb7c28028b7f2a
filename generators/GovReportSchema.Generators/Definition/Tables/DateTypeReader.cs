using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Tables;

/// <summary>Reads the bounds of a date.</summary>
internal static class DateTypeReader
{
    public static CellTypeModel Read(KeyedReader reader, CellTypeModel? inherited, Mistakes mistakes)
    {
        var first = ReadBound(reader, "min", inherited?.Minimum ?? 0, mistakes);
        var last = ReadBound(reader, "max", inherited?.Maximum ?? CellTypeModel.LastDay, mistakes);
        if (first > last)
        {
            var at = (reader.Find("min") ?? reader.Find("max"))!.Value.Range;
            mistakes.Report(DiagnosticDescriptors.BoundsCrossed, at, $"'{Day.Write(first)}'", $"'{Day.Write(last)}'");
        }

        return new CellTypeModel(CellKind.Date, 0, null, first, last, BlankPolicy.Warning);
    }

    private static long ReadBound(KeyedReader reader, string key, long fallback, Mistakes mistakes)
    {
        if (reader.Text(key) is not { } text)
        {
            return fallback;
        }

        if (Day.Parse(text.Value) is { } day)
        {
            return day;
        }

        mistakes.Report(DiagnosticDescriptors.Bound, text.Range, Shown.Text(text.Value), key, "a day that exists, such as '2026-11-22'" + Day.Guess(text.Value));
        return fallback;
    }
}

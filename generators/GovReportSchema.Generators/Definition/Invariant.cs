using System.Globalization;

namespace GovReportSchema.Generators.Definition;

/// <summary>Numbers in messages, the same in every culture.</summary>
internal static class Invariant
{
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A line as editors count it, from 1.</summary>
    public static string Line(int zeroBased) => Text(zeroBased + 1L);
}

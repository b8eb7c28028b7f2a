using System.Numerics;
using GovReportSchema.Generators.Definition.Rules;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Analysis;

/// <summary>The sums that a rule compares with 0, one for each of its places.</summary>
internal static class Equations
{
    /// <summary>Whether a rule is nothing but equations.</summary>
    public static bool Has(RuleModel rule) => rule.Relation == RuleRelation.Equal && IsPlain(rule);

    /// <summary>Whether a rule holds everywhere, and exactly.</summary>
    public static bool IsPlain(RuleModel rule) => rule.Tolerance == 0 && rule.Axes.All(axis => axis.When is null);

    /// <summary>
    /// The sums, with two entries of each row that repeats: with one, all entries and each would be the same. Cells of the second
    /// entries are numbered behind those of the first, and those of last year's report behind both.
    /// </summary>
    public static IEnumerable<IEnumerable<KeyValuePair<int, BigInteger>>> Of(RuleModel rule, int cellCount, EntryMap entries) =>
        from axis in rule.Axes
        from place in axis.Places
        from entry in Enumerable.Range(0, entries.InTwo(axis, place))
        select axis.Terms
            .SelectMany(term => entries.InTwo(term, place, entry, cellCount)
                .Select(cell => new KeyValuePair<int, BigInteger>(cell + (term.Previous ? 2 * cellCount : 0), term.Coefficient)))
            .Append(new KeyValuePair<int, BigInteger>(EquationBasis.Constant, axis.Constant));
}

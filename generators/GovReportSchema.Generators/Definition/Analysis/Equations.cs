using System.Numerics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Analysis;

/// <summary>The equations that a rule stands for, one for each of its places.</summary>
internal static class Equations
{
    /// <summary>Whether a rule is nothing but equations.</summary>
    public static bool Has(RuleModel rule) =>
        rule.Relation == RuleRelation.Equal && rule.Tolerance == 0 && rule.Axes.All(axis => axis.When is null);

    /// <summary>The equations; cells of last year's report are numbered behind this year's.</summary>
    public static IEnumerable<IEnumerable<KeyValuePair<int, BigInteger>>> Of(RuleModel rule, int cellCount) =>
        from axis in rule.Axes
        from place in axis.Places
        select axis.Terms
            .Select(term => new KeyValuePair<int, BigInteger>(place + term.Offset + (term.Previous ? cellCount : 0), term.Coefficient))
            .Append(new KeyValuePair<int, BigInteger>(EquationBasis.Constant, axis.Constant));
}

using System.Numerics;
using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Rules;

/// <summary>
/// Brings the numbers of a rule to one scale and puts places with the same terms together. Cells are stored in units of
/// their last decimal, so cells of unlike scales differ in their coefficients and, with them, in their axis.
/// </summary>
internal sealed class RuleBuilder(IReadOnlyList<CellTypeModel> cells, EntryMap entries, Mistakes mistakes)
{
    /// <summary>What a sum can come to at most, over cells within their bounds: it fits <c>decimal</c> and <c>Int128</c>.</summary>
    private static readonly BigInteger LargestSum = BigInteger.Pow(10, 28);

    private readonly SumKinds _kinds = new(cells, mistakes);

    public RuleModel? Build(RuleEntry rule, RuleRelation relation, bool isTotal, IReadOnlyList<RuleSite> sites)
    {
        if (!_kinds.Allow(rule, relation, sites))
        {
            return null;
        }

        var scale = sites.Select(ScaleOf).Append(rule.Tolerance.Scale).Max();
        var axes = new Dictionary<AxisModel, List<int>>();
        var order = new List<AxisModel>();
        foreach (var site in sites)
        {
            foreach (var place in site.Places)
            {
                if (ShapeAt(site, place, scale) is not { } shape)
                {
                    mistakes.Report(
                        DiagnosticDescriptors.Overflow, rule.At, rule.Id,
                        $"with {Invariant.Text(scale)} decimals its sum may have more than 28 digits, or a coefficient more than 18");
                    return null;
                }

                if (!axes.TryGetValue(shape, out var places))
                {
                    order.Add(shape);
                    axes.Add(shape, places = []);
                }

                places.Add(place);
            }
        }

        return Narrow(rule.Tolerance, scale) is not { } tolerance ? ReportTolerance(rule) : new RuleModel(
            rule.Id,
            rule.Severity,
            rule.Message,
            rule.Source,
            relation,
            isTotal,
            scale,
            tolerance,
            order.Select(shape => shape with { Places = axes[shape].ToEquatableArray() }).ToEquatableArray());
    }

    private RuleModel? ReportTolerance(RuleEntry rule)
    {
        mistakes.Report(DiagnosticDescriptors.Overflow, rule.At, rule.Id, "its 'tolerance' has more than 18 digits");
        return null;
    }

    private int ScaleOf(RuleSite site) =>
        site.Places
            .SelectMany(place => site.Terms.Concat(site.When?.Terms ?? [])
                .Select(term => cells[place + term.Offset].Scale + term.Coefficient.Scale))
            .Append(site.Constant.Scale)
            .Append(site.When?.Constant.Scale ?? 0)
            .Max();

    /// <summary>The terms at one place; its places are left out, so that equal shapes are equal. Null where a number is too large.</summary>
    private AxisModel? ShapeAt(RuleSite site, int place, int scale)
    {
        if (Sum(site.Terms, _kinds.Settle(site.Constant, site.Terms, site.Literals, place), place, scale) is not { } sum)
        {
            return null;
        }

        ConditionModel? condition = null;
        if (site.When is { } when)
        {
            if (Sum(when.Terms, _kinds.Settle(when.Constant, when.Terms, when.Literals, place), place, scale) is not { } asked)
            {
                return null;
            }

            condition = new ConditionModel(asked.Terms, when.Relation, asked.Constant);
        }

        return new AxisModel(default, site.Subject, sum.Terms, sum.Constant, condition);
    }

    private (EquatableArray<TermModel> Terms, long Constant)? Sum(
        IReadOnlyList<SiteTerm> terms, ExactNumber added, int place, int scale)
    {
        if (Narrow(added, scale) is not { } constant)
        {
            return null;
        }

        var largest = BigInteger.Abs(constant);
        var scaled = new List<TermModel>(terms.Count);
        foreach (var term in terms)
        {
            var cell = cells[place + term.Offset];
            if (Narrow(term.Coefficient, scale - cell.Scale) is not { } coefficient)
            {
                return null;
            }

            var bound = BigInteger.Max(BigInteger.Abs(cell.Minimum), BigInteger.Abs(cell.Maximum));
            var own = new TermModel(term.Offset, coefficient, term.Previous, term.AllEntries);
            largest += BigInteger.Abs(coefficient) * bound * entries.TimesOf(own, place).Most;
            scaled.Add(own);
        }

        return largest > LargestSum ? null : (scaled.ToEquatableArray(), constant);
    }

    private static long? Narrow(ExactNumber number, int scale) =>
        number.AtScale(scale) is { } digits && BigInteger.Abs(digits) <= CellTypeModel.LargestDecimal ? (long)digits : null;
}

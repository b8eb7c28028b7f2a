using System.Numerics;
using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Rules;

/// <summary>
/// Sees that the sums of a rule mean something over what their cells hold: the days between dates can be compared, dates cannot be
/// added; a choice is or is not the one in quotes; a text stands in no rule.
/// </summary>
internal sealed class SumKinds(IReadOnlyList<CellTypeModel> cells, Mistakes mistakes)
{
    /// <summary>Whether a rule means something at each of its places; a mistake, where it does not at one.</summary>
    public bool Allow(RuleEntry rule, RuleRelation relation, IReadOnlyList<RuleSite> sites)
    {
        foreach (var site in sites)
        {
            foreach (var place in site.Places)
            {
                if (!Allow(new Sum(site.Terms, site.Constant, site.Literals, relation, rule.Holds?.At ?? rule.At), rule, place)
                    || (site.When is { } when
                        && !Allow(new Sum(when.Terms, when.Constant, when.Literals, when.Relation, rule.When!.At), rule, place)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>What stands beside the terms, each word in quotes as the number that cells hold for it.</summary>
    public ExactNumber Settle(
        ExactNumber constant, IReadOnlyList<SiteTerm> terms, IReadOnlyList<ExpressionLiteral> literals, int place)
    {
        foreach (var literal in literals)
        {
            var choices = terms.Count > 0 ? cells[place + terms[0].Offset].Choices : null;
            var number = choices is null ? Day.Parse(literal.Text)!.Value : IndexOf(choices, literal.Text);
            constant += literal.Coefficient with { Digits = literal.Coefficient.Digits * number };
        }

        return constant;
    }

    private bool Allow(Sum sum, RuleEntry rule, int place)
    {
        var kinds = new HashSet<CellKind>(sum.Terms.Select(term => cells[place + term.Offset].Kind));
        return kinds.Contains(CellKind.Text) ? Refuse(DiagnosticDescriptors.TextInRule, sum.At, rule.Id)
            : kinds.Contains(CellKind.Choice) ? AllowChoice(sum, rule, place)
            : kinds.Contains(CellKind.Date) ? AllowDates(sum, rule, place)
            : sum.Literals.Count == 0
                || Refuse(DiagnosticDescriptors.Literal, sum.Literals[0].At, Shown.Text(sum.Literals[0].Text), rule.Id, "beside no choice and no date", "");
    }

    private bool AllowChoice(Sum sum, RuleEntry rule, int place)
    {
        if (!IsComparison(sum) || !rule.Tolerance.IsZero)
        {
            return Refuse(DiagnosticDescriptors.ChoiceInSum, sum.At, rule.Id);
        }

        var (term, literal) = (sum.Terms[0], sum.Literals[0]);
        var choices = cells[place + term.Offset].Choices!;
        var names = choices.Items.Select(choice => choice.Member).ToList();
        return IndexOf(choices, literal.Text) >= 0 || Refuse(
            DiagnosticDescriptors.Literal, literal.At, Shown.Text(literal.Text), rule.Id,
            $"none of the choices there: {Shown.Choice(names)}", mistakes.Suggest(literal.Text, names));
    }

    /// <summary>The dates on one side must be as many as on the other: what is then compared are days.</summary>
    private bool AllowDates(Sum sum, RuleEntry rule, int place)
    {
        foreach (var literal in sum.Literals)
        {
            if (Day.Parse(literal.Text) is null)
            {
                return Refuse(DiagnosticDescriptors.Literal, literal.At, Shown.Text(literal.Text), rule.Id, "no day, such as '2026-11-22'", Day.Guess(literal.Text));
            }
        }

        var dates = sum.Terms.Where(term => cells[place + term.Offset].Kind == CellKind.Date).Select(term => term.Coefficient)
            .Concat(sum.Literals.Select(literal => literal.Coefficient))
            .Aggregate(ExactNumber.Zero, (all, one) => all + one);

        // How many entries there will be nobody knows, so neither how many dates.
        var isKnown = !sum.Terms.Any(term => term.AllEntries && cells[place + term.Offset].Kind == CellKind.Date);
        return (isKnown && dates.IsZero) || Refuse(DiagnosticDescriptors.SumOfDates, sum.At, rule.Id);
    }

    private bool Refuse(Microsoft.CodeAnalysis.DiagnosticDescriptor descriptor, TextRange at, params string[] arguments)
    {
        mistakes.Report(descriptor, at, arguments);
        return false;
    }

    private static bool IsComparison(Sum sum) =>
        !sum.Terms[0].AllEntries && sum is { Terms.Count: 1, Literals.Count: 1, Relation: RuleRelation.Equal or RuleRelation.NotEqual, Constant.IsZero: true }
        && IsOne(sum.Terms[0].Coefficient) && (sum.Terms[0].Coefficient + sum.Literals[0].Coefficient).IsZero;

    private static bool IsOne(ExactNumber number) => number.Scale == 0 && BigInteger.Abs(number.Digits).IsOne;

    private static int IndexOf(ChoicesModel choices, string member)
    {
        for (var i = 0; i < choices.Items.Count; i++)
        {
            if (choices.Items[i].Member == member)
            {
                return i;
            }
        }

        return -1;
    }

    private sealed record Sum(
        IReadOnlyList<SiteTerm> Terms, ExactNumber Constant, IReadOnlyList<ExpressionLiteral> Literals, RuleRelation Relation, TextRange At);
}

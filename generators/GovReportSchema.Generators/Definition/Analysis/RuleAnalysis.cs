using System.Numerics;
using GovReportSchema.Generators.Definition.Rules;
using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Analysis;

/// <summary>Finds rules that say nothing, or what no report can satisfy. None of it is a mistake of the language.</summary>
/// <param name="cells">What each cell holds.</param>
/// <param name="entries">In which rows that repeat they stand.</param>
/// <param name="placeOf">Where each rule stands, by its id.</param>
internal sealed class RuleAnalysis(
    IReadOnlyList<RuleModel> rules, IReadOnlyList<CellTypeModel> cells, EntryMap entries, IReadOnlyDictionary<string, TextRange> placeOf, Mistakes mistakes)
{
    /// <summary>
    /// Equations times rules; ten times the official forms and more. Beyond it nobody is told which rules follow from others, so
    /// that a build does not wait for advice.
    /// </summary>
    private const int MostWork = 5_000;

    public void Run(CancellationToken cancellation)
    {
        var equations = rules.Where(Equations.Has).ToList();
        var count = equations.Sum(rule => rule.Axes.Sum(axis => axis.Places.Count));
        foreach (var rule in rules)
        {
            cancellation.ThrowIfCancellationRequested();
            var truths = rule.Axes.SelectMany(axis => axis.Places.Select(place => Judge(rule, axis, place))).ToList();
            if (truths.Contains(false))
            {
                Note(DiagnosticDescriptors.NeverHolds, rule, "no values within the bounds of its cells satisfy it");
            }
            else if (truths.TrueForAll(truth => truth == true))
            {
                Note(DiagnosticDescriptors.AlwaysHolds, rule);
            }
            // Of a total and a rule that say the same, it is the rule that somebody wrote in vain.
            else if (!rule.IsTotal && Equations.Has(rule) && (long)count * equations.Count <= MostWork)
            {
                CompareWithOthers(rule, equations);
            }
        }
    }

    /// <summary>Whether the bounds of the cells alone decide a check; null where they do not.</summary>
    private bool? Judge(RuleModel rule, AxisModel axis, int place)
    {
        var (least, most) = ((BigInteger)axis.Constant, (BigInteger)axis.Constant);
        foreach (var term in axis.Terms)
        {
            var cell = cells[place + term.Offset];
            BigInteger coefficient = term.Coefficient;
            var (a, b) = (coefficient * cell.Minimum, coefficient * cell.Maximum);
            var (fewest, times) = entries.TimesOf(term, place);
            least += BigInteger.Min(fewest * BigInteger.Min(a, b), times * BigInteger.Min(a, b));
            most += BigInteger.Max(fewest * BigInteger.Max(a, b), times * BigInteger.Max(a, b));
        }

        var (isBelow, isAbove) = (least > rule.Tolerance, most < -rule.Tolerance);
        var isWithin = least >= -rule.Tolerance && most <= rule.Tolerance;
        var (never, always) = rule.Relation switch
        {
            RuleRelation.Equal => (isBelow || isAbove, isWithin),
            RuleRelation.NotEqual => (isWithin, isBelow || isAbove),
            RuleRelation.AtMost => (isBelow, most <= rule.Tolerance),
            _ => (isAbove, least >= -rule.Tolerance),
        };

        // What is checked under a condition may be meant never to come about.
        return always ? true : never && axis.When is null ? false : null;
    }

    private void CompareWithOthers(RuleModel rule, List<RuleModel> equations)
    {
        var others = new EquationBasis();
        // What an error forbids does not follow from what only raises a warning.
        foreach (var equation in equations
            .Where(other => other.Id != rule.Id && other.Severity <= rule.Severity)
            .SelectMany(other => Equations.Of(other, cells.Count, entries)))
        {
            others.Add(equation);
        }

        var rests = Equations.Of(rule, cells.Count, entries).Select(others.Reduce).ToList();
        if (rests.Exists(rest => rest.Count == 1 && rest.ContainsKey(EquationBasis.Constant)))
        {
            Note(DiagnosticDescriptors.NeverHolds, rule, "it contradicts the other equations");
        }
        else if (rests.TrueForAll(rest => rest.Count == 0))
        {
            Note(DiagnosticDescriptors.FollowsFromOthers, rule);
        }
    }

    private void Note(Microsoft.CodeAnalysis.DiagnosticDescriptor descriptor, RuleModel rule, params string[] why) =>
        mistakes.Note(descriptor, placeOf[rule.Id], [rule.Id, .. why]);
}

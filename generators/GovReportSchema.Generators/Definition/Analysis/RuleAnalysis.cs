using System.Globalization;
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
    /// Equations times their terms times the rules compared with them; some times that of the official forms. Beyond it nobody is told
    /// which rules follow from others, so that a build does not wait for advice.
    /// </summary>
    private const long MostWork = 2_000_000;

    public void Run(CancellationToken cancellation)
    {
        var equations = rules.Where(Equations.Has).ToList();
        var work = equations.Sum(rule => rule.Axes.Sum(axis => (long)axis.Places.Count))
            * equations.Sum(rule => rule.Axes.Sum(axis => (long)axis.Places.Count * axis.Terms.Count))
            * rules.Count(Equations.IsPlain);
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
            else if (!rule.IsTotal && Equations.IsPlain(rule) && work <= MostWork)
            {
                CompareWithOthers(rule, equations);
            }
        }
    }

    /// <summary>Whether the bounds of the cells alone decide a check; null where they do not.</summary>
    private bool? Judge(RuleModel rule, AxisModel axis, int place)
    {
        var truth = Judge(axis.Terms, axis.Constant, rule.Relation, rule.Tolerance, place);
        return axis.When is not { } when ? truth

            // What is never checked finds nothing; what is checked under a condition may be meant never to come about.
            : truth == true || Judge(when.Terms, when.Constant, when.Relation, 0, place) == false ? true
            : null;
    }

    private bool? Judge(EquatableArray<TermModel> terms, long constant, RuleRelation relation, long tolerance, int place)
    {
        var (least, most) = ((BigInteger)constant, (BigInteger)constant);
        foreach (var term in terms)
        {
            var cell = cells[place + term.Offset];
            BigInteger coefficient = term.Coefficient;
            var (a, b) = (coefficient * cell.Minimum, coefficient * cell.Maximum);
            var (fewest, times) = entries.TimesOf(term, place);
            least += BigInteger.Min(fewest * BigInteger.Min(a, b), times * BigInteger.Min(a, b));
            most += BigInteger.Max(fewest * BigInteger.Max(a, b), times * BigInteger.Max(a, b));
        }

        var (isBelow, isAbove) = (least > tolerance, most < -tolerance);
        var isWithin = least >= -tolerance && most <= tolerance;
        var (never, always) = relation switch
        {
            RuleRelation.Equal => (isBelow || isAbove, isWithin),
            RuleRelation.NotEqual => (isWithin, isBelow || isAbove),
            RuleRelation.AtMost => (isBelow, most <= tolerance),
            _ => (isAbove, least >= -tolerance),
        };
        return always ? true : never ? false : null;
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
        var truths = rests.ConvertAll(rest => Compare(rest, rule.Relation));
        if (truths.Contains(false))
        {
            Note(DiagnosticDescriptors.NeverHolds, rule, "it contradicts the other equations");
        }
        else if (truths.TrueForAll(truth => truth == true) || IsRepeated(rule, others, rests))
        {
            Note(DiagnosticDescriptors.FollowsFromOthers, rule);
        }
    }

    /// <summary>How what is left of a sum compares with 0; null where that depends on cells.</summary>
    private static bool? Compare(SortedDictionary<int, BigInteger> rest, RuleRelation relation)
    {
        if (rest.Count > 1 || (rest.Count == 1 && !rest.ContainsKey(EquationBasis.Constant)))
        {
            return null;
        }

        var sign = rest.Count == 0 ? 0 : rest[EquationBasis.Constant].Sign;
        return relation switch
        {
            RuleRelation.Equal => sign == 0,
            RuleRelation.NotEqual => sign != 0,
            RuleRelation.AtMost => sign <= 0,
            _ => sign >= 0,
        };
    }

    /// <summary>Whether another rule compares the same sums in the same way. Equations need no look, since they are the others.</summary>
    private bool IsRepeated(RuleModel rule, EquationBasis others, List<SortedDictionary<int, BigInteger>> rests)
    {
        if (rule.Relation == RuleRelation.Equal)
        {
            return false;
        }

        var compared = new HashSet<string>(rules
            .Where(other => other.Id != rule.Id && other.Relation != RuleRelation.Equal && Equations.IsPlain(other) && other.Severity <= rule.Severity)
            .SelectMany(other => Equations.Of(other, cells.Count, entries).Select(sum => Written(others.Reduce(sum), other.Relation))));
        return rests.TrueForAll(rest => compared.Contains(Written(rest, rule.Relation)));
    }

    /// <summary>The comparison as a text that is the same for <c>a &lt;= b</c> and <c>2 * b &gt;= 2 * a</c>.</summary>
    private static string Written(SortedDictionary<int, BigInteger> rest, RuleRelation relation)
    {
        var divisor = rest.Values.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        var isTurned = relation == RuleRelation.AtLeast || (relation == RuleRelation.NotEqual && rest.Count > 0 && rest.First().Value.Sign < 0);
        var terms = rest.Select(term => $"{Invariant.Text(term.Key)}:{(term.Value / (isTurned ? -divisor : divisor)).ToString(CultureInfo.InvariantCulture)}");
        return $"{(relation == RuleRelation.NotEqual ? "!=" : "<=")} {string.Join(" ", terms)}";
    }

    private void Note(Microsoft.CodeAnalysis.DiagnosticDescriptor descriptor, RuleModel rule, params string[] why) =>
        mistakes.Note(descriptor, placeOf[rule.Id], [rule.Id, .. why]);
}

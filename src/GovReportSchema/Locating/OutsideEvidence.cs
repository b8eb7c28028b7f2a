using GovReportSchema.Checking;

namespace GovReportSchema.Locating;

/// <summary>
/// What speaks for a new value beside the rules that must hold: rules of a lesser degree and those that look at last year's
/// report, and the figures that the narratives state again. They decide between explanations that are else as likely.
/// </summary>
internal sealed class OutsideEvidence
{
    /// <summary>Smaller numbers stand in any text by chance: numbered headings, days of a month.</summary>
    private const decimal LeastFigure = 10;

    private readonly LocatePlan _plan;
    private readonly long[] _values;
    private readonly Dictionary<int, List<int>> _checksOf = [];
    private readonly HashSet<decimal> _figures;

    public OutsideEvidence(LocatePlan plan, Scene scene)
    {
        _plan = plan;
        _values = (long[])scene.Values.Clone();
        for (var c = 0; c < plan.IsRule.Length; c++)
        {
            ref readonly var check = ref plan.Checks.Checks[c];
            if (!plan.IsRule[c] && scene.IsActive(c))
            {
                for (var i = check.FirstTerm; i < check.FirstTerm + check.TermCount + check.ConditionTermCount; i++)
                {
                    (_checksOf.TryGetValue(plan.Checks.Cells[i], out var checks) ? checks : _checksOf[plan.Checks.Cells[i]] = []).Add(c);
                }
            }
        }

        _figures = FiguresOf(scene.Report);
    }

    /// <summary>How many more rules hold and figures agree after some changes than before.</summary>
    public int For(IReadOnlyList<RepairChange> changes)
    {
        var touched = new HashSet<int>();
        foreach (var change in changes)
        {
            if (_checksOf.TryGetValue(change.Cell.Index, out var checks))
            {
                touched.UnionWith(checks);
            }
        }

        var score = -touched.Count(Holds);
        foreach (var change in changes)
        {
            _values[change.Cell.Index] = change.Units.To;
        }

        score += touched.Count(Holds);
        foreach (var change in changes)
        {
            _values[change.Cell.Index] = change.Units.From;
            score += (IsFigure(change.To) ? 1 : 0) - (IsFigure(change.From) ? 1 : 0);
        }

        return score;
    }

    private static HashSet<decimal> FiguresOf(Report report)
    {
        var figures = new HashSet<decimal>();
        for (var text = report.Format.Header.Count; text < report.Format.Shape.FixedTexts; text++)
        {
            TextFigures.AddTo(figures, report.GetText(text));
        }

        return figures;
    }

    private bool IsFigure(decimal? value) => _figures.Count > 0 && value is { } number && Math.Abs(number) >= LeastFigure && _figures.Contains(Math.Abs(number));

    private bool Holds(int c)
    {
        ref readonly var check = ref _plan.Checks.Checks[c];
        for (var i = check.FirstTerm; i < check.FirstTerm + check.TermCount + check.ConditionTermCount; i++)
        {
            if (_values[_plan.Checks.Cells[i]] <= Report.Unread)
            {
                return false;
            }
        }

        return _plan.Checks.Holds(check, _values);
    }
}

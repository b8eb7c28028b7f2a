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
    private readonly long[] _before;
    private readonly long[] _values;
    private readonly List<int>?[] _checksOf;
    private readonly bool[] _isCounted;
    private readonly HashSet<decimal> _figures;

    public OutsideEvidence(LocatePlan plan, Scene scene)
    {
        _plan = plan;
        (_before, _values) = (scene.Values, (long[])scene.Values.Clone());
        _checksOf = new List<int>?[_values.Length];
        _isCounted = new bool[plan.IsRule.Length];
        for (var c = 0; c < plan.IsRule.Length; c++)
        {
            ref readonly var check = ref plan.Checks.Checks[c];
            if (!plan.IsRule[c] && scene.IsActive(c))
            {
                for (var i = check.FirstTerm; i < check.FirstTerm + check.TermCount + check.ConditionTermCount; i++)
                {
                    (_checksOf[plan.Checks.Cells[i]] ??= new List<int>()).Add(c);
                }
            }
        }

        _figures = FiguresOf(scene.Report);
    }

    /// <summary>How many more rules hold and figures agree after some changes than before.</summary>
    public int For(IReadOnlyList<RepairChange> changes)
    {
        var score = -CountHolding(changes);
        for (var i = 0; i < changes.Count; i++)
        {
            _values[changes[i].Cell.Index] = changes[i].Units.To;
        }

        score += CountHolding(changes);
        for (var i = 0; i < changes.Count; i++)
        {
            _values[changes[i].Cell.Index] = _before[changes[i].Cell.Index];
            score += (IsFigure(changes[i].To) ? 1 : 0) - (IsFigure(changes[i].From) ? 1 : 0);
        }

        return score;
    }

    /// <summary>How many rules hold of those that look at one of the changed cells.</summary>
    private int CountHolding(IReadOnlyList<RepairChange> changes)
    {
        var count = 0;
        Array.Clear(_isCounted);
        for (var i = 0; i < changes.Count; i++)
        {
            var checks = _checksOf[changes[i].Cell.Index];
            for (var c = 0; c < checks?.Count; c++)
            {
                count += !_isCounted[checks[c]] && Holds(checks[c]) ? 1 : 0;
                _isCounted[checks[c]] = true;
            }
        }

        return count;
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

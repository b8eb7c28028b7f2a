using GovReportSchema.Checking;

namespace GovReportSchema.Locating;

/// <summary>
/// The rules of a cluster over what is open in it: the sizes of a few moves, and the blanks. Ranges are narrowed as the validator
/// narrows those of blanks; what a move changes together stays together.
/// </summary>
internal sealed partial class OpenRules
{
    private readonly LocatePlan _plan;
    private readonly Scene _scene;
    private readonly OpenRule[] _rules;
    private readonly OpenRule?[] _ruleOf;
    private readonly List<OpenRule> _shared = new List<OpenRule>();
    private readonly List<OpenForm> _touched = new List<OpenForm>();
    private readonly List<OpenRule> _narrowing = new List<OpenRule>();
    private readonly long[] _baseLow;
    private readonly long[] _baseHigh;
    private int _moves;

    public OpenRules(LocatePlan plan, Scene scene, RuleCluster cluster)
    {
        (_plan, _scene) = (plan, scene);
        var maker = new OpenRuleMaker(plan, scene);
        var rules = new List<OpenRule>();
        _ruleOf = new OpenRule?[plan.IsRule.Length];
        foreach (var check in cluster.Checks)
        {
            if (scene.IsActive(check))
            {
                var rule = maker.Make(check);
                _ruleOf[check] = rule;
                rules.Add(rule);
            }
        }

        _rules = rules.ToArray();
        var count = SlipSizes.MostSlips + maker.Blanks.Count;
        (_baseLow, _baseHigh, Low, High) = (new long[count], new long[count], new long[count], new long[count]);
        for (var i = 0; i < maker.Blanks.Count; i++)
        {
            _baseLow[SlipSizes.MostSlips + i] = scene.OpenLow[maker.Blanks[i]];
            _baseHigh[SlipSizes.MostSlips + i] = scene.OpenHigh[maker.Blanks[i]];
        }
    }

    /// <summary>The least that each variable can be: the moves' sizes, then the blanks.</summary>
    public long[] Low { get; }

    /// <summary>The most that each variable can be.</summary>
    public long[] High { get; }

    /// <summary>The terms that were looked at so far.</summary>
    public long Work { get; private set; }

    /// <summary>Counts work that others did for the same search.</summary>
    public void Spend(long work) => Work += work;

    /// <summary>Opens some moves; the others are as the report has them.</summary>
    /// <param name="moves">The moves.</param>
    /// <param name="count">How many of them there are.</param>
    /// <returns>Whether each can have a size at all.</returns>
    public bool Open(Move[] moves, int count)
    {
        Close();
        _moves = count;
        for (var m = 0; m < count; m++)
        {
            (Low[m], High[m]) = (-2 * CellType.LargestDecimal, 2 * CellType.LargestDecimal);
            for (var i = 0; i < moves[m].Cells.Length; i++)
            {
                if (!_scene.IsOpen(moves[m].Cells[i]))
                {
                    Open(m, moves[m].Cells[i], moves[m].Steps[i], IsShared(moves[m].Cells[i], moves, count));
                }
            }

            if (!SkipZero(m))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The rules that together leave no number, where one can no longer be met.</summary>
    public List<OpenRule> Conflict(OpenRule unmet) => OpenConflict.Of(unmet, _narrowing, Low.Length);

    /// <summary>
    /// The size that would meet a rule exactly where an equation only has a tolerance, all other cells being fixed; null where
    /// there is none in the move's range.
    /// </summary>
    public long? Exact(int move)
    {
        foreach (var rule in _rules)
        {
            var demand = rule.Demand;
            if (!demand.IsEquation || rule.Condition is not null)
            {
                continue;
            }

            var own = demand.Form.Coefficient(move);
            var (least, most) = demand.Form.Sum(Low, High);
            var (a, b) = OpenForm.Term(own, Low[move], High[move]);
            if (own != 0 && least - a == most - b && (least - a) % own == 0
                && (-(least - a) / own) is var size && size >= Low[move] && size <= High[move])
            {
                return (long)size;
            }
        }

        return null;
    }

    /// <summary>Lets all be as the report has it.</summary>
    private void Close()
    {
        foreach (var form in _touched)
        {
            form.ForgetMoves();
        }

        foreach (var rule in _narrowing)
        {
            rule.HasNarrowed = false;
        }

        _touched.Clear();
        _shared.Clear();
        _narrowing.Clear();
        Array.Copy(_baseLow, Low, Low.Length);
        Array.Copy(_baseHigh, High, High.Length);
    }

    /// <summary>Opens one cell of a move: the rules that look at it, and its bounds.</summary>
    private void Open(int move, int cell, long step, bool isShared)
    {
        foreach (var incident in _plan.Incidence.Of(cell))
        {
            if (_ruleOf[incident.Check] is { } rule)
            {
                Touch(rule.Demand.Form, move, (Int128)incident.Coefficient * step);
            }
        }

        foreach (var incident in _plan.Incidence.ConditionsOf(cell))
        {
            if (_ruleOf[incident.Check] is { } rule)
            {
                Touch(rule.Condition!.Form, move, (Int128)incident.Coefficient * step);
            }
        }

        var type = _plan.Format.Shape.Types[cell];
        var value = _scene.Values[cell];
        if (isShared)
        {
            Share(cell, value, type).AddMove(move, step);
            return;
        }

        // No number is wider than a decimal of 18 digits, so differences are longs.
        var (least, most) = step > 0 ? (type.Minimum - value, type.Maximum - value) : (value - type.Maximum, value - type.Minimum);
        var size = Math.Abs(step);
        Low[move] = Math.Max(Low[move], -Interval.FloorDivide(-least, size));
        High[move] = Math.Min(High[move], Interval.FloorDivide(most, size));
    }

    /// <summary>The sum that a cell becomes which several moves change: it must stay within the cell's bounds.</summary>
    private OpenForm Share(int cell, long value, CellType type)
    {
        foreach (var rule in _shared)
        {
            if (rule.Check == ~cell)
            {
                return rule.Demand.Form;
            }
        }

        var form = new OpenForm(value, [], []);
        _shared.Add(new OpenRule(~cell, new OpenDemand(form, type.Minimum, type.Maximum)));
        return form;
    }

    private static bool IsShared(int cell, Move[] moves, int count)
    {
        var sharers = 0;
        for (var m = 0; m < count; m++)
        {
            sharers += Array.IndexOf(moves[m].Cells, cell) >= 0 ? 1 : 0;
        }

        return sharers > 1;
    }

    private void Touch(OpenForm form, int move, Int128 coefficient)
    {
        form.AddMove(move, coefficient);
        _touched.Add(form);
        Work++;
    }
}

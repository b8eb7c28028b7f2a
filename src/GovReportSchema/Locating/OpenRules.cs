using System.Runtime.CompilerServices;
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
    private readonly List<OpenRule> _shared = [];
    private readonly List<OpenForm> _touched = [];
    private readonly long[] _baseLow;
    private readonly long[] _baseHigh;
    private readonly HashSet<OpenRule> _narrowing = [];
    private int _moves;

    public OpenRules(LocatePlan plan, Scene scene, RuleCluster cluster)
    {
        (_plan, _scene) = (plan, scene);
        var maker = new OpenRuleMaker(plan, scene);
        _ruleOf = new OpenRule?[plan.IsRule.Length];
        foreach (var check in cluster.Checks)
        {
            _ruleOf[check] = scene.IsActive(check) ? maker.Make(check) : null;
        }

        _rules = [.. _ruleOf.OfType<OpenRule>()];
        var count = SlipSizes.MostSlips + maker.Variables.Count;
        (_baseLow, _baseHigh, Low, High) = (new long[count], new long[count], new long[count], new long[count]);
        foreach (var (cell, variable) in maker.Variables)
        {
            (_baseLow[variable], _baseHigh[variable]) = (scene.OpenLow[cell], scene.OpenHigh[cell]);
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
    /// <returns>Whether each can have a size at all.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Open(ReadOnlySpan<Move> moves)
    {
        _touched.ForEach(form => form.ForgetMoves());
        _touched.Clear();
        _shared.Clear();
        _narrowing.Clear();
        _moves = moves.Length;
        _baseLow.CopyTo(Low, 0);
        _baseHigh.CopyTo(High, 0);
        for (var m = 0; m < moves.Length; m++)
        {
            (Low[m], High[m]) = (-2 * CellType.LargestDecimal, 2 * CellType.LargestDecimal);
            for (var i = 0; i < moves[m].Cells.Length; i++)
            {
                if (!_scene.IsOpen(moves[m].Cells[i]))
                {
                    Open(m, moves[m].Cells[i], moves[m].Steps[i], moves);
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
    public HashSet<OpenRule> Conflict(OpenRule unmet) => OpenConflict.Of(unmet, _narrowing);

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

    /// <summary>Opens one cell of a move: the rules that look at it, and its bounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Open(int move, int cell, long step, ReadOnlySpan<Move> moves)
    {
        foreach (var (check, coefficient) in _plan.Incidence.Of(cell))
        {
            if (_ruleOf[check] is { } rule)
            {
                Touch(rule.Demand.Form, move, (Int128)coefficient * step);
            }
        }

        foreach (var (check, coefficient) in _plan.Incidence.ConditionsOf(cell))
        {
            if (_ruleOf[check] is { } rule)
            {
                Touch(rule.Condition!.Value.Form, move, (Int128)coefficient * step);
            }
        }

        var type = _plan.Format.Shape.Types[cell];
        var value = (Int128)_scene.Values[cell];
        if (IsShared(cell, moves))
        {
            var form = _shared.Find(rule => rule.Check == ~cell)?.Demand.Form;
            if (form is null)
            {
                form = new OpenForm(value, [], []);
                _shared.Add(new OpenRule(~cell, new OpenDemand(form, type.Minimum, type.Maximum)));
            }

            form.AddMove(move, step);
            return;
        }

        var (least, most) = step > 0 ? (type.Minimum - value, type.Maximum - value) : (value - type.Maximum, value - type.Minimum);
        Low[move] = (long)Int128.Max(Low[move], Interval.CeilingDivide(least, Math.Abs(step)));
        High[move] = (long)Int128.Min(High[move], Interval.FloorDivide(most, Math.Abs(step)));
    }

    private static bool IsShared(int cell, ReadOnlySpan<Move> moves)
    {
        var count = 0;
        foreach (var move in moves)
        {
            count += move.Cells.AsSpan().Contains(cell) ? 1 : 0;
        }

        return count > 1;
    }

    private void Touch(OpenForm form, int move, Int128 coefficient)
    {
        form.AddMove(move, coefficient);
        _touched.Add(form);
        Work++;
    }
}

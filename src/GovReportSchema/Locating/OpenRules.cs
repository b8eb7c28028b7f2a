using System.Runtime.CompilerServices;
using GovReportSchema.Checking;

namespace GovReportSchema.Locating;

/// <summary>
/// The rules of a cluster over what is open in it: the sizes of a few moves, and the blanks. Ranges are narrowed as the validator
/// narrows those of blanks; what a move changes together stays together.
/// </summary>
internal sealed class OpenRules
{
    private const int MoveCount = SlipSizes.MostSlips;

    /// <summary>Stopping early only leaves a range wider than it need be; the validator has the last word.</summary>
    private const int MostRounds = 64;

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
        var variables = new Dictionary<int, int>();
        _ruleOf = new OpenRule?[plan.IsRule.Length];
        foreach (var check in cluster.Checks)
        {
            _ruleOf[check] = scene.IsActive(check) ? Make(check, variables) : null;
        }

        _rules = [.. _ruleOf.OfType<OpenRule>()];
        var count = MoveCount + variables.Count;
        (_baseLow, _baseHigh, Low, High) = (new long[count], new long[count], new long[count], new long[count]);
        foreach (var (cell, variable) in variables)
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

    /// <summary>Narrows the ranges to what the rules leave.</summary>
    /// <returns>A rule that can no longer be met; null where there is none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public OpenRule? Narrow()
    {
        var isNarrower = true;
        for (var round = 0; isNarrower && round < MostRounds && Work < OpenSearch.MostWork; round++)
        {
            isNarrower = false;
            foreach (var rule in _rules)
            {
                if (!Narrow(rule, ref isNarrower))
                {
                    return rule;
                }
            }

            foreach (var rule in _shared)
            {
                if (!Narrow(rule, ref isNarrower))
                {
                    return rule;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// The rules of which one at least must see another move, for as long as none does they leave no number: the one that
    /// cannot be met, and those that narrowed what it looks at.
    /// </summary>
    public HashSet<OpenRule> Conflict(OpenRule unmet)
    {
        var conflict = new HashSet<OpenRule> { unmet };
        var open = new HashSet<int>();
        AddVariables(unmet, open);
        for (var found = true; found;)
        {
            found = false;
            foreach (var rule in _narrowing)
            {
                if (!conflict.Contains(rule) && Sees(rule, open))
                {
                    conflict.Add(rule);
                    AddVariables(rule, open);
                    found = true;
                }
            }
        }

        return conflict;
    }

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

    private OpenRule Make(int c, Dictionary<int, int> variables)
    {
        ref readonly var check = ref _plan.Checks.Checks[c];
        var rule = _plan.Checks.RuleOf(check);
        var demand = OpenDemand.Of(
            Make(check.FirstTerm, check.TermCount, check.Constant, variables), rule.Relation, rule.Tolerance);
        if (check.When is not { } when)
        {
            return new OpenRule(c, demand);
        }

        var condition = Make(check.FirstTerm + check.TermCount, check.ConditionTermCount, when.Constant, variables);
        return new OpenRule(c, demand, OpenDemand.Of(condition, when.Relation, 0), OpenDemand.Not(condition, when.Relation));
    }

    private OpenForm Make(int first, int count, Int128 constant, Dictionary<int, int> variables)
    {
        var blanks = new List<int>();
        var coefficients = new List<long>();
        for (var i = first; i < first + count; i++)
        {
            var cell = _plan.Checks.Cells[i];
            if (!_scene.IsOpen(cell))
            {
                constant += (Int128)_plan.Checks.Coefficients[i] * _scene.Values[cell];
                continue;
            }

            if (!variables.TryGetValue(cell, out var variable))
            {
                variable = MoveCount + variables.Count;
                variables.Add(cell, variable);
            }

            var at = blanks.IndexOf(variable);
            if (at >= 0)
            {
                coefficients[at] += _plan.Checks.Coefficients[i];
            }
            else
            {
                blanks.Add(variable);
                coefficients.Add(_plan.Checks.Coefficients[i]);
            }
        }

        return new OpenForm(constant, [.. blanks], [.. coefficients]);
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

    /// <summary>A move of size 0 is none.</summary>
    /// <returns>False where it could have no other.</returns>
    private bool SkipZero(int move)
    {
        Low[move] += Low[move] == 0 ? 1 : 0;
        High[move] -= High[move] == 0 ? 1 : 0;
        return Low[move] <= High[move];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Narrow(OpenRule rule, ref bool isNarrower)
    {
        var demand = rule.Demand;
        if (rule.Condition is { } condition)
        {
            var (least, most) = condition.Form.Sum(Low, High);
            var applies = condition.Truth(least, most);
            if (applies == Truth.Never)
            {
                return true;
            }

            if (applies == Truth.Sometimes)
            {
                (least, most) = demand.Form.Sum(Low, High);
                if (demand.Truth(least, most) != Truth.Never)
                {
                    return true;
                }

                demand = rule.Otherwise!.Value;
            }
        }

        return Narrow(rule, demand, ref isNarrower);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Narrow(OpenRule rule, in OpenDemand demand, ref bool isNarrower)
    {
        var form = demand.Form;
        Work += form.Terms;
        var (least, most) = form.Sum(Low, High);
        var truth = demand.Truth(least, most);
        if (truth != Truth.Sometimes)
        {
            return truth == Truth.Always;
        }

        for (var i = 0; i < form.Terms; i++)
        {
            var variable = form.Variable(i);
            var coefficient = form.Coefficient(i);
            if (coefficient == 0 || Low[variable] == High[variable])
            {
                continue;
            }

            var (a, b) = OpenForm.Term(coefficient, Low[variable], High[variable]);
            var (restLeast, restMost) = (least - a, most - b);
            var (low, high) = ((Int128)Low[variable], (Int128)High[variable]);
            if (demand.IsOutside)
            {
                // Only the last open term can be told what it may not be, and only at an end of its range.
                if (restLeast == restMost)
                {
                    low += restLeast + (coefficient * low) >= demand.Least && restLeast + (coefficient * low) <= demand.Most ? 1 : 0;
                    high -= restLeast + (coefficient * high) >= demand.Least && restLeast + (coefficient * high) <= demand.Most ? 1 : 0;
                }
            }
            else
            {
                NarrowTo(coefficient, demand.Least - restMost, demand.Most - restLeast, ref low, ref high);
            }

            if (low > high)
            {
                return false;
            }

            if (low > Low[variable] || high < High[variable])
            {
                (Low[variable], High[variable]) = ((long)low, (long)high);
                _narrowing.Add(rule);
                isNarrower = true;
                if (variable < _moves && !SkipZero(variable))
                {
                    return false;
                }

                (a, b) = OpenForm.Term(coefficient, Low[variable], High[variable]);
                (least, most) = (restLeast + a, restMost + b);
            }
        }

        return true;
    }

    private static void NarrowTo(Int128 coefficient, Int128 least, Int128 most, ref Int128 low, ref Int128 high)
    {
        if (coefficient < 0)
        {
            (coefficient, least, most) = (-coefficient, -most, -least);
        }

        if (coefficient * low < least)
        {
            low = Interval.CeilingDivide(least, coefficient);
        }

        if (coefficient * high > most)
        {
            high = Interval.FloorDivide(most, coefficient);
        }
    }

    private static void AddVariables(OpenRule rule, HashSet<int> variables)
    {
        foreach (var form in FormsOf(rule))
        {
            for (var i = 0; i < form.Terms; i++)
            {
                if (form.Coefficient(i) != 0)
                {
                    variables.Add(form.Variable(i));
                }
            }
        }
    }

    private static bool Sees(OpenRule rule, HashSet<int> variables)
    {
        foreach (var form in FormsOf(rule))
        {
            for (var i = 0; i < form.Terms; i++)
            {
                if (form.Coefficient(i) != 0 && variables.Contains(form.Variable(i)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IEnumerable<OpenForm> FormsOf(OpenRule rule) =>
        rule.Condition is { } condition ? [rule.Demand.Form, condition.Form] : [rule.Demand.Form];
}

namespace GovReportSchema.Locating;

/// <summary>Makes of the checks of a cluster rules over its blanks, the filled cells added up.</summary>
internal sealed class OpenRuleMaker(LocatePlan plan, Scene scene)
{
    /// <summary>The variable of each blank; those of moves come before them.</summary>
    public Dictionary<int, int> Variables { get; } = [];

    public OpenRule Make(int c)
    {
        ref readonly var check = ref plan.Checks.Checks[c];
        var rule = plan.Checks.RuleOf(check);
        var demand = OpenDemand.Of(Make(check.FirstTerm, check.TermCount, check.Constant), rule.Relation, rule.Tolerance);
        if (check.When is not { } when)
        {
            return new OpenRule(c, demand);
        }

        var condition = Make(check.FirstTerm + check.TermCount, check.ConditionTermCount, when.Constant);
        return new OpenRule(c, demand, OpenDemand.Of(condition, when.Relation, 0), OpenDemand.Not(condition, when.Relation));
    }

    private OpenForm Make(int first, int count, Int128 constant)
    {
        // A rule may name a cell twice; what counts is how the sum moves with it.
        var blanks = new SortedList<int, long>();
        for (var i = first; i < first + count; i++)
        {
            var cell = plan.Checks.Cells[i];
            var coefficient = plan.Checks.Coefficients[i];
            if (!scene.IsOpen(cell))
            {
                constant += (Int128)coefficient * scene.Values[cell];
                continue;
            }

            if (!Variables.TryGetValue(cell, out var variable))
            {
                variable = SlipSizes.MostSlips + Variables.Count;
                Variables.Add(cell, variable);
            }

            blanks[variable] = blanks.GetValueOrDefault(variable) + coefficient;
        }

        return new OpenForm(constant, [.. blanks.Keys], [.. blanks.Values]);
    }
}

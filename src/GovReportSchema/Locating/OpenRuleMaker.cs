namespace GovReportSchema.Locating;

/// <summary>Makes of the checks of a cluster rules over its blanks, the filled cells added up.</summary>
internal sealed class OpenRuleMaker(LocatePlan plan, Scene scene)
{
    /// <summary>The variable of each blank that was met; 0 of other cells, since those of moves come before them.</summary>
    private readonly int[] _variables = new int[scene.Values.Length];

    /// <summary>For one sum at a time, what each blank is multiplied by; else 0.</summary>
    private readonly long[] _coefficients = new long[scene.Values.Length];

    /// <summary>The blanks by their variables, the first of them behind those of moves.</summary>
    public List<int> Blanks { get; } = new List<int>();

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
        var variables = new List<int>();
        for (var i = first; i < first + count; i++)
        {
            var cell = plan.Checks.Cells[i];
            var coefficient = plan.Checks.Coefficients[i];
            if (!scene.IsOpen(cell))
            {
                constant += (Int128)coefficient * scene.Values[cell];
                continue;
            }

            if (_variables[cell] == 0)
            {
                _variables[cell] = SlipSizes.MostSlips + Blanks.Count;
                Blanks.Add(cell);
            }

            variables.Add(_variables[cell]);
            _coefficients[cell] += coefficient;
        }

        return MakeForm(variables, constant);
    }

    private OpenForm MakeForm(List<int> variables, Int128 constant)
    {
        variables.Sort();
        var (blanks, coefficients) = (new List<int>(), new long[variables.Count]);
        foreach (var variable in variables)
        {
            ref var coefficient = ref _coefficients[Blanks[variable - SlipSizes.MostSlips]];
            if (coefficient != 0)
            {
                coefficients[blanks.Count] = coefficient;
                blanks.Add(variable);
                coefficient = 0;
            }
        }

        return new OpenForm(constant, blanks.ToArray(), coefficients);
    }
}

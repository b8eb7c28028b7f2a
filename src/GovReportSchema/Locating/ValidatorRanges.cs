using GovReportSchema.Checking;

namespace GovReportSchema.Locating;

/// <summary>What the validator would leave each cell after some changes: the last word on every repair.</summary>
internal sealed class ValidatorRanges
{
    private readonly LocatePlan _plan;
    private readonly Scene _scene;
    private readonly long[] _low;
    private readonly long[] _high;
    private readonly bool[] _violated;

    public ValidatorRanges(LocatePlan plan, Scene scene, CellChange[] changes)
    {
        (_plan, _scene) = (plan, scene);
        (_low, _high) = ((long[])scene.OpenLow.Clone(), (long[])scene.OpenHigh.Clone());
        _violated = new bool[plan.IsRule.Length];
        foreach (var change in changes)
        {
            (_low[change.Cell], _high[change.Cell]) = (change.To, change.To);
        }

        Work = Domains.Narrow(plan.Checks, _low, _high, _violated);
    }

    /// <summary>The terms of rules and equations that were looked at.</summary>
    public long Work { get; }

    /// <summary>Whether no rule of a cluster is violated.</summary>
    public bool Allow(RuleCluster cluster)
    {
        foreach (var check in cluster.Checks)
        {
            if (_scene.IsActive(check) && Violates(check))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a rule is violated whatever the blanks are.</summary>
    public bool Violates(int check) => OpenChecker.Judge(_plan.Checks, check, _low, _high, _violated) == Truth.Never;

    /// <summary>Whether the rules leave a cell one number.</summary>
    public bool IsForced(int cell, out long number)
    {
        number = _low[cell];
        return number == _high[cell];
    }
}

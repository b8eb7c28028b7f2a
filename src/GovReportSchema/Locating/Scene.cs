using GovReportSchema.Checking;

namespace GovReportSchema.Locating;

/// <summary>A report as the locator looks at it: the numbers that count, what each equation misses by, which cells are out of bounds.</summary>
internal sealed class Scene
{
    private readonly LocatePlan _plan;
    private readonly CellType[] _types;

    public Scene(LocatePlan plan, Report report, CheckOptions options)
    {
        (_plan, Report, Options) = (plan, report, options);
        _types = plan.Format.Shape.Types;
        Values = report.Values.ToArray();
        for (var cell = 0; cell < Values.Length; cell++)
        {
            if (Values[cell] == Report.Blank && options.Blanks == Blanks.Zero && _types[cell].IsNumber)
            {
                Values[cell] = 0;
            }

            // Nobody can say what a date, a choice or a text should be.
            if (_types[cell].IsNumber && !IsOpen(cell) && !InBounds(cell, Values[cell]))
            {
                OutOfBounds.Add(cell);
            }
        }

        Residuals = new Int128[plan.Checks.Checks.Length];
        foreach (var cluster in plan.Clusters)
        {
            if (!HasBlanks(cluster))
            {
                foreach (var check in cluster.Checks)
                {
                    Residuals[check] = RuleSums.Of(plan.Checks, plan.Checks.Checks[check], Values);
                }
            }
        }
    }

    public Report Report { get; }

    public CheckOptions Options { get; }

    /// <summary>The numbers that count in the rules; a blank is 0 where the options say so.</summary>
    public long[] Values { get; }

    /// <summary>The sum of each check; only of clusters without blanks.</summary>
    public Int128[] Residuals { get; }

    /// <summary>The cells whose number is beyond their bounds: whatever explains the report changes each of them.</summary>
    public List<int> OutOfBounds { get; } = [];

    /// <summary>Whether a cell stands for an unknown number.</summary>
    public bool IsOpen(int cell) => Values[cell] <= Report.Unread;

    public bool HasBlanks(RuleCluster cluster)
    {
        foreach (var cell in cluster.Cells)
        {
            if (IsOpen(cell))
            {
                return true;
            }
        }

        return false;
    }

    public bool HasOutOfBounds(RuleCluster cluster) =>
        OutOfBounds.Count > 0 && OutOfBounds.Exists(cell => _plan.ClusterOf[cell] == cluster);

    public bool InBounds(int cell, Int128 value) => value >= _types[cell].Minimum && value <= _types[cell].Maximum;

    public bool Holds(int check) =>
        Interval.Satisfies(_plan.Checks.RuleOf(_plan.Checks.Checks[check]), Residuals[check], Residuals[check]) == Truth.Always;

    /// <summary>
    /// What becomes of the cells where moves go by some sizes; null where a number would be out of bounds, or a rule that is no
    /// plain equation would not hold.
    /// </summary>
    public CellChange[]? Settle(RuleCluster cluster, ReadOnlySpan<Move> moves, ReadOnlySpan<Int128> sizes)
    {
        var most = 0;
        foreach (var move in moves)
        {
            most += move.Cells.Length;
        }

        var cells = most <= 32 ? stackalloc int[most] : new int[most];
        var deltas = most <= 32 ? stackalloc Int128[most] : new Int128[most];
        var count = 0;
        for (var m = 0; m < moves.Length; m++)
        {
            for (var i = 0; i < moves[m].Cells.Length; i++)
            {
                var cell = moves[m].Cells[i];
                var at = cells[..count].IndexOf(cell);
                if (at < 0)
                {
                    at = count++;
                    (cells[at], deltas[at]) = (cell, 0);
                }

                deltas[at] += sizes[m] * moves[m].Steps[i];
            }
        }

        return InBounds(cluster, cells[..count], deltas) ? Changes(cluster, cells[..count], deltas[..count]) : null;
    }

    private bool InBounds(RuleCluster cluster, ReadOnlySpan<int> cells, ReadOnlySpan<Int128> deltas)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (!InBounds(cells[i], Values[cells[i]] + deltas[i]))
            {
                return false;
            }
        }

        foreach (var cell in OutOfBounds)
        {
            if (_plan.ClusterOf[cell] == cluster && !cells.Contains(cell))
            {
                return false;
            }
        }

        return true;
    }

    private CellChange[]? Changes(RuleCluster cluster, Span<int> cells, Span<Int128> deltas)
    {
        cells.Sort(deltas);
        var changes = new List<CellChange>(cells.Length);
        for (var i = 0; i < cells.Length; i++)
        {
            if (deltas[i] != 0)
            {
                changes.Add(Change(cells[i], (long)(Values[cells[i]] + deltas[i]), Choice.Forced));
            }
        }

        return cluster.IsExact || AllHold(cluster, changes) ? [.. changes] : null;
    }

    public CellChange Change(int cell, long to, Choice choice) =>
        new(cell, IsOpen(cell) ? Report.Blank : Report.Values[cell], to, choice);

    /// <summary>Whether every rule of a cluster without blanks holds after some changes.</summary>
    private bool AllHold(RuleCluster cluster, List<CellChange> changes)
    {
        var after = (long[])Values.Clone();
        foreach (var change in changes)
        {
            after[change.Cell] = change.To;
        }

        foreach (var check in cluster.Checks)
        {
            var sum = RuleSums.Of(_plan.Checks, _plan.Checks.Checks[check], after);
            if (Interval.Satisfies(_plan.Checks.RuleOf(_plan.Checks.Checks[check]), sum, sum) != Truth.Always)
            {
                return false;
            }
        }

        return true;
    }
}

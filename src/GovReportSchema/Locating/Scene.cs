using GovReportSchema.Checking;

namespace GovReportSchema.Locating;

/// <summary>A report as the locator looks at it: the numbers that count, what the rules leave its blanks, which cells are out of bounds.</summary>
internal sealed class Scene
{
    private readonly LocatePlan _plan;
    private readonly CellType[] _types;
    private ValidatorRanges? _asIs;

    /// <summary>The cells that are being settled, and by how much each moves.</summary>
    private int[] _cells = new int[16];
    private long[] _deltas = new long[16];

    public Scene(LocatePlan plan, Report report, CheckOptions options)
    {
        (_plan, Report, Options) = (plan, report, options);
        _types = plan.Format.Shape.Types;
        Previous = options.Previous is null ? null : new PreviousCells(plan.Checks, report, options.Previous, options.Blanks);
        var count = Previous is null ? _types.Length : 2 * _types.Length;
        (Values, OpenLow, OpenHigh) = (new long[count], new long[count], new long[count]);
        Domains.Open(report, options.Blanks, Values, OpenLow, OpenHigh);
        Previous?.CopyTo(Values, OpenLow, OpenHigh);
        for (var cell = 0; cell < Values.Length; cell++)
        {
            if (IsOpen(cell))
            {
                HasOpenCells = true;
            }

            // Nobody can say what a date, a choice or a text should be. A blank that counts as 0 is in no cell's bounds or out of them.
            else if (cell < _types.Length && _types[cell].IsNumber && report.Values[cell] > Report.Unread && !InBounds(cell, Values[cell]))
            {
                OutOfBounds.Add(cell);
            }
        }
    }

    public Report Report { get; }

    public CheckOptions Options { get; }

    /// <summary>Last year's cells; null where last year's report is not given.</summary>
    public PreviousCells? Previous { get; }

    /// <summary>The numbers that count in the rules, last year's behind this year's; a blank is 0 where the options say so.</summary>
    public long[] Values { get; }

    /// <summary>The least that each cell can be by its own bounds.</summary>
    public long[] OpenLow { get; }

    /// <summary>The most that each cell can be by its own bounds.</summary>
    public long[] OpenHigh { get; }

    /// <summary>The cells whose number is beyond their bounds: whatever explains the report changes each of them.</summary>
    public List<int> OutOfBounds { get; } = new List<int>();

    /// <summary>Whether any cell, of this year's report or last year's, stands for an unknown number.</summary>
    private bool HasOpenCells { get; }

    /// <summary>What the rules leave the cells as they are.</summary>
    public ValidatorRanges AsIs => _asIs ??= new ValidatorRanges(_plan, this, []);

    /// <summary>Whether a cell stands for an unknown number.</summary>
    public bool IsOpen(int cell) => Values[cell] <= Report.Unread;

    /// <summary>Whether a rule that must hold can be asked for: one that looks at last year's report needs its cells.</summary>
    public bool IsActive(int check) =>
        !_plan.Checks.Checks[check].NeedsPrevious || Previous?.Has(_plan.Checks.Checks[check]) == true;

    /// <summary>Whether no numbers in the blanks satisfy a rule.</summary>
    public bool IsViolated(int check) => HasOpenCells ? AsIs.Violates(check) : !_plan.Checks.Holds(_plan.Checks.Checks[check], Values);

    /// <summary>Whether every rule of a cluster is an equation over filled cells.</summary>
    public bool IsExact(RuleCluster cluster)
    {
        if (!cluster.IsExact || HasBlanks(cluster))
        {
            return false;
        }

        foreach (var check in cluster.Checks)
        {
            if (_plan.Checks.Checks[check].NeedsPrevious && IsActive(check))
            {
                return false;
            }
        }

        return true;
    }

    public bool HasBlanks(RuleCluster cluster)
    {
        if (HasOpenCells)
        {
            foreach (var cell in cluster.Cells)
            {
                if (IsOpen(cell))
                {
                    return true;
                }
            }
        }

        return false;
    }

    public bool HasOutOfBounds(RuleCluster cluster)
    {
        foreach (var cell in OutOfBounds)
        {
            if (_plan.ClusterOf[cell] == cluster)
            {
                return true;
            }
        }

        return false;
    }

    public bool InBounds(int cell, long value) => value >= _types[cell].Minimum && value <= _types[cell].Maximum;

    /// <summary>What becomes of the cells where moves go by some sizes; null where a number would be out of bounds.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="moves">The moves.</param>
    /// <param name="sizes">Their sizes.</param>
    /// <param name="count">How many of them there are.</param>
    public CellChange[]? Settle(RuleCluster cluster, Move[] moves, long[] sizes, int count)
    {
        if (Place(moves, sizes, count) is not (>= 0 and var placed))
        {
            return null;
        }

        var changes = 0;
        for (var i = 0; i < placed; i++)
        {
            if (!InBounds(_cells[i], Values[_cells[i]] + _deltas[i]))
            {
                return null;
            }

            changes += _deltas[i] != 0 ? 1 : 0;
        }

        foreach (var cell in OutOfBounds)
        {
            if (_plan.ClusterOf[cell] == cluster && Array.IndexOf(_cells, cell, 0, placed) < 0)
            {
                return null;
            }
        }

        var settled = new CellChange[changes];
        for (int i = 0, next = 0; i < placed; i++)
        {
            if (_deltas[i] != 0)
            {
                settled[next++] = Change(_cells[i], Values[_cells[i]] + _deltas[i], Choice.Forced);
            }
        }

        return settled;
    }

    public CellChange Change(int cell, long to, Choice choice) =>
        new(cell, IsOpen(cell) ? Report.Blank : Report.Values[cell], to, choice);

    /// <summary>Lays out the cells that some moves change, in order, and by how much each.</summary>
    /// <returns>How many there are; -1 where one would go farther than any number can.</returns>
    private int Place(Move[] moves, long[] sizes, int count)
    {
        var most = 0;
        for (var m = 0; m < count; m++)
        {
            most += moves[m].Cells.Length;
        }

        if (_cells.Length < most)
        {
            (_cells, _deltas) = (new int[most], new long[most]);
        }

        var placed = 0;
        for (var m = 0; m < count; m++)
        {
            for (var i = 0; i < moves[m].Cells.Length; i++)
            {
                if (IsOpen(moves[m].Cells[i]))
                {
                    continue;
                }

                var (size, step) = (sizes[m], moves[m].Steps[i]);
                if (step is not (1 or -1) && Math.Abs(size) > RuleSums.Largest / Math.Abs(step))
                {
                    return -1;
                }

                Insert(ref placed, moves[m].Cells[i], size * step);
            }
        }

        return placed;
    }

    private void Insert(ref int placed, int cell, long delta)
    {
        var at = placed;
        while (at > 0 && _cells[at - 1] >= cell)
        {
            at--;
        }

        if (at < placed && _cells[at] == cell)
        {
            _deltas[at] += delta;
            return;
        }

        for (var i = placed++; i > at; i--)
        {
            (_cells[i], _deltas[i]) = (_cells[i - 1], _deltas[i - 1]);
        }

        (_cells[at], _deltas[at]) = (cell, delta);
    }
}

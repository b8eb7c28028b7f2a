using GovReportSchema.Checking;

namespace GovReportSchema.Locating;

/// <summary>A report as the locator looks at it: the numbers that count, what the rules leave its blanks, which cells are out of bounds.</summary>
internal sealed class Scene
{
    private readonly LocatePlan _plan;
    private readonly CellType[] _types;
    private ValidatorRanges? _asIs;

    public Scene(LocatePlan plan, Report report, CheckOptions options)
    {
        (_plan, Report, Options) = (plan, report, options);
        _types = plan.Format.Shape.Types;
        Previous = options.Previous is null ? null : new PreviousCells(plan.Checks, report, options.Previous, options.Blanks);
        var count = Previous is null ? _types.Length : 2 * _types.Length;
        (Values, OpenLow, OpenHigh) = (new long[count], new long[count], new long[count]);
        Domains.Open(report, options.Blanks, Values, OpenLow, OpenHigh);
        Previous?.CopyTo(Values, OpenLow, OpenHigh);
        HasOpenCells = Values.AsSpan().ContainsAny(Report.Blank, Report.Unread);
        for (var cell = 0; cell < _types.Length; cell++)
        {
            // Nobody can say what a date, a choice or a text should be.
            if (_types[cell].IsNumber && !IsOpen(cell) && !InBounds(cell, Values[cell]))
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
    public List<int> OutOfBounds { get; } = [];

    /// <summary>Whether any cell, of this year's report or last year's, stands for an unknown number.</summary>
    private bool HasOpenCells { get; }

    /// <summary>What the rules leave the cells as they are.</summary>
    public ValidatorRanges AsIs => _asIs ??= new ValidatorRanges(_plan, this, []);

    /// <summary>Whether a cell stands for an unknown number.</summary>
    public bool IsOpen(int cell) => Values[cell] <= Report.Unread;

    /// <summary>Whether a rule that must hold can be asked for: one that looks at last year's report needs its cells.</summary>
    public bool IsActive(int check) =>
        _plan.Checks.Checks[check] is var c && (!c.NeedsPrevious || Previous?.Has(c) == true);

    /// <summary>Whether no numbers in the blanks satisfy a rule.</summary>
    public bool IsViolated(int check) => HasOpenCells ? AsIs.Violates(check) : !_plan.Checks.Holds(_plan.Checks.Checks[check], Values);

    /// <summary>Whether every rule of a cluster is an equation over filled cells.</summary>
    public bool IsExact(RuleCluster cluster) =>
        cluster.IsExact && !HasBlanks(cluster)
        && (Previous is null || !Array.Exists(cluster.Checks, check => _plan.Checks.Checks[check].NeedsPrevious && IsActive(check)));

    public bool HasBlanks(RuleCluster cluster) => HasOpenCells && Array.Exists(cluster.Cells, IsOpen);

    public bool HasOutOfBounds(RuleCluster cluster) =>
        OutOfBounds.Count > 0 && OutOfBounds.Exists(cell => _plan.ClusterOf[cell] == cluster);

    public bool InBounds(int cell, Int128 value) => value >= _types[cell].Minimum && value <= _types[cell].Maximum;

    /// <summary>What becomes of the cells where moves go by some sizes; null where a number would be out of bounds.</summary>
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
                if (IsOpen(cell))
                {
                    continue;
                }

                var at = cells[..count].IndexOf(cell);
                if (at < 0)
                {
                    at = count++;
                    (cells[at], deltas[at]) = (cell, 0);
                }

                deltas[at] += sizes[m] * moves[m].Steps[i];
            }
        }

        return InBounds(cluster, cells[..count], deltas) ? Changes(cells[..count], deltas[..count]) : null;
    }

    public CellChange Change(int cell, long to, Choice choice) =>
        new(cell, IsOpen(cell) ? Report.Blank : Report.Values[cell], to, choice);

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

    private CellChange[] Changes(Span<int> cells, Span<Int128> deltas)
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

        return [.. changes];
    }
}

namespace GovReportSchema.Tests.Locating;

/// <summary>
/// What is wrong with a small form, found in the plainest way: every change of one cell, of a leaf with its totals, and of any two
/// of these, each by every size, is tried and every rule asked.
/// </summary>
internal sealed class FormTrial
{
    private readonly RandomForm _form;
    private readonly long[] _values;
    private readonly long[]? _previous;
    private readonly Rule[] _rules;
    private readonly List<(int Cell, long Step)[]> _moves = [];

    /// <param name="form">The form.</param>
    /// <param name="report">The report; every cell is filled.</param>
    /// <param name="previous">Last year's; null where none is given.</param>
    /// <param name="cells">The cells that hang together by rules, of which the trial is.</param>
    public FormTrial(RandomForm form, Report report, Report? previous, IReadOnlyCollection<int> cells)
    {
        (_form, _values, _previous) = (form, report.Values.ToArray(), previous?.Values.ToArray());
        _rules = [.. form.Rules.Where(rule => rule.Severity == Severity.Error && (previous is not null || !rule.Axes[0].Terms.Any(term => term.Previous)))
            .Where(rule => CellsOf(rule).Any(cells.Contains))];
        foreach (var cell in cells.Order())
        {
            _moves.Add([(cell, 1)]);
        }

        foreach (var cell in cells.Order())
        {
            var follow = Follow(cell);
            if (follow.Length > 1)
            {
                _moves.Add(follow);
            }
        }
    }

    /// <summary>The smallest explanations of up to two slips, each with every way to do it: what then stands in all cells.</summary>
    public List<List<long[]>> Smallest()
    {
        foreach (var (slips, compounds) in new[] { (1, 0), (1, 1), (2, 0), (2, 1), (2, 2) })
        {
            var found = new List<List<long[]>>();
            for (var a = 0; a < _moves.Count; a++)
            {
                for (var b = slips == 1 ? a : a + 1; b < (slips == 1 ? a + 1 : _moves.Count); b++)
                {
                    var moves = slips == 1 ? [_moves[a]] : new[] { _moves[a], _moves[b] };
                    if (moves.Count(move => move.Length > 1) == compounds)
                    {
                        var ways = new List<long[]>();
                        Try(moves, 0, (long[])_values.Clone(), ways);
                        found.AddRange(ways.Count > 0 ? [ways] : []);
                    }
                }
            }

            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }

    /// <summary>Whether every rule holds and no cell is out of bounds.</summary>
    public bool IsInOrder() => _rules.All(rule => Holds(rule, _values, _previous)) && CellsOutOfBounds(_values) == 0;

    /// <summary>Whether every rule holds over filled cells, all of them within bounds. Rules that look at last year's report need it.</summary>
    public static bool Holds(RandomForm form, ReadOnlySpan<long> values, ReadOnlySpan<long> previous)
    {
        foreach (var rule in form.Rules)
        {
            if (rule.Severity == Severity.Error && (!previous.IsEmpty || !rule.Axes[0].Terms.Any(term => term.Previous)) && !Holds(rule, values, previous))
            {
                return false;
            }
        }

        return !values.ContainsAnyExceptInRange(form.Type.Minimum, form.Type.Maximum);
    }

    private static IEnumerable<int> CellsOf(Rule rule) => rule.Axes[0].Terms.Concat(rule.Axes[0].When?.Terms ?? [])
        .Where(term => !term.Previous).Select(term => term.Offset);

    private void Try((int Cell, long Step)[][] moves, int next, long[] values, List<long[]> found)
    {
        if (next == moves.Length)
        {
            if (_rules.All(rule => Holds(rule, values, _previous)) && moves.SelectMany(move => move).All(change => IsInBounds(values[change.Cell]))
                && CellsOutOfBounds(values) == 0)
            {
                found.Add((long[])values.Clone());
            }

            return;
        }

        var reach = (_form.Type.Maximum - _form.Type.Minimum + 2) * 2;
        for (var size = -reach; size <= reach; size++)
        {
            if (size == 0)
            {
                continue;
            }

            foreach (var (cell, step) in moves[next])
            {
                values[cell] += size * step;
            }

            Try(moves, next + 1, values, found);
            foreach (var (cell, step) in moves[next])
            {
                values[cell] -= size * step;
            }
        }
    }

    private int CellsOutOfBounds(long[] values) =>
        _moves.Where(move => move.Length == 1).Count(move => !IsInBounds(values[move[0].Cell]));

    private bool IsInBounds(long value) => value >= _form.Type.Minimum && value <= _form.Type.Maximum;

    /// <summary>A leaf and the totals that it moves, each by how much; the leaf alone where it is a total itself.</summary>
    private (int Cell, long Step)[] Follow(int leaf)
    {
        var totals = _rules.Where(rule => rule.IsTotal).Select(rule => rule.Axes[0]).ToArray();
        if (totals.Any(total => total.Subject == leaf))
        {
            return [(leaf, 1)];
        }

        var moved = new HashSet<int> { leaf };
        while (totals.Any(total => total.Terms.Any(term => moved.Contains(term.Offset)) && moved.Add(total.Subject)))
        {
        }

        return [.. moved.Select(cell => (cell, 1L))];
    }

    private static bool Holds(Rule rule, ReadOnlySpan<long> values, ReadOnlySpan<long> previous)
    {
        var axis = rule.Axes[0];
        return (axis.When is { } when && !Compare(when.Relation, Sum(when.Terms, when.Constant, values, previous), 0))
            || Compare(rule.Relation, Sum(axis.Terms, axis.Constant, values, previous), rule.Tolerance);
    }

    private static long Sum(IReadOnlyList<Term> terms, long constant, ReadOnlySpan<long> values, ReadOnlySpan<long> previous)
    {
        var sum = constant;
        foreach (var term in terms)
        {
            sum += term.Coefficient * (term.Previous ? previous : values)[term.Offset];
        }

        return sum;
    }

    private static bool Compare(Relation relation, long sum, long tolerance) => relation switch
    {
        Relation.Equal => Math.Abs(sum) <= tolerance,
        Relation.NotEqual => Math.Abs(sum) > tolerance,
        Relation.AtMost => sum <= tolerance,
        _ => sum >= -tolerance,
    };
}

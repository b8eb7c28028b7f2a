namespace GovReportSchema;

/// <summary>
/// Lays the rules of a format with repeating rows out for given numbers of entries. A rule that names a cell of an entry holds in
/// each; where it names all entries, the cells of all stand in it. A rule over all entries of a row of which some could not be read is
/// left out: nothing can be said of it.
/// </summary>
internal sealed class EntryRules
{
    private readonly EntryLayout _pattern;
    private readonly EntryLayout _entries;
    private readonly List<RuleAxis> _axes = [];
    private readonly List<int> _places = [];
    private RuleAxis? _last;

    private EntryRules(EntryLayout entries) => (_pattern, _entries) = (entries.Family.Pattern, entries);

    public static IReadOnlyList<Rule> For(EntryLayout entries, IReadOnlyList<Rule> rules) =>
        [.. rules.Select(rule => rule with { Axes = new EntryRules(entries).Lay(rule.Axes) })];

    private List<RuleAxis> Lay(IReadOnlyList<RuleAxis> axes)
    {
        foreach (var axis in axes)
        {
            // Places in a run that repeat together, entry by entry: so neighbouring columns stay neighbours.
            for (var first = 0; first < axis.Places.Count;)
            {
                var row = RowOf(axis, axis.Places[first]);
                var end = first + 1;
                while (end < axis.Places.Count && RowOf(axis, axis.Places[end]) == row)
                {
                    end++;
                }

                for (var entry = 0; entry < (row < 0 ? 1 : _entries.CountOf(row)); entry++)
                {
                    for (var i = first; i < end; i++)
                    {
                        LayAt(axis, axis.Places[i], entry);
                    }
                }

                first = end;
            }
        }

        EndAxis();
        return _axes;
    }

    /// <summary>The repeating row in whose entries a rule holds from one place; -1 where it holds once.</summary>
    private int RowOf(RuleAxis axis, int place)
    {
        foreach (var term in axis.Terms.Concat(axis.When?.Terms ?? []))
        {
            if (!term.AllEntries && _pattern.EntryOf(place + term.Offset) is { } own)
            {
                return own.Row;
            }
        }

        return -1;
    }

    private void LayAt(RuleAxis axis, int place, int entry)
    {
        if (axis.Terms.Concat(axis.When?.Terms ?? []).Any(term =>
            term.AllEntries && _pattern.EntryOf(place + term.Offset) is { } own && _entries.IsUnread(own.Row)))
        {
            return;
        }

        var subject = CellOf(place + axis.Subject, entry);
        var terms = Lay(axis.Terms, place, entry);
        var asked = axis.When is null ? null : Lay(axis.When.Terms, place, entry);
        var first = Math.Min(terms.Min(term => term.Offset), asked is { Count: > 0 } ? asked.Min(term => term.Offset) : int.MaxValue);
        Move(terms, first);
        Move(asked, first);
        if (_last is not null && _last.Subject == subject - first && _last.Constant == axis.Constant && _last.Terms.SequenceEqual(terms)
            && (asked is null ? _last.When is null
                : _last.When is { } when && when.Relation == axis.When!.Relation && when.Constant == axis.When.Constant && when.Terms.SequenceEqual(asked)))
        {
            _places.Add(first);
            return;
        }

        EndAxis();
        _last = new RuleAxis([], subject - first, terms, axis.Constant) { When = axis.When is null ? null : axis.When with { Terms = asked! } };
        _places.Add(first);
    }

    private void EndAxis()
    {
        if (_last is not null)
        {
            _axes.Add(_last with { Places = [.. _places] });
            _places.Clear();
            _last = null;
        }
    }

    /// <summary>The terms by their cells; those of one cell are added up where the first stands.</summary>
    private List<Term> Lay(IReadOnlyList<Term> terms, int place, int entry)
    {
        var laid = new List<Term>(terms.Count);
        var mayMeet = false;
        foreach (var term in terms)
        {
            var cell = place + term.Offset;
            if (term.AllEntries && _pattern.EntryOf(cell) is { } own)
            {
                for (var each = 0; each < _entries.CountOf(own.Row); each++)
                {
                    laid.Add(new Term(CellOf(cell, each), term.Coefficient, term.Previous));
                }

                mayMeet = true;
            }
            else
            {
                laid.Add(new Term(CellOf(cell, entry), term.Coefficient, term.Previous));
            }
        }

        return !mayMeet ? laid : [
            .. laid.GroupBy(term => (term.Offset, term.Previous))
                .Select(group => new Term(group.Key.Offset, group.Sum(term => term.Coefficient), group.Key.Previous))
                .Where(term => term.Coefficient != 0)];
    }

    /// <summary>The cell that a cell of the pattern is in one entry; itself where it stands in none.</summary>
    private int CellOf(int cell, int entry) => _pattern.EntryOf(cell) is { } own
        ? _entries.FirstCellOf(own.Row, entry) + cell - _pattern.FirstCellOf(own.Row, 0)
        : cell;

    private static void Move(List<Term>? terms, int first)
    {
        for (var i = 0; i < terms?.Count; i++)
        {
            terms[i] = terms[i] with { Offset = terms[i].Offset - first };
        }
    }
}

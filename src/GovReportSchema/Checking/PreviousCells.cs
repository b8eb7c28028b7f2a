namespace GovReportSchema.Checking;

/// <summary>
/// The cells of last year's report, at the places of this year's format: of another format, those that have the same path and
/// hold the same: numbers of the same scale, dates, choices that this year's format has too. Of an entry of a repeating row they are
/// those of last year's entry of the same key.
/// </summary>
internal sealed class PreviousCells
{
    private static readonly Label s_noEntry = new("上年报告中没有同名的项", "last year's report has no one entry of that name");

    private readonly CheckPlan _plan;
    private readonly Report _previous;
    private readonly Blanks _blanks;
    private readonly int[]? _map;
    private readonly PreviousEntries? _entries;

    public PreviousCells(CheckPlan plan, Report report, Report previous, Blanks blanks)
    {
        (_plan, _previous, _blanks) = (plan, previous, blanks);
        if (plan.Format.Entries is not null || previous.Format.Entries is not null || !ReferenceEquals(previous.Format, plan.Format))
        {
            _entries = plan.Format.Entries is { } entries ? PreviousEntries.Match(report, entries, previous) : null;
            _map = [.. plan.Format.Cells.Select(cell =>
                PathOf(cell) is { } path && previous.Format.TryGetCell(path, out var other) && HoldTheSame(cell.Type, other.Type) ? other.Index : -1)];
        }
    }

    /// <summary>Why a check has nothing to look at in last year's report.</summary>
    /// <param name="check">A check that looks at a cell that last year's report lacks.</param>
    /// <param name="entry">The entry for which it does; null where it is not the entry that is lacking.</param>
    public Label WhyNot(in Check check, out (int Row, int Entry)? entry)
    {
        entry = null;
        foreach (var cell in _plan.Cells.AsSpan(check.FirstTerm, check.TermCount + check.ConditionTermCount))
        {
            if (cell >= _plan.PreviousBase && _map![cell - _plan.PreviousBase] < 0)
            {
                if (_plan.Format.Entries?.EntryOf(cell - _plan.PreviousBase) is not { } own || !_entries!.IsAlone(own.Row, own.Entry))
                {
                    entry = null;
                    break;
                }

                entry = own;
            }
        }

        return entry is not null ? s_noEntry : new(
            $"上年报告为 {_previous.Format.Id} 格式，没有对应的单元格",
            $"last year's report is of the format {_previous.Format.Id}, which lacks such a cell");
    }

    /// <summary>Whether last year's report has every cell that a check looks at.</summary>
    public bool Has(in Check check)
    {
        foreach (var cell in _plan.Cells.AsSpan(check.FirstTerm, check.TermCount + check.ConditionTermCount))
        {
            if (cell >= _plan.PreviousBase && _map is not null && _map[cell - _plan.PreviousBase] < 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Copies last year's cells behind this year's, with the ranges that last year's own rules leave its blanks.</summary>
    public void CopyTo(Span<long> values, Span<long> low, Span<long> high)
    {
        var plan = _previous.Format.Plan;
        var count = plan.PreviousBase;
        var own = new long[3 * count];
        var ownLow = own.AsSpan(count, count);
        var ownHigh = own.AsSpan(2 * count, count);
        Domains.Open(_previous, _blanks, own.AsSpan(0, count), ownLow, ownHigh);
        Domains.Narrow(plan, ownLow, ownHigh, new bool[plan.Checks.Length]);
        for (var i = 0; i < _plan.PreviousBase; i++)
        {
            var from = _map is null ? i : _map[i];
            var to = _plan.PreviousBase + i;
            (values[to], low[to], high[to]) = from < 0 ? (Report.Unread, 0, 0) : (own[from], ownLow[from], ownHigh[from]);
            if (from >= 0 && _map is not null && _plan.TypeOf(i).Kind == CellKind.Choice)
            {
                (values[to], low[to], high[to]) = Translate(_plan.TypeOf(i), _previous.Format.Shape.Types[from], own[from]);
            }
        }
    }

    private string? PathOf(Cell cell) =>
        _plan.Format.Entries?.EntryOf(cell.Index) is { } own ? _entries!.PathOf(cell.Path, own.Row, own.Entry) : cell.Path;

    private static bool HoldTheSame(CellType type, CellType other) =>
        type.IsNumber == other.IsNumber && type.Scale == other.Scale && (type.IsNumber || type.Kind == other.Kind)
        && other.Choices.All(choice => IndexOf(type, choice.Member) >= 0);

    /// <summary>A choice of another format, which may have its choices in another order.</summary>
    private static (long Value, long Low, long High) Translate(CellType type, CellType other, long value)
    {
        if (value <= Report.Unread)
        {
            return (value, type.Minimum, type.Maximum);
        }

        long own = IndexOf(type, other.Choices[(int)value].Member);
        return (own, own, own);
    }

    private static int IndexOf(CellType type, string member)
    {
        for (var i = 0; i < type.Choices.Count; i++)
        {
            if (type.Choices[i].Member == member)
            {
                return i;
            }
        }

        return -1;
    }
}

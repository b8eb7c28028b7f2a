namespace GovReportSchema.Pages;

/// <content>Decides between the readings of a run, and which of them are in doubt.</content>
internal sealed partial class TablePlacer
{
    /// <summary>Readings that were not taken: where the page prints the same row again with other values, these are no surer.</summary>
    private readonly List<Placement> _doubted = [];

    private void Decide(List<Placement> candidates, List<Token> run, string label, List<(BlockForm View, int Row, Fit Fit)> named)
    {
        var different = new List<Placement>();
        foreach (var candidate in candidates)
        {
            if (_atEnd && candidate.Values[^1] is { IsEmpty: true, Cell.Place: Place.Line } && !SumJudge.Confirms(_format, candidate)
                && Array.Exists(candidate.Values, value => value is { IsEmpty: false }))
            {
                continue;
            }

            if (!different.Exists(candidate.SameAs))
            {
                different.Add(candidate);
            }
        }

        var chosen = different.Count == 1 ? different[0] : different.Count == 0 ? null : SumJudge.Choose(_format, different);
        if (chosen is not null && IsDoubtful(chosen, run, !named.Exists(found => found.View.Columns.LeafCount == chosen.Cells.Length)))
        {
            _doubted.Add(chosen);
            _reading.Ambiguous.Add((run[0], label, TableReading.Show(run)));
        }
        else if (chosen is not null)
        {
            _reading.Placements.Add(chosen with { Label = label });
        }
        else if (different.Count == 0 && KeepShort(run, named, label))
        {
            return;
        }
        else if (different.Count > 1 || (named.Count > 0 && run.Exists(token => !token.IsBlank)))
        {
            _reading.Ambiguous.Add((run[0], label, TableReading.Show(run)));
        }
        else if (run.Exists(token => token.Value.Kind is ValueKind.Number or ValueKind.Word))
        {
            _reading.NotPlaced.Add((run.Find(token => !token.IsBlank)!, label, TableReading.Show(run)));
        }
    }

    /// <summary>
    /// Whether only sums can vouch for a reading: a row may have lost a cell, a page its end, and a head that lost a cell looks like one in another order.
    /// </summary>
    private bool IsDoubtful(Placement placement, List<Token> run, bool isBlock)
    {
        if (placement.IsReordered && SumJudge.Refutes(_format, placement))
        {
            _refutedOrders++;
            return true;
        }

        // A whole block whose blanks are empty lines: one line more or less moves all that follows.
        if (isBlock && Array.Exists(placement.Values, value => value is { IsEmpty: true, Cell.Place: Place.Line })
            && SumJudge.Refutes(_format, placement))
        {
            return true;
        }

        // On a line that keeps places, one space may stand within a cell, and an empty cell make up for it.
        var isCrowded = IsOnLine(run) && run.Skip(1).Any(value => !LineText.BeginsApart(value));
        return (run[0].Cell.IsInOddRow || IsCutOff(run) || isCrowded) && !SumJudge.Confirms(_format, placement);
    }

    /// <summary>Where the order of a head is refuted in one row after another, those in which it is not say nothing for it.</summary>
    private void DoubtRefutedOrder()
    {
        var reordered = _reading.Placements.FindAll(placement => placement.IsReordered);
        if (_refutedOrders <= reordered.Count / 4)
        {
            return;
        }

        foreach (var placement in reordered)
        {
            _reading.Placements.Remove(placement);
            _reading.Ambiguous.Add((placement.Values.First(value => value is not null)!, placement.Label, TableReading.Show([.. placement.Values.OfType<Token>()])));
        }
    }

    private bool IsCutOff(List<Token> run) => _cutOff is not null && ReferenceEquals(run[^1].Cell, _cutOff);
}

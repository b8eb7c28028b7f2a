namespace GovReportSchema.Pages;

/// <content>Finds the row that a run of values belongs to.</content>
internal sealed partial class TablePlacer
{
    /// <summary>The longest rest of a group's label, in letters.</summary>
    private const int LongestRest = 8;

    /// <summary>Texts before the rest of a group's label, among which the label begins.</summary>
    private const int MostOpen = 30;

    /// <summary>The rows that the texts before a run name: the last text, or the last few where the label is broken.</summary>
    private List<(BlockForm View, int Row, Fit Fit)> FindRow(List<Token> after, out int own, out string label)
    {
        own = Math.Min(_texts.Count, 1);
        label = _texts.Count == 0 ? "" : _texts[^1].Text.Trim();
        for (var least = Fit.Same; least >= Fit.Near; least--)
        {
            var joined = "";
            for (var parts = 1; parts <= Math.Min(MostLabelParts, _texts.Count); parts++)
            {
                joined = _texts[^parts].Text + joined;
                var named = FindRow(parts == 1 ? _texts[^1].Label : LabelText.Of(joined), least);
                if (named.Count > 0 && !(parts == 1 && IsLastOfHead(named)))
                {
                    (own, label) = (parts, joined);
                    return named;
                }
            }

            var found = FindRowAround(after, out own, out label);
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }

    private List<(BlockForm View, int Row, Fit Fit)> FindRowAround(List<Token> after, out int own, out string label)
    {
        // The label may stand beside those of groups, on the line of the values or around it.
        var last = Math.Min(MostLabelParts, _texts.Count);
        for (var anchor = 1; after.Count > 0 && anchor <= last; anchor++)
        {
            var middle = _texts[^anchor];
            if (_texts.TakeLast(anchor - 1).All(beside => !IsOver(beside, middle)) && FindRowAround(middle, anchor, after, out own, out label) is { Count: > 0 } found)
            {
                return found;
            }

        }

        (own, label) = (Math.Min(_texts.Count, 1), _texts.Count == 0 ? "" : _texts[^1].Text.Trim());
        return [];
    }

    /// <summary>
    /// 5.要求行政机关确认或重新 0 0 0 0 0 0 0 出具已获取信息: the values stand in the middle of their label, whose parts stand over one another.
    /// </summary>
    private List<(BlockForm View, int Row, Fit Fit)> FindRowAround(Token middle, int first, List<Token> after, out int own, out string label)
    {
        after = middle.Start < 0 ? after : after.FindAll(text => IsOver(text, middle));
        var before = "";
        label = "";
        for (own = first; after.Count > 0 && own <= Math.Min(MostLabelParts, _texts.Count); own++)
        {
            // The label of a group stands beside any of its rows.
            before = IsGroup(_texts[^own].Label) || !IsOver(_texts[^own], middle) ? before : _texts[^own].Text + before;
            label = before;
            foreach (var text in before.Length == 0 ? [] : after)
            {
                label += text.Text;
                var found = FindRow(LabelText.Of(label), Fit.Same);
                if (found.Count > 0)
                {
                    return found;
                }
            }
        }

        return [];
    }

    /// <summary>
    /// Whether values stand alone on a line that keeps places, and two labels of rows follow before other values do: the first of them may be theirs, its
    /// lines moved below them, and the row before be empty.
    /// </summary>
    private bool MayBeOfNextRow(List<Token> run, List<Token> after)
    {
        if (!IsOnLine(run) || !run[0].Cell.Text.AsSpan(0, run[0].Start).IsWhiteSpace())
        {
            return false;
        }

        var rows = 0;
        for (var i = 0; i < after.Count; i++)
        {
            var joined = "";
            for (var end = i; end < after.Count; end++)
            {
                joined += after[end].Text;
                if (FindRow(LabelText.Of(joined), Fit.Same).Count > 0)
                {
                    rows++;
                    i = end;
                    break;
                }
            }
        }

        return rows > 1;
    }

    /// <summary>Whether a text is the rest of a group's label that stands broken beside the group's rows: it is no part of a row's label.</summary>
    private bool CompletesGroup(Token text) => text is { Start: >= 0, IsEmpty: false } && text.Label.Core.Length <= LongestRest && _texts.GetRange(Math.Max(0, _texts.Count - MostOpen), Math.Min(MostOpen, _texts.Count)).Exists(
        begun => begun.Start >= 0 && begun.Cell != text.Cell && !IsGroup(begun.Label) && IsGroup(LabelText.Of(begun.Text + text.Text)));

    /// <summary>其他, the last column of a head, is not the row 3.其他: other columns stand before it.</summary>
    private bool IsLastOfHead(List<(BlockForm View, int Row, Fit Fit)> named) => _texts.Count > 1 && _texts[^1].Label.Number == 0
        && named.TrueForAll(found => found.View.Columns.Has(_texts[^1].Label, leavesOnly: true) && found.View.Columns.Has(_texts[^2].Label, leavesOnly: true));

    /// <summary>Whether two texts stand over one another, as far as their lines can tell.</summary>
    private static bool IsOver(Token one, Token other) => one.Start < 0 || other.Start < 0
        || Extent.Of(one, false).DistanceTo(Extent.Of(other, false)) == 0 || Extent.Of(one, true).DistanceTo(Extent.Of(other, true)) == 0;

    private List<(BlockForm View, int Row, Fit Fit)> FindRow(in LabelText label, Fit least)
    {
        var best = new List<(BlockForm, int, Fit)>();
        var bestFit = Fit.None;
        var bestDistance = int.MaxValue;
        foreach (var view in _views)
        {
            var row = Leaf(view.Rows, label, least, out var fit, out var distance);
            if (row < 0 || fit < bestFit || (fit == bestFit && distance > bestDistance))
            {
                continue;
            }

            if (fit > bestFit || distance < bestDistance)
            {
                best.Clear();
                (bestFit, bestDistance) = (fit, distance);
            }

            best.Add((view, row, fit));
        }

        // A near text that fits rows of two blocks fits neither.
        return bestFit == Fit.Near && best.Count(found => !found.Item1.Turned) > 1 ? [] : best;
    }
}

using GovReportSchema.Findings;

namespace GovReportSchema.Pages;

/// <content>Finds entries where rows are lost: a name is the one text before a run of values.</content>
internal sealed partial class BodyRows
{
    private void ReadLines(List<Token> tokens)
    {
        var texts = new List<Token>();
        for (var i = 0; i < tokens.Count;)
        {
            if (!tokens[i].IsValue)
            {
                i += ReadText(tokens, i, texts);
                continue;
            }

            var end = i + 1;
            while (end < tokens.Count && tokens[end].IsValue)
            {
                end++;
            }

            ReadRun(texts, tokens.GetRange(i, end - i));
            texts.Clear();
            i = end;
        }

        LeaveOut(texts);
    }

    /// <summary>A text: of a head, of the table after it, of a row whose values are texts too, or one before a run of values.</summary>
    /// <returns>How many texts were taken.</returns>
    private int ReadText(List<Token> tokens, int at, List<Token> before)
    {
        if (TakeHeadText(tokens[at], before.Count > 0))
        {
            LeaveOut(before);
            _marked.Add(tokens[at]);
            return 1;
        }

        if (IsForeign(tokens[at]))
        {
            LeaveOut(before);
            EndEntry();
            _head = null;
        }

        if (_head is not null && HasWords(_head.Block) && (!_head.IsOpen || CloseHead([], out _)) && TakeWordRows(tokens, at) is > 0 and var taken)
        {
            return taken;
        }

        before.Add(tokens[at]);
        return 1;
    }

    /// <summary>Whether a text is the heading of a section, or the label of a column of another table.</summary>
    private bool IsForeign(Token text) => _foreignLabels.Contains(text.Label.Core) || SectionFinder.LooksLikeHeading(text.Text);

    private bool IsHeadText(Token text) => _table.Blocks.Any(block => block.Columns.Has(text.Label)
        || block.Rows.Repeats.Any(repeat => LabelMatch.Compare(text.Label, repeat.Key, out _) == Fit.Same));

    /// <summary>Whether a text is one of a head: the label of a column or of the names.</summary>
    private bool TakeHeadText(Token text, bool isApart)
    {
        foreach (var block in _table.Blocks)
        {
            var goesOn = _head is { IsOpen: true } && _head.Block == block;
            if (block.Columns.Has(text.Label) || (goesOn && !isApart && Head.BeginsLabel(text.Label.Core, block.Columns))
                || block.Rows.Repeats.Any(repeat => LabelMatch.Compare(text.Label, repeat.Key, out _) == Fit.Same))
            {
                TakeHead(block, [text], goesOn);
                return true;
            }
        }

        return false;
    }

    /// <summary>A run of values, with the texts since the one before.</summary>
    private void ReadRun(List<Token> texts, List<Token> run)
    {
        var taken = 0;
        if (_head is null || (_head.IsOpen && !CloseHead(texts, out taken)) || !_head.Block.HasEntries)
        {
            _marked.AddRange([.. texts, .. run]);
            return;
        }

        _marked.AddRange(texts.Take(taken));
        texts.RemoveRange(0, taken);
        var parts = PartsOfFixed(texts, out var leaf);
        if (parts > 0)
        {
            LeaveOut(texts.GetRange(0, texts.Count - parts));
            EndEntry();
            _lastFixed = leaf;
            _marked.AddRange([.. texts.Skip(texts.Count - parts), .. run]);
            return;
        }

        ReadEntryOfRun(texts, run);
    }

    private void ReadEntryOfRun(List<Token> texts, List<Token> run)
    {
        foreach (var note in texts.FindAll(IsNote))
        {
            _entries.Refuse(PageFault.Note, note, Fault.Name(NameOf(note)));
            texts.Remove(note);
        }

        _band = _head!.Block.Rows.Repeats.FirstOrDefault(repeat => texts.Exists(text => text.Label == repeat.Label)) ?? _band;
        List<Token> row = [.. texts, .. run];
        if (row.TrueForAll(token => token.IsBlank) || RepeatAt(row, texts.Count) is not { } repeat)
        {
            _marked.AddRange(row);
            return;
        }

        var own = repeat.IsGroup && texts.Count > 0 ? RowOfEntry(repeat, texts[^1].Label, Fit.Same) : -1;
        var names = texts.FindAll(text => !IsGroup(_head.Block, text.Label) && !(own >= 0 && text == texts[^1]));

        // A text among the values parts a run in two: neither is a row.
        var isWhole = run.Count >= _head.Block.Columns.LeafCount || (texts.Count > 0 && texts[^1].Cell == run[0].Cell);
        if (names is [var only])
        {
            names[0] = row[row.IndexOf(only)] = WithoutNumber(only, repeat);
        }

        if (names.Count > 1 || (repeat.IsGroup ? own < 0 : names.Count == 0) || !isWhole)
        {
            EndEntry();
            Refuse(names.Count == 0 ? PageFault.NoName : PageFault.NameUnclear, names.Count == 0 ? row : [Joined(names), .. run], names.Count == 0 ? -1 : 0, repeat, mayBeEntry: true);
        }
        else if (!repeat.IsGroup)
        {
            ReadEntry(repeat, row, row.IndexOf(names[0]));
        }
        else if (BeginRowOfEntry(repeat, own, names.Count == 0 ? null : names[0], row))
        {
            TakeRow(row, names.Count == 0 ? -1 : row.IndexOf(names[0]), texts.Count - 1, LabelText.OfEntryRow(repeat.Index, (_entry!.Value.Number * repeat.Rows.LeafCount) + own));
        }
    }

    /// <summary>1 财政局: a number that counts the entries is no part of a name; only on a line is it one text with it.</summary>
    private Token WithoutNumber(Token name, RepeatForm repeat)
    {
        var next = (_entries.Keys[repeat.Index].Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return name.Start >= 0 && name.Text.StartsWith(next + " ", StringComparison.Ordinal) ? name with { Text = name.Text[next.Length..].TrimStart() } : name;
    }

    private static Token Joined(List<Token> texts) => texts[0] with { Text = string.Join(' ', texts.Select(text => text.Text.Trim())) };

    /// <summary>How many of the last texts are the label of a row of the form that stands once; 0 for none.</summary>
    private int PartsOfFixed(List<Token> texts, out int leaf)
    {
        const int mostParts = 6;
        var joined = "";
        for (var parts = 1; parts <= Math.Min(mostParts, texts.Count); parts++)
        {
            joined = texts[^parts].Text + joined;
            var label = LabelText.Of(joined);
            leaf = FixedRow(_head!.Block, label, Fit.Same);
            if (leaf < 0 && IsNearRow(label))
            {
                leaf = FixedRow(_head.Block, label, Fit.Near);
            }

            if (leaf >= 0 && !IsNextOfEntry(label))
            {
                return parts;
            }
        }

        leaf = -1;
        return 0;
    }

    /// <summary>Texts that no values follow: labels, notes, or entries whose cells left no trace.</summary>
    private void LeaveOut(List<Token> texts)
    {
        if (_head is { IsOpen: false, Block.HasEntries: true } head)
        {
            foreach (var text in texts.Where(text => !IsGroup(head.Block, text.Label)))
            {
                _entries.Refuse(PageFault.Note, text, Fault.Name(NameOf(text)));
                if (!IsNote(text))
                {
                    _entries.Unread.UnionWith(head.Block.Rows.Repeats.Select(repeat => repeat.Index));
                }
            }
        }

        _marked.AddRange(texts);
        texts.Clear();
    }
}

using GovReportSchema.Findings;

namespace GovReportSchema.Pages;

/// <content>Finds entries where rows are lost: a name is the one text before a run of values.</content>
internal sealed partial class BodyRows
{
    /// <summary>More texts than any name, label and note together have before one run of values.</summary>
    private const int MostTexts = 64;

    private static readonly string[] s_numbers = ["序号", "编号", "项次", "no"];

    /// <summary>Whether the head has a column for the numbers of the entries.</summary>
    private bool _isNumbered;

    /// <summary>Whether the last run of values was shorter than a row.</summary>
    private bool _isBroken;

    /// <summary>
    /// Whether the lines at hand keep columns by spaces. A name that is broken over lines has its rest on a line of its own there, a value that
    /// is none looks like a name, and a blank leaves no trace: no form knows the names by which these could be told.
    /// </summary>
    private bool _keepsColumns;

    private void ReadLines(List<Token> tokens)
    {
        var texts = new List<Token>();
        _keepsColumns = tokens.Exists(token => token.Cell.Place == Place.Line && token.Cell.Text.AsSpan().Trim().Contains("  ", StringComparison.Ordinal));
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
        if (TakeHeadText(tokens, at, before.Count > 0))
        {
            LeaveOut(before);
            _marked.Add(tokens[at]);
            return 1;
        }

        if (IsForeign(tokens, at))
        {
            LeaveOut(before);
            EndEntry();
            _head = null;
        }

        if (_head is not null && IsGroup(_head.Block, tokens[at].Label))
        {
            _head.GoesOn = true;
        }

        _isNumbered |= tokens[at].Text.Split((char[]?)null).Any(word => s_numbers.Contains(LabelText.Of(word).Core));
        if (TakeRowOfWords(tokens, at, before) is > 0 and var taken)
        {
            return taken;
        }

        before.Add(tokens[at]);
        if (before.Count > MostTexts)
        {
            // The next run of values may belong to them all.
            LeaveOut(before);
            _isBroken = true;
        }

        return 1;
    }

    /// <summary>Whether a text is the heading of a section, or one of the labels of columns of another table.</summary>
    private bool IsForeign(List<Token> tokens, int at) => _headings.Contains((tokens[at].Label.Core, tokens[at].Label.Number)) || SectionFinder.LooksLikeHeading(tokens[at].Text)
        || (_foreignColumns.Contains(tokens[at].Label.Core) && at + 1 < tokens.Count && _foreignColumns.Contains(tokens[at + 1].Label.Core));

    private static bool NamesColumn(BlockForm block, Token text) => block.Columns.Has(text.Label) || IsOverNames(block, text);

    private static bool IsOverNames(BlockForm block, Token text) => block.Rows.Repeats.Any(repeat => LabelMatch.Compare(text.Label, repeat.Key, out _) == Fit.Same);

    /// <summary>Whether a text is one of a head: under a body, where an entry may have the name of a column, only with another one after it.</summary>
    private bool IsHeadText(List<Token> tokens, int at, BlockForm block)
    {
        var isOpen = _head is { IsOpen: true } && _head.Block == block;
        return NamesColumn(block, tokens[at]) && (isOpen || block.Columns.LeafCount == 1 || IsOverNames(block, tokens[at])
            || (at + 1 < tokens.Count && NamesColumn(block, tokens[at + 1])));
    }

    private bool IsHeadText(List<Token> tokens, int at) => _table.Blocks.Any(block => IsHeadText(tokens, at, block));

    private bool TakeHeadText(List<Token> tokens, int at, bool isApart)
    {
        foreach (var block in _table.Blocks)
        {
            var goesOn = _head is { IsOpen: true } && _head.Block == block;
            if (IsHeadText(tokens, at, block) || (goesOn && !isApart && Head.BeginsLabel(tokens[at].Label.Core, block.Columns)))
            {
                TakeHead(block, [tokens[at]], goesOn);
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
        if (RepeatAt(texts, texts.Count) is not { } repeat)
        {
            _marked.AddRange([.. texts, .. run]);
            return;
        }

        var own = repeat.IsGroup && texts.Count > 0 ? RowOfEntry(repeat, texts[^1].Label, Fit.Same) : -1;
        var names = texts.FindAll(text => !IsGroup(_head.Block, text.Label) && !(repeat.IsGroup && RowOfEntry(repeat, text.Label, Fit.Same) >= 0));
        DropNextNumber(repeat, run, names.Count);
        List<Token> row = [.. texts, .. run];
        if (row.TrueForAll(token => token.IsBlank) || (run.Count == 0 && names.Count == 0))
        {
            _marked.AddRange(row);
            return;
        }

        if (names is [var only])
        {
            names[0] = row[row.IndexOf(only)] = WithoutNumber(only);
        }

        // A text among the values parts a run in two, or is taken for the end of a name: neither is a row.
        var isWhole = run.Count >= _head.Block.Columns.LeafCount
            || (texts.Count > 0 && run.Count > 0 && texts[^1].Cell == run[0].Cell && names.TrueForAll(name => !name.Text.Trim().Any(char.IsWhiteSpace)));

        // Values that are texts look like names.
        if (Enumerable.Range(0, _head.Block.Columns.LeafCount).Any(column => !TypeOf(repeat.FirstLeaf + Math.Max(own, 0), column).IsNumber))
        {
            EndEntry();
            Refuse(PageFault.NameUnclear, row, 0, repeat, mayBeEntry: true);
            return;
        }

        // What follows a run that is too short, or a label, may be a text among the values.
        var isBroken = (_isBroken && names.Count > 0)
            || (repeat.IsGroup && texts.SkipWhile(text => RowOfEntry(repeat, text.Label, Fit.Same) < 0).Any(text => RowOfEntry(repeat, text.Label, Fit.Same) < 0 && !IsGroup(_head.Block, text.Label)));
        _isBroken = !isWhole && run.Count > 0;
        if (names.Count > 1 || (repeat.IsGroup ? own < 0 : names.Count == 0) || !isWhole || isBroken || _keepsColumns)
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

    /// <summary>Where entries are numbered in a column of their own, the number of the next stands behind the values of the last.</summary>
    private void DropNextNumber(RepeatForm repeat, List<Token> run, int names)
    {
        if (_isNumbered && run[^1].Value == ValueText.Of((_entries.Keys[repeat.Index].Count + (names == 0 ? 1 : 2)).ToString(System.Globalization.CultureInfo.InvariantCulture)))
        {
            run.RemoveAt(run.Count - 1);
        }
    }

    /// <summary>1 财政局: the number of an entry is no part of its name; only on a line is it one text with it.</summary>
    private Token WithoutNumber(Token name)
    {
        var digits = name.Text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return _isNumbered && name.Start >= 0 && digits > 0 && char.IsWhiteSpace(name.Text[digits]) ? name with { Text = name.Text[digits..].TrimStart() } : name;
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

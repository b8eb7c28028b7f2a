using GovReportSchema.Findings;

namespace GovReportSchema.Pages;

/// <content>
/// Reads rows whose cells are lines where some hold dates, choices or texts: a value looks like a name there, so that rows are told by
/// counting, and only where every value fits its column from the first row to the last.
/// </content>
internal sealed partial class BodyRows
{
    /// <summary>A row of so many texts: a name where an entry begins, a label where the row has one, and the values.</summary>
    /// <param name="Leaf">The row of the form that stands once; -1 for one of an entry.</param>
    /// <param name="Own">The row of the entry.</param>
    /// <param name="Name">What names the entry; null where the row is not its first.</param>
    /// <param name="Texts">The texts, with those that are cut off at the end of the page's table missing.</param>
    /// <param name="Values">Where the values begin.</param>
    private sealed record WordRow(int Leaf, int Own, Token? Name, List<Token> Texts, int Values);

    private bool HasWords(BlockForm block) => block.Rows.FirstCells.Any(first => Enumerable.Range(first, block.Columns.LeafCount).Any(cell => !_format.Shape.Types[cell].IsNumber));

    /// <summary>Takes the rows that begin at a text of a table whose values are texts too; leaves a row of it out whose values cannot be told.</summary>
    /// <returns>How many texts were taken; 0 for none.</returns>
    private int TakeRowOfWords(List<Token> tokens, int at, List<Token> before)
    {
        if (_head is { IsOpen: true })
        {
            _ = CloseHead([.. before, tokens[at]], out var taken);
            _marked.AddRange(before.Take(taken));
            before.RemoveRange(0, taken);
        }

        if (_head is not null && HasWords(_head.Block) && (TakeLine(tokens, at) is > 0 and var ofLine ? ofLine : TakeWordRows(tokens, at, before)) is > 0 and var rows)
        {
            return rows;
        }

        foreach (var block in _table.Blocks)
        {
            if (FixedRow(block, tokens[at].Label, Fit.Same) is >= 0 and var leaf && Enumerable.Range(block.CellOf(leaf, 0), block.Columns.LeafCount).Any(cell => !_format.Shape.Types[cell].IsNumber))
            {
                var end = at + 1;
                while (end < tokens.Count && !(tokens[end].Value.Kind == ValueKind.Other && (IsForeign(tokens, end) || IsHeadText(tokens, end) || FixedRow(block, tokens[end].Label, Fit.Same) >= 0)))
                {
                    end++;
                }

                _entries.RefusedCells.UnionWith(Enumerable.Range(block.CellOf(leaf, 0), block.Columns.LeafCount));
                _entries.Unread.UnionWith(block.Rows.Repeats.Select(repeat => repeat.Index));
                _entries.Refuse(PageFault.Ambiguous, tokens[at], Fault.Name(NameOf(tokens[at])), Fault.Name(TableReading.Show(tokens.GetRange(at + 1, end - at - 1))));
                return end - at;
            }
        }

        return 0;
    }

    /// <summary>Takes a line that is a whole row, with spaces between.</summary>
    private int TakeLine(List<Token> tokens, int at)
    {
        var cell = tokens[at].Cell;
        var parts = cell.Place == Place.Line && tokens[at].Start >= 0 ? Tokenizer.Split(cell.Text).ConvertAll(part => Token.Of(cell, part.Text) with { Start = part.Start }) : [];
        if (parts.Count < 2)
        {
            return 0;
        }

        if (parts[0].Value.Kind == ValueKind.Number && _isNumbered)
        {
            parts.RemoveAt(0);
        }

        if (ReadWordRow(parts, 0) is not { } row || (row.Leaf < 0 && _keepsColumns) || row.Texts.Count != parts.Count || row.Texts.Count - row.Values < _head!.Order.Count)
        {
            return 0;
        }

        Take(row, _head.Block.Rows.Repeats is [var repeat] ? repeat : null);
        return tokens.Skip(at).TakeWhile(token => token.Cell == cell).Count();
    }

    /// <summary>Takes the rows that begin at a text.</summary>
    /// <returns>How many texts they are; 0 where they cannot be told.</returns>
    private int TakeWordRows(List<Token> tokens, int start, List<Token> before)
    {
        var rows = new List<WordRow>();
        var starts = new List<int>();
        var at = start;
        while (at < tokens.Count && ReadWordRow(tokens, at) is { } row)
        {
            rows.Add(row);
            starts.Add(at);
            at += row.Texts.Count;
            if (IsFollowed(tokens, ref at, rows))
            {
                continue;
            }

            if (row.Leaf >= 0)
            {
                at = starts[^1];
                rows.RemoveAt(rows.Count - 1);
            }

            break;
        }

        if (rows.FindIndex(row => row.Leaf < 0) is >= 0 and var first && (_keepsColumns || !(IsSure(before) && EndsAt(tokens, at))))
        {
            // One text more or less moves all that follows, and which one it is cannot be told.
            at = starts[first];
            rows.RemoveRange(first, rows.Count - first);
            Refuse(PageFault.NameUnclear, tokens.GetRange(at, Math.Min(tokens.Count - at, 1 + _head!.Block.Columns.LeafCount)), 0, null, mayBeEntry: true);
            at += Math.Max(1, tokens.Skip(at).TakeWhile((_, i) => !IsEnd(tokens, at + i)).Count());
        }

        foreach (var row in rows)
        {
            Take(row, _head!.Block.Rows.Repeats is [var repeat] ? repeat : null);
        }

        return at - start;
    }

    /// <summary>Whether no text before a row may be the first part of its name.</summary>
    private bool IsSure(List<Token> before) => before.TrueForAll(text => IsNote(text) || IsGroup(_head!.Block, text.Label));

    /// <summary>Whether the rows of a table end before a text: with another label, or where no values follow.</summary>
    private bool EndsAt(List<Token> tokens, int at) => at == tokens.Count || IsEnd(tokens, at)
        || tokens.Skip(at).All(token => token.Value.Kind == ValueKind.Other && ValueText.Day(token.Text) is null);

    /// <summary>Whether no value stands behind a row that is none of it: but the number of the next entry, where entries are numbered.</summary>
    private bool IsFollowed(List<Token> tokens, ref int at, List<WordRow> rows)
    {
        if (at == tokens.Count || IsEnd(tokens, at) || IsGroup(_head!.Block, tokens[at].Label))
        {
            return true;
        }

        var repeat = _head!.Block.Rows.Repeats is [var only] ? only : null;
        if (_isNumbered && repeat is not null && (rows[^1].Leaf >= 0 || rows[^1].Own == repeat.Rows.LeafCount - 1))
        {
            var next = _entries.Keys[repeat.Index].Count + rows.Count(row => row.Name is not null) + 1;
            return tokens[at++].Value == ValueText.Of(next.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return !tokens[at].IsValue || tokens[at].IsEmpty;
    }

    private void Take(WordRow row, RepeatForm? repeat)
    {
        if (row.Leaf >= 0)
        {
            TakeFixed(row.Texts, row.Values - 1, row.Leaf);
        }
        else if (!repeat!.IsGroup)
        {
            ReadEntry(repeat, row.Texts, 0);
        }
        else if (BeginRowOfEntry(repeat, row.Own, row.Name, row.Texts))
        {
            TakeRow(row.Texts, 0, row.Values - 1, LabelText.OfEntryRow(repeat.Index, (_entry!.Value.Number * repeat.Rows.LeafCount) + row.Own));
        }
    }

    private WordRow? ReadWordRow(List<Token> tokens, int at)
    {
        var block = _head!.Block;
        if (tokens[at].IsValue || HoldsValues(tokens[at]) || IsNote(tokens[at]) || IsForeign(tokens, at) || IsHeadText(tokens, at))
        {
            return null;
        }

        var leaf = FixedRow(block, tokens[at].Label, Fit.Same);
        if (leaf >= 0)
        {
            return ValuesFit(tokens, at + 1, leaf, mayEnd: false) is { } values ? new(leaf, -1, null, tokens.GetRange(at, 1 + values), 1) : null;
        }

        if (block.Rows.Repeats is not [var repeat] || IsGroup(block, tokens[at].Label))
        {
            return null;
        }

        var own = repeat.IsGroup ? RowOfEntry(repeat, tokens[at].Label, Fit.Same) : 0;
        var labels = 1;
        if (own < 0 && at + 1 < tokens.Count)
        {
            own = RowOfEntry(repeat, tokens[at + 1].Label, Fit.Same);
            labels = 2;
        }

        return own >= 0 && ValuesFit(tokens, at + labels, repeat.FirstLeaf + own, mayEnd: true) is { } count
            ? new(-1, own, repeat.IsGroup && labels == 1 ? null : tokens[at], tokens.GetRange(at, labels + count), labels) : null;
    }

    /// <summary>Whether a text is a line in which values follow a name.</summary>
    private static bool HoldsValues(Token token) => token.Start >= 0 && Tokenizer.Split(token.Text) is { Count: > 1 } parts
        && parts.Exists(part => ValueText.Of(part.Text).Kind != ValueKind.Other || ValueText.Day(part.Text) is not null);

    /// <summary>How many values a row has where each fits its column, and one of them shows it; null where they do not.</summary>
    /// <param name="tokens">The texts.</param>
    /// <param name="first">Where the values begin.</param>
    /// <param name="leaf">The row of the form.</param>
    /// <param name="mayEnd">Whether the last values of the last row may be missing.</param>
    private int? ValuesFit(List<Token> tokens, int first, int leaf, bool mayEnd)
    {
        var order = _head!.Order;
        var count = Math.Min(order.Count, tokens.Count - first);
        if (!_head.IsWhole || count < order.Count && !mayEnd)
        {
            return null;
        }

        var telling = false;
        for (var i = 0; i < count; i++)
        {
            var (token, type) = (tokens[first + i], TypeOf(leaf, order[i]));
            if (!Fits(token, type) || (type.Kind == CellKind.Text && !token.IsValue && (FixedRow(_head.Block, token.Label, Fit.Same) >= 0 || IsForeign(tokens, first + i) || IsNote(token) || IsGroup(_head.Block, token.Label))))
            {
                return null;
            }

            telling |= type.Kind != CellKind.Text && !token.IsBlank;
        }

        // Texts alone show nothing: the label of the next row does.
        telling |= !mayEnd && first + count < tokens.Count && FixedRow(_head.Block, tokens[first + count].Label, Fit.Same) >= 0;
        return telling && !IsStray(tokens, first + count - 1, TypeOf(leaf, order[Math.Max(count - 1, 0)])) ? count : null;
    }

    /// <summary>Whether the last text of all may be none of the table's: it stands at another distance than the values before it.</summary>
    private static bool IsStray(List<Token> tokens, int last, CellType type) => last > 0 && last == tokens.Count - 1 && type.Kind == CellKind.Text
        && tokens[last].Cell is { Place: Place.Line } cell && !tokens[last].IsBlank && !tokens[last - 1].IsEmpty && cell.EmptyLinesBefore != tokens[last - 1].Cell.EmptyLinesBefore;

    private bool IsEnd(List<Token> tokens, int at) => !tokens[at].IsValue
        && (IsNote(tokens[at]) || IsForeign(tokens, at) || IsHeadText(tokens, at) || FixedRow(_head!.Block, tokens[at].Label, Fit.Same) >= 0);
}

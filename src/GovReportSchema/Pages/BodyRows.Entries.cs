using GovReportSchema.Findings;

namespace GovReportSchema.Pages;

/// <content>Finds the entries of rows that repeat, and what names them.</content>
internal sealed partial class BodyRows
{
    private static readonly string[] s_totals = ["合计", "总计", "小计", "共计", "总数", "合计数", "总合计", "累计", "总和"];

    private static readonly string[] s_notes = ["注", "备注", "附注", "说明", "填表说明", "单位", "填表人", "审核人", "制表人", "数据来源"];

    /// <summary>The last row of the form that was passed; -1 for none.</summary>
    private int _lastFixed = -1;

    /// <summary>The repeating row whose own label was passed last.</summary>
    private RepeatForm? _band;

    /// <summary>The entry whose rows are being read.</summary>
    private (RepeatForm Repeat, int Number, string Name, Token At)? _entry;

    /// <summary>The last row of that entry.</summary>
    private int _lastRow = -1;

    /// <summary>Whether the rows at hand belong to what is no entry: a total that the form does not have.</summary>
    private bool _skips;

    private void EndEntry() => (_entry, _lastRow, _skips) = (null, -1, false);

    private void ReadEntry(List<Token> row, int first)
    {
        var texts = row.FindAll(token => !token.IsEmpty);
        var spans = _head!.HasSpanning(row);
        if (texts is [var only] && !only.IsValue && IsGroup(_head.Block, only.Label))
        {
            _band = _head.Block.Rows.Repeats.FirstOrDefault(repeat => repeat.Label == only.Label) ?? _band;
            _marked.AddRange(row);
        }
        else if (texts.Count == 1 && (spans || row.Count == 1))
        {
            _entries.Refuse(PageFault.Note, texts[0], Fault.Name(NameOf(texts[0])));
        }
        else if (spans || _head.IsShort(row) || RepeatAt(row, first) is not { } repeat)
        {
            Refuse(PageFault.NoEntry, row, 0, null, mayBeEntry: true);
        }
        else if (repeat.IsGroup)
        {
            ReadRowOfEntry(repeat, row, first);
        }
        else
        {
            ReadEntry(repeat, row, NameAt(repeat, row, first));
        }
    }

    /// <summary>An entry of one row.</summary>
    private void ReadEntry(RepeatForm repeat, List<Token> row, int? at)
    {
        if (at is not { } name || IsNameless(row[name]))
        {
            if (row.Exists(token => !token.IsBlank))
            {
                Refuse(PageFault.NoName, row, -1, repeat, mayBeEntry: true);
            }

            return;
        }

        var values = row.Skip(name + 1).Where(token => !token.IsBlank).ToList();
        if (values.Count == 0 && IsNote(row[name]))
        {
            _entries.Refuse(PageFault.Note, row[name], Fault.Name(NameOf(row[name])));
        }
        else if (IsNoEntry(row[name]))
        {
            Refuse(PageFault.NoEntry, row, name, repeat, mayBeEntry: false);
        }
        else if (IsNearRow(row[name].Label))
        {
            _marked.AddRange(row);
        }
        else if (values.Count > 0 && !values.Exists(value => Enumerable.Range(0, _head!.Block.Columns.LeafCount).Any(column => FitsColumn(value, column))))
        {
            Refuse(PageFault.NoEntry, row, name, repeat, mayBeEntry: true);
        }
        else if (Add(repeat, row[name]) is >= 0 and var entry)
        {
            if (values.Count == 0)
            {
                _entries.Refuse(PageFault.EmptyEntry, row[name], Fault.Name(NameOf(row[name])));
            }

            TakeRow(row, name, name, LabelText.OfEntryRow(repeat.Index, entry));
        }
    }

    /// <summary>A row of an entry that has several: the first of them has the entry's name too.</summary>
    private void ReadRowOfEntry(RepeatForm repeat, List<Token> row, int first)
    {
        var (own, at) = (-1, -1);
        for (var least = Fit.Same; least >= Fit.Near && own < 0; least--)
        {
            for (at = Math.Min(first, row.Count) - 1; at >= 0 && own < 0; at -= own < 0 ? 1 : 0)
            {
                own = row[at].IsValue ? -1 : RowOfEntry(repeat, row[at].Label, least);
            }
        }

        var under = _head!.NameUnder(row, repeat);
        var names = under is null ? [] : under >= 0 ? [under.Value]
            : Enumerable.Range(0, Math.Min(first, row.Count)).Where(i => !row[i].IsValue && !IsGroup(_head.Block, row[i].Label)).ToList();
        names.RemoveAll(i => i == at || row[i].IsBlank || IsGroup(_head.Block, row[i].Label) || RowOfEntry(repeat, row[i].Label, Fit.Same) >= 0);
        if (own < 0 || names.Count > 1)
        {
            EndEntry();
            Refuse(own < 0 ? PageFault.NoEntry : PageFault.NameUnclear, row, 0, repeat, mayBeEntry: true);
            return;
        }

        if (BeginRowOfEntry(repeat, own, names.Count == 0 ? null : row[names[0]], row))
        {
            TakeRow(row, names.Count == 0 ? at : names[0], at, LabelText.OfEntryRow(repeat.Index, (_entry!.Value.Number * repeat.Rows.LeafCount) + own));
        }
    }

    /// <summary>Whether a row is one of the entry at hand, or begins the next.</summary>
    private bool BeginRowOfEntry(RepeatForm repeat, int own, Token? name, List<Token> row)
    {
        if (name is not null && !(_entry is { } current && current.Name == NameOf(name) && own > _lastRow))
        {
            EndEntry();
            _skips = IsNoEntry(name);
            if (!_skips && Add(repeat, name) is >= 0 and var entry)
            {
                _entry = (repeat, entry, NameOf(name), name);
            }
        }
        else if (name is null && _entry is { } open && (own <= _lastRow || (open.At.Cell.RowSpan > 1 && row[0].Cell.Row >= open.At.Cell.Row + open.At.Cell.RowSpan)))
        {
            EndEntry();
        }

        if (_entry is null)
        {
            Refuse(_skips ? PageFault.NoEntry : PageFault.NoName, row, name is null ? -1 : row.IndexOf(name), repeat, mayBeEntry: !_skips);
            return false;
        }

        _lastRow = own;
        return true;
    }

    /// <summary>Gives a row its mark. What else stands before its values is no label.</summary>
    private void TakeRow(List<Token> row, int name, int at, LabelText mark)
    {
        for (var i = 0; i < row.Count; i++)
        {
            _marked.Add(i == at ? row[i] with { Label = mark, Value = ValueText.Other }
                : i > at ? AsValue(row[i])
                : i == name ? row[i] with { Label = LabelText.None, Value = ValueText.Other }
                : row[i].IsValue || IsGroup(_head!.Block, row[i].Label) ? row[i] : row[i] with { Label = LabelText.None });
        }
    }

    /// <returns>The number of the entry; -1 where there are as many as the form allows.</returns>
    private int Add(RepeatForm repeat, Token name)
    {
        var names = _entries.Keys[repeat.Index];
        if (names.Count < repeat.Maximum)
        {
            names.Add(NameOf(name));
            return names.Count - 1;
        }

        if (_entries.Refused.TrueForAll(refused => refused.Fault != PageFault.TooManyEntries))
        {
            _entries.Refuse(PageFault.TooManyEntries, name, Fault.Name(repeat.Maximum), Fault.Name(NameOf(name)));
        }

        _entries.Unread.Add(repeat.Index);
        return -1;
    }

    /// <summary>Leaves a row out, and says so.</summary>
    /// <param name="fault">What is said.</param>
    /// <param name="row">The row.</param>
    /// <param name="name">The text that it is called by; -1 where it has none.</param>
    /// <param name="repeat">The row that repeats; null where that is not known.</param>
    /// <param name="mayBeEntry">Whether it may be an entry, so that not all are known.</param>
    private void Refuse(Fault fault, List<Token> row, int name, RepeatForm? repeat, bool mayBeEntry)
    {
        var shown = Fault.Name(TableReading.Show(row.FindAll(token => !token.IsBlank && (name < 0 || token != row[name]))));
        _entries.Refuse(fault, row.Find(token => token.Value.Kind == ValueKind.Number) ?? row[0], name < 0 ? [shown] : [Fault.Name(NameOf(row[name])), shown]);
        if (mayBeEntry)
        {
            _entries.Unread.UnionWith((repeat is null ? _head!.Block.Rows.Repeats : [repeat]).Select(one => one.Index));
        }
    }

    /// <summary>The repeating row whose entries stand at this place of the block; null where it could be one or another.</summary>
    private RepeatForm? RepeatAt(List<Token> row, int first)
    {
        var repeats = _head!.Block.Rows.Repeats;
        if (repeats.Count == 1)
        {
            return repeats[0];
        }

        _band = repeats.FirstOrDefault(repeat => row.Take(first).Any(token => token.Label == repeat.Label)) ?? _band;
        if (_band is not null && _band.FirstLeaf > _lastFixed)
        {
            return _band;
        }

        var next = _head.Block.Rows.Nodes.Where(node => node is { Leaf: >= 0, IsEntry: false } && node.Leaf > _lastFixed).Select(node => node.Leaf).DefaultIfEmpty(int.MaxValue).Min();
        var here = repeats.Where(repeat => repeat.FirstLeaf > _lastFixed && repeat.FirstLeaf < next).ToList();
        return here.Count == 1 ? here[0] : null;
    }

    /// <summary>The text of a row that names its entry; null where it has none.</summary>
    private int? NameAt(RepeatForm repeat, List<Token> row, int first)
    {
        var under = _head!.NameUnder(row, repeat);
        if (under != -1)
        {
            // A number under the label with a text before it: the row has lost a cell before the name.
            return under < first && !(row[under.Value].IsValue && row.Take(under.Value).Any(token => !token.IsValue && !IsGroup(_head.Block, token.Label))) ? under : null;
        }

        if (row[0].Cell.Place == Place.Grid)
        {
            var last = row.FindLastIndex(first - 1, first, token => !token.IsEmpty && !IsGroup(_head.Block, token.Label));
            return last < 0 ? null : last;
        }

        // Of a row of a text only the order of its cells is known; a text among the values is no name.
        var text = row.FindIndex(token => !token.IsValue && !IsGroup(_head.Block, token.Label));
        return text == 0 || (text > 0 && row.Count - 1 - text >= _head.Block.Columns.LeafCount) ? text : null;
    }

    private static int RowOfEntry(RepeatForm repeat, in LabelText label, Fit least) =>
        repeat.Rows.Find(label, least, out _, out _) is [var node] ? repeat.Rows.Nodes[node].Leaf : -1;

    /// <summary>小计 may be a row of an entry and one of the form: the first, where it is the entry's next.</summary>
    private bool IsNextOfEntry(in LabelText label) => _entry is { } entry && RowOfEntry(entry.Repeat, label, Fit.Same) == _lastRow + 1 && _lastRow >= 0;

    /// <summary>Whether a text is near the label of a row of the form that the page does not print as it is.</summary>
    private bool IsNearRow(in LabelText label) => FixedRow(_head!.Block, label, Fit.Near) is >= 0 and var leaf
        && !_printed.Any(printed => FixedRow(_head.Block, printed, Fit.Same) == leaf);

    private static bool IsNameless(Token token) => token.IsBlank || LabelText.Plain(token.Text).Length == 0;

    /// <summary>A total or a part of what stands before is no body that the report lists.</summary>
    private static bool IsNoEntry(Token token) => s_totals.Contains(token.Label.Bare) || token.Label.Core.StartsWith("其中", StringComparison.Ordinal);

    private static bool IsNote(Token token)
    {
        var plain = LabelText.Plain(token.Text).TrimStart('(', '*', '※');
        return s_notes.Any(note => plain.StartsWith(note, StringComparison.Ordinal) && plain.Length > note.Length && plain[note.Length] is ':' or '1' or '.' or ')' or '、');
    }

    /// <summary>The name of an entry in one line, as far as white space goes.</summary>
    private static string NameOf(Token token)
    {
        var words = token.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var name = words.Length == 0 ? "" : words[0];
        foreach (var word in words.Skip(1))
        {
            // Chinese is written without spaces: one is a line end, or spreads a short name over its cell.
            name += char.IsAscii(name[^1]) && char.IsAscii(word[0]) ? " " + word : word;
        }

        return name;
    }
}

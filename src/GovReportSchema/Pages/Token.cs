namespace GovReportSchema.Pages;

/// <summary>A text of a page within a table: a label, a value, or something else.</summary>
/// <param name="Cell">The place that it was taken from.</param>
/// <param name="Text">The text as found; a part of the place's where a line holds several.</param>
/// <param name="Label">The text as a label.</param>
/// <param name="Value">The text as a value.</param>
internal sealed record Token(PageCell Cell, string Text, LabelText Label, ValueText Value)
{
    /// <summary>How many 元 the unit is worth that stands in the label over it; null where none does.</summary>
    public decimal? HeadUnit { get; init; }

    /// <summary>Where it begins on its line; -1 where it is all of its cell.</summary>
    public int Start { get; init; } = -1;

    public bool IsValue => Value.Kind != ValueKind.Other;

    public bool IsBlank => Value.Kind == ValueKind.Blank;

    /// <summary>Whether a sum can count it.</summary>
    public bool IsNumberOrBlank => Value.Kind is ValueKind.Number or ValueKind.Blank;

    /// <summary>Whether nothing is printed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>Whether it gives a cell the same value as another.</summary>
    public bool SameValue(Token other) =>
        Value.Kind == other.Value.Kind && Value.Number == other.Value.Number && Value.Money == other.Value.Money
        && (IsNumberOrBlank || Text == other.Text);

    /// <summary>Whether its row is known.</summary>
    public bool InRow => Cell.Row >= 0;

    public static Token Of(PageCell cell, string text) => ReferenceEquals(text, cell.Text)
        ? new(cell, text, cell.AsLabel, cell.AsValue)
        : new(cell, text, LabelText.Of(text), ValueText.Of(text));

    public bool SameRow(Token other) => InRow && other.InRow && Cell.Table == other.Cell.Table && Cell.Row == other.Cell.Row;
}

/// <summary>What empty lines between lines mean, where a table's cells became lines.</summary>
internal enum EmptyLines
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>Those beyond the usual number are each an empty cell.</summary>
    Cells,

    /// <summary>Each cell has the usual number after it, empty cells too.</summary>
    SpacedCells,
}

/// <summary>Takes a stretch of a page apart into tokens.</summary>
internal static class Tokenizer
{
    /// <summary>More empty lines than any row has cells are no cells.</summary>
    private const int MostEmptyCells = 40;

    /// <summary>A line of more words is no row of a table.</summary>
    private const int MostParts = 80;

    public static List<Token> Read(Page page, int first, int end, TableForm table, EmptyLines emptyLines)
    {
        var usual = UsualEmptyLines(page, first, end, out var oneByOne);
        var tokens = new List<Token>();
        for (var i = first; i < end; i++)
        {
            var cell = page.Cells[i];
            if (cell.Place != Place.Line)
            {
                tokens.Add(Token.Of(cell, cell.Text));
                continue;
            }

            if (PageNumber.Is(cell.Text))
            {
                continue;
            }

            if (usual is not null)
            {
                AddEmptyCells(tokens, cell, usual.Value, emptyLines);
            }

            AddLine(tokens, cell, table, oneByOne);
        }

        return tokens;
    }

    /// <param name="page">The page.</param>
    /// <param name="first">The first of its cells.</param>
    /// <param name="end">The cell after the last.</param>
    /// <param name="oneByOne">Whether numbers stand on lines of their own: a line of two is no row then, but a cell that is none of them.</param>
    private static int? UsualEmptyLines(Page page, int first, int end, out bool oneByOne)
    {
        const int enough = 3;
        const int many = 20;
        var counts = EmptyLinesBetweenNumbers(page, first, end);
        oneByOne = counts.Count >= enough;

        // A short table of many blanks may have no two numbers next to one another.
        counts = counts.Count < many ? EmptyLinesBetweenNumbers(page, 0, page.Cells.Count) : counts;
        var least = counts.DefaultIfEmpty().Min();

        // Most numbers have fewer lines before them than the usual number: these lines are no cells, but gaps of the text's own.
        return counts.Count >= many && counts.Count(count => count == least) * counts.Distinct().Count() < counts.Count ? null : least;
    }

    private static List<int> EmptyLinesBetweenNumbers(Page page, int first, int end)
    {
        var counts = new List<int>();
        for (var i = first + 1; i < end; i++)
        {
            if (page.Cells[i].Place == Place.Line && page.Cells[i - 1].Place == Place.Line
                && page.Cells[i].AsValue.Kind == ValueKind.Number && page.Cells[i - 1].AsValue.Kind == ValueKind.Number)
            {
                counts.Add(page.Cells[i].EmptyLinesBefore);
            }
        }

        return counts;
    }

    private static void AddEmptyCells(List<Token> tokens, PageCell cell, int usual, EmptyLines meaning)
    {
        var beyond = cell.EmptyLinesBefore - usual;
        var count = meaning switch
        {
            EmptyLines.Cells => beyond,
            EmptyLines.SpacedCells when beyond % (usual + 1) == 0 => beyond / (usual + 1),
            _ => 0,
        };
        for (var i = 0; i < count && count <= MostEmptyCells; i++)
        {
            var line = cell.Line - cell.EmptyLinesBefore + Math.Min(usual + i, cell.EmptyLinesBefore - 1);
            tokens.Add(Token.Of(new PageCell("", line, Place.Line), ""));
        }
    }

    /// <summary>A line is one cell; or a label and values, or several labels, with spaces between.</summary>
    private static void AddLine(List<Token> tokens, PageCell cell, TableForm table, bool oneByOne)
    {
        var whole = Token.Of(cell, cell.Text.Trim()) with { Start = cell.Text.Length - cell.Text.TrimStart().Length };
        var parts = JoinUnits(Split(cell.Text));
        if (parts.Length < 2 || parts.Length > MostParts || (whole.Value.Kind == ValueKind.Number && !Array.TrueForAll(parts, part => IsValue(part.Text))))
        {
            tokens.Add(whole);
            return;
        }

        var values = 0;
        while (values < parts.Length && IsValue(parts[^(values + 1)].Text))
        {
            values++;
        }

        if (oneByOne && values == parts.Length)
        {
            tokens.Add(whole);
            return;
        }

        AddLabels(tokens, cell, parts.AsSpan(0, parts.Length - values), table);
        foreach (var value in parts.AsSpan(parts.Length - values))
        {
            tokens.Add(Token.Of(cell, value.Text) with { Start = value.Start });
        }
    }

    /// <summary>The words of a line, with where they begin.</summary>
    public static List<(string Text, int Start)> Split(string line)
    {
        var parts = new List<(string Text, int Start)>();
        for (var i = 0; i < line.Length;)
        {
            var start = i;
            while (i < line.Length && !char.IsWhiteSpace(line[i]))
            {
                i++;
            }

            if (i > start)
            {
                parts.Add((line[start..i], start));
            }

            for (; i < line.Length && char.IsWhiteSpace(line[i]);)
            {
                i++;
            }
        }

        return parts;
    }

    /// <summary>6.5 万元 is one value; what more than one space parts from a number is no unit or note of it.</summary>
    private static (string Text, int Start)[] JoinUnits(List<(string Text, int Start)> parts)
    {
        var joined = new List<(string Text, int Start)>(parts.Count);
        var end = 0;
        foreach (var part in parts)
        {
            if (joined.Count > 0 && part.Start == end + 1 && !IsValue(part.Text) && ValueText.Of(joined[^1].Text).Kind == ValueKind.Number
                && ValueText.Of(joined[^1].Text + part.Text).Kind == ValueKind.Number)
            {
                joined[^1] = (joined[^1].Text + part.Text, joined[^1].Start);
            }
            else
            {
                joined.Add(part);
            }

            end = part.Start + part.Text.Length;
        }

        return [.. joined];
    }

    private static bool IsValue(string text) => ValueText.Of(text).Kind != ValueKind.Other;

    /// <summary>Each label by itself; what is none, in pieces that more than one space parts.</summary>
    private static void AddLabels(List<Token> tokens, PageCell cell, ReadOnlySpan<(string Text, int Start)> parts, TableForm table)
    {
        var rest = new List<(string Text, int Start)>();
        foreach (var part in parts)
        {
            rest.Add(part);
        }

        if (rest.Count == 0)
        {
            return;
        }

        var whole = Join(cell, rest);
        if (table.Has(whole.Label))
        {
            tokens.Add(whole);
            return;
        }

        // 商业 科研 社会公益 over 企业 机构 组织: parts of several labels.
        var broken = rest.Count > 1 && rest.TrueForAll(part => table.HasPartOfColumn(LabelText.Of(part.Text).Core));
        rest.Clear();
        foreach (var part in parts)
        {
            var token = Join(cell, [part]);
            if (!broken && !table.Has(token.Label))
            {
                if (rest.Count > 0 && part.Start > rest[^1].Start + rest[^1].Text.Length + 1)
                {
                    AddRest();
                }

                rest.Add(part);
                continue;
            }

            AddRest();
            tokens.Add(token);
        }

        AddRest();

        void AddRest()
        {
            if (rest.Count > 0)
            {
                tokens.Add(Join(cell, rest));
                rest.Clear();
            }
        }
    }

    private static Token Join(PageCell cell, List<(string Text, int Start)> parts) =>
        Token.Of(cell, string.Join(' ', parts.Select(part => part.Text))) with { Start = parts[0].Start };
}

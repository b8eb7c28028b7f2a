namespace GovReportSchema.Pages;

/// <summary>What kind of place a text on a page stands in.</summary>
internal enum Place : byte
{
    /// <summary>A line of running text, or of a table whose cells became lines.</summary>
    Line,

    /// <summary>A cell between separators whose rows are lost.</summary>
    Stream,

    /// <summary>A cell of a row; columns are known by counting alone, since merged cells left no trace.</summary>
    Row,

    /// <summary>A cell of a grid: its column is known.</summary>
    Grid,
}

/// <summary>A text on a page, with its place.</summary>
/// <param name="text">The text; line ends within it are kept.</param>
/// <param name="line">Its line in <see cref="Page.Lines"/>, from 0.</param>
/// <param name="place">What kind of place it stands in.</param>
internal sealed class PageCell(string text, int line, Place place)
{
    private LabelText? _label;
    private ValueText? _value;

    /// <summary>The text; line ends within it are kept.</summary>
    public string Text { get; } = text;

    /// <summary>Its line in <see cref="Page.Lines"/>, from 0.</summary>
    public int Line { get; private set; } = line;

    /// <summary>What kind of place it stands in.</summary>
    public Place Place { get; set; } = place;

    /// <summary>The text as a label.</summary>
    public LabelText AsLabel => _label ??= LabelText.Of(Text);

    /// <summary>The text as a value.</summary>
    public ValueText AsValue => _value ??= ValueText.Of(Text);

    /// <summary>Empty lines before it, where it is a line.</summary>
    public int EmptyLinesBefore { get; set; }

    /// <summary>The printed sheet that it stands on, where it is a line: the columns of a text keep their places on one sheet alone.</summary>
    public int Sheet { get; init; }

    /// <summary>The table that it is a cell of, from 0 in the order of the page; -1 for none.</summary>
    public int Table { get; set; } = -1;

    /// <summary>Its row in the table, from 0; -1 where rows are lost.</summary>
    public int Row { get; set; } = -1;

    /// <summary>Its column in the grid, or its number in the row, from 0.</summary>
    public int Column { get; init; } = -1;

    /// <summary>Whether its row is not as long as the rows of its table are: a cell of it may be lost.</summary>
    public bool IsInOddRow { get; init; }

    /// <summary>Whether rows of its table are filled up at their end: values follow their label at once, and what is short has lost a cell.</summary>
    public bool IsInFilledRow { get; init; }

    /// <summary>The columns that it spans.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>The rows that it spans.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>Moves it to a page that has lines and tables before those of its own.</summary>
    public void MoveBehind(int lines, int tables)
    {
        Line += lines;
        Table += Table < 0 ? 0 : tables;
    }
}

/// <summary>A published page as one run of texts in the order of reading, whatever it was: text, HTML or Word.</summary>
internal sealed class Page
{
    /// <summary>The text line by line, as the narratives give it back.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>Every line and every cell, in the order of reading. Empty lines are none; empty cells are.</summary>
    public List<PageCell> Cells { get; } = [];

    /// <summary>The title that the file gives itself beside its text; null where there is none.</summary>
    public string? Title { get; set; }

    /// <summary>Whether the lines are those of the file, and not of a text made of its structure.</summary>
    public bool HasLines { get; init; }

    /// <summary>Whether the file shows that its last table is whole: a text shows no such thing, HTML by the end of the table.</summary>
    public bool IsWhole { get; set; }

    /// <summary>Adds a line of running text.</summary>
    public void AddLine(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            Cells.Add(new PageCell(text, Lines.Count, Place.Line));
        }

        Lines.Add(text);
    }

    /// <summary>Adds another page at the end.</summary>
    /// <param name="other">The other page, whose cells become this one's.</param>
    /// <param name="tables">How many tables there are before it.</param>
    /// <returns>How many there are then.</returns>
    public int Append(Page other, int tables)
    {
        var next = tables;
        foreach (var cell in other.Cells)
        {
            cell.MoveBehind(Lines.Count, tables);
            next = Math.Max(next, cell.Table + 1);
        }

        Cells.AddRange(other.Cells);
        Lines.AddRange(other.Lines);
        return next;
    }
}

/// <summary>A page that goes beyond what is read.</summary>
/// <param name="limit">What it goes beyond.</param>
internal sealed class PageTooLargeException(Label limit) : Exception(limit.En)
{
    /// <summary>What it goes beyond.</summary>
    public Label Limit { get; } = limit;
}

/// <summary>How much of a page is read, so that no page takes more time and memory than any real report could need.</summary>
internal static class PageLimits
{
    /// <summary>The largest file, in bytes: a hundred times the longest report.</summary>
    public const int Bytes = 32 << 20;

    /// <summary>The longest text that a Word file may unpack to, in bytes.</summary>
    public const int UnpackedBytes = 64 << 20;

    /// <summary>Texts on a page: a report has a few hundred cells and a few hundred lines.</summary>
    public const int Cells = 100_000;

    /// <summary>Tables within tables.</summary>
    public const int Depth = 32;

    /// <summary>Columns of a table; a cell that claims to span more spans so many.</summary>
    public const int Columns = 200;

    public static void CheckCells(int count)
    {
        if (count > Cells)
        {
            throw new PageTooLargeException(new(
                FormattableString.Invariant($"文本和单元格多于 {Cells} 个"), FormattableString.Invariant($"more than {Cells} texts and cells")));
        }
    }

    public static void CheckBytes(long count)
    {
        if (count > Bytes)
        {
            throw new PageTooLargeException(new(
                FormattableString.Invariant($"文件大于 {Bytes >> 20} MB"), FormattableString.Invariant($"the file is larger than {Bytes >> 20} MB")));
        }
    }
}

namespace GovReportSchema.Pages;

/// <summary>
/// A table in a text whose columns a line of dashes shows, a group of dashes as wide as each column: over its rows and under them, or between its head and its
/// rows. Where empty lines part the rows, or an unbroken line of dashes begins it, a row may be several lines high.
/// </summary>
internal sealed class DashedTable
{
    /// <summary>A head of more lines is none.</summary>
    private const int HighestHead = 12;

    private readonly List<string> _lines;
    private readonly List<Extent> _columns;

    private DashedTable(List<string> lines, List<Extent> columns) => (_lines, _columns) = (lines, columns);

    /// <summary>Reads the rows of the table that begins at a line.</summary>
    /// <param name="lines">The lines of the page.</param>
    /// <param name="start">The line.</param>
    /// <param name="next">The line after the table.</param>
    /// <returns>The rows; none where no table begins there, or a text stands across its columns.</returns>
    public static List<(int Line, string[] Cells)> Read(List<string> lines, int start, out int next)
    {
        next = start;
        var dashes = FindDashes(lines, start);
        if (dashes < 0)
        {
            return [];
        }

        var table = new DashedTable(lines, Groups(lines[dashes]));
        var isTall = dashes > start && table.IsUnbroken(lines[start]);
        var isHeaded = dashes == start + 1 && !isTall;
        var end = dashes + 1;
        while (end < lines.Count && Groups(lines[end]).Count < 2 && !table.IsUnbroken(lines[end]) && !(isHeaded && string.IsNullOrWhiteSpace(lines[end])))
        {
            end++;
        }

        if (end == dashes + 1 || (!isHeaded && (end == lines.Count || !(table.IsUnbroken(lines[end]) || Groups(lines[end]).SequenceEqual(table._columns)))))
        {
            return [];
        }

        next = isHeaded && end < lines.Count && string.IsNullOrWhiteSpace(lines[end]) ? end : Math.Min(end + 1, lines.Count);
        isTall |= !isHeaded && lines.GetRange(dashes, end - dashes).Exists(string.IsNullOrWhiteSpace);
        var (narrow, wide) = (table.Rows(start, end, isTall, false), table.Rows(start, end, isTall, true));
        return narrow is null || wide is null || AreSame(narrow, wide) ? wide ?? narrow ?? [] : [];
    }

    /// <summary>The line of dashes that shows the columns of a table which begins at a line; -1 where none does.</summary>
    private static int FindDashes(List<string> lines, int start)
    {
        if (Groups(lines[start]).Count > 1)
        {
            return start;
        }

        if (Groups(lines[start]) is not [var whole])
        {
            return start + 1 < lines.Count && !string.IsNullOrWhiteSpace(lines[start]) && Groups(lines[start + 1]).Count > 1 ? start + 1 : -1;
        }

        for (var i = start + 2; i < lines.Count && i <= start + 1 + HighestHead; i++)
        {
            if (Groups(lines[i]) is { Count: > 0 } groups)
            {
                return groups.Count > 1 && groups[0].Start == whole.Start && groups[^1].End == whole.End ? i : -1;
            }
        }

        return -1;
    }

    /// <summary>From where to where the dashes of a line go; none where it has anything else.</summary>
    private static List<Extent> Groups(string line)
    {
        var groups = new List<Extent>();
        if (line.AsSpan().Trim() is not { Length: > 2 } text || text[0] != '-' || text.IndexOfAnyExcept('-', ' ') >= 0)
        {
            return groups;
        }

        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '-' && groups.Count > 0 && groups[^1].End == i)
            {
                groups[^1] = groups[^1] with { End = i + 1 };
            }
            else if (line[i] == '-')
            {
                groups.Add(new(i, i + 1));
            }
        }

        return groups;
    }

    /// <summary>Whether a line of dashes goes over all columns.</summary>
    private bool IsUnbroken(string line) => Groups(line) is [var whole] && whole.Start == _columns[0].Start && whole.End == _columns[^1].End;

    /// <summary>Whether it makes no difference to a table how Chinese characters are counted.</summary>
    private static bool AreSame(List<(int Line, string[] Cells)> narrow, List<(int Line, string[] Cells)> wide) =>
        narrow.Zip(wide).All(rows => rows.First.Cells.AsSpan().SequenceEqual(rows.Second.Cells));

    /// <summary>The rows between two lines; null where a text stands across columns.</summary>
    private List<(int Line, string[] Cells)>? Rows(int first, int end, bool isTall, bool wide)
    {
        var rows = new List<(int Line, string[] Cells)>();
        var open = false;
        for (var i = first; i < end; i++)
        {
            if (string.IsNullOrWhiteSpace(_lines[i]) || Groups(_lines[i]).Count > 0)
            {
                open = false;
            }
            else if (Cut(_lines[i], wide) is not { } cells)
            {
                return null;
            }
            else if (open && isTall)
            {
                rows[^1] = (rows[^1].Line, [.. rows[^1].Cells.Zip(cells, (above, below) => (above + "\n" + below).Trim('\n'))]);
            }
            else
            {
                rows.Add((i, cells));
                open = true;
            }
        }

        return rows;
    }

    /// <summary>What of a line stands under each group of dashes; null where something stands between them.</summary>
    private string[]? Cut(string line, bool wide)
    {
        var cells = new string[_columns.Count];
        Array.Fill(cells, "");
        foreach (var (word, start) in Tokenizer.Split(line))
        {
            var extent = Extent.Of(line, start, word, wide);
            var column = _columns.FindIndex(column => column.Start <= extent.Start && extent.End <= column.End);
            if (column < 0)
            {
                return null;
            }

            cells[column] = cells[column].Length == 0 ? word : cells[column] + " " + word;
        }

        return cells;
    }
}

namespace GovReportSchema.Pages;

/// <content>Reads tables whose bars stand between cells on lines of their own.</content>
internal sealed partial class TextPage
{
    /// <summary>Whether bars stand between cells on lines of their own, with empty lines around them.</summary>
    private static bool StandAlone(List<string> lines)
    {
        const int enough = 4;
        var alone = 0;
        for (var i = 1; i + 1 < lines.Count; i++)
        {
            alone += lines[i].AsSpan().Trim().SequenceEqual("|") && string.IsNullOrWhiteSpace(lines[i - 1]) && string.IsNullOrWhiteSpace(lines[i + 1]) ? 1 : 0;
        }

        return alone >= enough && alone * 2 > lines.Count(line => line.Contains('|', StringComparison.Ordinal));
    }

    /// <summary>The first line of the row whose first bar stands on a line: the cell before the bar is a row's first one.</summary>
    private int FirstLineBefore(int bar)
    {
        var first = bar - 1;
        while (first > 0 && string.IsNullOrWhiteSpace(_lines[first]))
        {
            first--;
        }

        while (first > 0 && !string.IsNullOrWhiteSpace(_lines[first - 1]))
        {
            first--;
        }

        return first;
    }

    /// <summary>
    /// Rows of cells between bars that stand on lines of their own, as converters make them of cells that hold paragraphs: a text that no bar parts from the
    /// one before it begins a row.
    /// </summary>
    private int ReadBarsBetween(int bar)
    {
        var first = FirstLineBefore(bar);
        _page.Cells.RemoveAll(cell => cell.Place == Place.Line && cell.Line >= first);
        var rows = new List<(int Line, string[] Cells)>();
        var cells = new List<string> { "" };
        var start = first;
        var open = true;
        var ended = false;
        var line = first;
        for (; line < _lines.Count; line++)
        {
            var text = _lines[line].Trim();
            if (text.Length == 0)
            {
                ended |= EndsRow(line);
            }
            else if (text == "|")
            {
                if (ended)
                {
                    // The row's first cell is empty.
                    rows.Add((start, [.. cells]));
                    cells = [""];
                    start = line;
                }

                cells.Add("");
                (open, ended) = (true, false);
            }
            else if (!open && !IsFollowedByBar(line))
            {
                break;
            }
            else
            {
                if (!open)
                {
                    rows.Add((start, [.. cells]));
                    cells = [""];
                    start = line;
                }

                cells[^1] = (cells[^1] + "\n" + text).Trim('\n');
                ended = false;
                open = line + 1 < _lines.Count && !string.IsNullOrWhiteSpace(_lines[line + 1]);
            }
        }

        rows.Add((start, [.. cells]));
        AddRows(rows);
        return line;
    }

    /// <summary>Two spaces alone on a line are what is left of a row's end.</summary>
    private bool EndsRow(int line) => _lines[line].Length == 2;
}

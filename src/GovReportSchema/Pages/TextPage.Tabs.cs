namespace GovReportSchema.Pages;

/// <content>Reads tables whose cells stand behind tabs.</content>
internal sealed partial class TextPage
{
    private static bool BeginsCell(string line) => line.StartsWith('\t') && !line.AsSpan(1).TrimEnd().Contains('\t');

    /// <summary>Cells on lines of their own, each behind a tab; the lines after one that have none continue it; an empty line ends the row.</summary>
    private int ReadTabCells(int line)
    {
        _table++;
        var first = _page.Cells.Count;
        var row = 0;
        var column = 0;
        while (line < _lines.Count)
        {
            if (BeginsCell(_lines[line]))
            {
                var start = line;
                var text = _lines[line++][1..];
                while (line < _lines.Count && _lines[line].Length > 0 && !_lines[line].StartsWith('\t') && !string.IsNullOrWhiteSpace(_lines[line]))
                {
                    text += "\n" + _lines[line++];
                }

                _page.Cells.Add(new PageCell(text, start, Place.Row) { Table = _table, Row = row, Column = column++ });
            }
            else if (string.IsNullOrWhiteSpace(_lines[line]) && line + 1 < _lines.Count && BeginsCell(_lines[line + 1]))
            {
                line++;
                (row, column) = (row + 1, 0);
            }
            else
            {
                break;
            }
        }

        ForgetLostRows(first);
        return line;
    }

    /// <summary>Where no empty line ended a row, the rows are not known.</summary>
    private void ForgetLostRows(int first)
    {
        for (var i = first; i < _page.Cells.Count; i++)
        {
            if (_page.Cells[i].Column >= LongestRow)
            {
                for (var j = first; j < _page.Cells.Count; j++)
                {
                    (_page.Cells[j].Place, _page.Cells[j].Row) = (Place.Stream, -1);
                }

                return;
            }
        }
    }

    private int ReadTabRows(int line)
    {
        var rows = new List<(int Line, string[] Cells)>();
        for (; line < _lines.Count && _lines[line].Contains('\t', StringComparison.Ordinal) && !(_tabsBeginCells && BeginsCell(_lines[line])); line++)
        {
            rows.Add((line, _lines[line].Split('\t')));
        }

        AddRows(rows);
        return line;
    }
}

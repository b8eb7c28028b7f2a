using System.Text;

namespace GovReportSchema.Pages;

/// <summary>
/// A table exported with commas between its cells. Running text has commas too, so that a table is at least three lines of the same number
/// of cells, a number among them.
/// </summary>
internal static class CommaTable
{
    private const int FewestRows = 3;
    private const int FewestCells = 3;
    private const int LongestLine = 2_000;
    private const int LongestCell = 200;

    /// <summary>Lines over which a cell in quotes may go.</summary>
    private const int MostLinesOfRow = 12;

    /// <summary>Reads the rows that begin at a line.</summary>
    /// <param name="lines">The lines of the page.</param>
    /// <param name="start">The line.</param>
    /// <param name="next">The line after the last row, or the last one that was looked at.</param>
    /// <returns>The rows; none where it is no table.</returns>
    public static List<(int Line, string[] Cells)> Read(List<string> lines, int start, out int next)
    {
        var rows = new List<(int Line, string[] Cells)>();
        for (next = start; next < lines.Count;)
        {
            var line = next;
            var cells = ReadRow(lines, ref line);
            if (cells.Length < FewestCells || (rows.Count > 0 && cells.Length != rows[0].Cells.Length) || Array.Exists(cells, cell => cell.Length > LongestCell || HoldsSeveral(cell)))
            {
                break;
            }

            rows.Add((next, cells));
            next = line;
        }

        return rows.Count >= FewestRows && rows.Exists(row => Array.Exists(row.Cells, cell => ValueText.Of(cell).Kind == ValueKind.Number)) ? rows : [];
    }

    /// <summary>A number beside another word: the commas are thousands marks, and spaces part the cells.</summary>
    private static bool HoldsSeveral(string cell)
    {
        var words = cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && Array.Exists(words, word => ValueText.Of(word).Kind == ValueKind.Number);
    }

    private static string[] ReadRow(List<string> lines, ref int line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var last = Math.Min(lines.Count, line + MostLinesOfRow); line < last;)
        {
            var text = lines[line++];
            if (text.Length > LongestLine)
            {
                return [];
            }

            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] == '"')
                {
                    // Two quotes within quotes are one.
                    if (quoted && i + 1 < text.Length && text[i + 1] == '"')
                    {
                        cell.Append(text[i++]);
                    }
                    else
                    {
                        quoted = !quoted;
                    }
                }
                else if (text[i] == ',' && !quoted)
                {
                    cells.Add(cell.ToString());
                    cell.Clear();
                }
                else
                {
                    cell.Append(text[i]);
                }
            }

            if (!quoted)
            {
                cells.Add(cell.ToString());
                return [.. cells];
            }

            cell.Append('\n');
        }

        return [];
    }
}

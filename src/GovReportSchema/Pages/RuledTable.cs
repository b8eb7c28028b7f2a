using System.Buffers;

namespace GovReportSchema.Pages;

/// <summary>A table drawn in a text: bars between its cells, and a line of dashes and crosses between its rows, which may be several lines high.</summary>
internal static class RuledTable
{
    /// <summary>The signs with which boxes are drawn, and the plain ones that they stand for.</summary>
    private const string Drawn = "│┃║｜┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝─━═";
    private const string Plain = "||||++++++++++++++++++---";

    private static readonly SearchValues<char> s_drawn = SearchValues.Create(Drawn);

    /// <summary>A line with boxes drawn in plain signs.</summary>
    public static string Undraw(string line) => line.AsSpan().IndexOfAny(s_drawn) < 0 ? line
        : string.Concat(line.Select(c => Drawn.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Plain[at] : c));

    /// <summary>Whether a line rules rows off: +----+----+.</summary>
    public static bool IsRule(string line)
    {
        var text = line.AsSpan().Trim();
        return text.Length > 2 && text[0] == '+' && text[^1] == '+' && text.IndexOfAnyExcept("+-=:") < 0;
    }

    /// <summary>Reads the rows that begin at a rule.</summary>
    /// <param name="lines">The lines of the page.</param>
    /// <param name="start">The rule over the first row.</param>
    /// <param name="next">The line after the last rule.</param>
    /// <returns>The rows; none where lines between rules do not have the same number of cells.</returns>
    public static List<(int Line, string[] Cells)> Read(List<string> lines, int start, out int next)
    {
        var rows = new List<(int Line, string[] Cells)>();
        string[]? open = null;
        var first = start;
        for (next = start + 1; next < lines.Count; next++)
        {
            if (IsRule(lines[next]))
            {
                if (open is not null)
                {
                    rows.Add((first, open));
                    open = null;
                }

                continue;
            }

            var text = lines[next].AsSpan().Trim();
            if (text.Length < 3 || text[0] != '|' || text[^1] != '|')
            {
                break;
            }

            var cells = text[1..^1].ToString().Split('|');
            if (open is null)
            {
                (first, open) = (next, Array.ConvertAll(cells, cell => cell.Trim()));
            }
            else if (open.Length != cells.Length)
            {
                return [];
            }
            else
            {
                for (var i = 0; i < cells.Length; i++)
                {
                    open[i] = (open[i] + "\n" + cells[i].Trim()).Trim('\n');
                }
            }
        }

        return open is null ? rows : [];
    }
}

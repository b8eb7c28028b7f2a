using System.Text;

namespace GovReportSchema.Tests.Pages;

/// <summary>How a column of printed text is aligned.</summary>
internal enum Alignment
{
    Left,
    Right,
    Centre,
}

/// <summary>Prints a table in columns that spaces keep, as browsers of text and converters do: an empty cell leaves nothing but its place.</summary>
internal sealed class LineRenderer
{
    private readonly List<List<GridCell>> _rows;
    private readonly List<(GridCell Cell, int Row, int Column)> _cells = [];
    private readonly int[] _widths;
    private readonly int _gap;

    private LineRenderer(List<List<GridCell>> rows, int gap, bool spans)
    {
        (_rows, _gap) = (rows, gap);
        var busy = new Dictionary<(int Row, int Column), GridCell>();
        for (var row = 0; row < rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in rows[row])
            {
                while (busy.ContainsKey((row, column)))
                {
                    column++;
                }

                _cells.Add((cell, row, column));
                for (var y = row; y < row + cell.RowSpan; y++)
                {
                    for (var x = column; x < column + cell.ColumnSpan; x++)
                    {
                        busy[(y, x)] = cell;
                    }
                }
            }
        }

        _widths = new int[busy.Keys.Max(place => place.Column) + 1];
        foreach (var (cell, _, column) in _cells.OrderBy(place => place.Cell.ColumnSpan))
        {
            // Converters that know no merged cells print one in its first column.
            var last = spans ? column + cell.ColumnSpan - 1 : column;
            _widths[last] = Math.Max(Math.Max(_widths[last], 3), Lines(cell).Max(Width) - Start(last) + Start(column));
        }
    }

    /// <summary>Prints a table without any line.</summary>
    public static string Columns(List<List<GridCell>> rows, int gap, Alignment alignment)
    {
        var renderer = new LineRenderer(rows, gap, spans: true);
        var text = new StringBuilder();
        for (var row = 0; row < rows.Count; row++)
        {
            renderer.Append(text, row, alignment, middle: true);
        }

        return text.ToString();
    }

    /// <summary>Prints a table between lines of dashes, with empty lines between rows where some are several lines high.</summary>
    public static string Dashes(List<List<GridCell>> rows)
    {
        var renderer = new LineRenderer(rows, 1, spans: false);
        var rule = "  " + string.Join(' ', renderer._widths.Select(width => new string('-', width))) + "\n";
        var text = new StringBuilder(rule);
        var tall = renderer._cells.Exists(place => Lines(place.Cell).Length > 1);
        for (var row = 0; row < rows.Count; row++)
        {
            text.Append(tall && row > 0 ? "\n" : "");
            renderer.Append(text, row, Alignment.Left, middle: false);
        }

        return text.Append(rule).ToString();
    }

    private static string[] Lines(GridCell cell) => cell.Text.Split('\n');

    /// <summary>How many places a text takes on a screen.</summary>
    private static int Width(string text) => text.Sum(c => c >= '\u2E80' ? 2 : 1);

    private int Start(int column) => 2 + _widths.Take(column).Sum(width => width + _gap);

    private void Append(StringBuilder text, int row, Alignment alignment, bool middle)
    {
        var cells = _cells.Where(place => place.Row == row).OrderBy(place => place.Column).ToList();
        var height = cells.Select(place => Lines(place.Cell).Length).DefaultIfEmpty(1).Max();
        for (var y = 0; y < height; y++)
        {
            var line = new StringBuilder();
            foreach (var (cell, _, column) in cells)
            {
                var lines = Lines(cell);
                var at = y - (middle ? (height - lines.Length) / 2 : 0);
                if (at < 0 || at >= lines.Length || lines[at].Length == 0)
                {
                    continue;
                }

                var spare = Start(column + cell.ColumnSpan) - _gap - Start(column) - Width(lines[at]);
                var before = Start(column) + (cell.IsRowLabel ? 0 : alignment switch { Alignment.Right => spare, Alignment.Centre => spare / 2, _ => 0 });
                line.Append(' ', before - Width(line.ToString())).Append(lines[at]);
            }

            text.Append(line).Append('\n');
        }
    }
}

using System.Net;
using System.Text;

namespace GovReportSchema.Tests.Pages;

/// <summary>The shapes in which published reports are found.</summary>
public enum Shape
{
    /// <summary>Each cell on a line behind a tab, an empty line after each row, covered cells empty: text saved from Word.</summary>
    TabCells,

    /// <summary>Tabs between the cells of a row.</summary>
    TabRows,

    /// <summary>Each cell on a line, an empty line after it; an empty cell is an empty line.</summary>
    CellLines,

    /// <summary>Each cell on a line; empty cells print a dash.</summary>
    BareLines,

    /// <summary>A bar after each cell, on lines of their own.</summary>
    Bars,

    /// <summary>Bars between the cells of a row.</summary>
    BarRows,

    /// <summary>Markdown, covered cells empty.</summary>
    Markdown,

    /// <summary>HTML with colspan and rowspan.</summary>
    Html,

    /// <summary>The same in a table that lays out the page, each value in a table of its own.</summary>
    NestedHtml,

    /// <summary>The same as escaped text in a page.</summary>
    EscapedHtml,

    /// <summary>Text taken from PDF: rows as lines with spaces, empty cells print a dash.</summary>
    Pdf,

    /// <summary>A Word document.</summary>
    Word,

    /// <summary>Columns that spaces keep, as browsers of text print them; empty cells leave no trace.</summary>
    Columns,

    /// <summary>The same between lines of dashes as wide as the columns: text from a converter of documents.</summary>
    Dashes,
}

/// <summary>Prints a report in each of the shapes.</summary>
internal static class PageRenderer
{
    public static byte[] Render(IReadOnlyList<GridSection> sections, int year, Shape shape, bool pad = true, string name = "政府信息公开工作年度报告")
    {
        var title = FormattableString.Invariant($"某某县人民政府{year}年{name}");
        return shape switch
        {
            Shape.Html => Bytes(Html(sections, title, false)),
            Shape.NestedHtml => Bytes("<table><tr><td>首页</td><td>" + Html(sections, title, true) + "</td></tr></table>"),
            Shape.EscapedHtml => Bytes("<html><body><div>" + WebUtility.HtmlEncode(Html(sections, title, false)) + "</div></body></html>"),
            Shape.Word => WordRenderer.Render(sections, title),
            _ => Bytes(Text(sections, title, year, shape, pad)),
        };
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(IReadOnlyList<GridSection> sections, string title, int year, Shape shape, bool pad)
    {
        var text = new StringBuilder(title).Append("\n\n本报告所列数据的统计期限自").Append(title.AsSpan(7, 4)).Append("年1月1日起。\n");
        foreach (var section in sections)
        {
            text.Append(section.Heading).Append('\n');
            if (section.Text is not null)
            {
                text.Append(section.Text).Append('\n');
                continue;
            }

            if (shape is Shape.Columns or Shape.Dashes)
            {
                // Anything that differs from report to report.
                var alignment = (Alignment)(sections.SelectMany(other => other.Rows).SelectMany(row => row).Sum(cell => cell.Text.Length) % 3);
                text.Append(shape is Shape.Dashes ? "\n" + LineRenderer.Dashes(section.Rows) : LineRenderer.Columns(section.Rows, gap: 1 + (year % 2), alignment)).Append('\n');
                continue;
            }

            foreach (var row in Covered(section.Rows, shape is Shape.Markdown, pad))
            {
                AppendRow(text, row, shape);
            }

            text.Append(shape is Shape.CellLines ? "" : "\n");
        }

        return text.Append("\n某某县人民政府\n").ToString();
    }

    private static void AppendRow(StringBuilder text, List<(string Text, bool Covered)> row, Shape shape)
    {
        static string OneLine(string text) => text.Replace("\n", "", StringComparison.Ordinal);
        var real = row.Where(cell => !cell.Covered).Select(cell => cell.Text).ToList();
        switch (shape)
        {
            case Shape.TabCells:
                text.Append(string.Concat(row.Select(cell => "\t" + cell.Text + "\n"))).Append('\n');
                break;
            case Shape.TabRows:
                text.AppendJoin('\t', row.Select(cell => OneLine(cell.Text))).Append('\n');
                break;
            case Shape.CellLines:
                text.Append(string.Concat(real.Select(cell => cell.Length == 0 ? "\n" : cell + "\n\n")));
                break;
            case Shape.BareLines:
                text.Append(string.Concat(real.Select(cell => (cell.Length == 0 ? "-" : cell) + "\n")));
                break;
            case Shape.Bars:
                text.Append(string.Concat(real.Select(cell => cell.Length == 0 ? "|\n" : cell + "\n|\n")));
                break;
            case Shape.BarRows:
                text.AppendJoin(" | ", real.Select(OneLine)).Append('\n');
                break;
            case Shape.Markdown:
                text.Append("| ").AppendJoin(" | ", row.Select(cell => cell.Text.Replace("\n", "<br>", StringComparison.Ordinal))).Append(" |\n");
                break;
            case Shape.Pdf:
                text.AppendJoin(' ', real.Select(cell => cell.Length == 0 ? "-" : OneLine(cell))).Append('\n');
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(shape));
        }
    }

    /// <summary>Rows with an empty cell for each that is covered by one above it, and in full by one before it too.</summary>
    private static IEnumerable<List<(string Text, bool Covered)>> Covered(List<List<GridCell>> rows, bool full, bool pad)
    {
        var width = rows.Max(row => row.Sum(cell => cell.ColumnSpan));
        var busy = new int[width + 16];
        for (var y = 0; y < rows.Count; y++)
        {
            var x = 0;
            var row = new List<(string, bool)>();
            void SkipBusy()
            {
                for (; x < width && busy[x] > y; x++)
                {
                    row.Add(("", true));
                }
            }

            foreach (var cell in rows[y])
            {
                SkipBusy();
                row.Add((cell.Text, false));
                for (var i = 0; i < cell.ColumnSpan; i++, x++)
                {
                    busy[x] = y + cell.RowSpan;
                    if (full && i > 0)
                    {
                        row.Add(("", true));
                    }
                }
            }

            SkipBusy();
            while (full && pad && row.Count < width)
            {
                row.Add(("", true));
            }

            yield return row;
        }
    }

    private static string Html(IReadOnlyList<GridSection> sections, string title, bool nested)
    {
        var html = new StringBuilder("<html><head><title>").Append(title).Append("</title><style>td{color:red}</style></head><body>\n<h1>").Append(title).Append("</h1>");
        foreach (var section in sections)
        {
            html.Append("<p>&nbsp;&nbsp;").Append(section.Heading).Append("</p>\n");
            if (section.Text is not null)
            {
                html.Append("<p>").Append(section.Text.Replace("\n", "</p><p>", StringComparison.Ordinal)).Append("</p>");
                continue;
            }

            html.Append("<table border='1'><tbody>");
            foreach (var row in section.Rows)
            {
                html.Append("<tr>");
                foreach (var cell in row)
                {
                    html.Append("<td").Append(cell.ColumnSpan > 1 ? $" colspan=\"{cell.ColumnSpan}\"" : "").Append(cell.RowSpan > 1 ? $" rowspan={cell.RowSpan}" : "").Append("><p><span>");
                    var text = WebUtility.HtmlEncode(cell.Text).Replace("\n", "<br/>", StringComparison.Ordinal);
                    html.Append(nested && cell.Cell >= 0 ? $"<table><tr><td>{text}</td></tr></table>" : text).Append("</span></p></td>\n");
                }

                html.Append("</tr>");
            }

            html.Append("</tbody></table>");
        }

        return html.Append("</body></html>").ToString();
    }
}

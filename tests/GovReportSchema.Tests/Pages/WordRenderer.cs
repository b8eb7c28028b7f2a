using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;

namespace GovReportSchema.Tests.Pages;

/// <summary>Prints a report as a Word document, as the forms are saved by Word: merged cells as gridSpan and vMerge.</summary>
internal static class WordRenderer
{
    public static byte[] Render(IReadOnlyList<GridSection> sections, string title)
    {
        var body = new StringBuilder(Paragraph(title));
        foreach (var section in sections)
        {
            body.Append(Paragraph(section.Heading));
            if (section.Text is not null)
            {
                body.AppendJoin("", section.Text.Split('\n').Select(Paragraph));
                continue;
            }

            body.Append("<w:tbl><w:tblPr/>");
            AppendRows(body, section.Rows);
            body.Append("</w:tbl>");
        }

        return Pack(Document(body.ToString()));
    }

    public static string Document(string body) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}<w:sectPr/></w:body></w:document>";

    public static byte[] Pack(string document)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("word/document.xml").Open();
            entry.Write(Encoding.UTF8.GetBytes(document));
        }

        return file.ToArray();
    }

    private static void AppendRows(StringBuilder body, List<List<GridCell>> rows)
    {
        var width = rows.Max(row => row.Sum(cell => cell.ColumnSpan));
        var busy = new (int Until, int Span)[width + 16];
        for (var y = 0; y < rows.Count; y++)
        {
            body.Append("<w:tr>");
            var x = 0;
            void Covered()
            {
                while (x < width && busy[x].Until > y)
                {
                    body.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:gridSpan w:val=\"{busy[x].Span}\"/><w:vMerge/></w:tcPr><w:p/></w:tc>");
                    x += busy[x].Span;
                }
            }

            foreach (var cell in rows[y])
            {
                Covered();
                body.Append("<w:tc><w:tcPr>").Append(cell.ColumnSpan > 1 ? $"<w:gridSpan w:val=\"{cell.ColumnSpan}\"/>" : "")
                    .Append(cell.RowSpan > 1 ? "<w:vMerge w:val=\"restart\"/>" : "").Append("</w:tcPr>").Append(Paragraph(cell.Text)).Append("</w:tc>");
                for (var i = x; i < x + cell.ColumnSpan; i++)
                {
                    busy[i] = (y + cell.RowSpan, cell.ColumnSpan);
                }

                x += cell.ColumnSpan;
            }

            Covered();
            body.Append("</w:tr>");
        }
    }

    private static string Paragraph(string text)
    {
        // Word splits a paragraph into runs wherever it likes.
        var half = text.Length / 2;
        return "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>" + Run(text[..half]) + Run(text[half..]) + "</w:p>";
    }

    private static string Run(string text) => text.Length == 0 ? "" : "<w:r><w:rPr/>" + string.Join(
        "<w:br/>", text.Split('\n').Select(line => $"<w:t xml:space=\"preserve\">{WebUtility.HtmlEncode(line)}</w:t>")) + "</w:r>";
}

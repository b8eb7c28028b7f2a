using System.IO.Compression;
using System.Xml;

namespace GovReportSchema.Pages;

/// <summary>
/// Takes a Word document for a page: paragraphs and tables of its main part. ZipArchive and XmlReader are in the framework; of the
/// Open XML SDK nothing else would be used.
/// </summary>
internal sealed class WordPage
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string StrictW = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>Elements within elements, for the reader's own stack.</summary>
    private const int MostDepth = 512;

    private readonly PageFlow _flow = new();
    private readonly Stack<WordTable> _tables = [];
    private int _cells;

    /// <summary>Whether the run at hand is hidden, and whether it is raised above the line.</summary>
    private bool _isHidden;
    private bool _isRaised;

    private PageFlow Current => _tables.TryPeek(out var table) && table.Cell is { } cell ? cell.Flow : _flow;

    public static unsafe Page Read(ReadOnlySpan<byte> file)
    {
        fixed (byte* bytes = file)
        {
            using var stream = new UnmanagedMemoryStream(bytes, file.Length);
            return Read(stream);
        }
    }

    private static Page Read(Stream stream)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            var part = archive.GetEntry("word/document.xml")
                ?? throw new PageUnreadableException(new("不是 Word 文件：没有 word/document.xml", "not a Word file: it has no word/document.xml"));
            using var unpacked = new BoundedStream(part.Open(), PageLimits.UnpackedBytes);
            using var xml = XmlReader.Create(unpacked, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                MaxCharactersInDocument = PageLimits.UnpackedBytes,
            });
            var page = new WordPage();
            page.Read(xml);
            var laid = PageLayout.Lay(page._flow, null);
            laid.IsWhole = true;
            return laid;
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or NotSupportedException or EndOfStreamException)
        {
            throw new PageUnreadableException(new("不是完好的 Word 文件", "not a sound Word file: " + e.Message));
        }
    }

    private void Read(XmlReader xml)
    {
        while (xml.Read())
        {
            if (xml.Depth > MostDepth)
            {
                throw new PageTooLargeException(new(
                    FormattableString.Invariant($"元素嵌套超过 {MostDepth} 层"), FormattableString.Invariant($"elements nested more than {MostDepth} deep")));
            }

            if (xml.NodeType == XmlNodeType.Element)
            {
                // The fallback of a drawing repeats the text of its choice, and text that was moved stands where it was moved to.
                while (xml.NodeType == XmlNodeType.Element && xml.LocalName is "Fallback" or "delText" or "instrText" or "moveFrom" && !xml.EOF)
                {
                    xml.Skip();
                }

                if (xml.NodeType == XmlNodeType.Element && xml.NamespaceURI is W or StrictW)
                {
                    Open(xml);
                }
            }

            if (xml.NodeType == XmlNodeType.EndElement && xml.NamespaceURI is W or StrictW)
            {
                Close(xml.LocalName);
            }
        }
    }

    private void Open(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "r":
                (_isHidden, _isRaised) = (false, false);
                break;
            case "vanish":
                _isHidden = Value(xml) is not ("0" or "false" or "off");
                break;
            case "vertAlign":
                _isRaised = Value(xml) is "superscript";
                break;
            case "t":
                if (!xml.IsEmptyElement && xml.Read() && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace
                    && !_isHidden)
                {
                    // A mark of a footnote is no part of the number before it.
                    Current.Append(_isRaised ? "[" + xml.Value + "]" : xml.Value);
                }

                break;
            case "tab" when xml.AttributeCount == 0:
                Current.Append('\t');
                break;
            case "br" or "cr":
                Current.BreakLine();
                break;
            case "noBreakHyphen":
                Current.Append('-');
                break;
            case "p" when xml.IsEmptyElement:
                Current.BreakLine();
                break;
            case "tbl":
                if (_tables.Count >= PageLimits.Depth)
                {
                    throw new PageTooLargeException(new(
                        FormattableString.Invariant($"表格嵌套超过 {PageLimits.Depth} 层"), FormattableString.Invariant($"tables nested more than {PageLimits.Depth} deep")));
                }

                Current.EndLine();
                _tables.Push(new WordTable());
                break;
            case "tr" when _tables.TryPeek(out var table):
                table.BeginRow();
                break;
            case "tc" when _tables.TryPeek(out var table):
                PageLimits.CheckCells(++_cells);
                table.BeginCell();
                break;
            case "gridSpan" when _tables.TryPeek(out var table):
                table.Span = Number(xml);
                break;
            case "gridBefore" when _tables.TryPeek(out var table):
                table.Skip(Number(xml));
                break;
            case "vMerge" when _tables.TryPeek(out var table):
                table.Continues = Value(xml) is not "restart";
                break;
            case "tcPr" when xml.IsEmptyElement:
                break;
        }
    }

    private void Close(string name)
    {
        switch (name)
        {
            case "p":
                Current.BreakLine();
                break;
            case "tcPr" when _tables.TryPeek(out var table):
                table.SetProperties();
                break;
            case "tc" when _tables.TryPeek(out var table):
                table.EndCell();
                break;
            case "tbl" when _tables.TryPop(out var table):
                if (table.Table.Rows.Count > 0)
                {
                    Current.Add(table.Table);
                }

                break;
        }
    }

    private static string? Value(XmlReader xml) => xml.GetAttribute("val", xml.NamespaceURI);

    private static int Number(XmlReader xml) =>
        int.TryParse(Value(xml), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number, 1, PageLimits.Columns) : 1;
}

using GovReportSchema.Findings;

namespace GovReportSchema.Pages;

/// <summary>Reads a page as a report of one format.</summary>
internal sealed class PageReader
{
    private readonly Page _page;
    private readonly ReportFormat _format;
    private readonly List<TableForm> _tables;
    private readonly int[] _headings;
    private LineLayout _layout;
    private readonly Dictionary<(TableForm Table, int First, int End, EmptyLines Meaning), TableReading> _read = [];

    /// <summary>What empty lines mean on the page; null where no one meaning fits it best.</summary>
    private readonly EmptyLines? _emptyLines;

    public PageReader(Page page, ReportFormat format)
    {
        (_page, _format) = (page, format.Pattern);
        _tables = TableForm.Of(_format);
        _headings = SectionFinder.Find(page, format.Sections);
        _layout = new(LineWidth.IsWide(page));
        _emptyLines = FindEmptyLines();
        Readings = [.. _tables.Select(ReadTable)];
        if (Readings.Exists(reading => reading.KeepsPlaces))
        {
            // What one table of many values shows holds for those of few.
            _layout = _layout with { IsExact = true };
            _read.Clear();
            Readings = [.. _tables.Select(ReadTable)];
        }
    }

    public ReportFormat Format => _format;

    public List<TableReading> Readings { get; }

    /// <summary>The share of the format's cells that were found, and of its headings, to tell formats apart.</summary>
    public (double Cells, int Headings) Score => (
        Readings.Sum(reading => reading.PlacedCells) / (double)Math.Max(1, Readings.Sum(reading => reading.Form.Cells.Count)),
        _headings.Count(heading => heading >= 0));

    /// <summary>Lays what was found into a report.</summary>
    public PublishedReport ToReport(ReadPageOptions options)
    {
        var report = WithEntries().CreateReport();
        var tables = TableForm.Of(report.Format);
        var filler = new ReportFiller(report);
        var placed = Readings.ConvertAll(reading => reading.Placements
            .SelectMany(placement => placement.Values).OfType<Token>().Select(token => (object?)token.Cell).ToHashSet(ReferenceEqualityComparer.Instance));
        for (var i = 0; i < _tables.Count; i++)
        {
            var elsewhere = placed.Where((_, table) => table != i).SelectMany(cells => cells).ToHashSet(ReferenceEqualityComparer.Instance);
            filler.Fill(tables[i], Readings[i], elsewhere);
        }

        ReadNarratives(report, filler);
        ReadHeader(report, options, filler);
        filler.FillHeader([.. _page.Lines.Take(NextHeading(0) is >= 0 and var first ? _page.Cells[first].Line : _page.Lines.Count)]);
        return filler.Finish();
    }

    /// <summary>The format for as many entries as were found in all tables.</summary>
    private ReportFormat WithEntries()
    {
        if (_format.Family is not { } family)
        {
            return _format;
        }

        var (counts, unread) = (new int[family.Rows.Length], new bool[family.Rows.Length]);
        foreach (var entries in Readings.Select(reading => reading.Entries))
        {
            foreach (var (repeat, keys) in entries.Keys)
            {
                (counts[repeat], unread[repeat]) = (keys.Count, entries.Unread.Contains(repeat));
            }
        }

        return family.Format(new EntryLayout(family, counts, unread));
    }

    /// <summary>The heading of the first section found from one on, as a cell of the page; -1 for none.</summary>
    private int NextHeading(int section) => _headings.Skip(section).FirstOrDefault(heading => heading >= 0, -1);

    private void ReadHeader(Report report, ReadPageOptions options, ReportFiller filler)
    {
        var header = PageHeader.Read(_page, _format, NextHeading(0));
        report.Agency = options.Agency ?? header.Agency;
        report.Year = options.Year ?? header.Year;
        var shape = report.Format.Shape;
        if (report.Agency is null)
        {
            report.ForgetText(0);
            filler.AddMember(PageFault.AgencyMissing, shape.TextNodes[0]);
        }

        else if (options.Agency is null && PageHeader.FullName(_page, report.Agency) is { } full)
        {
            filler.AddMember(PageFault.AgencyShort, shape.TextNodes[0], Fault.Name(report.Agency), Fault.Name(full));
        }

        if (report.Year is null)
        {
            report.YearValue = Report.Unread;
            filler.AddMember(PageFault.YearMissing, shape.YearNode);
        }
        else if (options.Year is null && header.YearInferredFrom is { } source)
        {
            filler.AddMember(PageFault.YearDoubtful, shape.YearNode, Fault.Name(report.Year.Value), source);
        }
    }

    private void ReadNarratives(Report report, ReportFiller filler)
    {
        var text = _format.Header.Count(header => header.Cell is null);
        for (var i = 0; i < _format.Sections.Count; i++)
        {
            if (_format.Sections[i] is not Narrative)
            {
                continue;
            }

            if (_headings[i] < 0)
            {
                report.ForgetText(text);
                filler.AddMember(PageFault.SectionMissing, report.Format.Shape.TextNodes[text]);
            }
            else
            {
                var first = _page.Cells[_headings[i]].Line + 1;
                var next = NextHeading(i + 1);
                var end = next >= 0 ? _page.Cells[next].Line : _page.Lines.Count;
                var lines = _page.Lines.Skip(first).Take(end - first).Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
                if (next < 0)
                {
                    CutEnd(lines, report.Format.Shape.TextNodes[text], filler);
                }

                var written = string.Join('\n', lines);
                report.SetText(text, written.Length == 0 ? null : written);
            }

            text++;
        }
    }

    /// <summary>The last text has no heading after it to end it.</summary>
    private static void CutEnd(List<string> lines, int node, ReportFiller filler)
    {
        var end = PageEnd.Find(lines);
        if (end < lines.Count)
        {
            filler.AddMember(PageFault.WebsiteCut, node, Fault.Name(lines.Count - end), Fault.Name(lines[end]));
            lines.RemoveRange(end, lines.Count - end);
        }

        var date = lines.FindLastIndex(PageHeader.IsSignatureDate);
        if (date >= 0 && date + 1 < lines.Count)
        {
            filler.AddMember(PageFault.AfterSignature, node, Fault.Name(lines.Count - date - 1), Fault.Name(lines[date + 1]));
        }
    }

    /// <summary>From where to where the section of a table goes, as cells of the page.</summary>
    private (int First, int End) Stretch(TableForm table)
    {
        var section = _format.Sections.TakeWhile(section => !ReferenceEquals(section, table.Table)).Count();
        var after = NextHeading(section + 1);
        return (_headings.Take(section + 1).LastOrDefault(heading => heading >= 0, -1) + 1, after >= 0 ? after : _page.Cells.Count);
    }

    private TableReading ReadTable(TableForm table)
    {
        var (first, end) = Stretch(table);
        var reading = ReadBest(table, first, end);
        if (reading.PlacedCells == 0 && _page.Cells.Count > 0 && !(table.Repeats.Any() && HasHeading(table)))
        {
            // Headings that are no headings, or in another order: the labels of the table still say where it is.
            var anywhere = ReadBest(table, 0, _page.Cells.Count);
            if (anywhere.PlacedShare > 0.5)
            {
                return anywhere;
            }
        }

        reading.Captions = UnitCaption.Find(_page, first - 1, end, table);
        return reading;
    }

    /// <summary>Whether the heading of a table's section was found: entries, which have no labels of the form, are looked for nowhere else then.</summary>
    private bool HasHeading(TableForm table) => _headings[_format.Sections.TakeWhile(section => !ReferenceEquals(section, table.Table)).Count()] >= 0;

    /// <summary>The last cell of a page that has nothing of the sections after a table; null where it has, or the form has none.</summary>
    private PageCell? CutOff(TableForm table)
    {
        var section = _format.Sections.TakeWhile(section => !ReferenceEquals(section, table.Table)).Count();
        return !_page.IsWhole && section + 1 < _format.Sections.Count && NextHeading(section + 1) < 0 && _headings.Any(heading => heading >= 0) ? _page.Cells[^1] : null;
    }

    /// <summary>The meaning of empty lines by which most cells of all tables together are read: one page has one.</summary>
    private EmptyLines? FindEmptyLines()
    {
        var totals = Enum.GetValues<EmptyLines>().Select(meaning => (Meaning: meaning, Cells: _tables.Sum(table =>
        {
            var (first, end) = Stretch(table);
            return Read(table, first, end, HasEmptyLines(first, end) ? meaning : EmptyLines.Nothing).PlacedCells;
        }))).OrderByDescending(total => total.Cells).ToList();
        return totals[0].Cells > totals[1].Cells ? totals[0].Meaning : null;
    }

    private bool HasEmptyLines(int first, int end) => _page.Cells.Take(end).Skip(first).Any(cell => cell.EmptyLinesBefore > 0);

    private TableReading Read(TableForm table, int first, int end, EmptyLines meaning)
    {
        if (!_read.TryGetValue((table, first, end, meaning), out var reading))
        {
            var entries = new TableEntries(table);
            var tokens = BodyRows.Mark(_format, table, Tokenizer.Read(_page, first, end, table, meaning), entries);
            var format = entries.Format(_format);
            reading = new() { Form = TableForm.Of(format)[_tables.IndexOf(table)], Entries = entries };
            TablePlacer.Read(format, reading, tokens, CutOff(table), _layout);
            reading.Doubt(placement => placement.Cells.Any(entries.RefusedCells.Contains));
            _read[(table, first, end, meaning)] = reading;
        }

        return reading;
    }

    /// <summary>Reads with the meaning that empty lines have on the page; where none fits it best, with the one that fits the table best.</summary>
    private TableReading ReadBest(TableForm table, int first, int end)
    {
        if (!HasEmptyLines(first, end))
        {
            return Read(table, first, end, EmptyLines.Nothing);
        }

        if (_emptyLines is { } known)
        {
            return Read(table, first, end, known);
        }

        TableReading? best = null;
        foreach (var meaning in Enum.GetValues<EmptyLines>())
        {
            var reading = Read(table, first, end, meaning);
            if (best is null || reading.PlacedCells > best.PlacedCells)
            {
                best = reading;
            }
            else if (meaning == EmptyLines.SpacedCells && reading.PlacedCells == best.PlacedCells)
            {
                best.KeepCommon(reading);
            }
        }

        return best!;
    }
}

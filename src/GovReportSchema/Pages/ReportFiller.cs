using GovReportSchema.Findings;

namespace GovReportSchema.Pages;

/// <summary>Fills a report with what was found on a page, and says of each cell where it came from and how sure it is.</summary>
internal sealed partial class ReportFiller(Report report)
{
    private readonly PublishedCell?[] _cells = new PublishedCell?[report.Values.Length];
    private readonly List<Finding> _findings = [];

    public void AddMember(Fault fault, int node, params Label[] names) =>
        Add(fault, fault.Severity, report.Format.Shape.PathOf(node), node, null, [], names);

    /// <summary>Fills the cells of one table.</summary>
    /// <param name="table">The table, with the entries of the report.</param>
    /// <param name="reading">What was found of it.</param>
    /// <param name="elsewhere">Places of the page whose values belong to other tables: no loss of this one.</param>
    public void Fill(TableForm table, TableReading reading, HashSet<object?> elsewhere)
    {
        NameEntries(reading.Entries);
        foreach (var same in reading.PlacedIn(table).GroupBy(placement => string.Join(',', placement.Cells.Order())))
        {
            Place(same.ToList(), reading.Captions);
        }

        foreach (var (first, label, values) in reading.Ambiguous.Where(run => !elsewhere.Contains(run.First.Cell)))
        {
            AddAt(PageFault.Ambiguous, table, first, Fault.Name(label), Fault.Name(values));
        }

        foreach (var (first, label, values) in reading.NotPlaced.Where(run => !elsewhere.Contains(run.First.Cell)))
        {
            AddAt(PageFault.NotPlaced, table, first, Fault.Name(label), Fault.Name(values));
        }

        foreach (var (fault, at, names) in reading.Entries.Refused.Where(refused => !elsewhere.Contains(refused.At.Cell)))
        {
            AddAt(fault, table, at, names);
        }

        foreach (var head in reading.Placements.Where(placement => placement.Head is HeadState.Partial).Take(1))
        {
            AddAt(PageFault.HeadIncomplete, table, head.Values.First(value => value is not null)!);
        }

        AddLost(table);
    }

    /// <summary>Fills the dates and choices of the header from lines such as 填报日期：2026年1月5日.</summary>
    /// <param name="lines">The lines before the first section.</param>
    public void FillHeader(IReadOnlyList<string> lines)
    {
        var shape = report.Format.Shape;
        for (var cell = 0; cell < shape.Types.Length; cell++)
        {
            var node = shape.CellNodes[cell];
            if (shape.Nodes[node].Parent != 0)
            {
                continue;
            }

            var label = shape.Nodes[node].Labels.Label.Zh;
            for (var i = 0; i < lines.Count && _cells[cell] is null; i++)
            {
                var at = lines[i].IndexOf(label, StringComparison.Ordinal);
                var text = at < 0 ? "" : lines[i][(at + label.Length)..].TrimStart(' ', '\u3000', ':', '：').Split([' ', '\u3000', '\t'], 2)[0];
                if (text.Length > 0 && TrySetWord(cell, text, shape.Types[cell]))
                {
                    _cells[cell] = new(report.Format.Cells[cell], Certainty.Certain, text, i + 1, null, null, null);
                }
            }

            if (_cells[cell] is null)
            {
                report.Values[cell] = Report.Unread;
                var path = shape.PathOf(node);
                Add(PageFault.CellLost, Severity.Error, path, node, null, [new FindingCell(path, null)], Fault.Name(1));
            }
        }
    }

    /// <summary>The report as read, every cell with its source, and the findings.</summary>
    public PublishedReport Finish()
    {
        var rules = report.Validate();
        foreach (var rule in rules.Where(rule => rule.State == RuleState.Violated && rule.Difference is not null))
        {
            AddBlame(rule);
        }

        var cells = new PublishedCell[_cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = _cells[i] ?? Lost(i);
        }

        if (report.EntryNames() is { } names)
        {
            _findings.ForEach(finding => finding.Names = names);
        }

        return new(report, [.. _findings.Concat(rules)], cells);
    }

    private void NameEntries(TableEntries entries)
    {
        foreach (var (repeat, keys) in entries.Keys)
        {
            for (var entry = 0; entry < keys.Count; entry++)
            {
                report.SetText(report.EntriesLaid.KeyOf(repeat, entry), keys[entry]);
            }
        }
    }

    private PublishedCell Lost(int cell) => new(report.Format.Cells[cell], Certainty.Lost, null, null, null, null, null);

    /// <summary>Of several places for the same cells, the one whose label fits best; of equals, only what they agree on.</summary>
    private void Place(List<Placement> placements, List<UnitCaption> captions)
    {
        var fit = placements.Max(placement => placement.Fit);
        placements.RemoveAll(placement => placement.Fit < fit);
        var chosen = placements[0];
        if (placements.Find(other => !other.SameValuesAs(chosen)) is { } different)
        {
            var node = report.Format.Shape.CellNodes[chosen.Cells[0]];
            Add(PageFault.Conflict, Severity.Error, report.Format.Shape.PathOf(node), node, chosen.Values[0], [], Shown(chosen), Shown(different));
            return;
        }

        AddDoubts(chosen);
        for (var i = 0; i < chosen.Cells.Length; i++)
        {
            if (chosen.Values[i] is { } token)
            {
                Set(chosen, chosen.Cells[i], token, captions);
            }
        }
    }

    private static Label Shown(Placement placement) => Fault.Name(string.Join(" | ", placement.Values.Select(value => value?.Text.Trim())));

    private void AddDoubts(Placement placement)
    {
        var node = report.Format.Shape.CellNodes[placement.Cells[0]];
        var path = report.Format.Shape.PathOf(node);
        if (placement.Fit == Fit.Near)
        {
            var row = report.Format.Shape.Nodes[report.Format.Shape.Nodes[node].Parent].Labels.Label;
            Add(PageFault.NearLabel, Severity.Info, path, node, placement.Values[0], [], Fault.Name(placement.Label), row);
        }

        if (placement.ByLine)
        {
            Add(PageFault.ByLine, Severity.Info, path, node, placement.Values[0], [], Fault.Name(placement.Label));
        }

        if (placement.Judged)
        {
            Add(PageFault.Judged, Severity.Warning, path, node, placement.Values[0], [], Fault.Name(placement.Label));
        }
    }

    private void AddLost(TableForm table)
    {
        var lost = new List<FindingCell>();
        foreach (var cell in table.Cells)
        {
            if (_cells[cell] is null)
            {
                report.Values[cell] = Report.Unread;
                lost.Add(new FindingCell(report.Format.Cells[cell].Path, null));
            }
        }

        if (lost.Count > 0)
        {
            var node = report.Format.Shape.NodeOf(table.Table);
            Add(PageFault.CellLost, Severity.Error, report.Format.Shape.PathOf(node), node, null, lost, Fault.Name(lost.Count));
        }
    }

    /// <summary>Says of a sum that does not hold whether the page or the reading is at fault.</summary>
    private void AddBlame(Finding rule)
    {
        if (!report.Format.TryGetCell(rule.Path, out var cell) || rule.Cells.Any(part => part.Path.StartsWith("previous:", StringComparison.Ordinal)))
        {
            return;
        }

        var sure = rule.Cells.All(part => report.Format.TryGetCell(part.Path, out var taking) && _cells[taking.Index] is { Certainty: Certainty.Certain });
        var fault = sure ? PageFault.PageAtFault : PageFault.ReadingDoubtful;
        var node = report.Format.Shape.CellNodes[cell.Index];
        Add(fault, fault.Severity, rule.Path, node, null, rule.Cells, Fault.Name(rule.RuleId));
    }

    private void AddCell(Fault fault, int cell, Token token, params Label[] names)
    {
        var node = report.Format.Shape.CellNodes[cell];
        Add(fault, fault.Severity, report.Format.Shape.PathOf(node), node, token, [], names);
    }

    private void AddAt(Fault fault, TableForm table, Token token, params Label[] names)
    {
        var node = report.Format.Shape.NodeOf(table.Table);
        Add(fault, fault.Severity, report.Format.Shape.PathOf(node), node, token, [], names);
    }

    private void Add(Fault fault, Severity severity, string path, int node, Token? token, IReadOnlyList<FindingCell> cells, params Label[] names)
    {
        var evidence = new FaultEvidence(fault, report.Format.Shape.Nodes[node].Labels, names) { Blanks = cells };
        _findings.Add(new Finding(fault.Id, severity, path, report.Format.Shape.Orders[node], evidence) { Line = token?.Cell.Line + 1 });
    }
}

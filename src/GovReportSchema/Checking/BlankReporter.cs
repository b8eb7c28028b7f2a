using GovReportSchema.Findings;
using GovReportSchema.Json;

namespace GovReportSchema.Checking;

/// <summary>Reports blanks: one finding for each table, and one for each text that should not be blank.</summary>
internal static class BlankReporter
{
    public static void ReportTexts(Report report, ref FindingList findings, CheckScope scope)
    {
        var shape = report.Format.Shape;
        if (report.YearValue == Report.Blank)
        {
            AddText(report, shape.YearNode, BlankPolicy.Error, ref findings, scope);
        }

        for (var text = 0; text < shape.TextNodes.Length; text++)
        {
            if (shape.TextBlanks[text] != BlankPolicy.Allowed && report.IsBlankText(text))
            {
                AddText(report, shape.TextNodes[text], shape.TextBlanks[text], ref findings, scope);
            }
        }
    }

    public static void ReportTables(Report report, Blanks counted, ref FindingList findings, CheckScope scope)
    {
        var shape = report.Format.Shape;
        Dictionary<int, List<int>>? tables = null;
        for (var cell = 0; (cell = NextBlank(report, counted, cell)) >= 0; cell++)
        {
            // The cells of rows that repeat lie behind those of all tables, so that a table may come a second time.
            var table = shape.TableOf(cell);
            if (shape.Nodes[table].Kind != JsonNodeKind.Object)
            {
                AddText(report, table, shape.Types[cell].Blank, ref findings, scope);
            }
            else
            {
                ((tables ??= []).TryGetValue(table, out var cells) ? cells : tables[table] = []).Add(cell);
            }
        }

        foreach (var (table, cells) in tables ?? [])
        {
            var severity = cells.Exists(cell => shape.Types[cell].Blank == BlankPolicy.Error) ? Severity.Error : Severity.Warning;
            List<FindingCell> blanks =
                [.. cells.OrderBy(cell => shape.Orders[shape.CellNodes[cell]]).Select(cell => new FindingCell(shape.PathOf(shape.CellNodes[cell]), null))];
            var evidence = new FaultEvidence(Fault.BlankCells, shape.Nodes[table].Labels, Fault.Name(blanks.Count)) { Blanks = blanks };
            findings.Add(new Finding(Fault.BlankCells.Id, severity, shape.PathOf(table), scope.SortKeyOf(shape, table), evidence));
        }
    }

    /// <summary>The next cell that is blank and may not be; -1 where there is none. Only a number can count as zero.</summary>
    private static int NextBlank(Report report, Blanks counted, int cell)
    {
        for (; cell < report.Values.Length; cell++)
        {
            if (report.Values[cell] == Report.Blank && report.Format.Shape.Types[cell] is { Blank: not BlankPolicy.Allowed } type
                && (counted == Blanks.Unknown || !type.IsNumber))
            {
                return cell;
            }
        }

        return -1;
    }

    private static void AddText(Report report, int node, BlankPolicy policy, ref FindingList findings, CheckScope scope)
    {
        var shape = report.Format.Shape;
        var severity = policy == BlankPolicy.Error ? Severity.Error : Severity.Warning;
        var evidence = new FaultEvidence(Fault.BlankText, shape.Nodes[node].Labels);
        findings.Add(new Finding(Fault.BlankText.Id, severity, shape.PathOf(node), scope.SortKeyOf(shape, node), evidence));
    }
}

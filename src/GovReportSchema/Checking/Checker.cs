using GovReportSchema.Findings;
using GovReportSchema.Json;

namespace GovReportSchema.Checking;

/// <summary>Checks a report: the year, the bounds, the entries of repeating rows, the blanks and the rules.</summary>
internal static class Checker
{
    /// <summary>Whether nothing is to be found in a report, told as fast as can be; where it is not, <see cref="Check"/> says what.</summary>
    /// <param name="report">The report.</param>
    /// <param name="options">How it is checked.</param>
    /// <param name="isFirst">Whether it is a program's first, for which rules are looked at one by one.</param>
    public static bool IsClean(Report report, CheckOptions options, bool isFirst = false) =>
        options.Previous is null && HasOrderlyHead(report) && EntryChecker.AreOrderly(report)
        && (isFirst ? report.Format.Plan.Holds(report.Values) : report.Format.Plan.Quick.Holds(report.Values));

    public static void Check(Report report, CheckOptions options, ref FindingList findings, CheckScope scope)
    {
        CheckYear(report, ref findings, scope);
        CheckPrevious(report, options.Previous, ref findings, scope);
        EntryChecker.Check(report, ref findings, scope);
        BlankReporter.ReportTexts(report, ref findings, scope);
        var isInOrder = report.Format.Plan.Quick.AreWithinBounds(report.Values);
        if (!isInOrder)
        {
            CheckBounds(report, ref findings, scope);
            BlankReporter.ReportTables(report, options.Blanks, ref findings, scope);
        }

        if (options.Previous is null && (isInOrder || !report.Values.ContainsAny(Report.Blank, Report.Unread)))
        {
            CheckFilled(report, ref findings, scope);
        }
        else
        {
            OpenChecker.Check(report, options, ref findings, scope);
        }
    }

    private static bool HasOrderlyHead(Report report)
    {
        var format = report.Format;
        if (report.Year is not (>= Words.FirstYear and <= Words.LastYear and var year) || !format.Years.Contains(year))
        {
            return false;
        }

        for (var text = 0; text < report.TextCount; text++)
        {
            if (format.Shape.TextBlanks[text] != BlankPolicy.Allowed && report.IsBlankText(text))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Every cell is filled, so each rule holds or is violated.</summary>
    private static void CheckFilled(Report report, ref FindingList findings, CheckScope scope)
    {
        var plan = report.Format.Plan;
        var values = report.Values;
        var violated = new List<int>();
        plan.Quick.FindViolated(values, violated);
        foreach (var check in violated)
        {
            findings.Add(RuleFindings.Violated(plan, plan.Checks[check], values, values, values, scope));
        }
    }

    private static void CheckYear(Report report, ref FindingList findings, CheckScope scope)
    {
        var format = report.Format;
        var node = format.Shape.YearNode;
        if (report.Year is (< Words.FirstYear or > Words.LastYear) and { } outside)
        {
            var range = new FaultEvidence(
                Fault.Range, format.Shape.Nodes[node].Labels, Fault.Name(outside), Fault.Name(Words.FirstYear), Fault.Name(Words.LastYear))
            {
                Value = outside,
            };
            findings.Add(Fault.Range, format.Shape.PathOf(node), scope.SortKeyOf(format.Shape, node), range);
        }

        if (report.Year is { } year && !format.Years.Contains(year))
        {
            var evidence = new FaultEvidence(
                Fault.YearMismatch, format.Shape.Nodes[node].Labels, Fault.Name(format.Years.ToString()), Fault.Name(year))
            {
                Value = year,
            };
            findings.Add(Fault.YearMismatch, format.Shape.PathOf(node), scope.SortKeyOf(format.Shape, node), evidence);
        }
    }

    /// <summary>The yearly rules mean something only between a year and the next, of one body.</summary>
    private static void CheckPrevious(Report report, Report? previous, ref FindingList findings, CheckScope scope)
    {
        var shape = report.Format.Shape;
        if (previous?.Year is { } last && report.Year is { } year && last != year - 1)
        {
            var evidence = new FaultEvidence(
                Fault.PreviousYear, shape.Nodes[shape.YearNode].Labels, Fault.Name(last), Fault.Name(year - 1));
            findings.Add(Fault.PreviousYear, shape.PathOf(shape.YearNode), scope.SortKeyOf(shape, shape.YearNode), evidence);
        }

        if (previous?.Agency is { } other && report.Agency is { } agency && other != agency)
        {
            var node = shape.TextNodes[0];
            var evidence = new FaultEvidence(Fault.PreviousAgency, shape.Nodes[node].Labels, Fault.Name(other));
            findings.Add(Fault.PreviousAgency, shape.PathOf(node), scope.SortKeyOf(shape, node), evidence);
        }
    }

    private static void CheckBounds(Report report, ref FindingList findings, CheckScope scope)
    {
        var shape = report.Format.Shape;
        for (var cell = 0; cell < report.Values.Length; cell++)
        {
            var value = report.Values[cell];
            var type = shape.Types[cell];
            if (value <= Report.Unread || (value >= type.Minimum && value <= type.Maximum))
            {
                continue;
            }

            var node = shape.CellNodes[cell];
            var (fault, held) = type.Kind == CellKind.Text ? (Fault.TooLongText, CellType.Count) : (Fault.Range, type);
            Label[] bounds = [.. ((long[])[value, type.Minimum, type.Maximum]).Select(bound => Fault.Name(CellText.Write(bound, held)!))];
            var evidence = new FaultEvidence(fault, shape.Nodes[node].Labels, type.Kind == CellKind.Text ? [bounds[0], bounds[2]] : bounds)
            {
                Value = report.GetValue(cell),
                Text = type.IsNumber ? null : report.GetCellText(cell),
            };
            findings.Add(fault, shape.PathOf(node), scope.SortKeyOf(shape, node), evidence);
        }
    }
}

using GovReportSchema.Generators.Definition.Tables;
using GovReportSchema.Generators.Diagnostics;

namespace GovReportSchema.Generators.Definition.Rules;

/// <summary>
/// The scope of a single check, whose references name cells: <c>row.column</c> in the rules of a table,
/// <c>section.row.column</c> in those of the report.
/// </summary>
/// <param name="own">The table whose rule it is; null for a rule of the report.</param>
/// <param name="isComplete">Whether every table could be read, so that what is not found is not there.</param>
internal sealed class CellScope(IReadOnlyList<Table> tables, Table? own, bool isComplete, Mistakes mistakes) : RuleScope(mistakes)
{
    private static readonly int[] Origin = [0];

    public override string Noun => "cell";

    protected override int BlockCount => own is null ? tables.Sum(table => table.Blocks.Count) : own.Blocks.Count;

    protected override IReadOnlyList<Ground> Find(IReadOnlyList<Reference> references, TextRange at)
    {
        if (ReportUnknown(references))
        {
            return [];
        }

        var found = references.Distinct().ToDictionary(reference => reference, reference => Look(reference.Path)!);
        return [new Ground(Origin, reference => [.. Cells(found[reference])])];
    }

    protected override bool ReportUnknown(IReadOnlyList<Reference> references)
    {
        var isAny = false;
        foreach (var reference in references.Distinct())
        {
            var match = Look(reference.Path);
            if (match is null ? IsKnown(reference) : match.IsGroup != reference.IsSum && !(reference.IsSum && match.Row.Repeating is not null))
            {
                isAny = true;
                Report(reference, match);
            }
        }

        return isAny;
    }

    private bool IsKnown(Reference reference) =>
        isComplete || tables.Any(table => table.IsComplete && reference.Path.StartsWith(table.Member + ".", StringComparison.Ordinal));

    private static IEnumerable<GroundCell> Cells(Match match) =>
        from row in Totals.LeavesOf(match.Row)
        from column in Totals.LeavesOf(match.Column)
        select new GroundCell(
            Block.CellOf(row, column), row.Repeating, match.Column.IsGroup || (match.Row.IsGroup && match.Row.Repeat is null));

    private Match? Look(string path)
    {
        foreach (var table in own is null ? tables : [own])
        {
            var inTable = own is not null ? path
                : path.StartsWith(table.Member + ".", StringComparison.Ordinal) ? path.Substring(table.Member.Length + 1)
                : "";
            foreach (var block in table.Blocks)
            {
                if (Look(block, inTable) is { } match)
                {
                    return match;
                }
            }
        }

        return null;
    }

    /// <summary>Cuts the path at each dot: before it the row, after it the column.</summary>
    private static Match? Look(Block block, string path)
    {
        for (var dot = path.LastIndexOf('.'); dot > 0; dot = path.LastIndexOf('.', dot - 1))
        {
            if (block.Rows.Find(path.Substring(0, dot)) is { } row && block.Columns.Find(path.Substring(dot + 1)) is { } column)
            {
                return new Match(block, row, column);
            }
        }

        return null;
    }

    private void Report(Reference reference, Match? match)
    {
        var shown = Shown.Text(reference.Path);
        switch (match)
        {
            case null:
                var form = own is null ? "section.row.column" : "row.column";
                Mistakes.Report(
                    DiagnosticDescriptors.UnknownReference, reference.At,
                    shown, own is null ? $"a cell of the report, written '{form}'" : $"a cell of '{own.Member}', written '{form}'",
                    Guess(reference, path => Look(path) is not null, Candidates(reference)));
                break;
            case { IsGroup: true }:
                Mistakes.Report(DiagnosticDescriptors.ReferenceToGroup, reference.At, shown, "one cell");
                break;
            default:
                Mistakes.Report(DiagnosticDescriptors.SumOfOne, reference.At, shown, "one cell");
                break;
        }
    }

    protected override string GuessElsewhere(string path)
    {
        var blocks = own?.Blocks ?? [];
        return blocks.Any(block => block.Rows.Find(path) is not null) ? "; it is a row, as rules with 'each: column' name them"
            : blocks.Any(block => block.Columns.Find(path) is not null) ? "; it is a column, as rules with 'each: row' name them"
            : "";
    }

    private IEnumerable<string> Candidates(Reference reference)
    {
        if (own is not null)
        {
            return CellsOf(own, "");
        }

        // The section named goes first, so that its cells are among those compared, however large the others are.
        var section = reference.Path.Split('.')[0];
        return tables.OrderBy(table => table.Member == section ? 0 : 1).SelectMany(table => CellsOf(table, table.Member + "."));
    }

    private static IEnumerable<string> CellsOf(Table table, string prefix) =>
        from block in table.Blocks
        from row in block.Rows.Leaves
        from column in block.Columns.Leaves
        select $"{prefix}{row.Path}.{column.Path}";

    private sealed record Match(Block Block, AxisNode Row, AxisNode Column)
    {
        public bool IsGroup => Row.IsGroup || Column.IsGroup;
    }
}

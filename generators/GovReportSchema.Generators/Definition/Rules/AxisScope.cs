using GovReportSchema.Generators.Definition.Tables;
using GovReportSchema.Generators.Diagnostics;

namespace GovReportSchema.Generators.Definition.Rules;

/// <summary>
/// The scope of a rule with <c>each</c>: over each column its references name rows, over each row they name columns. It holds
/// in every block that has all that it names.
/// </summary>
/// <param name="named">The axis that references name.</param>
internal sealed class AxisScope(Table table, AxisKind named, Mistakes mistakes) : RuleScope(mistakes)
{
    public override string Noun => named.One();

    protected override int BlockCount => table.Blocks.Count;

    protected override IReadOnlyList<Ground> Find(IReadOnlyList<Reference> references, TextRange at)
    {
        var grounds = table.Blocks
            .Where(block => references.All(reference => Has(block, reference)))
            .Select(block => new Ground(block.Places(named), reference => Cells(block, reference)))
            .ToList();
        if (grounds.Count == 0 && !ReportUnknown(references))
        {
            ReportNearestBlock(references, at);
        }

        return grounds;
    }

    // Of a row that repeats even one leaf is many: those of all entries.
    private bool Has(Block block, Reference reference) =>
        block.Axis(named).Find(reference.Path) is { } node && (node.IsGroup == reference.IsSum || (reference.IsSum && node.Repeating is not null));

    private IReadOnlyList<GroundCell> Cells(Block block, Reference reference)
    {
        var node = block.Axis(named).Find(reference.Path)!;
        var isWithinEntry = node.IsGroup && node.Repeat is null;
        return [.. Totals.LeavesOf(node).Select(leaf => new GroundCell(block.OffsetOf(named, leaf), leaf.Repeating, isWithinEntry))];
    }

    protected override bool ReportUnknown(IReadOnlyList<Reference> references)
    {
        var isAny = false;
        foreach (var reference in references.Distinct().Where(reference => !table.Blocks.Any(block => Has(block, reference))))
        {
            isAny = true;
            var node = table.Blocks.Select(block => block.Axis(named).Find(reference.Path)).FirstOrDefault(found => found is not null);
            var shown = Shown.Text(reference.Path);
            switch (node)
            {
                case null:
                    Mistakes.Report(
                        DiagnosticDescriptors.UnknownReference, reference.At,
                        shown, $"a {Noun} of '{table.Member}'",
                        Guess(reference, path => Find(named, path), table.Blocks.SelectMany(block => block.Axis(named).Paths)));
                    break;
                case { IsGroup: true }:
                    Mistakes.Report(DiagnosticDescriptors.ReferenceToGroup, reference.At, shown, $"a {Noun}");
                    break;
                default:
                    Mistakes.Report(DiagnosticDescriptors.SumOfOne, reference.At, shown, $"one {Noun}");
                    break;
            }
        }

        return isAny;
    }

    private bool Find(AxisKind kind, string path) => table.Blocks.Any(block => block.Axis(kind).Find(path) is not null);

    protected override string GuessElsewhere(string path)
    {
        var other = named == AxisKind.Row ? AxisKind.Column : AxisKind.Row;
        return Find(other, path) ? $"; it is a {other.One()}, as rules with 'each: {named.One()}' name them" : "";
    }

    private void ReportNearestBlock(IReadOnlyList<Reference> references, TextRange at)
    {
        var nearest = table.Blocks
            .OrderBy(block => references.Count(reference => !Has(block, reference)))
            .First();
        var missing = references.Where(reference => !Has(nearest, reference));
        Mistakes.Report(
            DiagnosticDescriptors.NoBlockHasAll, at,
            table.Member, Names(references), nearest.Name ?? table.Member, Names(missing));
    }

    private static string Names(IEnumerable<Reference> references) =>
        Shown.All([.. references.Select(reference => reference.Path).Distinct()]);
}

using GovReportSchema.Generators.Definition.Tables;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Rules;

/// <summary>In which row that repeats each cell stands, so that a rule can be taken for all that it is once entries are given.</summary>
internal sealed class EntryMap
{
    private readonly Dictionary<int, AxisNode> _rowOf = [];

    public EntryMap(IEnumerable<Table> tables)
    {
        foreach (var block in tables.SelectMany(table => table.Blocks))
        {
            foreach (var row in block.Rows.Leaves.Where(row => row.Repeating is not null))
            {
                for (var i = 0; i < block.Columns.Leaves.Count; i++)
                {
                    _rowOf[row.FirstCell + i] = row.Repeating!;
                }
            }
        }
    }

    /// <summary>Whether any row repeats.</summary>
    public bool Any => _rowOf.Count > 0;

    /// <summary>How many cells a term may stand for; once, where it is that of one entry or repeats not at all.</summary>
    public (long Least, long Most) TimesOf(TermModel term, int place) =>
        term.AllEntries && RowOf(place + term.Offset) is { Repeat: { } repeat } ? (repeat.Minimum, repeat.Maximum) : (1, 1);

    /// <summary>How many cells a rule may compare in all.</summary>
    public long CellsOf(RuleModel rule) => (
        from axis in rule.Axes
        from place in axis.Places
        select TermsOf(axis).Sum(term => TimesOf(term, place).Most) * (EnteredBy(axis, place)?.Repeat!.Maximum ?? 1)).Sum();

    /// <summary>The cells of a term where there are two entries of each row, by numbers of their own.</summary>
    public IEnumerable<int> InTwo(TermModel term, int place, int entry, int cellCount)
    {
        var cell = place + term.Offset;
        var last = RowOf(cell) is { Repeat.Maximum: > 1 } ? 1 : 0;
        return !term.AllEntries ? [cell + (last > 0 ? entry * cellCount : 0)] : Enumerable.Range(0, last + 1).Select(each => cell + (each * cellCount));
    }

    /// <summary>How many times a rule holds from one place where there are two entries of each row.</summary>
    public int InTwo(AxisModel axis, int place) => EnteredBy(axis, place) is { Repeat.Maximum: > 1 } ? 2 : 1;

    private static IEnumerable<TermModel> TermsOf(AxisModel axis) => axis.When is null ? axis.Terms : axis.Terms.Concat(axis.When.Terms);

    private AxisNode? EnteredBy(AxisModel axis, int place) =>
        TermsOf(axis).Where(term => !term.AllEntries).Select(term => RowOf(place + term.Offset)).FirstOrDefault(row => row is not null);

    private AxisNode? RowOf(int cell) => _rowOf.TryGetValue(cell, out var row) ? row : null;
}

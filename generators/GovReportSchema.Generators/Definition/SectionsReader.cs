using GovReportSchema.Generators.Definition.Tables;
using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition;

/// <summary>A section as read: a narrative, whose model is done, or a table, whose rules are still to be looked up.</summary>
internal sealed record Section(NarrativeModel? Narrative, Table? Table)
{
    public SectionModel ToModel() => Table is null ? Narrative! : Table.ToModel();
}

/// <summary>Reads the sections and numbers the cells of all tables in one run.</summary>
internal static class SectionsReader
{
    /// <summary>Five hundred times the official forms; every cell costs a reader of the report memory and generated data.</summary>
    public const int MostCells = 100_000;

    /// <param name="headerCells">How many cells the header has, which lie behind those of the tables.</param>
    public static List<Section> Read(KeyedReader report, int headerCells, Mistakes mistakes)
    {
        if (report.Required("sections") is not { } entry
            || KeyedReader.Open(entry, "'sections'", "sections: { overview: { zh: 总体情况, en: Overview, kind: narrative } }", mistakes)
                is not { } reader)
        {
            return [];
        }

        if (reader.Entries.Count == 0)
        {
            mistakes.Report(DiagnosticDescriptors.EmptyAxis, entry.Key.Range, "sections", report.What, "section");
        }

        var sections = reader.Entries.Select(section => ReadSection(section, mistakes)).OfType<Section>().ToList();
        NumberCells(sections, headerCells, mistakes);
        return sections;
    }

    private static Section? ReadSection(MappingEntry entry, Mistakes mistakes)
    {
        var what = $"the section '{Shown.Text(entry.Key.Value)}'";
        if (KeyedReader.Open(entry, what, "{ zh: 总体情况, en: Overview, kind: narrative }", mistakes) is not { } reader)
        {
            return null;
        }

        var label = reader.OwnLabel();
        var kind = reader.Choice<bool?>("kind", null, ("narrative", true), ("table", false));
        if (kind == true)
        {
            RefuseTableKeys(reader);
            reader.Refuse([.. DefinitionKeys.Narrative, .. DefinitionKeys.Table]);
            return new Section(new NarrativeModel(entry.Key.Value, label, reader.Blank()), null);
        }

        if (kind is null && !reader.Has("columns") && !reader.Has("rows") && !reader.Has("blocks"))
        {
            if (!reader.Has("kind"))
            {
                reader.ReportMissing("'kind: narrative', or the 'columns' and 'rows' of a table, or its 'blocks'");
            }

            reader.Refuse([.. DefinitionKeys.Narrative, .. DefinitionKeys.Table.Except(DefinitionKeys.Narrative)]);
            return null;
        }

        reader.Refuse(DefinitionKeys.Table);
        return new Section(null, TableReader.Read(entry.Key.Value, label, reader, mistakes));
    }

    private static void RefuseTableKeys(KeyedReader narrative)
    {
        foreach (var key in DefinitionKeys.Table.Except(DefinitionKeys.Narrative))
        {
            if (narrative.Find(key) is { } entry)
            {
                narrative.Mistakes.Report(
                    DiagnosticDescriptors.DoesNotGo, entry.Key.Range,
                    key, $"'kind: narrative' of {narrative.What}", "a narrative is one text");
            }
        }
    }

    private static void NumberCells(List<Section> sections, int headerCells, Mistakes mistakes)
    {
        // Rows that repeat come last, so that the cell of no other depends on how many entries there are.
        var blocks = sections.SelectMany(section => section.Table?.Blocks ?? []).ToList();
        long next = 0;
        foreach (var block in blocks)
        {
            block.FirstCell = (int)next;
            next += block.FixedCells;
            if (next > MostCells)
            {
                mistakes.Report(DiagnosticDescriptors.TooManyCells, block.At, Invariant.Text(next), Invariant.Text(MostCells));
                return;
            }

            NumberRows(block, null, block.FirstCell);
        }

        next += headerCells;
        var most = next;
        foreach (var block in blocks)
        {
            foreach (var row in block.Repeats)
            {
                NumberRows(block, row, (int)next);
                next += block.CellsOf(row);
                most += block.CellsOf(row) * row.Repeat!.Maximum;
                if (most > MostCells)
                {
                    mistakes.Report(DiagnosticDescriptors.TooManyEntries, row.RepeatAt, Invariant.Text(row.Repeat.Maximum), Shown.Text(row.Member), Invariant.Text(most), Invariant.Text(MostCells));
                    return;
                }
            }
        }
    }

    private static void NumberRows(Block block, AxisNode? repeating, int first)
    {
        foreach (var row in block.Rows.Leaves.Where(row => row.Repeating == repeating))
        {
            row.FirstCell = first;
            first += block.Columns.Leaves.Count;
        }
    }

    /// <summary>How many cells the sections have, with one entry of each row that repeats.</summary>
    public static long CountCells(IEnumerable<Table> tables) =>
        tables.SelectMany(table => table.Blocks).Sum(block => (long)block.Rows.Leaves.Count * block.Columns.Leaves.Count);
}

using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Tables;

/// <summary>Reads a section that is a table, of one block or of several.</summary>
internal static class TableReader
{
    public static Table Read(string member, LabelModel label, KeyedReader section, Mistakes mistakes)
    {
        var fallback = ReadFallback(section, mistakes);
        var blocks = section.Find("blocks") is { } entry
            ? ReadBlocks(entry, section, fallback, mistakes)
            : [ReadBlock(null, null, section, fallback, mistakes)];
        var laidOut = blocks.OfType<Block>().ToList();
        MemberNames.CheckSiblings(laidOut.SelectMany(block => block.Rows.Roots), mistakes);
        foreach (var block in laidOut)
        {
            MemberNames.CheckSiblings(block.Columns.Roots, mistakes);
            EntryNames.Check(block, mistakes);
            block.SettleTypes(fallback, mistakes);
        }

        var rules = section.Find("rules") is { } found
            ? KeyedReader.Open(found, $"'rules' of {section.What}", "rules: { balance: { each: column, holds: a = b } }", mistakes)
            : null;
        var isComplete = blocks.Count > 0 && laidOut.Count == blocks.Count && laidOut.TrueForAll(block => block.IsComplete);
        return new Table(member, label, laidOut, isComplete, rules);
    }

    private static CellTypeModel? ReadFallback(KeyedReader section, Mistakes mistakes)
    {
        if (section.Find("cells") is not { } entry
            || KeyedReader.Open(entry, $"'cells' of {section.What}", "cells: { kind: decimal, scale: 2 }", mistakes) is not { } cells)
        {
            return null;
        }

        cells.Refuse(DefinitionKeys.Cells);
        var type = new CellTypeReader(null, mistakes).Read(cells);
        return type is { Choices: { } choices } ? type with { Choices = choices with { OfTable = true } } : type;
    }

    private static List<Block?> ReadBlocks(MappingEntry entry, KeyedReader section, CellTypeModel? fallback, Mistakes mistakes)
    {
        foreach (var axis in (string[])["columns", "rows"])
        {
            if (section.Find(axis) is { } beside)
            {
                mistakes.Report(
                    DiagnosticDescriptors.DoesNotGo, beside.Key.Range,
                    axis, $"'blocks' in {section.What}", "each block has rows and columns of its own");
            }
        }

        var reader = KeyedReader.Open(entry, $"'blocks' of {section.What}", "blocks: { a: { columns: {}, rows: {} } }", mistakes);
        if (reader is { Entries.Count: 0 })
        {
            mistakes.Report(DiagnosticDescriptors.EmptyAxis, entry.Key.Range, "blocks", section.What, "block");
        }

        MemberNames.CheckObject(
            (reader?.Entries ?? []).Select(block => (block.Key.Value, block.Key.Range)), "each block needs a name of its own", mistakes);
        return (reader?.Entries ?? []).Select(block => ReadNamedBlock(block, fallback, mistakes)).ToList();
    }

    private static Block? ReadNamedBlock(MappingEntry entry, CellTypeModel? fallback, Mistakes mistakes)
    {
        MemberNames.CheckSpelling(entry.Key, mistakes);
        var what = $"the block '{Shown.Text(entry.Key.Value)}'";
        if (KeyedReader.Open(entry, what, "{ zh: …, en: …, columns: …, rows: … }", mistakes) is not { } reader)
        {
            return null;
        }

        reader.Refuse(DefinitionKeys.Block);
        return ReadBlock(entry.Key.Value, reader.OwnLabel(), reader, fallback, mistakes);
    }

    private static Block? ReadBlock(
        string? name, LabelModel? heading, KeyedReader owner, CellTypeModel? fallback, Mistakes mistakes)
    {
        var cells = new CellTypeReader(fallback, mistakes);
        var (columnReader, rowReader) = (new AxisReader(AxisKind.Column, cells, mistakes), new AxisReader(AxisKind.Row, cells, mistakes));
        var (columns, rows) = (columnReader.Read(owner), rowReader.Read(owner));
        return columns is null || rows is null
            ? null
            : new Block(name, heading, rows, columns, owner.At, isComplete: !columnReader.IsBroken && !rowReader.IsBroken);
    }
}

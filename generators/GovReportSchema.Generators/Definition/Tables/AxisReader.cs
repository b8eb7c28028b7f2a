using GovReportSchema.Generators.Diagnostics;

namespace GovReportSchema.Generators.Definition.Tables;

/// <summary>Reads a tree of rows or of columns.</summary>
internal sealed class AxisReader(AxisKind kind, CellTypeReader cells, Mistakes mistakes)
{
    /// <summary>Whether a part of the tree could not be read, so that a path that is not found may be in order.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Reads the axis of a table or block; null where it has none that can be laid out.</summary>
    public Axis? Read(KeyedReader owner) =>
        owner.Required(kind.Key()) is { } entry && ReadChildren(entry, owner.What) is { } roots ? new Axis(roots) : null;

    private List<AxisNode>? ReadChildren(MappingEntry entry, string owner)
    {
        var reader = KeyedReader.Open(
            entry, $"'{kind.Key()}' of {owner}", $"{kind.Key()}: {{ total: {{ zh: 总计, en: Total }} }}", mistakes);
        if (reader is { Entries.Count: > 0 })
        {
            return reader.Entries.Select(ReadNode).ToList();
        }

        IsBroken = true;
        if (reader is not null)
        {
            mistakes.Report(DiagnosticDescriptors.EmptyAxis, entry.Key.Range, kind.Key(), owner, kind.One());
        }

        return null;
    }

    private AxisNode ReadNode(MappingEntry entry)
    {
        MemberNames.Check(entry.Key, $"a {kind.One()}", mistakes);
        var node = new AxisNode(entry.Key.Value, entry.Key.Range);
        var what = $"the {kind.One()} '{Shown.Text(node.Member)}'";
        if (KeyedReader.Open(entry, what, "{ zh: 总计, en: Total }", mistakes) is not { } reader)
        {
            IsBroken = true;
            return node;
        }

        // Of a column 'repeat' is refused below, with the reason.
        reader.Refuse(kind == AxisKind.Row ? DefinitionKeys.Row : reader.Has("repeat") ? [.. DefinitionKeys.Column, "repeat"] : DefinitionKeys.Column);
        node.Label = reader.OwnLabel();
        node.IsHeading = reader.Flag("heading");
        node.OfWhichRule = ReadOfWhich(reader);
        (node.Repeat, node.RepeatAt) = (new RepeatReader(kind, mistakes).Read(reader), reader.Find("repeat")?.Key.Range ?? node.At);
        if (reader.Find(kind.Key()) is { } children)
        {
            node.IsGroup = true;
            node.Children.AddRange(ReadChildren(children, what) ?? []);
            RefuseOnGroup(reader);
        }
        else
        {
            IsBroken |= reader.IsMisspelt(kind.Key());
            ReadLeaf(reader, node);
        }

        return node;
    }

    private ScalarNode? ReadOfWhich(KeyedReader reader)
    {
        if (reader.Text("ofWhich") is not { Value: not "false" } rule)
        {
            return null;
        }

        MemberNames.CheckSpelling(rule, mistakes);
        if (reader.Find("total") is { } total)
        {
            mistakes.Report(
                DiagnosticDescriptors.DoesNotGo, total.Key.Range,
                "total", $"'ofWhich' of {reader.What}", "a total sums what stands before it, and is no part of it");
        }

        return rule;
    }

    private void ReadLeaf(KeyedReader reader, AxisNode node)
    {
        node.Cell = cells.Read(reader);
        node.TotalRule = reader.Text("total");
        if (node.TotalRule is { Value: "true" or "false" } flag)
        {
            mistakes.Report(
                DiagnosticDescriptors.UnknownChoice, flag.Range, flag.Value, "total", "the name of the rule that says it, such as 'rowTotal'", "");
        }
        else if (node.TotalRule is { } rule)
        {
            MemberNames.CheckSpelling(rule, mistakes);
        }

        if (node.IsHeading)
        {
            node.IsHeading = false;
            mistakes.Report(
                DiagnosticDescriptors.DoesNotGo, reader.Find("heading")!.Key.Range,
                "heading", $"{reader.What}, which has no '{kind.Key()}'", $"a heading is printed over other {kind.Key()}");
        }
    }

    private void RefuseOnGroup(KeyedReader reader)
    {
        foreach (var key in (string[])["total", .. DefinitionKeys.Cells])
        {
            if (reader.Find(key) is { } entry)
            {
                mistakes.Report(
                    DiagnosticDescriptors.DoesNotGo, entry.Key.Range,
                    key, $"{reader.What}, which is a group", $"only a {kind.One()} without '{kind.Key()}' has cells");
            }
        }
    }
}

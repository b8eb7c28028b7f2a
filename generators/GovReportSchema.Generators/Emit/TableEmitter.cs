using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Emit;

/// <summary>Writes the classes of one table: the table, its groups of rows, and one row class for each shape of row.</summary>
internal sealed class TableEmitter
{
    private readonly TypeNames _names;
    private readonly Queue<Action<CodeWriter>> _classes = new();
    private readonly ChoiceTypes _choices;

    public TableEmitter(TableModel table, TypeNames names)
    {
        (Table, _names, _choices) = (table, names, new ChoiceTypes(names, Labels.Both(table.Label)));
        TypeName = names.Take([table.Member], "Table");
        Field = Identifier.Of(names.Take("_" + table.Member));
    }

    public TableModel Table { get; }

    public string TypeName { get; }

    /// <summary>The field of the report's class that keeps the table once it was asked for.</summary>
    public string Field { get; }

    public void Emit(CodeWriter writer)
    {
        var row = 0;
        var members = new List<RowMember>();
        foreach (var block in Table.Blocks)
        {
            row = block.FirstCell;
            var path = block.Heading is null ? Table.Label.Zh : Table.Label.Zh + Labels.Separator + block.Heading.Zh;
            var rowClasses = new RowEmitter(Table, block, _names, _choices);
            Collect(block.Rows, path, [Table.Member], rowClasses, ref row, members);
            _classes.Enqueue(rowClasses.Emit);
        }

        var first = Table.Blocks[0].FirstCell;
        EmitClass(writer, TypeName, Labels.Both(Table.Label), first, row - first, members);
        while (_classes.Count > 0)
        {
            writer.Line();
            _classes.Dequeue()(writer);
        }

        _choices.Emit(writer);
    }

    /// <summary>Gathers the members of a table or group; groups within it are put in line to be written after it.</summary>
    private void Collect(
        IEnumerable<NodeModel> rows, string labels, string[] path, RowEmitter rowClasses, ref int cell, List<RowMember> members)
    {
        foreach (var row in rows)
        {
            var label = labels + Labels.Separator + row.Label.Zh;
            var summary = $"{label} ({row.Label.En})";
            if (row.Children.Count == 0)
            {
                members.Add(new RowMember(row.Member, rowClasses.TypeOf(row), summary, $"new(Report, {CodeWriter.Number(cell)})"));
                cell += rowClasses.ColumnCount;
            }
            else if (row.IsHeading)
            {
                Collect(row.Children, label, path, rowClasses, ref cell, members);
            }
            else
            {
                string[] own = [.. path, row.Member];
                var type = _names.Take(own, "Rows");
                var first = cell;
                var count = 0;
                var children = new List<RowMember>();
                members.Add(new RowMember(row.Member, type, summary, "new(Report)"));

                // In line before the groups within it, and written only when those are gathered.
                _classes.Enqueue(writer => EmitClass(writer, type, summary, first, count, children));
                Collect(row.Children, label, own, rowClasses, ref cell, children);
                count = cell - first;
            }
        }
    }

    private static void EmitClass(CodeWriter writer, string type, string summary, int first, int count, List<RowMember> members)
    {
        writer.Summary(summary);
        using (writer.Braces($"public sealed class {type} : Gov::ReportPart"))
        {
            var names = new MemberFields(type, members.Select(member => member.Member));
            var fields = members.Select(member => names.Take(member.Member)).ToList();
            for (var i = 0; i < members.Count; i++)
            {
                writer.Line($"private {members[i].Type}? {fields[i]};");
            }

            writer.Line();
            writer.Line($"internal {type}(Gov::Report report)");
            writer.Line($"    : base(report, {CodeWriter.Number(first)}, {CodeWriter.Number(count)})");
            writer.Line("{");
            writer.Line("}");
            for (var i = 0; i < members.Count; i++)
            {
                var member = members[i];
                writer.Line();
                writer.Summary(member.Summary);
                writer.Line($"public {member.Type} {Identifier.Property(member.Member)} => {fields[i]} ??= {member.Creation};");
            }
        }
    }

    private sealed record RowMember(string Member, string Type, string Summary, string Creation);
}

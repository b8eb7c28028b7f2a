using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Emit;

/// <summary>Writes the classes of one table: the table, its groups of rows, and one row class for each shape of row.</summary>
internal sealed class TableEmitter
{
    private readonly TypeNames _names;
    private readonly Queue<Action<CodeWriter>> _classes = new();
    private readonly ChoiceTypes _choices;
    private int _nextRepeat;

    /// <param name="firstRepeat">How many rows of the tables before this one repeat.</param>
    public TableEmitter(TableModel table, TypeNames names, int firstRepeat)
    {
        (Table, _names, _nextRepeat, _choices) = (table, names, firstRepeat, new ChoiceTypes(names, Labels.Both(table.Label)));
        TypeName = names.Take([table.Member], "Table");
        Field = Identifier.Of(names.Take("_" + table.Member));
    }

    public TableModel Table { get; }

    public string TypeName { get; }

    /// <summary>The field of the report's class that keeps the table once it was asked for.</summary>
    public string Field { get; }

    /// <summary>How many rows of the table repeat.</summary>
    public int RepeatCount => Table.Blocks.Sum(block => CountRepeats(block.Rows));

    public void Emit(CodeWriter writer)
    {
        var end = 0;
        var members = new List<RowMember>();
        foreach (var block in Table.Blocks)
        {
            end = block.FirstCell;
            var path = block.Heading is null ? Table.Label.Zh : Table.Label.Zh + Labels.Separator + block.Heading.Zh;
            var rowClasses = new RowEmitter(Table, block, _names, _choices);
            Collect(block.Rows, path, [Table.Member], new Place(rowClasses, null), ref end, members);
            _classes.Enqueue(rowClasses.Emit);
        }

        var first = Table.Blocks[0].FirstCell;
        EmitClass(writer, new RowsClass(TypeName, Labels.Both(Table.Label), first, end - first, members, [.. Enumerable.Range(_nextRepeat - RepeatCount, RepeatCount)]));
        while (_classes.Count > 0)
        {
            writer.Line();
            _classes.Dequeue()(writer);
        }

        _choices.Emit(writer);
    }

    /// <summary>Gathers the members of a table or group; groups within it are put in line to be written after it.</summary>
    /// <param name="place">Where the rows stand.</param>
    /// <param name="cell">The next cell: of the report, or in an entry of the entry.</param>
    private void Collect(
        IEnumerable<NodeModel> rows, string labels, string[] path, Place place, ref int cell, List<RowMember> members)
    {
        foreach (var row in rows)
        {
            var label = labels + Labels.Separator + row.Label.Zh;
            var summary = $"{label} ({row.Label.En})";
            if (row.Repeat is not null)
            {
                CollectEntries(row, label, summary, path, place, members);
            }
            else if (row.Children.Count == 0)
            {
                members.Add(new RowMember(row.Member, place.Rows.TypeOf(row, place.InEntry), summary, place.Create(cell)));
                cell += place.Rows.ColumnCount;
            }
            else if (row.IsHeading)
            {
                Collect(row.Children, label, path, place, ref cell, members);
            }
            else
            {
                string[] own = [.. path, row.Member];
                var type = _names.Take(own, "Rows");
                var first = cell;
                var count = 0;
                var repeats = new List<int>();
                var children = new List<RowMember>();
                members.Add(new RowMember(row.Member, type, summary, place.InEntry ? place.Create(cell) : "new(Report)"));

                // In line before the groups within it, and written only when those are gathered.
                _classes.Enqueue(writer => EmitClass(writer, new RowsClass(type, summary, first, count, children, place.InEntry ? null : repeats)));
                Collect(row.Children, label, own, place.InEntry ? place with { FirstCell = first } : place, ref cell, children);
                count = cell - first;
                repeats.AddRange(Enumerable.Range(_nextRepeat - CountRepeats(row.Children), CountRepeats(row.Children)));
            }
        }
    }

    private void CollectEntries(NodeModel row, string label, string summary, string[] path, Place place, List<RowMember> members)
    {
        string[] own = [.. path, row.Member];
        var type = _names.Take(own, "Entry");
        var repeat = _nextRepeat++;
        members.Add(new RowMember(
            row.Member, $"Gov::ReportEntries<{type}>", summary, $"new(Report, {CodeWriter.Number(repeat)}, static place => new {type}(place))"));
        if (row.Children.Count == 0)
        {
            _classes.Enqueue(writer => place.Rows.EmitEntry(writer, type, row, $"An entry of {summary}."));
            return;
        }

        var count = 0;
        var children = new List<RowMember>();
        _classes.Enqueue(writer => EmitEntry(writer, type, $"An entry of {summary}.", count, row.Repeat!, children));
        Collect(row.Children, label, own, place with { FirstCell = 0 }, ref count, children);
    }

    private static void EmitClass(CodeWriter writer, RowsClass rows)
    {
        writer.Summary(rows.Summary);
        using (writer.Braces($"public sealed class {rows.Type} : Gov::ReportPart"))
        {
            var fields = EmitFields(writer, rows.Type, rows.Members);
            writer.Line();
            if (rows.Repeats is null)
            {
                writer.Line($"internal {rows.Type}(Gov::ReportPart entry, int offset)");
                writer.Line($"    : base(entry, offset, {CodeWriter.Number(rows.Count)})");
            }
            else
            {
                var repeats = string.Concat(rows.Repeats.Select(repeat => $", {CodeWriter.Number(repeat)}"));
                writer.Line($"internal {rows.Type}(Gov::Report report)");
                writer.Line($"    : base(report, {CodeWriter.Number(rows.First)}, {CodeWriter.Number(rows.Count)}{repeats})");
            }

            writer.Line("{");
            writer.Line("}");
            EmitProperties(writer, fields, rows.Members);
        }
    }

    private static void EmitEntry(CodeWriter writer, string type, string summary, int count, RepeatModel repeat, List<RowMember> members)
    {
        writer.Summary(summary);
        using (writer.Braces($"public sealed class {type} : Gov::ReportEntry"))
        {
            var fields = EmitFields(writer, type, members);
            writer.Line();
            EntryMembers.Emit(writer, type, count, repeat);
            EmitProperties(writer, fields, members);
        }
    }

    private static List<string> EmitFields(CodeWriter writer, string type, List<RowMember> members)
    {
        var names = new MemberFields(type, members.Select(member => member.Member));
        var fields = members.Select(member => names.Take(member.Member)).ToList();
        for (var i = 0; i < members.Count; i++)
        {
            writer.Line($"private {members[i].Type}? {fields[i]};");
        }

        return fields;
    }

    private static void EmitProperties(CodeWriter writer, List<string> fields, List<RowMember> members)
    {
        for (var i = 0; i < members.Count; i++)
        {
            var member = members[i];
            writer.Line();
            writer.Summary(member.Summary);
            writer.Line($"public {member.Type} {Identifier.Property(member.Member)} => {fields[i]} ??= {member.Creation};");
        }
    }

    private static int CountRepeats(EquatableArray<NodeModel> rows) =>
        rows.Sum(row => row.Repeat is null ? CountRepeats(row.Children) : 1);

    /// <summary>Where rows stand: in the report itself, or in what begins at a cell of an entry.</summary>
    private sealed record Place(RowEmitter Rows, int? FirstCell)
    {
        public bool InEntry => FirstCell is not null;

        public string Create(int cell) => FirstCell is { } first
            ? $"new(this, {CodeWriter.Number(cell - first)})"
            : $"new(Report, {CodeWriter.Number(cell)})";
    }

    /// <param name="Repeats">The rows within it that repeat, by their numbers in the report; null for rows of an entry.</param>
    private sealed record RowsClass(string Type, string Summary, int First, int Count, List<RowMember> Members, List<int>? Repeats);

    private sealed record RowMember(string Member, string Type, string Summary, string Creation);
}

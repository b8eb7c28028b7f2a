using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Emit;

/// <summary>Writes the row classes of one block. Rows that hold the same kinds of number share a class.</summary>
internal sealed class RowEmitter
{
    private readonly TableModel _table;
    private readonly BlockModel _block;
    private readonly TypeNames _names;
    private readonly string[] _path;
    private readonly ChoiceTypes _choices;
    private readonly Dictionary<string, (NodeModel Row, string? Choice)> _rowOfType = [];
    private readonly HashSet<string> _inEntries = [];
    private readonly Dictionary<(CellKind, int Scale, string? Unit, string? Choice), string> _typeOfKind = [];
    private string? _plainType;

    public RowEmitter(TableModel table, BlockModel block, TypeNames names, ChoiceTypes choices)
    {
        (_table, _block, _names, _choices) = (table, block, names, choices);
        _path = block.Name is null ? [table.Member] : [table.Member, block.Name];
        ColumnCount = CountLeaves(block.Columns);
    }

    /// <summary>How many cells a row has.</summary>
    public int ColumnCount { get; }

    /// <summary>The class of a row.</summary>
    /// <param name="inEntry">Whether the row stands in an entry of a row that repeats.</param>
    public string TypeOf(NodeModel row, bool inEntry)
    {
        var type = TypeOf(row);
        if (inEntry)
        {
            _inEntries.Add(type);
        }

        return type;
    }

    private string TypeOf(NodeModel row)
    {
        if (row.Cell is null)
        {
            if (_plainType is null)
            {
                _plainType = _names.Take(_path, "Row");
                _rowOfType.Add(_plainType, (row, null));
            }

            return _plainType;
        }

        // Rows that differ in bounds share a class; scale and unit stand in its comments.
        var choice = _choices.Of(row.Cell, [.. _path, row.Member], Labels.Both(row.Label));
        var kind = (row.Cell.Kind, row.Cell.Scale, row.Cell.Unit, choice);
        if (!_typeOfKind.TryGetValue(kind, out var type))
        {
            type = _names.Take([.. _path, row.Cell.Kind.ToString()], "Row");
            _typeOfKind.Add(kind, type);
            _rowOfType.Add(type, (row, choice));
        }

        return type;
    }

    public void Emit(CodeWriter writer)
    {
        var first = true;
        foreach (var pair in _rowOfType)
        {
            if (!first)
            {
                writer.Line();
            }

            first = false;
            EmitClass(writer, pair.Key, pair.Value.Row, pair.Value.Choice);
        }
    }

    /// <summary>Writes the class of the entries of a leaf row that repeats.</summary>
    public void EmitEntry(CodeWriter writer, string type, NodeModel row, string summary)
    {
        writer.Summary(summary);
        var groups = new Queue<Action>();
        using (writer.Braces($"public sealed class {type} : Gov::ReportEntry"))
        {
            EntryMembers.Emit(writer, type, ColumnCount, row.Repeat!);
            var offset = 0;
            var choice = _choices.Of(row.Cell, [.. _path, row.Member], Labels.Both(row.Label));
            EmitMembers(writer, _block.Columns, (row.Cell, choice), ref offset, "", [.. _path], groups);
        }

        EmitGroups(writer, groups);
    }

    private void EmitClass(CodeWriter writer, string type, NodeModel row, string? choice)
    {
        var label = _block.Heading is null ? _table.Label.Zh : _table.Label.Zh + Labels.Separator + _block.Heading.Zh;
        writer.Summary($"A row of {label}: its columns.");
        var groups = new Queue<Action>();
        using (writer.Braces($"public sealed class {type} : Gov::ReportPart"))
        {
            EmitConstructor(writer, type, "Gov::Report report, int firstCell", $"report, firstCell, {CodeWriter.Number(ColumnCount)}");
            if (_inEntries.Contains(type))
            {
                writer.Line();
                EmitConstructor(writer, type, "Gov::ReportPart entry, int offset", $"entry, offset, {CodeWriter.Number(ColumnCount)}");
            }

            var offset = 0;
            EmitMembers(writer, _block.Columns, (row.Cell, choice), ref offset, "", [.. _path], groups);
        }

        EmitGroups(writer, groups);
    }

    private static void EmitGroups(CodeWriter writer, Queue<Action> groups)
    {
        while (groups.Count > 0)
        {
            writer.Line();
            groups.Dequeue()();
        }
    }

    private void EmitColumns(
        CodeWriter writer, string type, int count, EquatableArray<NodeModel> columns, (CellTypeModel? Cell, string? Choice) row, string labels, string[] path, Queue<Action> groups)
    {
        using (writer.Braces($"public sealed class {type} : Gov::ReportPart"))
        {
            EmitConstructor(writer, type, "Gov::ReportPart row, int offset", $"row, offset, {CodeWriter.Number(count)}");
            var offset = 0;
            EmitMembers(writer, columns, row, ref offset, labels, path, groups);
        }
    }

    private static void EmitConstructor(CodeWriter writer, string type, string parameters, string arguments)
    {
        writer.Line($"internal {type}({parameters})");
        writer.Line($"    : base({arguments})");
        writer.Line("{");
        writer.Line("}");
    }

    private void EmitMembers(
        CodeWriter writer, EquatableArray<NodeModel> columns, (CellTypeModel? Cell, string? Choice) row, ref int offset, string labels, string[] path, Queue<Action> groups)
    {
        foreach (var column in columns)
        {
            if (column.Children.Count == 0)
            {
                var label = labels + Labels.Both(column.Label);
                var choice = row.Choice ?? _choices.Of(column.Cell, [.. path, column.Member], label);
                CellEmitter.Emit(writer, column.Member, label, row.Cell ?? column.Cell ?? CellTypeModel.Count, choice, offset++);
            }
            else if (column.IsHeading)
            {
                EmitMembers(writer, column.Children, row, ref offset, labels + column.Label.Zh + Labels.Separator, path, groups);
            }
            else
            {
                string[] own = [.. path, column.Member];
                var type = _names.Take(own, "Columns");
                var count = CountLeaves(column.Children);
                writer.Line();
                writer.Summary($"{labels}{Labels.Both(column.Label)}");
                writer.Line($"public {type} {Identifier.Property(column.Member)} => new(this, {CodeWriter.Number(offset)});");
                var inner = labels + column.Label.Zh + Labels.Separator;
                groups.Enqueue(() =>
                {
                    writer.Summary($"{inner.TrimEnd(' ', '›')}: its columns.");
                    EmitColumns(writer, type, count, column.Children, row, inner, own, groups);
                });
                offset += count;
            }
        }
    }

    private static int CountLeaves(EquatableArray<NodeModel> nodes) =>
        nodes.Sum(node => node.Children.Count == 0 ? 1 : CountLeaves(node.Children));
}

using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Emit;

/// <summary>Writes the row classes of one block. Rows that hold the same kinds of number share a class.</summary>
internal sealed class RowEmitter
{
    private readonly TableModel _table;
    private readonly BlockModel _block;
    private readonly TypeNames _names;
    private readonly string[] _path;
    private readonly Dictionary<string, NodeModel> _rowOfType = [];
    private readonly HashSet<string> _inEntries = [];
    private readonly Dictionary<(CellKind, int Scale, string? Unit), string> _typeOfKind = [];
    private string? _plainType;

    public RowEmitter(TableModel table, BlockModel block, TypeNames names)
    {
        (_table, _block, _names) = (table, block, names);
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
                _rowOfType.Add(_plainType, row);
            }

            return _plainType;
        }

        // Rows that differ in bounds share a class; scale and unit stand in its comments.
        var kind = (row.Cell.Kind, row.Cell.Scale, row.Cell.Unit);
        if (!_typeOfKind.TryGetValue(kind, out var type))
        {
            type = _names.Take([.. _path, row.Cell.Kind.ToString()], "Row");
            _typeOfKind.Add(kind, type);
            _rowOfType.Add(type, row);
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
            EmitClass(writer, pair.Key, pair.Value);
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
            EmitMembers(writer, _block.Columns, row, ref offset, "", [.. _path, row.Member], groups);
        }

        EmitGroups(writer, groups);
    }

    private void EmitClass(CodeWriter writer, string type, NodeModel row)
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
            EmitMembers(writer, _block.Columns, row, ref offset, "", [.. _path], groups);
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
        CodeWriter writer, string type, int count, EquatableArray<NodeModel> columns, NodeModel row, string labels, string[] path, Queue<Action> groups)
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
        CodeWriter writer, EquatableArray<NodeModel> columns, NodeModel row, ref int offset, string labels, string[] path, Queue<Action> groups)
    {
        foreach (var column in columns)
        {
            if (column.Children.Count == 0)
            {
                EmitCell(writer, column, row.Cell ?? column.Cell ?? CellTypeModel.Count, labels, offset++);
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

    private static void EmitCell(CodeWriter writer, NodeModel column, CellTypeModel cell, string labels, int offset)
    {
        var (type, accessor) = cell.Kind == CellKind.Decimal ? ("decimal", "Decimal") : ("long", "Count");
        var kind = cell.Kind switch
        {
            CellKind.Count => "a count",
            CellKind.Signed => "a signed count",
            _ => $"up to {CodeWriter.Number(cell.Scale)} decimals",
        };
        var unit = cell.Unit is null ? "" : $", in {cell.Unit}";
        var at = CodeWriter.Number(offset);
        writer.Line();
        writer.Summary($"{labels}{Labels.Both(column.Label)}: {kind}{unit}. Null where blank.");
        writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">Set to a number that the cell cannot hold exactly.</exception>");
        using (writer.Braces($"public {type}? {Identifier.Property(column.Member)}"))
        {
            writer.Line($"get => Get{accessor}({at});");
            writer.Line($"set => Set{accessor}({at}, value);");
        }
    }

    private static int CountLeaves(EquatableArray<NodeModel> nodes) =>
        nodes.Sum(node => node.Children.Count == 0 ? 1 : CountLeaves(node.Children));
}

using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Emit;

/// <summary>Writes the property of one cell, in a row's class or, for a cell of the header, in the report's.</summary>
internal static class CellEmitter
{
    /// <param name="label">The labels of the cell.</param>
    /// <param name="choice">Of a choice, its enum.</param>
    /// <param name="at">The cell, counted from the first of the class.</param>
    public static void Emit(CodeWriter writer, string member, string label, CellTypeModel cell, string? choice, int at)
    {
        var (type, accessor) = cell.Kind switch
        {
            CellKind.Decimal => ("decimal", "Decimal"),
            CellKind.Date => ("global::System.DateOnly", "Date"),
            CellKind.Choice => (choice!, "Choice"),
            CellKind.Text => ("string", "Text"),
            _ => ("long", "Count"),
        };
        var kind = cell.Kind switch
        {
            CellKind.Count => "a count",
            CellKind.Signed => "a signed count",
            CellKind.Date => "a date",
            CellKind.Choice => "a choice",
            CellKind.Text => "a text",
            _ => $"up to {CodeWriter.Number(cell.Scale)} decimals",
        };
        var unit = cell.Unit is null ? "" : $", in {cell.Unit}";
        var isChoice = cell.Kind == CellKind.Choice;
        writer.Line();
        writer.Summary($"{label}: {kind}{unit}. Null where blank.");
        if (cell.IsNumber || isChoice)
        {
            var why = isChoice ? "what is none of the choices" : "a number that the cell cannot hold exactly";
            writer.Line($"/// <exception cref=\"global::System.ArgumentOutOfRangeException\">Set to {why}.</exception>");
        }

        using (writer.Braces($"public {type}? {Identifier.Property(member)}"))
        {
            var offset = CodeWriter.Number(at);
            writer.Line($"get => {(isChoice ? $"({type}?)" : "")}Get{accessor}({offset});");
            writer.Line($"set => Set{accessor}({offset}, {(isChoice ? "(int?)" : "")}value);");
        }
    }
}

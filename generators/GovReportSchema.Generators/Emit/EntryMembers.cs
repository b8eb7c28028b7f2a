using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Emit;

/// <summary>Writes what each class of an entry begins with: its constructor and its key.</summary>
internal static class EntryMembers
{
    public static void Emit(CodeWriter writer, string type, int cellCount, RepeatModel repeat)
    {
        writer.Line($"internal {type}(Gov::EntryPlace place)");
        writer.Line($"    : base(place, {CodeWriter.Number(cellCount)})");
        writer.Line("{");
        writer.Line("}");
        writer.Line();
        writer.Summary($"{Labels.Both(repeat.Label)}: what names the entry. Null where blank.");
        using (writer.Braces($"public string? {Identifier.Property(repeat.Key)}"))
        {
            writer.Line("get => GetKey();");
            writer.Line("set => SetKey(value);");
        }
    }
}

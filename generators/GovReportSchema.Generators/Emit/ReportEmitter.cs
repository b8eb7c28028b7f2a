using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Emit;

/// <summary>A file of generated C#.</summary>
/// <param name="HintName">Unique in the compilation, ends in <c>.g.cs</c>.</param>
internal sealed record GeneratedFile(string HintName, string Source);

/// <summary>Writes the C# of one definition.</summary>
internal static class ReportEmitter
{
    public static IEnumerable<GeneratedFile> Emit(ReportModel model)
    {
        yield return new GeneratedFile($"{model.TypeName}.g.cs", "");
    }
}

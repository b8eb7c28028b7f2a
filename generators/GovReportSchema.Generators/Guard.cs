using GovReportSchema.Generators.Definition;
using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators;

/// <summary>
/// The one place where a fault of the generator itself is caught. The compiler would turn it into warning CS8785 and drop all
/// output, leaving the user with hundreds of errors about missing types; as an error of ours it names itself.
/// </summary>
internal static class Guard
{
    /// <param name="stage">What was worked on: a file, or a type.</param>
    public static T Run<T>(string stage, Func<T> work, Func<DiagnosticInfo, T> failed)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return failed(new DiagnosticInfo(
                DiagnosticDescriptors.InternalError,
                Location: null,
                new[] { Shown.Text(stage), $"{e.GetType().Name}: {Shown.Line(e.Message)}" }.ToEquatableArray()));
        }
    }
}

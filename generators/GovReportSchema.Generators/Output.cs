using System.Text;
using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GovReportSchema.Generators;

/// <summary>Hands generated files to the compiler.</summary>
internal static class Output
{
    /// <param name="prefix">Goes before each hint name, so that equal types in two namespaces have files of their own.</param>
    public static void Add(SourceProductionContext output, string stage, string prefix, Func<IEnumerable<GeneratedFile>> emit)
    {
        var fault = Guard.Run<DiagnosticInfo?>(
            stage,
            () =>
            {
                foreach (var file in emit().ToList())
                {
                    output.CancellationToken.ThrowIfCancellationRequested();
                    output.AddSource(prefix + file.HintName, SourceText.From(file.Source, Encoding.UTF8));
                }

                return null;
            },
            fault => fault);
        if (fault is not null)
        {
            output.ReportDiagnostic(fault.ToDiagnostic());
        }
    }
}

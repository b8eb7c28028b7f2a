using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GovReportSchema.Generators.Diagnostics;

/// <summary>A place in a definition, equal by value, so that it can lie in the pipeline's cache.</summary>
internal sealed record LocationInfo(string Path, TextRange Range)
{
    public Location ToLocation() => Location.Create(
        Path,
        new TextSpan(Range.Start, Range.Length),
        new LinePositionSpan(
            new LinePosition(Range.StartLine, Range.StartColumn),
            new LinePosition(Range.EndLine, Range.EndColumn)));
}

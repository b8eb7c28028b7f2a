namespace GovReportSchema.Generators.Diagnostics;

/// <summary>A stretch of a definition's text, as plain values. Lines and columns count from 0.</summary>
internal readonly record struct TextRange(int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    /// <summary>The very beginning of a file: of mistakes that lie in no place of it.</summary>
    public static readonly TextRange FileStart;

    /// <summary>A part of this range, where the range stands on one line.</summary>
    public TextRange Part(int offset, int length) =>
        new(Start + offset, length, StartLine, StartColumn + offset, StartLine, StartColumn + offset + length);
}

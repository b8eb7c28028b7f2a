using System.Text;

namespace GovReportSchema.Json;

/// <summary>Turns byte offsets into lines and columns, in one pass over the submission.</summary>
internal static class LinePositions
{
    /// <param name="findings">In the order of their offsets, which are their sort keys.</param>
    /// <param name="utf8">The submission without byte order mark.</param>
    /// <param name="start">The bytes before it, which count in offsets and in no column.</param>
    public static void Locate(ReadOnlySpan<Finding> findings, ReadOnlySpan<byte> utf8, int start)
    {
        var line = 1;
        var column = 1;
        var at = 0;
        foreach (var finding in findings)
        {
            var offset = Math.Clamp(finding.SortKey, at, utf8.Length);
            var passed = utf8[at..offset];
            if (passed.Count((byte)'\n') is > 0 and var lines)
            {
                line += lines;
                column = 1;
                passed = passed[(passed.LastIndexOf((byte)'\n') + 1)..];
            }

            column += Encoding.UTF8.GetCharCount(passed);
            at = offset;
            finding.Offset = start + offset;
            finding.Line = line;
            finding.Column = column;
        }
    }
}

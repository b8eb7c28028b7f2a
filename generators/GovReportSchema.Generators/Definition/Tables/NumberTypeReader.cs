using System.Numerics;
using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Tables;

/// <summary>Reads what cells of numbers hold: scale, unit and bounds.</summary>
internal sealed class NumberTypeReader(Mistakes mistakes)
{
    /// <param name="inherited">What the table's <c>cells</c> say of the same kind; null where the node gives its own.</param>
    public CellTypeModel Read(KeyedReader reader, CellKind kind, CellTypeModel? inherited)
    {
        var scale = ReadScale(reader, kind, inherited);

        // Bounds are stored in units of the last decimal, so those of another scale mean another number.
        var bounds = inherited is not null && inherited.Scale == scale ? inherited : Widest(kind, scale);
        var minimum = ReadBound(reader, "min", kind, scale, bounds.Minimum);
        var maximum = ReadBound(reader, "max", kind, scale, bounds.Maximum);
        if (minimum > maximum)
        {
            var (min, max) = (reader.Find("min")?.Value as ScalarNode, reader.Find("max")?.Value as ScalarNode);
            mistakes.Report(
                DiagnosticDescriptors.BoundsCrossed, (min ?? max)!.Range,
                Written(min, minimum, scale), Written(max, maximum, scale));
        }

        return new CellTypeModel(kind, scale, reader.Text("unit")?.Value ?? inherited?.Unit, minimum, maximum, BlankPolicy.Warning);
    }

    // Without a 'min' a number is not negative, except where its kind says so.
    private static CellTypeModel Widest(CellKind kind, int scale) => kind switch
    {
        CellKind.Signed => CellTypeModel.Count with { Minimum = -CellTypeModel.LargestCount },
        CellKind.Decimal => CellTypeModel.Count with { Scale = scale, Maximum = CellTypeModel.LargestDecimal },
        _ => CellTypeModel.Count,
    };

    private int ReadScale(KeyedReader reader, CellKind kind, CellTypeModel? inherited)
    {
        var isDecimal = kind == CellKind.Decimal;
        if (!reader.Has("scale"))
        {
            if (isDecimal && inherited is null && !reader.IsMisspelt("scale"))
            {
                mistakes.Report(DiagnosticDescriptors.Scale, reader.Find("kind")!.Key.Range, $"'kind: decimal' of {reader.What} lacks 'scale'");
            }

            return inherited?.Scale ?? 0;
        }

        if (!isDecimal)
        {
            mistakes.Report(
                DiagnosticDescriptors.DoesNotGo, reader.Find("scale")!.Key.Range,
                "scale", $"whole numbers in {reader.What}", "write 'kind: decimal' beside it");
            return 0;
        }

        if (reader.Text("scale") is not { } text)
        {
            return 0;
        }

        if (text.Value.Length == 1 && text.Value[0] is >= '0' and <= '9')
        {
            return text.Value[0] - '0';
        }

        mistakes.Report(DiagnosticDescriptors.Scale, text.Range, $"'{Shown.Text(text.Value)}' is not a scale");
        return 0;
    }

    private long ReadBound(KeyedReader reader, string key, CellKind kind, int scale, long fallbackBound)
    {
        if (reader.Text(key) is not { } text)
        {
            return fallbackBound;
        }

        var largest = kind == CellKind.Decimal ? CellTypeModel.LargestDecimal : CellTypeModel.LargestCount;
        var expected = ExactNumber.Parse(text.Value) is not { } number ? "a number such as '0' or '100.5'"
            : number.AtScale(scale) is not { } bound ? scale == 0 ? "a whole number" : $"at most {Invariant.Text(scale)} decimals"
            : BigInteger.Abs(bound) > largest ? $"at most {Invariant.Text(largest)}{(scale > 0 ? $" in units of decimal {Invariant.Text(scale)}" : "")}"
            : kind == CellKind.Count && bound.Sign < 0 ? "0 or more; write 'kind: signed' for whole numbers with a sign"
            : null;
        if (expected is null)
        {
            return (long)ExactNumber.Parse(text.Value)!.Value.AtScale(scale)!.Value;
        }

        mistakes.Report(DiagnosticDescriptors.Bound, text.Range, Shown.Text(text.Value), key, expected);
        return fallbackBound;
    }

    private static string Written(ScalarNode? text, long bound, int scale) =>
        text is null
            ? $"{Invariant.Text(bound)}{(scale > 0 ? $" (units of decimal {Invariant.Text(scale)})" : "")}, where none is given,"
            : $"'{Shown.Text(text.Value)}'";
}

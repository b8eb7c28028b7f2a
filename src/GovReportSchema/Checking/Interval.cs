namespace GovReportSchema.Checking;

/// <summary>Whether a rule is satisfied over a range of sums.</summary>
internal enum Truth
{
    Always,
    Sometimes,
    Never,
}

/// <summary>Arithmetic of ranges, exact.</summary>
internal static class Interval
{
    /// <summary>Whether a rule is satisfied where its sum may be anything from one number to another.</summary>
    public static Truth Satisfies(Rule rule, Int128 low, Int128 high) => Satisfies(rule.Relation, rule.Tolerance, low, high);

    /// <summary>Whether a comparison with 0 is satisfied where its sum may be anything from one number to another.</summary>
    public static Truth Satisfies(Relation relation, long tolerance, Int128 low, Int128 high)
    {
        if (relation == Relation.NotEqual)
        {
            return Satisfies(Relation.Equal, tolerance, low, high) switch
            {
                Truth.Always => Truth.Never,
                Truth.Never => Truth.Always,
                _ => Truth.Sometimes,
            };
        }

        var possible = relation switch
        {
            Relation.Equal => low <= tolerance && high >= -tolerance,
            Relation.AtMost => low <= tolerance,
            _ => high >= -tolerance,
        };
        if (!possible)
        {
            return Truth.Never;
        }

        var certain = relation switch
        {
            Relation.Equal => low >= -tolerance && high <= tolerance,
            Relation.AtMost => high <= tolerance,
            _ => low >= -tolerance,
        };
        return certain ? Truth.Always : Truth.Sometimes;
    }

    public static Int128 FloorDivide(Int128 dividend, Int128 divisor)
    {
        // Nearly all coefficients are 1 or -1, and a division of this width takes as long as some fifty sums.
        if (divisor == 1 || divisor == -1)
        {
            return divisor == 1 ? dividend : -dividend;
        }

        var quotient = dividend / divisor;
        return dividend % divisor != 0 && (dividend < 0) != (divisor < 0) ? quotient - 1 : quotient;
    }

    public static long FloorDivide(long dividend, long divisor)
    {
        var quotient = dividend / divisor;
        return dividend % divisor != 0 && (dividend < 0) != (divisor < 0) ? quotient - 1 : quotient;
    }

    public static Int128 CeilingDivide(Int128 dividend, Int128 divisor) => -FloorDivide(-dividend, divisor);
}

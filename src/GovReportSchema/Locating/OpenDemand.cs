using GovReportSchema.Checking;

namespace GovReportSchema.Locating;

/// <summary>What is asked of a sum over what is open: to lie between two numbers, or not to.</summary>
/// <param name="Form">The sum.</param>
/// <param name="Least">The least that it may be.</param>
/// <param name="Most">The most that it may be.</param>
/// <param name="IsOutside">Whether the numbers between the two are the very ones that it may not be.</param>
internal sealed record OpenDemand(OpenForm Form, Int128 Least, Int128 Most, bool IsOutside = false)
{
    /// <summary>Beyond any sum, and small enough to add sums to.</summary>
    private static readonly Int128 s_far = (Int128)1 << 125;

    /// <summary>Whether it asks for one number, a tolerance aside.</summary>
    public bool IsEquation => !IsOutside && Least > -s_far && Most < s_far;

    /// <summary>A comparison of a sum with 0.</summary>
    public static OpenDemand Of(OpenForm form, Relation relation, Int128 tolerance) => relation switch
    {
        Relation.AtMost => new(form, -s_far, tolerance),
        Relation.AtLeast => new(form, -tolerance, s_far),
        _ => new(form, -tolerance, tolerance, relation == Relation.NotEqual),
    };

    /// <summary>The opposite of a comparison with 0, in whole numbers.</summary>
    public static OpenDemand Not(OpenForm form, Relation relation) => relation switch
    {
        Relation.AtMost => new(form, 1, s_far),
        Relation.AtLeast => new(form, -s_far, -1),
        _ => new(form, 0, 0, relation == Relation.Equal),
    };

    /// <summary>Whether a sum between two numbers is as asked.</summary>
    public Truth Truth(Int128 least, Int128 most)
    {
        var never = most < Least || least > Most;
        var always = least >= Least && most <= Most;
        return (IsOutside ? always : never) ? Checking.Truth.Never
            : (IsOutside ? never : always) ? Checking.Truth.Always
            : Checking.Truth.Sometimes;
    }
}

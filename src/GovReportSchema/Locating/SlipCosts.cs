namespace GovReportSchema.Locating;

/// <summary>
/// How unlikely each kind of slip is, in few and coarse steps: a finer order would choose between explanations that nobody can
/// tell apart. What counts is how seldom the pattern fits a wrong explanation by chance.
/// </summary>
internal static class SlipCosts
{
    /// <summary>A pattern that hardly ever fits by chance: a swap, two digits transposed, a sign, a unit.</summary>
    public const int Telling = 1;

    /// <summary>A pattern that fits some numbers by chance: a digit wrong, dropped or added.</summary>
    public const int Likely = 2;

    /// <summary>A total without a pattern: it was computed, and computed before something else changed.</summary>
    public const int Total = 3;

    /// <summary>No pattern.</summary>
    public const int Plain = 4;

    public static int Of(SlipKind kind, long from, long to) => kind switch
    {
        SlipKind.BlankLeft or SlipKind.DigitsTransposed or SlipKind.SignWrong or SlipKind.UnitWrong => Telling,
        SlipKind.DigitDropped or SlipKind.DigitAdded => Likely,

        // Any one-digit number is another with one digit wrong.
        SlipKind.DigitWrong => from is > -10 and < 10 && to is > -10 and < 10 ? Total : Likely,
        SlipKind.TotalNotUpdated => Total,
        _ => Plain,
    };
}

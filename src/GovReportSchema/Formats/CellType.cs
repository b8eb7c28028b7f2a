namespace GovReportSchema;

/// <summary>What a cell may hold.</summary>
/// <remarks>
/// Every number is held as a whole count of its last decimal: with a scale of 2, 1.50 is 150. So no sum passes through
/// floating point. A date is held as its <see cref="DateOnly.DayNumber"/>, a choice as its place in <see cref="Choices"/>, a text as
/// its length in characters. <see cref="Minimum"/> and <see cref="Maximum"/> are in those units too.
/// </remarks>
/// <param name="Kind">Count, signed count, decimal, date, choice or text.</param>
/// <param name="Scale">Decimals held; 0 for counts.</param>
/// <param name="Unit">The unit printed on the form, such as 万元; null where it prints none.</param>
/// <param name="Minimum">The least value, in units of the last decimal.</param>
/// <param name="Maximum">The greatest value, in units of the last decimal.</param>
/// <param name="Blank">What a blank is taken for.</param>
public sealed record CellType(CellKind Kind, int Scale, string? Unit, long Minimum, long Maximum, BlankPolicy Blank)
{
    internal const long LargestCount = 1L << 53;
    internal const long LargestDecimal = 999_999_999_999_999_999;

    /// <summary>A whole number from 0 to 2^53: what a cell holds where the definition says nothing else.</summary>
    public static CellType Count { get; } = new(CellKind.Count, 0, null, 0, LargestCount, BlankPolicy.Warning);

    /// <summary>What there is to choose from, in order; empty where the cell holds no choice.</summary>
    public IReadOnlyList<CellChoice> Choices { get; init; } = [];

    /// <summary>Whether the cell holds a number: a count, a signed count or a decimal.</summary>
    public bool IsNumber => Kind is CellKind.Count or CellKind.Signed or CellKind.Decimal;

    /// <summary>
    /// The largest magnitude that a cell can hold, in units of the last decimal. A value within it but out of bounds is kept
    /// and takes part in the sums; a larger one is not held.
    /// </summary>
    internal long Capacity => Kind == CellKind.Decimal ? LargestDecimal : LargestCount;
}

/// <summary>One of the choices of a cell.</summary>
/// <param name="Member">Its name in a submission.</param>
/// <param name="Label">Its label on the form.</param>
public sealed record CellChoice(string Member, Label Label);

/// <summary>The kinds of cell.</summary>
public enum CellKind
{
    /// <summary>A whole number from 0 on.</summary>
    Count,

    /// <summary>A whole number with a sign (本年增/减).</summary>
    Signed,

    /// <summary>An exact decimal number of a fixed scale (money).</summary>
    Decimal,

    /// <summary>A day, in a submission as <c>"2026-11-22"</c>.</summary>
    Date,

    /// <summary>One of some named choices, in a submission by its member.</summary>
    Choice,

    /// <summary>A text. No rule looks at it.</summary>
    Text,
}

/// <summary>What a blank cell or text is taken for.</summary>
public enum BlankPolicy
{
    /// <summary>A blank is reported as a warning.</summary>
    Warning,

    /// <summary>A blank is in order.</summary>
    Allowed,

    /// <summary>A blank is an error.</summary>
    Error,
}

namespace GovReportSchema;

/// <summary>
/// A rule of a format: at each place of each axis, the terms' sum plus a constant stands in <see cref="Relation"/> to 0.
/// </summary>
/// <param name="Id">Section and name: <c>applications.rowTotal</c>; of a rule over several sections, the name alone.</param>
/// <param name="Message">What the rule says, in words for the clerk who fills the form.</param>
/// <param name="Axes">Where it holds.</param>
public sealed record Rule(string Id, Label Message, IReadOnlyList<RuleAxis> Axes)
{
    /// <summary>How grave a violation is.</summary>
    public Severity Severity { get; init; }

    /// <summary>Where the rule stands in the official text; null where the definition does not say.</summary>
    public string? Source { get; init; }

    /// <summary>How the sum stands to 0.</summary>
    public Relation Relation { get; init; }

    /// <summary>Whether the subject is the total of the other terms, and so can be filled from them.</summary>
    public bool IsTotal { get; init; }

    /// <summary>The decimals in which the sum is taken; the coefficients bring each cell to it.</summary>
    public int Scale { get; init; }

    /// <summary>By how much the sides may miss each other, in units of the last decimal of <see cref="Scale"/>.</summary>
    public long Tolerance { get; init; }
}

/// <summary>Places at which a rule holds with the same shape: the cell of a term is the place plus the term's offset.</summary>
/// <param name="Places">The cells counted from, one for each time that the rule holds.</param>
/// <param name="Subject">The offset of the cell that the rule is about, the path of its findings.</param>
/// <param name="Terms">The left side, then the right side with its signs turned.</param>
/// <param name="Constant">Added to the terms, at the rule's scale.</param>
public sealed record RuleAxis(IReadOnlyList<int> Places, int Subject, IReadOnlyList<Term> Terms, long Constant = 0)
{
    /// <summary>Where the rule is checked: only where this holds. Null where it is checked everywhere.</summary>
    public RuleCondition? When { get; init; }
}

/// <summary>A condition of a rule: the terms' sum plus a constant stands in a relation to 0.</summary>
/// <param name="Terms">The left side, then the right side with its signs turned; offsets from the same place as the rule's.</param>
/// <param name="Relation">How the sum stands to 0.</param>
/// <param name="Constant">Added to the terms, at the rule's scale.</param>
public sealed record RuleCondition(IReadOnlyList<Term> Terms, Relation Relation, long Constant = 0);

/// <summary>A cell in a rule.</summary>
/// <param name="Offset">The cell, counted from the place.</param>
/// <param name="Coefficient">What it is multiplied by, at the rule's scale.</param>
/// <param name="Previous">Whether the cell is that of last year's report; of a row that repeats, that of its entry of the same key.</param>
/// <param name="AllEntries">
/// Of a cell in a row that repeats: whether the cells of all its entries stand here. Else it is that of one entry, and the rule holds in each.
/// </param>
public readonly record struct Term(int Offset, long Coefficient = 1, bool Previous = false, bool AllEntries = false);

/// <summary>How a rule's sum stands to 0.</summary>
public enum Relation
{
    /// <summary>The sides are equal.</summary>
    Equal,

    /// <summary>The left side is at most the right side.</summary>
    AtMost,

    /// <summary>The left side is at least the right side.</summary>
    AtLeast,

    /// <summary>The sides differ.</summary>
    NotEqual,
}

/// <summary>How grave a finding is.</summary>
public enum Severity
{
    /// <summary>The report cannot be accepted as it is.</summary>
    Error,

    /// <summary>Something to look into.</summary>
    Warning,

    /// <summary>Something to know.</summary>
    Info,
}

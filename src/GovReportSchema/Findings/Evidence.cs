using System.Globalization;

namespace GovReportSchema.Findings;

/// <summary>What a finding rests on. Labels and words are made of it only when asked for.</summary>
internal abstract class Evidence
{
    public virtual RuleState State => RuleState.Violated;

    public virtual decimal? Expected => null;

    /// <summary>The expected value as it stands in a submission, where it is no number too.</summary>
    public virtual string? ExpectedText => Expected is { } number ? Invariant(number) : null;

    public virtual Relation ExpectedIs => Relation.Equal;

    public virtual decimal? Actual => null;

    public virtual string? ActualText => Actual is { } number ? Invariant(number) : null;

    /// <summary>What the cell has too much, without trailing zeros as the other two; null where either is.</summary>
    public virtual decimal? Difference => Actual - Expected is { } difference ? Scaled.WithoutTrailingZeros(difference) : null;

    public abstract string Label(Language language, EntryNames? names);

    public abstract string Message(Language language);

    public virtual IReadOnlyList<FindingCell> Cells() => [];

    protected static string Invariant(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A fault of form, with what it names.</summary>
/// <param name="fault">The fault.</param>
/// <param name="labels">The labels that lead to the member; null where it has none on the form.</param>
/// <param name="names">What the fault's words leave open.</param>
internal sealed class FaultEvidence(Fault fault, LabelPath? labels, params Label[] names) : Evidence
{
    public override decimal? Actual => Value;

    public override string? ActualText => Text ?? base.ActualText;

    public decimal? Value { get; init; }

    /// <summary>The value of a cell that holds no number.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<FindingCell> Blanks { get; init; } = [];

    public override string Label(Language language, EntryNames? names) => labels?.Write(language, names) ?? "";

    public override string Message(Language language) => string.Format(
        CultureInfo.InvariantCulture, fault.Message.In(language), [.. names.Select(name => name.In(language))]);

    public override IReadOnlyList<FindingCell> Cells() => Blanks;
}

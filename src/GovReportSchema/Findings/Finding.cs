using GovReportSchema.Findings;

namespace GovReportSchema;

/// <summary>Something found in a report: a fault of form, a rule that is violated, a rule that could not be decided.</summary>
public sealed class Finding
{
    private readonly Evidence _evidence;
    private IReadOnlyList<FindingCell>? _cells;

    internal Finding(string ruleId, Severity severity, string path, int sortKey, Evidence evidence) =>
        (RuleId, Severity, Path, SortKey, _evidence) = (ruleId, severity, path, sortKey, evidence);

    /// <summary>The rule: of the format, such as <c>applications.rowTotal</c>, or of form, such as <c>json.wrongType</c>.</summary>
    public string RuleId { get; }

    /// <summary>How grave it is.</summary>
    public Severity Severity { get; }

    /// <summary>What became of the rule.</summary>
    public RuleState State => _evidence.State;

    /// <summary>The JSON Pointer of the cell, or of the member, that it is about. Of a sum, the total's own cell.</summary>
    public string Path { get; }

    /// <summary>Every cell that takes part, with its value, in the order of the rule.</summary>
    public IReadOnlyList<FindingCell> Cells => _cells ??= _evidence.Cells();

    /// <summary>The value that the cell should have by the rule, in its unit; null where it is not one number.</summary>
    public decimal? Expected => _evidence.Expected;

    /// <summary>
    /// The value that the cell should have by the rule, as it stands in a submission: a number, a date (<c>2026-11-22</c>), a choice.
    /// Null where it is not one value.
    /// </summary>
    public string? ExpectedText => _evidence.ExpectedText;

    /// <summary>Whether <see cref="Expected"/> is the value, or the least or greatest that the rule lets it have.</summary>
    public Relation ExpectedIs => _evidence.ExpectedIs;

    /// <summary>The value that the cell has, in its unit; null where it has none or it is not a number.</summary>
    public decimal? Actual => _evidence.Actual;

    /// <summary>The value that the cell has, as it stands in a submission; null where it has none.</summary>
    public string? ActualText => _evidence.ActualText;

    /// <summary><see cref="Actual"/> less <see cref="Expected"/>, of dates in days; null where either is not known.</summary>
    public decimal? Difference => _evidence.Difference;

    /// <summary>The line in the submission, from 1; null where there is no submission.</summary>
    public int? Line { get; internal set; }

    /// <summary>The column in that line, from 1, in UTF-16 code units as editors count; null where there is no submission.</summary>
    public int? Column { get; internal set; }

    /// <summary>The byte in the submission, from 0; null where there is no submission.</summary>
    public int? Offset { get; internal set; }

    /// <summary>What is wrong, in Chinese, with the labels that lead to the cell.</summary>
    public string Message => GetMessage(Language.Chinese);

    /// <summary>What the entries of repeating rows are called; null where there are none.</summary>
    internal EntryNames? Names { get; set; }

    /// <summary>Bytes into the submission where there is one, else the place in the format.</summary>
    internal int SortKey { get; set; }

    /// <summary>What is wrong, with the labels that lead to the cell.</summary>
    /// <param name="language">The language of labels and words.</param>
    public string GetMessage(Language language)
    {
        var label = GetLabel(language);
        var colon = language == Language.English ? ": " : "：";
        return label.Length == 0 ? _evidence.Message(language) : label + colon + _evidence.Message(language);
    }

    /// <summary>The labels that lead to the cell: section, row and its groups, column and its headings.</summary>
    /// <param name="language">The language of the labels.</param>
    public string GetLabel(Language language) => _evidence.Label(language, Names);

    /// <summary>Severity, rule, path and message on one line.</summary>
    public override string ToString() => $"{Severity} {RuleId} {Path} {Message}";
}

/// <summary>What became of a rule.</summary>
public enum RuleState
{
    /// <summary>No filling of the blanks satisfies it.</summary>
    Violated,

    /// <summary>It could not be decided: some fillings of the blanks satisfy it and some do not.</summary>
    Undetermined,
}

/// <summary>A cell that takes part in a finding.</summary>
/// <param name="Path">Its JSON Pointer; one of last year's report begins with <c>previous:</c>.</param>
/// <param name="Value">Its value in its unit; null where it is blank or holds no number.</param>
public readonly record struct FindingCell(string Path, decimal? Value)
{
    private readonly string? _text;

    /// <summary>Its value as it stands in a submission: a number, a date (<c>2026-11-22</c>), a choice; null where it is blank.</summary>
    public string? Text
    {
        get => _text ?? Value?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        init => _text = value;
    }
}

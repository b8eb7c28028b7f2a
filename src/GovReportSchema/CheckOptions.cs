namespace GovReportSchema;

/// <summary>How a report is checked.</summary>
public sealed record CheckOptions
{
    /// <summary>Blanks are unknown, and there is no report of last year.</summary>
    public static CheckOptions Default { get; } = new();

    /// <summary>How a blank counts in a rule.</summary>
    public Blanks Blanks { get; init; }

    /// <summary>Last year's report of the same body, of this or another format; null leaves the yearly rules out.</summary>
    public Report? Previous { get; init; }
}

/// <summary>How a blank counts in a rule.</summary>
public enum Blanks
{
    /// <summary>As an unknown number in the cell's range.</summary>
    Unknown,

    /// <summary>As zero.</summary>
    Zero,
}

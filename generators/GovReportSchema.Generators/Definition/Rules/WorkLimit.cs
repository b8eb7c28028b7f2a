namespace GovReportSchema.Generators.Definition.Rules;

/// <summary>How many cells the rules of one report compare in all: a short text can ask for a great many.</summary>
internal sealed class WorkLimit
{
    /// <summary>A thousand times the official forms, which compare about 1,100.</summary>
    public const long Most = 1_000_000;

    private long _taken;

    public bool IsExceeded => _taken > Most;

    public bool Take(long cells)
    {
        _taken = Math.Min(_taken + cells, Most + 1);
        return !IsExceeded;
    }
}

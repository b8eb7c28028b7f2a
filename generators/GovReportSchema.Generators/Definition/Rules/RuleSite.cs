namespace GovReportSchema.Generators.Definition.Rules;

/// <summary>Where a rule holds in one block, before its numbers are brought to one scale.</summary>
/// <param name="Places">The cells counted from, one for each time that the rule holds.</param>
/// <param name="Subject">The offset of the cell that the rule is about.</param>
/// <param name="Terms">Each offset once for each of the two years, none with coefficient 0.</param>
/// <param name="Constant">What stands beside the terms.</param>
internal sealed record RuleSite(IReadOnlyList<int> Places, int Subject, IReadOnlyList<SiteTerm> Terms, ExactNumber Constant)
{
    /// <summary>What stands in quotes beside the terms.</summary>
    public IReadOnlyList<ExpressionLiteral> Literals { get; init; } = [];

    /// <summary>Null where the rule is checked at every place.</summary>
    public SiteCondition? When { get; init; }
}

internal sealed record SiteCondition(
    IReadOnlyList<SiteTerm> Terms, ExactNumber Constant, IReadOnlyList<ExpressionLiteral> Literals, Model.RuleRelation Relation);

/// <param name="AllEntries">Of a cell in a row that repeats: whether it stands for the cells of all entries.</param>
internal sealed record SiteTerm(int Offset, bool Previous, ExactNumber Coefficient, bool AllEntries = false);

/// <summary>Adds up terms, in the order in which each first occurs.</summary>
internal sealed class SiteTerms
{
    private readonly List<(int Offset, bool Previous, bool AllEntries)> _order = [];
    private readonly Dictionary<(int Offset, bool Previous, bool AllEntries), ExactNumber> _coefficients = [];

    public void Add(int offset, bool previous, ExactNumber coefficient, bool allEntries = false)
    {
        var key = (offset, previous, allEntries);
        if (_coefficients.TryGetValue(key, out var sum))
        {
            _coefficients[key] = sum + coefficient;
            return;
        }

        _order.Add(key);
        _coefficients.Add(key, coefficient);
    }

    /// <summary>Whether the cell was named at all, even where its coefficients cancel out.</summary>
    public bool Names(int offset) => _coefficients.ContainsKey((offset, false, false));

    public IReadOnlyList<SiteTerm> ToList() =>
        [.. _order.Select(key => new SiteTerm(key.Offset, key.Previous, _coefficients[key], key.AllEntries)).Where(term => !term.Coefficient.IsZero)];
}

using GovReportSchema.Generators.Definition.Tables;
using GovReportSchema.Generators.Diagnostics;

namespace GovReportSchema.Generators.Definition.Rules;

/// <summary>The rules of a table that its trees state: totals, and parts of what stands before them.</summary>
internal sealed class DrawnRules
{
    private readonly ILookup<string, Total> _totals;
    private readonly ILookup<string, OfWhich> _parts;

    public DrawnRules(Table table, WorkLimit limit, Mistakes mistakes)
    {
        _totals = Totals.Find(table, limit, mistakes).ToLookup(total => total.Leaf.TotalRule!.Value, StringComparer.Ordinal);
        _parts = OfWhich.Find(table, limit, mistakes).ToLookup(part => part.RuleName, StringComparer.Ordinal);
        foreach (var both in _parts.Where(part => _totals.Contains(part.Key)))
        {
            mistakes.Report(
                DiagnosticDescriptors.DoesNotGo, both.First().Rule.Range,
                Shown.Text(both.Key), "'total', which names it too", "a rule is either of totals or of parts; use two names");
        }
    }

    public IEnumerable<string> Names => _totals.Concat<IGrouping<string, object>>(_parts).Select(group => group.Key).Distinct();

    public bool Has(string name) => _totals.Contains(name) || _parts.Contains(name);

    public bool IsOfWhich(string name) => _parts.Contains(name) && !_totals.Contains(name);

    /// <summary>The first that names the rule, and where it does.</summary>
    public (string Member, TextRange At) FirstOf(string name)
    {
        if (IsOfWhich(name))
        {
            var part = _parts[name].First();
            return (part.Parts[0].Member, part.Rule.Range);
        }

        var total = _totals[name].First().Leaf;
        return (total.Member, total.TotalRule!.Range);
    }

    public IReadOnlyList<RuleSite> SitesOf(string name) =>
        IsOfWhich(name) ? [.. _parts[name].Select(part => part.ToSite())] : [.. _totals[name].Select(total => total.ToSite())];
}

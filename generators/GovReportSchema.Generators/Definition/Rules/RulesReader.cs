using GovReportSchema.Generators.Definition.Tables;
using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Rules;

/// <summary>Reads the rules of all tables and of the report, and looks up what they name.</summary>
internal sealed class RulesReader(IReadOnlyList<Table> tables, bool isComplete, Mistakes mistakes)
{
    private readonly WorkLimit _limit = new();
    private readonly RuleBuilder _builder = new(CellTypes.Of(tables), mistakes);
    private readonly List<RuleModel> _rules = [];
    private bool _wasExceeded;

    public IReadOnlyList<RuleModel> Read(KeyedReader report)
    {
        foreach (var table in tables)
        {
            ReadTable(table);
        }

        if (report.Find("rules") is { } entry
            && KeyedReader.Open(entry, "'rules' of the report", "rules: { consistency: { holds: a.b.c = d.e.f } }", mistakes) is { } rules)
        {
            ReadReport(rules);
        }

        return _rules;
    }

    private void ReadTable(Table table)
    {
        var totals = Totals.Find(table, _limit, mistakes).ToLookup(total => total.Leaf.TotalRule!.Value, StringComparer.Ordinal);
        var entries = table.Rules?.Entries ?? [];
        foreach (var entry in entries)
        {
            if (RuleEntryReader.Read(entry, $"{table.Member}.{entry.Key.Value}", mistakes) is not { } rule)
            {
                continue;
            }

            var named = totals[entry.Key.Value].ToList();
            if (rule.HasHolds && named.Count > 0)
            {
                mistakes.Report(
                    DiagnosticDescriptors.RuleStatedTwice, rule.At, Shown.Text(entry.Key.Value),
                    Shown.Text(named[0].Leaf.Member), Invariant.Line(named[0].Leaf.TotalRule!.Range.StartLine));
            }
            else if (!rule.HasHolds && named.Count == 0 && table.IsComplete)
            {
                ReportStatedByNothing(entry.Key, totals.Select(group => group.Key));
            }
            else
            {
                AddRule(table, rule, named);
            }
        }

        var written = new HashSet<string>(entries.Select(entry => entry.Key.Value), StringComparer.Ordinal);
        foreach (var group in totals.Where(group => !written.Contains(group.Key)))
        {
            AddTotal(RuleEntryReader.ForTotal($"{table.Member}.{group.Key}", group.First().Leaf.TotalRule!.Range), [.. group]);
        }
    }

    private void AddRule(Table table, RuleEntry rule, IReadOnlyList<Total> named)
    {
        if (!rule.HasHolds)
        {
            AddTotal(rule, named);
        }
        else if (rule.Holds is { } holds && table.IsComplete)
        {
            Add(rule, holds, rule.Each switch
            {
                AxisKind.Column => new AxisScope(table, AxisKind.Row, mistakes),
                AxisKind.Row => new AxisScope(table, AxisKind.Column, mistakes),
                _ => new CellScope(tables, table, mistakes),
            });
        }
    }

    private void ReadReport(KeyedReader rules)
    {
        foreach (var entry in rules.Entries)
        {
            if (RuleEntryReader.Read(entry, entry.Key.Value, mistakes) is not { } rule)
            {
                continue;
            }

            if (!rule.HasHolds)
            {
                ReportStatedByNothing(entry.Key, []);
            }
            else if (rule.Each is not null)
            {
                var each = ((MappingNode)entry.Value).Find("each")!;
                mistakes.Report(
                    DiagnosticDescriptors.DoesNotGo, each.Key.Range,
                    "each", "a rule of the report", "a rule over rows or columns stands in the 'rules' of its section");
            }
            else if (rule.Holds is { } holds && isComplete)
            {
                Add(rule, holds, new CellScope(tables, null, mistakes));
            }
        }
    }

    private void AddTotal(RuleEntry rule, IReadOnlyList<Total> totals) =>
        Add(rule, isTotal: true, () => [.. totals.Select(total => total.ToSite())]);

    private void Add(RuleEntry rule, Expression holds, RuleScope scope) =>
        Add(rule, isTotal: false, () => scope.Resolve(rule, holds, _limit));

    private void Add(RuleEntry rule, bool isTotal, Func<IReadOnlyList<RuleSite>> find)
    {
        if (_wasExceeded)
        {
            return;
        }

        var sites = _limit.IsExceeded ? [] : find();
        if (_limit.IsExceeded)
        {
            _wasExceeded = true;
            mistakes.Report(DiagnosticDescriptors.TooManyTerms, rule.At, Invariant.Text(WorkLimit.Most), rule.Id);
        }
        else if (sites.Count > 0 && _builder.Build(rule, isTotal, sites) is { } model)
        {
            _rules.Add(model);
        }
    }

    private void ReportStatedByNothing(ScalarNode name, IEnumerable<string> totals) =>
        mistakes.Report(
            DiagnosticDescriptors.RuleWithoutHolds, name.Range,
            Shown.Text(name.Value), mistakes.Suggest(name.Value, totals));
}

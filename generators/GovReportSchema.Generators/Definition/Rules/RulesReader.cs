using GovReportSchema.Generators.Definition.Tables;
using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Rules;

/// <summary>Reads the rules of all tables and of the report, and looks up what they name.</summary>
internal sealed class RulesReader(IReadOnlyList<Table> tables, bool isComplete, Mistakes mistakes)
{
    private readonly WorkLimit _limit = new();
    private readonly EntryMap _entries = new(tables);
    private readonly RuleBuilder _builder = new(CellTypes.Of(tables), new EntryMap(tables), mistakes);
    private readonly List<RuleModel> _rules = [];
    private readonly Dictionary<string, TextRange> _places = new(StringComparer.Ordinal);
    private bool _wasExceeded;

    /// <summary>Where each rule stands, by its id.</summary>
    public IReadOnlyDictionary<string, TextRange> Places => _places;

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
        var drawn = new DrawnRules(table, _limit, mistakes);
        var entries = table.Rules?.Entries ?? [];
        foreach (var entry in entries)
        {
            var name = entry.Key.Value;
            if (RuleEntryReader.Read(entry, $"{table.Member}.{name}", drawn.IsOfWhich(name), mistakes) is not { } rule)
            {
                continue;
            }

            if (rule.HasHolds && drawn.Has(name))
            {
                var (member, at) = drawn.FirstOf(name);
                mistakes.Report(
                    DiagnosticDescriptors.RuleStatedTwice, rule.At, Shown.Text(name), Shown.Text(member), Invariant.Line(at.StartLine));
            }
            else if (!rule.HasHolds && !drawn.Has(name) && table.IsComplete)
            {
                ReportStatedByNothing(entry.Key, drawn.Names);
            }
            else if (rule.HasHolds)
            {
                AddRule(table, rule);
            }
            else
            {
                AddDrawn(rule, drawn);
            }
        }

        var written = new HashSet<string>(entries.Select(entry => entry.Key.Value), StringComparer.Ordinal);
        foreach (var name in drawn.Names.Where(name => !written.Contains(name)))
        {
            var (id, at) = ($"{table.Member}.{name}", drawn.FirstOf(name).At);
            AddDrawn(drawn.IsOfWhich(name) ? RuleEntryReader.ForOfWhich(id, at) : RuleEntryReader.ForTotal(id, at), drawn, name);
        }
    }

    private void AddRule(Table table, RuleEntry rule)
    {
        if (rule is { Holds: { } holds, IsPlaced: true } && table.IsComplete)
        {
            Add(rule, holds, rule.Each switch
            {
                AxisKind.Column => new AxisScope(table, AxisKind.Row, mistakes),
                AxisKind.Row => new AxisScope(table, AxisKind.Column, mistakes),
                _ => new CellScope(tables, table, isComplete: true, mistakes),
            });
        }
    }

    private void AddDrawn(RuleEntry rule, DrawnRules drawn) => AddDrawn(rule, drawn, rule.Id.Substring(rule.Id.IndexOf('.') + 1));

    private void AddDrawn(RuleEntry rule, DrawnRules drawn, string name) =>
        Add(rule, drawn.IsOfWhich(name) ? RuleRelation.AtMost : RuleRelation.Equal, !drawn.IsOfWhich(name), () => drawn.SitesOf(name));

    private void ReadReport(KeyedReader rules)
    {
        foreach (var entry in rules.Entries)
        {
            if (RuleEntryReader.Read(entry, entry.Key.Value, isOfWhich: false, mistakes) is not { } rule)
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
            else if (rule.Holds is { } holds)
            {
                Add(rule with { IsSound = rule.IsSound && isComplete }, holds, new CellScope(tables, null, isComplete, mistakes));
            }
        }
    }

    private void Add(RuleEntry rule, Expression holds, RuleScope scope) =>
        Add(rule, holds.Relation, isTotal: false, () => scope.Resolve(rule, holds, _limit));

    private void Add(RuleEntry rule, RuleRelation relation, bool isTotal, Func<IReadOnlyList<RuleSite>> find)
    {
        if (_wasExceeded)
        {
            return;
        }

        var sites = _limit.IsExceeded ? [] : find();
        var model = sites.Count == 0 || _limit.IsExceeded ? null : _builder.Build(rule, relation, isTotal, sites);

        // With as many entries as there may be; what one of each takes was taken above.
        var cells = model is null ? 0 : _entries.CellsOf(model);
        if (_limit.IsExceeded || cells > WorkLimit.Most || (_entries.Any && !_limit.Take(cells)))
        {
            _wasExceeded = true;
            mistakes.Report(DiagnosticDescriptors.TooManyTerms, rule.At, Invariant.Text(WorkLimit.Most), rule.Id);
        }
        else if (model is not null)
        {
            _rules.Add(model);
            _places[model.Id] = rule.At;
        }
    }

    private void ReportStatedByNothing(ScalarNode name, IEnumerable<string> drawn) =>
        mistakes.Report(
            DiagnosticDescriptors.RuleWithoutHolds, name.Range,
            Shown.Text(name.Value), mistakes.Suggest(name.Value, drawn));
}

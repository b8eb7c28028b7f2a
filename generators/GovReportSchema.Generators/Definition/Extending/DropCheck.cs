using GovReportSchema.Generators.Definition.Rules;
using GovReportSchema.Generators.Diagnostics;

namespace GovReportSchema.Generators.Definition.Extending;

/// <summary>
/// Finds what is dropped although an inherited rule needs it. The rule stands in another file, so the mistake is reported where
/// the thing is dropped.
/// </summary>
/// <param name="merged">The definition with its drops made.</param>
/// <param name="inheritedAt">Where all that is inherited stands.</param>
internal sealed class DropCheck(MappingNode merged, TextRange inheritedAt, Mistakes mistakes)
{
    private static readonly string[] Trees = ["blocks", "columns", "rows"];

    public void Check(IReadOnlyList<Dropped> dropped)
    {
        var sections = Mapping(merged, "sections");
        foreach (var drop in dropped.Where(drop => drop.Path.Count >= 2 && drop.Path[0] == "sections"))
        {
            var name = drop.Path[1];
            if (Mapping(sections, name) is { } section && drop.Path.Count > 3 && drop.Path[2] != "rules")
            {
                CheckRules(drop, section, $"{name}.", path => SectionHas(section, path));
                CheckTotals(drop, section, $"{name}.");
            }

            CheckRules(drop, merged, "", path => ReportHas(sections, path));
        }
    }

    private void CheckRules(Dropped drop, MappingNode owner, string prefix, Func<(string? Each, string Path), bool> has)
    {
        foreach (var entry in Rules(owner))
        {
            // An own rule that names what is gone is reported where it stands.
            if (entry.Value is not MappingNode rule || rule.Find("holds")?.Value is not ScalarNode holds || !holds.Range.Equals(inheritedAt))
            {
                continue;
            }

            var each = (rule.Find("each")?.Value as ScalarNode)?.Value;
            var paths = ExpressionParser.Parse(holds, new Mistakes("")).References.Select(reference => reference.Path);
            if (paths.Any(path => Names(drop, path) && !has((each, path))))
            {
                Report(drop, prefix + entry.Key.Value);
            }
        }
    }

    /// <summary>A total's rule that nothing states any more, because its total is dropped.</summary>
    private void CheckTotals(Dropped drop, MappingNode section, string prefix)
    {
        var gone = new HashSet<string>(Totals(drop.Node), StringComparer.Ordinal);
        gone.ExceptWith(Totals(section));
        foreach (var entry in Rules(section).Where(entry => gone.Contains(entry.Key.Value)))
        {
            if (entry.Value is MappingNode rule && rule.Find("holds") is null && entry.Key.Range.Equals(inheritedAt))
            {
                Report(drop, prefix + entry.Key.Value);
            }
        }
    }

    private void Report(Dropped drop, string rule) => mistakes.Report(
        DiagnosticDescriptors.DroppedYetNeeded, drop.At, Shown.Text(drop.Path[drop.Path.Count - 1]), Shown.Text(rule));

    private static bool Names(Dropped drop, string path) => path.Split('.').Contains(drop.Path[drop.Path.Count - 1])
        || Members(drop.Node).Any(member => path.Split('.').Contains(member));

    private static IEnumerable<string> Members(DefinitionNode node) => node is not MappingNode mapping ? [] :
        from key in Trees
        from entry in Mapping(mapping, key)?.Entries ?? []
        from name in Members(entry.Value).Prepend(entry.Key.Value)
        select name;

    private static IEnumerable<string> Totals(DefinitionNode node) => node is not MappingNode mapping ? [] :
        Named(mapping, "total").Concat(Named(mapping, "ofWhich").Select(name => name == "true" ? "ofWhich" : name)).Concat(
            from key in Trees
            from entry in Mapping(mapping, key)?.Entries ?? []
            from name in Totals(entry.Value)
            select name);

    private static string[] Named(MappingNode node, string key) =>
        node.Find(key)?.Value is ScalarNode rule ? [rule.Value] : [];

    private static bool ReportHas(MappingNode? sections, (string? Each, string Path) reference)
    {
        var dot = reference.Path.IndexOf('.');
        return dot > 0 && Mapping(sections, reference.Path.Substring(0, dot)) is { } section
            && SectionHas(section, (null, reference.Path.Substring(dot + 1)));
    }

    private static bool SectionHas(MappingNode section, (string? Each, string Path) reference)
    {
        var blocks = Mapping(section, "blocks")?.Entries.Select(entry => entry.Value).OfType<MappingNode>() ?? [section];
        return blocks.Any(block => reference.Each switch
        {
            "column" => AxisHas(block, "rows", reference.Path),
            "row" => AxisHas(block, "columns", reference.Path),
            _ => Cuts(reference.Path).Any(cut => AxisHas(block, "rows", cut.Row) && AxisHas(block, "columns", cut.Column)),
        });
    }

    private static IEnumerable<(string Row, string Column)> Cuts(string path)
    {
        for (var dot = path.IndexOf('.'); dot > 0; dot = path.IndexOf('.', dot + 1))
        {
            yield return (path.Substring(0, dot), path.Substring(dot + 1));
        }
    }

    private static bool AxisHas(MappingNode owner, string key, string path)
    {
        foreach (var entry in Mapping(owner, key)?.Entries ?? [])
        {
            if (entry.Value is not MappingNode node)
            {
                continue;
            }

            var isHeading = node.Find("heading")?.Value is ScalarNode { Value: "true" };
            if (isHeading ? AxisHas(node, key, path)
                : path == entry.Key.Value
                || (path.StartsWith(entry.Key.Value + ".", StringComparison.Ordinal) && AxisHas(node, key, path.Substring(entry.Key.Value.Length + 1))))
            {
                return true;
            }
        }

        return false;
    }

    private static List<MappingEntry> Rules(MappingNode owner) => Mapping(owner, "rules")?.Entries ?? [];

    private static MappingNode? Mapping(MappingNode? owner, string key) => owner?.Find(key)?.Value as MappingNode;
}

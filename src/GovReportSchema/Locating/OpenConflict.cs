namespace GovReportSchema.Locating;

/// <summary>
/// Rules that together leave some blank or move no number. One of them at least must see another move, or they leave none for
/// ever: so a search need try no others.
/// </summary>
internal static class OpenConflict
{
    /// <summary>The rule that cannot be met, and those that narrowed what it looks at, directly or through others.</summary>
    public static HashSet<OpenRule> Of(OpenRule unmet, IReadOnlyCollection<OpenRule> narrowing)
    {
        var conflict = new HashSet<OpenRule> { unmet };
        var open = new HashSet<int>(VariablesOf(unmet));
        for (var found = true; found;)
        {
            found = false;
            foreach (var rule in narrowing)
            {
                if (!conflict.Contains(rule) && VariablesOf(rule).Any(open.Contains))
                {
                    conflict.Add(rule);
                    open.UnionWith(VariablesOf(rule));
                    found = true;
                }
            }
        }

        return conflict;
    }

    private static IEnumerable<int> VariablesOf(OpenRule rule)
    {
        var forms = rule.Condition is { } condition ? new[] { rule.Demand.Form, condition.Form } : [rule.Demand.Form];
        foreach (var form in forms)
        {
            for (var i = 0; i < form.Terms; i++)
            {
                if (form.Coefficient(i) != 0)
                {
                    yield return form.Variable(i);
                }
            }
        }
    }
}

namespace GovReportSchema.Locating;

/// <summary>
/// Rules that together leave some blank or move no number. One of them at least must see another move, or they leave none for
/// ever: so a search need try no others.
/// </summary>
internal static class OpenConflict
{
    /// <summary>The rule that cannot be met, and those that narrowed what it looks at, directly or through others.</summary>
    /// <param name="unmet">The rule that cannot be met.</param>
    /// <param name="narrowing">Those that narrowed a range.</param>
    /// <param name="variables">How many variables there are.</param>
    public static List<OpenRule> Of(OpenRule unmet, List<OpenRule> narrowing, int variables)
    {
        var conflict = new List<OpenRule>();
        var open = new bool[variables];
        Add(unmet, conflict, open);
        var left = new List<OpenRule>(narrowing);
        left.Remove(unmet);
        for (var found = true; found;)
        {
            found = false;
            for (var i = 0; i < left.Count; i++)
            {
                if (Sees(left[i].Demand.Form, open) || (left[i].Condition is { } condition && Sees(condition.Form, open)))
                {
                    Add(left[i], conflict, open);
                    left.RemoveAt(i--);
                    found = true;
                }
            }
        }

        return conflict;
    }

    private static void Add(OpenRule rule, List<OpenRule> conflict, bool[] open)
    {
        conflict.Add(rule);
        Mark(rule.Demand.Form, open);
        if (rule.Condition is { } condition)
        {
            Mark(condition.Form, open);
        }
    }

    private static void Mark(OpenForm form, bool[] open)
    {
        for (var i = 0; i < form.Terms; i++)
        {
            open[form.Variable(i)] |= form.HasTerm(i);
        }
    }

    private static bool Sees(OpenForm form, bool[] open)
    {
        for (var i = 0; i < form.Terms; i++)
        {
            if (open[form.Variable(i)] && form.HasTerm(i))
            {
                return true;
            }
        }

        return false;
    }
}

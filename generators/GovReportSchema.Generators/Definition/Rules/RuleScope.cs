using GovReportSchema.Generators.Diagnostics;

namespace GovReportSchema.Generators.Definition.Rules;

/// <summary>Where the references of a rule are looked up, and so where the rule holds.</summary>
internal abstract class RuleScope(Mistakes mistakes)
{
    protected Mistakes Mistakes { get; } = mistakes;

    /// <summary>What a reference names, as a message says it: <c>row</c>, <c>column</c> or <c>cell</c>.</summary>
    public abstract string Noun { get; }

    /// <summary>Looks the rule up; empty, and mistakes, where it holds nowhere.</summary>
    public IReadOnlyList<RuleSite> Resolve(RuleEntry rule, Expression holds, WorkLimit limit)
    {
        if (!rule.IsSound)
        {
            return LookUp(rule, limit);
        }

        if ((rule.Subject ?? OnlyLeft(holds)) is not { } subject)
        {
            Mistakes.Report(DiagnosticDescriptors.SubjectMissing, rule.At, rule.Id, Noun);
            return LookUp(rule, limit);
        }

        if (subject.IsPrevious || subject.IsSum)
        {
            Mistakes.Report(
                DiagnosticDescriptors.SubjectNotInRule, subject.At, Shown.Text(subject.Path), rule.Id,
                subject.IsPrevious ? "it is of last year's report" : $"a sum is more than one {Noun}");
            return LookUp(rule, limit);
        }

        Reference[] references = [.. rule.References, subject];
        if (!limit.Take((long)references.Length * BlockCount))
        {
            return [];
        }

        var sites = new List<RuleSite>();
        foreach (var ground in Find(references, holds.At))
        {
            if (Lay(rule, holds, subject, ground, limit) is not { } site)
            {
                return [];
            }

            sites.Add(site);
        }

        return sites;
    }

    /// <summary>Reports references that name nothing, of a rule that is wrong already.</summary>
    private RuleSite[] LookUp(RuleEntry rule, WorkLimit limit)
    {
        if (limit.Take((long)rule.References.Count * BlockCount))
        {
            ReportUnknown(rule.References);
        }

        return [];
    }

    /// <summary>Reports each reference that is found nowhere; whether there was one.</summary>
    protected abstract bool ReportUnknown(IReadOnlyList<Reference> references);

    /// <summary>In how many blocks each reference is looked for.</summary>
    protected abstract int BlockCount { get; }

    /// <summary>The places where all of the references are found; empty, and mistakes, where there are none.</summary>
    protected abstract IReadOnlyList<Ground> Find(IReadOnlyList<Reference> references, TextRange at);

    // 'total = a + b' is about the total; of 'a + b = c + d' nobody can say.
    private static Reference? OnlyLeft(Expression holds)
    {
        var left = holds.Terms.Where(term => term.IsLeft).ToList();
        return left.Count == 1 && left[0].Reference is { IsPrevious: false, IsSum: false } only ? only : null;
    }

    private RuleSite? Lay(RuleEntry rule, Expression holds, Reference subject, Ground ground, WorkLimit limit)
    {
        if (Sum(holds, ground, limit) is not { } terms)
        {
            return null;
        }

        SiteCondition? condition = null;
        if (rule.When is { } when)
        {
            if (Sum(when, ground, limit) is not { } sum)
            {
                return null;
            }

            condition = new SiteCondition(sum.ToList(), when.Constant, when.Literals, when.Relation);
        }

        var subjectOffset = ground.OffsetsOf(subject)[0];
        var summed = terms.ToList();
        if (summed.Any(term => !term.Previous && term.Offset == subjectOffset))
        {
            return new RuleSite(ground.Places, subjectOffset, summed, holds.Constant) { Literals = holds.Literals, When = condition };
        }

        Mistakes.Report(
            DiagnosticDescriptors.SubjectNotInRule, subject.At, Shown.Text(subject.Path), rule.Id,
            terms.Names(subjectOffset) ? "it cancels out between the two sides" : "'holds' does not name it");
        return null;
    }

    private static SiteTerms? Sum(Expression expression, Ground ground, WorkLimit limit)
    {
        var terms = new SiteTerms();
        foreach (var term in expression.Terms)
        {
            var offsets = ground.OffsetsOf(term.Reference);
            if (!limit.Take((long)offsets.Count * ground.Places.Count))
            {
                return null;
            }

            foreach (var offset in offsets)
            {
                terms.Add(offset, term.Reference.IsPrevious, term.Coefficient);
            }
        }

        return terms;
    }
}

/// <summary>Places, and the offsets from each of them at which a reference's cells lie.</summary>
internal sealed record Ground(IReadOnlyList<int> Places, Func<Reference, IReadOnlyList<int>> OffsetsOf);

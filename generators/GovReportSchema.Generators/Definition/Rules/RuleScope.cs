using GovReportSchema.Generators.Definition.Tables;
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

    /// <summary>What was probably meant by a reference that names nothing.</summary>
    /// <param name="isThere">Whether a path names something here.</param>
    /// <param name="paths">All that do.</param>
    protected string Guess(Reference reference, Func<string, bool> isThere, IEnumerable<string> paths)
    {
        var dot = reference.Path.IndexOf('.') + 1;
        var isPrevious = dot > 1 && isThere(reference.Path.Substring(dot)) && Nearest.Find(reference.Path.Substring(0, dot - 1), ["previous"]) is not null;
        return isPrevious ? $", did you mean 'previous.{Shown.Text(reference.Path.Substring(dot))}'?"
            : GuessElsewhere(reference.Path) is { Length: > 0 } elsewhere ? elsewhere
            : Mistakes.Suggest(reference.Path, paths);
    }

    /// <summary>The ending of a message on a path that rules of another kind could name; empty where none could.</summary>
    protected abstract string GuessElsewhere(string path);

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
        if (!TryEnter(rule, holds, subject, ground, out var entered) || Sum(holds, ground, entered, limit) is not { } terms)
        {
            return null;
        }

        SiteCondition? condition = null;
        if (rule.When is { } when)
        {
            if (Sum(when, ground, entered, limit) is not { } sum)
            {
                return null;
            }

            condition = new SiteCondition(sum.ToList(), when.Constant, when.Literals, when.Relation);
        }

        var subjectOffset = ground.CellsOf(subject)[0].Offset;
        var summed = terms.ToList();
        var own = summed.FirstOrDefault(term => !term.Previous && !term.AllEntries && term.Offset == subjectOffset);
        var inAll = summed.FirstOrDefault(term => !term.Previous && term.AllEntries && term.Offset == subjectOffset);
        if (own is not null && (inAll is null || !(own.Coefficient + inAll.Coefficient).IsZero))
        {
            return new RuleSite(ground.Places, subjectOffset, summed, holds.Constant) { Literals = holds.Literals, When = condition };
        }

        Mistakes.Report(
            DiagnosticDescriptors.SubjectNotInRule, subject.At, Shown.Text(subject.Path), rule.Id,
            terms.Names(subjectOffset) || own is not null ? "it cancels out between the two sides" : "'holds' does not name it");
        return null;
    }

    /// <summary>
    /// Finds the row that repeats and in whose entries the rule holds, because it names something in an entry; null where it names
    /// nothing such, and holds once. It cannot be two: which entries would be meant together?
    /// </summary>
    private bool TryEnter(RuleEntry rule, Expression holds, Reference subject, Ground ground, out AxisNode? entered)
    {
        entered = null;
        foreach (var reference in holds.Terms.Concat(rule.When?.Terms ?? []).Select(term => term.Reference).Append(subject))
        {
            if (reference.IsSum || ground.CellsOf(reference)[0].Repeating is not { } row)
            {
                continue;
            }

            if (entered is not null && entered != row)
            {
                Mistakes.Report(
                    DiagnosticDescriptors.TwoRepeats, reference.At, rule.Id, Shown.Text(entered.Path), Shown.Text(row.Path));
                return false;
            }

            entered = row;
        }

        return true;
    }

    private SiteTerms? Sum(Expression expression, Ground ground, AxisNode? entered, WorkLimit limit)
    {
        var terms = new SiteTerms();
        foreach (var term in expression.Terms)
        {
            var cells = ground.CellsOf(term.Reference);
            if (!limit.Take((long)cells.Count * ground.Places.Count))
            {
                return null;
            }

            foreach (var cell in cells)
            {
                // In an entry, a group within it is that of the entry; the row itself, and one of its leaves, are those of all entries.
                var isOfAll = term.Reference.IsSum && cell.Repeating is not null && !(cell.IsWithinEntry && cell.Repeating == entered);
                if (isOfAll && term.Reference.IsPrevious)
                {
                    Mistakes.Report(DiagnosticDescriptors.AllPreviousEntries, term.Reference.At, Shown.Text(term.Reference.Path));
                    return null;
                }

                terms.Add(cell.Offset, term.Reference.IsPrevious, term.Coefficient, isOfAll);
            }
        }

        return terms;
    }
}

/// <summary>Places, and the cells that a reference names from each of them.</summary>
internal sealed record Ground(IReadOnlyList<int> Places, Func<Reference, IReadOnlyList<GroundCell>> CellsOf);

/// <param name="Offset">The cell, counted from the place.</param>
/// <param name="Repeating">The row that repeats in which it stands; null where it stands once.</param>
/// <param name="IsWithinEntry">Whether what was named is a group within an entry, not the whole entry or a single cell of it.</param>
internal readonly record struct GroundCell(int Offset, AxisNode? Repeating, bool IsWithinEntry);

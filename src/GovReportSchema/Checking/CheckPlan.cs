using System.Runtime.CompilerServices;

namespace GovReportSchema.Checking;

/// <summary>One check: a rule at one place.</summary>
/// <param name="Rule">The rule, as an index into <see cref="ReportFormat.Rules"/>.</param>
/// <param name="Subject">The term that the check is about, as an index into the plan's terms.</param>
/// <param name="FirstTerm">Its first term.</param>
/// <param name="TermCount">How many terms it has.</param>
/// <param name="Constant">Added to the terms.</param>
/// <param name="IsPlain">All coefficients and bounds are so small that a sum fits a <see cref="long"/>.</param>
/// <param name="NeedsPrevious">Whether it looks at last year's report.</param>
/// <param name="ConditionTermCount">How many terms of its condition follow its own; 0 where it has none, or one without terms.</param>
/// <param name="When">Its condition; null where it is checked everywhere.</param>
internal readonly record struct Check(
    int Rule,
    int Subject,
    int FirstTerm,
    int TermCount,
    long Constant,
    bool IsPlain,
    bool NeedsPrevious,
    int ConditionTermCount = 0,
    RuleCondition? When = null);

/// <summary>
/// A format's rules laid out flat, one check after the other. A cell of last year's report stands at the cell's index plus
/// <see cref="PreviousBase"/>.
/// </summary>
internal sealed class CheckPlan
{
    private QuickCheck? _quick;

    public CheckPlan(ReportFormat format)
    {
        Format = format;
        PreviousBase = format.Shape.Types.Length;
        var (checkCount, termCount) = Count(format.Rules);
        (Checks, Cells, Coefficients) = (new Check[checkCount], new int[termCount], new long[termCount]);
        var (check, end) = (0, 0);
        for (var r = 0; r < format.Rules.Count; r++)
        {
            foreach (var axis in format.Rules[r].Axes)
            {
                foreach (var place in axis.Places)
                {
                    Checks[check++] = Add(r, axis, place, ref end);
                }
            }
        }
    }

    public ReportFormat Format { get; }

    /// <summary>Where the cells of last year's report begin in a term's cell index.</summary>
    public int PreviousBase { get; }

    public Check[] Checks { get; }

    /// <summary>The same rules, laid out to be told in one go whether all hold.</summary>
    public QuickCheck Quick => _quick ??= new QuickCheck(this);

    /// <summary>The cell of each term.</summary>
    public int[] Cells { get; }

    /// <summary>The coefficient of each term.</summary>
    public long[] Coefficients { get; }

    public Rule RuleOf(in Check check) => Format.Rules[check.Rule];

    public CellType TypeOf(int cell) => Format.Shape.Types[cell < PreviousBase ? cell : cell - PreviousBase];

    /// <summary>
    /// Whether a check bears on what other cells can be: an error of this year's report. What is checked under a condition, or
    /// only shuts out one number, leaves every cell as free as it was.
    /// </summary>
    public bool Forces(in Check check) =>
        !check.NeedsPrevious && check.When is null && RuleOf(check) is { Severity: Severity.Error, Relation: not Relation.NotEqual };

    /// <summary>Whether a check must be met exactly, always, by this year's cells alone.</summary>
    public bool IsEquation(in Check check) => Forces(check) && RuleOf(check) is { Relation: Relation.Equal, Tolerance: 0 };

    /// <summary>The cells of a check's sum.</summary>
    public ReadOnlySpan<int> CellsOf(in Check check) => Cells.AsSpan(check.FirstTerm, check.TermCount);

    /// <summary>Whether a check holds over cells that are all filled, or is not made because its condition does not.</summary>
    public bool Holds(in Check check, ReadOnlySpan<long> values) =>
        SumHolds(check, values) || !Conditions.Applies(this, check, values);

    /// <summary>Whether a report is in order, last year's aside; told one by one.</summary>
    public bool Holds(ReadOnlySpan<long> values)
    {
        var types = Format.Shape.Types;
        for (var cell = 0; cell < types.Length; cell++)
        {
            if (values[cell] < types[cell].Minimum || values[cell] > types[cell].Maximum)
            {
                return false;
            }
        }

        for (var check = 0; check < Checks.Length; check++)
        {
            if (!Checks[check].NeedsPrevious && !Holds(Checks[check], values))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many checks there are, and how many terms they have together with their conditions.</summary>
    private static (int Checks, int Terms) Count(IReadOnlyList<Rule> rules)
    {
        var (checks, terms) = (0, 0);
        foreach (var rule in rules)
        {
            foreach (var axis in rule.Axes)
            {
                checks += axis.Places.Count;
                terms += axis.Places.Count * (axis.Terms.Count + (axis.When?.Terms.Count ?? 0));
            }
        }

        return (checks, terms);
    }

    /// <summary>Lays out the terms of a rule at one place, behind those of the checks before it.</summary>
    private Check Add(int rule, RuleAxis axis, int place, ref int end)
    {
        var first = end;
        var subject = first;
        var needsPrevious = false;

        // Int128 would say it shorter, and is compiled when first used even in an app that is compiled beforehand.
        var isPlain = axis.Constant != long.MinValue;
        var room = isPlain ? long.MaxValue - Math.Abs(axis.Constant) : 0;
        for (var i = 0; i < axis.Terms.Count; i++)
        {
            var term = axis.Terms[i];
            if (!term.Previous && term.Offset == axis.Subject)
            {
                subject = end;
            }

            var capacity = Format.Shape.Types[place + term.Offset].Capacity;
            isPlain = isPlain && term.Coefficient != long.MinValue && Math.Abs(term.Coefficient) <= room / capacity;
            room -= isPlain ? Math.Abs(term.Coefficient) * capacity : 0;
            needsPrevious |= term.Previous;
            Add(term, place, ref end);
        }

        var count = end - first;
        for (var i = 0; i < (axis.When?.Terms.Count ?? 0); i++)
        {
            needsPrevious |= axis.When!.Terms[i].Previous;
            Add(axis.When.Terms[i], place, ref end);
        }

        return new Check(
            rule, subject, first, count, axis.Constant, isPlain, needsPrevious, end - first - count, axis.When);
    }

    private void Add(in Term term, int place, ref int end)
    {
        Cells[end] = place + term.Offset + (term.Previous ? PreviousBase : 0);
        Coefficients[end++] = term.Coefficient;
    }

    private bool SumHolds(in Check check, ReadOnlySpan<long> values)
    {
        if (!check.IsPlain)
        {
            return WideSumHolds(check, values);
        }

        var sum = check.Constant;
        for (var i = check.FirstTerm; i < check.FirstTerm + check.TermCount; i++)
        {
            sum += values[Cells[i]] * Coefficients[i];
        }

        var rule = RuleOf(check);
        return rule is { Relation: Relation.Equal, Tolerance: 0 } ? sum == 0 : Satisfies(rule, sum);
    }

    /// <summary>Not in line: what uses <see cref="Int128"/> is compiled when first run, even in an app that is compiled beforehand.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Satisfies(Rule rule, long sum) => Interval.Satisfies(rule, sum, sum) == Truth.Always;

    private bool WideSumHolds(in Check check, ReadOnlySpan<long> values)
    {
        var cells = CellsOf(check);
        var coefficients = Coefficients.AsSpan(check.FirstTerm, check.TermCount);
        var rule = RuleOf(check);
        Int128 wide = check.Constant;
        for (var i = 0; i < cells.Length; i++)
        {
            wide += (Int128)values[cells[i]] * coefficients[i];
        }

        return Interval.Satisfies(rule, wide, wide) == Truth.Always;
    }
}

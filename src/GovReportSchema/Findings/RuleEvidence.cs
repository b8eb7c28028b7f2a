using System.Text;
using GovReportSchema.Checking;

namespace GovReportSchema.Findings;

/// <summary>A rule at one place, with the values that it was given.</summary>
internal sealed class RuleEvidence : Evidence
{
    /// <summary>Beyond so many operands, the zeroes among them are counted instead of written.</summary>
    private const int MostOperandsInFull = 8;

    private readonly CheckPlan _plan;
    private readonly Check _check;
    private readonly long[] _values;

    /// <param name="plan">The format's rules.</param>
    /// <param name="check">The rule at its place.</param>
    /// <param name="values">The values of the check's terms.</param>
    public RuleEvidence(CheckPlan plan, in Check check, long[] values) => (_plan, _check, _values) = (plan, check, values);

    /// <summary>Null where the rule is violated; else why it could not be decided.</summary>
    public Label? Undecided { get; init; }

    public override RuleState State => Undecided is null ? RuleState.Violated : RuleState.Undetermined;

    /// <summary>Whether only all rules together leave the blanks no number: by itself this one could hold.</summary>
    public bool ContradictsOthers { get; init; }

    /// <summary>What the subject's cell would hold by the rule.</summary>
    public decimal? ExpectedValue { get; init; }

    public Relation ExpectedRelation { get; init; }

    public override decimal? Expected => Subject.IsNumber ? ExpectedValue : null;

    public override string? ExpectedText => Subject.IsNumber ? base.ExpectedText
        : ExpectedValue is { } value && decimal.IsInteger(value) ? CellText.Write((long)value, Subject) : null;

    public override Relation ExpectedIs => ExpectedRelation;

    public override decimal? Actual => Value(SubjectTerm);

    public override string? ActualText => Text(SubjectTerm);

    /// <summary>Of dates, in days.</summary>
    public override decimal? Difference => Subject.Kind != CellKind.Date ? base.Difference
        : ActualText is not null && ExpectedText is not null ? _values[SubjectTerm] - ExpectedValue : null;

    private int SubjectTerm => _check.Subject - _check.FirstTerm;

    private CellType Subject => TypeOf(SubjectTerm);

    private Rule Rule => _plan.RuleOf(_check);

    public override string Label(Language language, EntryNames? names) => CellOf(SubjectTerm).GetLabelPath(language, names);

    public override IReadOnlyList<FindingCell> Cells()
    {
        var cells = new List<FindingCell>(_values.Length);
        for (var i = 0; i < _values.Length; i++)
        {
            // A condition mostly looks at cells that the rule itself names.
            if (i < _check.TermCount || !_plan.Cells.AsSpan(_check.FirstTerm, i).Contains(_plan.Cells[_check.FirstTerm + i]))
            {
                cells.Add(new FindingCell((IsPrevious(i) ? "previous:" : "") + CellOf(i).Path, Value(i)) { Text = TypeOf(i).IsNumber ? null : Text(i) });
            }
        }

        return cells;
    }

    public override string Message(Language language)
    {
        var english = language == Language.English;
        var text = new StringBuilder(Rule.Message.In(language));
        if (Undecided is { } why)
        {
            return text.Append(english ? ": not decided, " : "。无法判定：").Append(why.In(language)).Append(english ? "" : "。").ToString();
        }

        if (ContradictsOthers)
        {
            text.Append(english ? ": no number in the blank cells makes this rule and the others hold" : "。空白单元格无论填何数，本规则与其他规则都不能同时成立");
        }

        if (ExpectedText is { } expected)
        {
            var isDate = Subject.Kind == CellKind.Date;
            var bound = (ExpectedIs, english) switch
            {
                (Relation.AtLeast, true) when isDate => ": expected no earlier than ",
                (Relation.AtMost, true) when isDate => ": expected no later than ",
                (Relation.AtLeast, false) when isDate => "。应不早于 ",
                (Relation.AtMost, false) when isDate => "。应不晚于 ",
                (Relation.AtLeast, true) => ": expected at least ",
                (Relation.AtMost, true) => ": expected at most ",
                (Relation.NotEqual, true) => ": expected other than ",
                (_, true) => ": expected ",
                (Relation.AtLeast, false) => "。应不小于 ",
                (Relation.AtMost, false) => "。应不大于 ",
                (Relation.NotEqual, false) => "。应不等于 ",
                (_, false) => "。应为 ",
            };
            text.Append(bound).Append(Subject.IsNumber ? expected : Shown((long)ExpectedValue!.Value, Subject, language));
            if (_check.TermCount > 1)
            {
                AppendOperands(text, english);
            }
        }

        text.Append(_values[SubjectTerm] > Report.Unread
            ? (english ? ", found " : "，填报 ") + Shown(_values[SubjectTerm], Subject, language)
            : english ? ", found a blank" : "，此格空白");
        if (Difference is { } difference && ExpectedIs != Relation.NotEqual)
        {
            text.Append(english ? ", difference " : "，相差 ").Append(Invariant(difference)).Append(
                Subject.Kind != CellKind.Date ? "" : !english ? " 天" : Math.Abs(difference) == 1 ? " day" : " days");
        }

        return text.Append(english ? "" : "。").ToString();
    }

    private void AppendOperands(StringBuilder text, bool english)
    {
        var subject = SubjectTerm;
        var sign = Math.Sign(_plan.Coefficients[_check.Subject]);
        var zeroes = 0;
        var written = 0;
        text.Append(english ? " (" : "（");
        for (var i = 0; i < _check.TermCount; i++)
        {
            var value = Value(i);
            if (i == subject)
            {
                continue;
            }

            if (value == 0 && _check.TermCount > MostOperandsInFull)
            {
                zeroes++;
                continue;
            }

            var minus = -sign * Math.Sign(_plan.Coefficients[_check.FirstTerm + i]) < 0;
            text.Append(written++ > 0 ? (minus ? " - " : " + ") : minus ? "-" : "");
            text.Append(value is { } number ? number < 0 && (minus || written > 1) ? $"({Invariant(number)})" : Invariant(number)
                : Text(i) ?? (english ? "blank" : "空白"));
        }

        if (zeroes > 0)
        {
            text.Append(written > 0 ? (english ? ", and " : "，另 ") : "");
            text.Append(zeroes).Append(english ? " cells of 0" : " 格为 0");
        }

        text.Append(english ? ")" : "）");
    }

    private bool IsPrevious(int term) => _plan.Cells[_check.FirstTerm + term] >= _plan.PreviousBase;

    private Cell CellOf(int term)
    {
        var cell = _plan.Cells[_check.FirstTerm + term];
        return _plan.Format.Cells[cell >= _plan.PreviousBase ? cell - _plan.PreviousBase : cell];
    }

    private CellType TypeOf(int term) => _plan.TypeOf(_plan.Cells[_check.FirstTerm + term]);

    private decimal? Value(int term) => TypeOf(term) is { IsNumber: true } type ? Scaled.ToDecimal(_values[term], type.Scale) : null;

    private string? Text(int term) => CellText.Write(_values[term], TypeOf(term));

    private static string Shown(long value, CellType type, Language language) => CellText.Show(value, type)?.In(language) ?? "?";
}

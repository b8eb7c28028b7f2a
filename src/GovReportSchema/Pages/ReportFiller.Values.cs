using GovReportSchema.Findings;

namespace GovReportSchema.Pages;

/// <content>Fills cells with the values found, in the units of the form.</content>
internal sealed partial class ReportFiller
{
    private void Set(Placement placement, int cell, Token token, List<UnitCaption> captions)
    {
        var type = report.Format.Shape.Types[cell];
        if (!type.IsNumber)
        {
            SetWord(placement, cell, token, type);
            return;
        }

        var value = token.Value;
        var number = value.Number;
        if (value.Kind == ValueKind.Number && !TryConvert(cell, token, type, [token.HeadUnit, ValueText.MoneyUnit(LabelText.Of(placement.Label).Bracket), UnitCaption.For(captions, token.Cell.Line)], ref number))
        {
            return;
        }

        if (value.Kind is ValueKind.Other or ValueKind.Word || (value.Kind == ValueKind.Number && !Fits(number, type)))
        {
            AddCell(PageFault.ValueUnreadable, cell, token, Fault.Name(token.Text.Trim()));
            return;
        }

        if (value.Joined)
        {
            AddCell(PageFault.Joined, cell, token, Fault.Name(token.Text.Trim()));
        }

        report.SetValue(cell, value.Kind == ValueKind.Blank ? null : number);
        Note(placement, cell, token);
    }

    private void SetWord(Placement placement, int cell, Token token, CellType type)
    {
        // 无 may be one of the choices, so a blank is what is no choice.
        if (!TrySetWord(cell, token.Text.Trim(), type) && !token.IsBlank)
        {
            AddCell(PageFault.ValueUnreadable, cell, token, Fault.Name(token.Text.Trim()));
            return;
        }

        Note(placement, cell, token);
    }

    private bool TrySetWord(int cell, string text, CellType type)
    {
        switch (type.Kind)
        {
            case CellKind.Date when ValueText.Day(text) is { } day:
                report.SetDate(cell, day);
                return true;
            case CellKind.Choice when ValueText.Choice(text, type) is >= 0 and var choice:
                report.SetChoice(cell, choice);
                return true;
            case CellKind.Text when ValueText.Of(text).Kind != ValueKind.Blank:
                report.SetTextOfCell(cell, text);
                return true;
            default:
                return false;
        }
    }

    private void Note(Placement placement, int cell, Token token)
    {
        var sure = placement.Fit == Fit.Same && placement.Head is HeadState.Full or HeadState.Missing && !placement.Judged && !placement.ByLine && !token.Value.Joined;
        var at = token.Cell;
        _cells[cell] = new(
            report.Format.Cells[cell], sure ? Certainty.Certain : Certainty.Likely, token.Text.Trim(), at.Line + 1, Number(at.Table), Number(at.Row), Number(at.Column));
    }

    private static int? Number(int index) => index < 0 ? null : index + 1;

    private static bool Fits(decimal number, CellType type)
    {
        var units = number * Scaled.PowerOfTen(type.Scale);
        return number >= 0 || type.Kind != CellKind.Count ? decimal.Truncate(units) == units && Math.Abs(units) <= type.Capacity : false;
    }

    /// <summary>Brings a printed unit of money to that of the form: to its own, or to 万元, the customary one, where it prints none.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="token">The value.</param>
    /// <param name="type">What the cell holds.</param>
    /// <param name="around">The units printed around the value, the nearest first.</param>
    /// <param name="number">The number.</param>
    private bool TryConvert(int cell, Token token, CellType type, decimal?[] around, ref decimal number)
    {
        var unit = ValueText.MoneyUnit(type.Unit);
        var isMoney = type.Kind == CellKind.Decimal && (type.Unit is null || unit is not null);
        if (!isMoney)
        {
            if (token.Value.Money is not null)
            {
                AddCell(PageFault.ValueUnreadable, cell, token, Fault.Name(token.Text.Trim()));
            }

            return token.Value.Money is null;
        }

        var nearest = Array.Find(around, one => one is not null);
        var printed = token.Value.Money ?? nearest;
        if (token.Value.Money is null && Array.Exists(around, one => one is not null && one != nearest))
        {
            AddCell(PageFault.UnitDoubtful, cell, token, Fault.Name(token.Text.Trim()));
        }

        if (printed is null)
        {
            if (number != 0)
            {
                AddCell(PageFault.UnitUnknown, cell, token, Fault.Name(token.Text.Trim()));
            }

            return true;
        }

        var target = unit ?? ValueText.MoneyUnit("万元")!.Value;
        if (printed != target)
        {
            number = number * printed.Value / target;
            AddCell(PageFault.UnitConverted, cell, token, Fault.Name(token.Text.Trim()), Fault.Name(
                FormattableString.Invariant($"{number} ") + (type.Unit ?? "万元")));
        }

        return true;
    }
}

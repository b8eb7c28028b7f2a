using GovReportSchema.Findings;

namespace GovReportSchema.Json;

/// <summary>Reads the cells whose values stand in quotes: dates, choices, texts.</summary>
internal ref partial struct SubmissionReader
{
    /// <summary>So many choices are listed where none is near.</summary>
    private const int MostChoices = 12;

    private bool ReadQuotedCell(int member, int cell)
    {
        var start = _position;
        if (!ReadText(member, out var text, out var escaped))
        {
            return false;
        }

        var type = _shape.Types[cell];
        if (!_isSound && type.Kind == CellKind.Text)
        {
            // As it stands it could not be written again.
            _report.SetTextOfCell(cell, Words.Text(text, escaped));
        }
        else if (!_report.TryTakeQuoted(cell, text, escaped))
        {
            AddNoValue(member, type, Words.Text(text, escaped), start);
        }

        return true;
    }

    private void AddNoValue(int member, CellType type, string text, int start)
    {
        var path = _shape.PathOf(member);
        var found = Fault.Name(Words.Shorten(text));
        if (type.Kind == CellKind.Date)
        {
            AddFault(Fault.NoDate, member, path, start, found);
        }
        else if (Meant(type, text) is { } near)
        {
            AddFault(Fault.UnknownChoiceNear, member, path, start, found, Fault.Name(near));
        }
        else
        {
            var choices = string.Join(", ", type.Choices.Take(MostChoices).Select(choice => choice.Member));
            AddFault(Fault.UnknownChoice, member, path, start, found, Fault.Name(type.Choices.Count > MostChoices ? choices + ", …" : choices));
        }
    }

    /// <summary>The choice whose label was written in place of its name, or the nearest by its name; null where none is near.</summary>
    private static string? Meant(CellType type, string text) =>
        type.Choices.FirstOrDefault(choice => choice.Label.Zh == text || choice.Label.En == text)?.Member
        ?? NearestName.Find(text, type.Choices.Select(choice => choice.Member));
}

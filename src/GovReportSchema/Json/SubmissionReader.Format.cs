using GovReportSchema.Findings;

namespace GovReportSchema.Json;

/// <summary>Finds out which format a submission is of.</summary>
internal ref partial struct SubmissionReader
{
    /// <summary>Looks for the <c>format</c> member, wherever it stands among the members of the report.</summary>
    /// <returns>The format; null where it is missing or not known, and then the findings say so.</returns>
    public static ReportFormat? FindFormat(ReadOnlySpan<byte> json, out IReadOnlyList<Finding> findings)
    {
        using var scratch = ReadScratch.Rent(1);
        var mark = ByteOrderMarkOf(json);
        var body = json[mark..];
        var reader = new SubmissionReader(body, JsonShape.Unknown, null!, scratch);
        var start = reader._position;
        var format = reader.BeginsAsReport() ? reader.FindFormatMember(start) : null;
        if (format is null)
        {
            reader.AddUnlisted();
        }

        findings = format is null ? reader._findings.InDocumentOrder(body, mark) : [];
        return format;
    }

    private ReportFormat? FindFormatMember(int start)
    {
        _position++;
        SkipWhiteSpace();
        while (Peek() != '}')
        {
            if (!ReadName(out var name, out var escaped))
            {
                return null;
            }

            if (escaped ? Words.Text(name, escaped) == "format" : name.SequenceEqual("format"u8))
            {
                return ReadFormatMember();
            }

            if (!SkipValue())
            {
                return null;
            }

            SkipWhiteSpace();
            if (Peek() == ',')
            {
                _position++;
                SkipWhiteSpace();
                if (Peek() == '}')
                {
                    Fail(Words.Name);
                    return null;
                }
            }
            else if (Peek() != '}')
            {
                Fail(Words.CommaOrBrace);
                return null;
            }
        }

        _findings.Add(Fault.MissingMember, "/format", start, new FaultEvidence(Fault.MissingMember, null, Fault.Name("format")));
        return null;
    }

    private ReportFormat? ReadFormatMember()
    {
        var start = _position;
        if (Peek() != '"')
        {
            if (Peek() is '{' or '[' || SkipScalar())
            {
                var found = Words.Found(_json[start..]);
                _findings.Add(Fault.WrongType, "/format", start, new FaultEvidence(Fault.WrongType, null, Words.FormatId, found));
            }

            return null;
        }

        if (!ReadText(0, out var text, out var escaped))
        {
            return null;
        }

        if (!escaped && ReportFormats.Find(text) is { } plain)
        {
            return plain;
        }

        var id = Words.Text(text, escaped);
        if (ReportFormats.Find(id) is { } format)
        {
            return format;
        }

        var known = ReportFormats.All.Select(each => each.Id).ToList();
        var expected = NearestName.Find(id, known) ?? string.Join(", ", known);
        _findings.Add(
            Fault.UnknownFormat, "/format", start, new FaultEvidence(Fault.UnknownFormat, null, Fault.Name(id), Fault.Name(expected)));
        return null;
    }
}

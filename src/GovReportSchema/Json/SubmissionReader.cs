using GovReportSchema.Checking;
using GovReportSchema.Findings;

namespace GovReportSchema.Json;

/// <summary>
/// Reads a submission in one pass over its bytes, whatever the order and spelling of its members, and gathers all faults of
/// form on the way. Nothing is thrown, whatever the bytes.
/// </summary>
internal ref partial struct SubmissionReader
{
    /// <summary>Deeper values are not looked into: no format nests so deep, and no stack should be at the sender's mercy.</summary>
    private const int MostDepth = 64;

    private readonly ReadOnlySpan<byte> _json;
    private readonly JsonShape _shape;
    private readonly Report _report;
    private readonly ReadScratch _scratch;
    private FindingList _findings;
    private int _position;
    private int _listed;
    private int _unlisted;
    private int _firstUnlisted;

    /// <summary>Whether the text just read is UTF-8 without half surrogates.</summary>
    private bool _isSound;

    private SubmissionReader(ReadOnlySpan<byte> json, JsonShape shape, Report report, ReadScratch scratch)
    {
        _json = json;
        _shape = shape;
        _report = report;
        _scratch = scratch;
        _findings = default;
        _position = json.StartsWith("\uFEFF"u8) ? 3 : 0;
        SkipWhiteSpace();
    }

    /// <summary>Reads a submission into a report and checks it.</summary>
    /// <returns>All findings, in document order.</returns>
    public static IReadOnlyList<Finding> Read(ReadOnlySpan<byte> json, Report report, CheckOptions options)
    {
        report.Values.AsSpan().Fill(Report.Unread);
        report.Texts.Clear();
        report.YearValue = Report.Unread;
        using var scratch = ReadScratch.Rent(report.Format.Shape.Nodes.Length);
        var reader = new SubmissionReader(json, report.Format.Shape, report, scratch);
        var complete = reader.ReadDocument();
        reader.AddUnlisted();
        Checker.Check(report, options, ref reader._findings, new CheckScope(scratch.Offsets, complete));
        var findings = reader._findings.InDocumentOrder(json);
        if (findings.Count > 0)
        {
            report.TakeUnreadAsBlank();
        }

        return findings;
    }

    private bool ReadDocument()
    {
        return BeginsAsReport() && ReadObject(0) && EndsAfterReport();
    }

    private bool BeginsAsReport()
    {
        if (Peek() == '{')
        {
            return true;
        }

        if (_position == _json.Length)
        {
            return Fail(Words.Report);
        }

        _ = RejectValue(0, Words.Report);
        return false;
    }

    /// <summary>Reports what follows the report; the report itself has been read.</summary>
    private bool EndsAfterReport()
    {
        SkipWhiteSpace();
        if (_position < _json.Length)
        {
            AddFault(Fault.Trailing, 0, "", _position, Found());
        }

        return true;
    }

    /// <summary>Reads the members of an object; the position stands on its opening brace.</summary>
    /// <returns>Whether the JSON was in order to the object's end.</returns>
    private bool ReadObject(int node)
    {
        _scratch.Offsets[node] = _position++;
        ref readonly var shape = ref _shape.Nodes[node];
        var expected = shape.FirstChild;
        SkipWhiteSpace();
        if (Peek() == '}')
        {
            _position++;
        }
        else
        {
            while (true)
            {
                var name = _position;
                if (!ReadName(out var text, out var escaped))
                {
                    return false;
                }

                var member = Find(node, text, escaped, expected);
                if (member < 0)
                {
                    AddUnknown(node, text, escaped, name);
                    if (!SkipValue())
                    {
                        return false;
                    }
                }
                else if (_scratch.Offsets[member] != ReadScratch.NotSeen)
                {
                    AddDuplicate(member, name);
                    if (!SkipValue())
                    {
                        return false;
                    }
                }
                else
                {
                    expected = member + 1;
                    _scratch.Offsets[member] = _position;
                    if (!ReadMember(member))
                    {
                        return false;
                    }
                }

                SkipWhiteSpace();
                var next = Peek();
                if (next == '}')
                {
                    _position++;
                    break;
                }

                if (next != ',')
                {
                    return Fail(Words.CommaOrBrace);
                }

                _position++;
                SkipWhiteSpace();
            }
        }

        AddMissing(node);
        return true;
    }

    /// <summary>Reads a name and the colon after it, up to the value.</summary>
    private bool ReadName(out ReadOnlySpan<byte> text, out bool escaped)
    {
        text = default;
        escaped = false;
        if (Peek() != '"')
        {
            return Fail(Words.Name);
        }

        if (!ReadText(0, out text, out escaped))
        {
            return false;
        }

        SkipWhiteSpace();
        if (Peek() != ':')
        {
            return Fail(Words.Colon);
        }

        _position++;
        SkipWhiteSpace();
        return true;
    }

    private bool ReadMember(int member)
    {
        ref readonly var node = ref _shape.Nodes[member];
        switch (node.Kind)
        {
            case JsonNodeKind.Object when Peek() == '{':
                return ReadObject(member);
            case JsonNodeKind.Cell when Peek() is >= '0' and <= '9' or '-':
                return ReadCell(member, node.Index);
            case JsonNodeKind.Cell when Peek() == 'n':
                _report.Values[node.Index] = Report.Blank;
                return ReadLiteral();
            case JsonNodeKind.Text when Peek() == '"':
                if (!ReadText(member, out var text, out var escaped))
                {
                    return false;
                }

                if (_isSound)
                {
                    _report.Texts.SetUtf8(node.Index, text, escaped);
                }
                else
                {
                    // As it stands it could not be written again.
                    _report.Texts.Set(node.Index, Words.Text(text, escaped));
                }

                return true;
            case JsonNodeKind.Text when Peek() == 'n':
                _report.Texts.Set(node.Index, null);
                return ReadLiteral();
            case JsonNodeKind.Year when Peek() is >= '0' and <= '9' or '-':
                return ReadYear(member);
            case JsonNodeKind.Year when Peek() == 'n':
                _report.YearValue = Report.Blank;
                return ReadLiteral();
            case JsonNodeKind.Format when Peek() == '"':
                return ReadFormat(member);
            default:
                return RejectValue(member, Words.Of(_shape, node));
        }
    }

    private bool ReadCell(int member, int cell)
    {
        var start = _position;
        var type = _shape.Types[cell];
        var fault = JsonNumber.Read(_json, ref _position, type.Scale, out var value);
        switch (fault)
        {
            case NumberFault.None when value <= type.Capacity && value >= -type.Capacity:
                _report.Values[cell] = value;
                return true;
            case NumberFault.Syntax:
                return Fail(Words.Digit);
            case NumberFault.TooPrecise:
                AddWrongType(member, Words.Of(type), start);
                return true;
            default:
                AddRange(member, start, Scaled.ToDecimal(type.Minimum, type.Scale), Scaled.ToDecimal(type.Maximum, type.Scale));
                return true;
        }
    }

    private bool ReadYear(int member)
    {
        var start = _position;
        switch (JsonNumber.Read(_json, ref _position, 0, out var value))
        {
            case NumberFault.None when value is >= Words.FirstYear and <= Words.LastYear:
                _report.YearValue = value;
                return true;
            case NumberFault.Syntax:
                return Fail(Words.Digit);
            case NumberFault.TooPrecise:
                AddWrongType(member, Words.WholeNumber, start);
                return true;
            default:
                AddRange(member, start, Words.FirstYear, Words.LastYear);
                return true;
        }
    }

    private bool ReadFormat(int member)
    {
        var start = _position;
        if (!ReadText(member, out var text, out var escaped))
        {
            return false;
        }

        var id = Words.Text(text, escaped);
        if (id != _report.Format.Id)
        {
            AddFault(Fault.UnknownFormat, member, _shape.PathOf(member), start, Fault.Name(id), Fault.Name(_report.Format.Id));
        }

        return true;
    }

    /// <summary>The member of an object that has a name; -1 where it has none such.</summary>
    /// <param name="node">The object.</param>
    /// <param name="text">The name as it stands between its quotes.</param>
    /// <param name="escaped">Whether it has escapes.</param>
    /// <param name="expected">The member that comes next in the format's order.</param>
    private readonly int Find(int node, ReadOnlySpan<byte> text, bool escaped, int expected)
    {
        if (escaped)
        {
            text = System.Text.Encoding.UTF8.GetBytes(JsonText.Unescape(text));
        }

        ref readonly var shape = ref _shape.Nodes[node];
        var end = shape.FirstChild + shape.ChildCount;
        if (expected < end && text.SequenceEqual(_shape.Nodes[expected].Name))
        {
            return expected;
        }

        for (var i = shape.FirstChild; i < end; i++)
        {
            if (text.SequenceEqual(_shape.Nodes[i].Name))
            {
                return i;
            }
        }

        return -1;
    }
}

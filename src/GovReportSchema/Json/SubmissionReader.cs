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

    /// <summary>Whether this is a program's first submission, for which there are no short cuts.</summary>
    private readonly bool _isFirst;

    private FindingList _findings;
    private int _position;
    private int _listed;
    private int _unlisted;
    private int _firstUnlisted;

    /// <summary>Whether the text just read is UTF-8 without half surrogates.</summary>
    private bool _isSound;

    private SubmissionReader(ReadOnlySpan<byte> json, JsonShape shape, Report report, ReadScratch scratch, bool isFirst = false)
    {
        _isFirst = isFirst;
        _json = json;
        _shape = shape;
        _report = report;
        _scratch = scratch;
        _findings = default;
        _position = 0;
        SkipWhiteSpace();
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

        if (!"\"[-0123456789tfn"u8.Contains((byte)Math.Max(Peek(), 0)))
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

    /// <summary>Reads an object; the position stands on its opening brace.</summary>
    /// <returns>Whether the JSON was in order to the object's end.</returns>
    private bool ReadObject(int node)
    {
        _scratch.Offsets[node] = _position++;
        SkipWhiteSpace();
        var around = _scratch.Depth;
        _scratch.Enter(node);
        if (Peek() == '}')
        {
            _position++;
            Close();
            return true;
        }

        while (true)
        {
            var (name, member) = (0, 0);
            var progress = _isFirst ? Progress.Name : ReadPlainMembers(around, out name, out member);
            var isRead = progress switch
            {
                Progress.Name => ReadNamedValue(),
                Progress.Value => ReadValue(name, member),
                _ => true,
            };
            if (!isRead)
            {
                return false;
            }

            progress = progress == Progress.End ? progress : PassSeparators(around);
            if (progress is Progress.End or Progress.Fault)
            {
                return progress == Progress.End;
            }
        }
    }

    /// <summary>Passes what follows a value: a comma, or the ends of objects up to one that goes on, or up to the last.</summary>
    /// <param name="around">How many objects are open around the last to be closed.</param>
    private Progress PassSeparators(int around)
    {
        while (true)
        {
            var progress = PassSeparator('}', Words.CommaOrBrace);
            if (progress != Progress.End)
            {
                return progress;
            }

            Close();
            if (_scratch.Depth == around)
            {
                return Progress.End;
            }
        }
    }

    /// <summary>Passes what follows a member of an object or an entry of an array.</summary>
    /// <param name="close">What closes the object or the array.</param>
    /// <param name="expected">What should stand here.</param>
    private Progress PassSeparator(char close, Label expected)
    {
        SkipWhiteSpace();
        var separator = Peek();
        if (separator != ',' && separator != close)
        {
            Fail(expected);
            return Progress.Fault;
        }

        _position++;
        if (separator == close)
        {
            return Progress.End;
        }

        SkipWhiteSpace();
        return Progress.Name;
    }

    /// <summary>Notes the end of the innermost object.</summary>
    private void Close()
    {
        AddMissing(_scratch.Innermost);
        _scratch.Depth--;
    }

    /// <summary>Reads one member of the innermost object, whatever it is.</summary>
    private bool ReadNamedValue()
    {
        var node = _scratch.Innermost;
        var name = _position;
        var member = ReadKnownName(node);
        if (member < 0)
        {
            if (!ReadName(out var text, out var escaped))
            {
                return false;
            }

            member = Find(node, text, escaped);
            if (member < 0)
            {
                AddUnknown(node, text, escaped, name);
                return SkipValue();
            }
        }

        return ReadValue(name, member);
    }

    /// <summary>Reads the value of a member of the innermost object.</summary>
    /// <param name="name">Where its name stands.</param>
    /// <param name="member">The member.</param>
    private bool ReadValue(int name, int member)
    {
        if (_scratch.Offsets[member] != ReadScratch.NotSeen)
        {
            AddDuplicate(member, name);
            return SkipValue();
        }

        _scratch.Offsets[member] = _position;
        return ReadMember(member);
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
            case JsonNodeKind.Array when Peek() == '[':
                return ReadEntries(member);
            case JsonNodeKind.Cell when Peek() is >= '0' and <= '9' or '-':
                return ReadCell(member, node.Index);
            case JsonNodeKind.Cell when Peek() == 'n':
                _report.Values[node.Index] = Report.Blank;
                return ReadLiteral();
            case JsonNodeKind.QuotedCell when Peek() == '"':
                return ReadQuotedCell(member, node.Index);
            case JsonNodeKind.QuotedCell when Peek() == 'n':
                _report.SetBlankCell(node.Index);
                return ReadLiteral();
            case JsonNodeKind.Text when Peek() == '"':
                if (!ReadText(member, out var text, out var escaped))
                {
                    return false;
                }

                if (_isSound)
                {
                    _report.SetUtf8Text(node.Index, text, escaped);
                }
                else
                {
                    // As it stands it could not be written again.
                    _report.SetText(node.Index, Words.Text(text, escaped));
                }

                return true;
            case JsonNodeKind.Text when Peek() == 'n':
                _report.SetBlankText(node.Index);
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

        // What is not the id letter for letter may still be it in escapes.
        if (!text.SequenceEqual(_shape.FormatId) && Words.Text(text, escaped) is var id && id != _report.Format.Id)
        {
            AddFault(Fault.UnknownFormat, member, _shape.PathOf(member), start, Fault.Name(id), Fault.Name(_report.Format.Id));
        }

        return true;
    }

    /// <summary>The member of an object that has a name; -1 where it has none such.</summary>
    /// <param name="node">The object.</param>
    /// <param name="text">The name as it stands between its quotes.</param>
    /// <param name="escaped">Whether it has escapes.</param>
    private readonly int Find(int node, ReadOnlySpan<byte> text, bool escaped)
    {
        if (escaped)
        {
            text = System.Text.Encoding.UTF8.GetBytes(JsonText.Unescape(text));
        }

        ref readonly var shape = ref _shape.Nodes[node];
        var end = shape.FirstChild + shape.ChildCount;
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

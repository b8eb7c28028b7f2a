using GovReportSchema.Findings;

namespace GovReportSchema.Json;

/// <summary>Steps over the grammar of JSON.</summary>
internal ref partial struct SubmissionReader
{
    /// <summary>The byte in hand; -1 at the end.</summary>
    private readonly int Peek() => _position < _json.Length ? _json[_position] : -1;

    private void SkipWhiteSpace()
    {
        if (_position < _json.Length && _json[_position] > (byte)' ')
        {
            return;
        }

        while (_position < _json.Length && _json[_position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            _position++;
        }
    }

    /// <summary>Reads a text; the position stands on its opening quote and comes to stand after its closing one.</summary>
    private bool ReadText(int member, out ReadOnlySpan<byte> text, out bool escaped)
    {
        var start = ++_position;
        escaped = false;
        var end = _isFirst ? -1 : TextScanner.FindEnd(_json, start, out escaped);
        if (end >= 0)
        {
            text = _json[start..end];
            _position = end + 1;
            _isSound = true;
            return true;
        }

        var fault = JsonText.Scan(_json, ref _position, out escaped);
        text = _json[start.._position];
        if (fault == TextFault.Syntax)
        {
            return Fail(Words.EndOfText);
        }

        _isSound = fault == TextFault.None;
        if (!_isSound && member == 0 && !MayList(start - 1))
        {
            _position++;
            return true;
        }

        if (fault == TextFault.InvalidUtf8)
        {
            AddFault(Fault.InvalidUtf8, member, _shape.PathOf(member), start + ValidLength(text));
        }
        else if (fault == TextFault.LoneSurrogate)
        {
            AddFault(Fault.LoneSurrogate, member, _shape.PathOf(member), start - 1);
        }

        _position++;
        return true;
    }

    private bool ReadLiteral()
    {
        var rest = _json[_position..];
        var literal = Peek() switch { 't' => "true"u8, 'f' => "false"u8, _ => "null"u8 };
        if (!rest.StartsWith(literal))
        {
            _position += rest.CommonPrefixLength(literal);
            return Fail(Words.Value);
        }

        _position += literal.Length;
        return true;
    }

    /// <summary>Steps over a value that nothing is made of, and sees that it is JSON. Its depth costs no stack.</summary>
    private bool SkipValue()
    {
        var depth = 0;

        // Whether each open value is an object, the innermost in the lowest bit.
        ulong objects = 0;
        while (true)
        {
            SkipWhiteSpace();
            var open = Peek() is '{' or '[';
            if (open)
            {
                if (++depth > MostDepth)
                {
                    return FailTooDeep();
                }

                objects = (objects << 1) | (Peek() == '{' ? 1u : 0);
                _position++;
                SkipWhiteSpace();
                if (Peek() != ((objects & 1) != 0 ? '}' : ']'))
                {
                    if ((objects & 1) != 0 && !ReadName(out _, out _))
                    {
                        return false;
                    }

                    continue;
                }
            }
            else if (!SkipScalar())
            {
                return false;
            }

            // A value has ended, or an empty one is about to.
            while (depth > 0)
            {
                SkipWhiteSpace();
                var inObject = (objects & 1) != 0;
                if (Peek() == (inObject ? '}' : ']'))
                {
                    _position++;
                    objects >>= 1;
                    depth--;
                    continue;
                }

                if (Peek() != ',')
                {
                    return Fail(inObject ? Words.CommaOrBrace : Words.CommaOrBracket);
                }

                _position++;
                SkipWhiteSpace();
                if (inObject && !ReadName(out _, out _))
                {
                    return false;
                }

                break;
            }

            if (depth == 0)
            {
                return true;
            }
        }
    }

    /// <summary>Steps over a value of the wrong type. What is no JSON at all is one fault of syntax, not two faults.</summary>
    private bool RejectValue(int member, Label expected)
    {
        var start = _position;
        var nested = Peek() is '{' or '[';
        if (!nested && !SkipScalar())
        {
            return false;
        }

        AddWrongType(member, expected, start);
        return !nested || SkipValue();
    }

    private bool SkipScalar()
    {
        switch (Peek())
        {
            case '"':
                return ReadText(0, out _, out _);
            case 't' or 'f' or 'n':
                return ReadLiteral();
            case '-' or (>= '0' and <= '9'):
                return JsonNumber.Read(_json, ref _position, 0, out _) != NumberFault.Syntax || Fail(Words.Digit);
            default:
                return Fail(Words.Value);
        }
    }

    private bool FailTooDeep()
    {
        AddFault(Fault.TooDeep, 0, "", _position, Fault.Name(MostDepth));
        return false;
    }

    private bool Fail(Label expected)
    {
        AddFault(Fault.Syntax, 0, "", _position, expected, Found());
        return false;
    }

    private static int ValidLength(ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (System.Text.Rune.DecodeFromUtf8(text[length..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
        {
            length += consumed;
        }

        return length;
    }
}

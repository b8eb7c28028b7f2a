using GovReportSchema.Findings;

namespace GovReportSchema.Json;

/// <summary>Reads the entries of repeating rows, which are counted first, so that the report has room for them.</summary>
internal ref partial struct SubmissionReader
{
    /// <summary>Makes room in a report for the entries of a submission, where rows of its format repeat.</summary>
    internal static void LayForEntries(ReadOnlySpan<byte> json, Report report)
    {
        if (report.Family is { } family)
        {
            report.LayFor(CountEntries(json, family), json.Length);
        }
    }

    /// <summary>
    /// Counts the entries of each repeating row in one pass that reads no value, up to the greatest number that each may have. Where
    /// there is no such array, or it is not read to its end, there may be entries that nobody knows of.
    /// </summary>
    private static EntryLayout CountEntries(ReadOnlySpan<byte> json, EntryFamily family)
    {
        var shape = family.PatternFormat.Shape;
        using var scratch = ReadScratch.Rent(shape.Nodes.Length);
        var reader = new SubmissionReader(json, shape, null!, scratch);
        var (counts, unread) = (new int[family.Rows.Length], new bool[family.Rows.Length]);
        unread.AsSpan().Fill(true);
        if (reader.Peek() == '{')
        {
            // What is wrong with the submission is found when it is read.
            _ = reader.CountIn(0, counts, unread);
        }

        return new EntryLayout(family, counts, unread);
    }

    private bool CountIn(int node, int[] counts, bool[] unread)
    {
        _position++;
        SkipWhiteSpace();
        while (Peek() != '}')
        {
            var member = ReadKnownName(node);
            if (member < 0)
            {
                if (!ReadName(out var text, out var escaped))
                {
                    return false;
                }

                member = Find(node, text, escaped);
            }

            var isFirst = member >= 0 && _scratch.Offsets[member] == ReadScratch.NotSeen;
            if (isFirst)
            {
                _scratch.Offsets[member] = _position;
            }

            var isRead = !isFirst ? SkipValue()
                : _shape.Nodes[member].Kind == JsonNodeKind.Array && Peek() == '[' ? CountArray(_shape.Nodes[member].Index, counts, unread)
                : _shape.LeadsToEntries(member) && Peek() == '{' ? CountIn(member, counts, unread)
                : SkipValue();
            if (!isRead || Array.IndexOf(unread, true) < 0)
            {
                return isRead;
            }

            SkipWhiteSpace();
            if (Peek() == ',')
            {
                _position++;
                SkipWhiteSpace();
            }
            else if (Peek() != '}')
            {
                return false;
            }
        }

        _position++;
        return true;
    }

    private bool CountArray(int row, int[] counts, bool[] unread)
    {
        var most = _shape.MostEntriesOf(row);
        _position++;
        SkipWhiteSpace();
        var isWhole = true;
        while (Peek() != ']')
        {
            if (counts[row] < most)
            {
                counts[row]++;
            }
            else
            {
                isWhole = false;
            }

            if (!SkipValue())
            {
                return false;
            }

            SkipWhiteSpace();
            if (Peek() == ',')
            {
                _position++;
                SkipWhiteSpace();
            }
            else if (Peek() != ']')
            {
                return false;
            }
        }

        _position++;
        unread[row] = !isWhole;
        return true;
    }

    /// <summary>Reads the entries of a repeating row; the position stands on the opening bracket.</summary>
    /// <returns>Whether the JSON was in order to the array's end.</returns>
    private bool ReadEntries(int array)
    {
        ref readonly var shape = ref _shape.Nodes[array];
        _position++;
        SkipWhiteSpace();
        if (Peek() == ']')
        {
            _position++;
            return true;
        }

        for (var entry = 0; ; entry++)
        {
            if (entry < shape.ChildCount)
            {
                _scratch.Offsets[shape.FirstChild + entry] = _position;
                if (!ReadMember(shape.FirstChild + entry))
                {
                    return false;
                }
            }
            else
            {
                var most = _shape.MostEntriesOf(shape.Index);
                if (entry == most)
                {
                    AddFault(Fault.TooManyEntries, array, _shape.PathOf(array), _position, Fault.Name(most));
                }

                if (!SkipValue())
                {
                    return false;
                }
            }

            var progress = PassSeparator(']', Words.CommaOrBracket);
            if (progress != Progress.Name)
            {
                return progress == Progress.End;
            }
        }
    }
}

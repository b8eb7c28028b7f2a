using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GovReportSchema.Json;

/// <summary>
/// The general path's short cuts for what nearly every member is: a known name without escapes, and a whole number. They take
/// nothing that the rest of the general path would see otherwise, and leave to it whatever they do not take.
/// </summary>
internal ref partial struct SubmissionReader
{
    /// <summary>Reads a name that the object has, and the colon, up to the value.</summary>
    /// <returns>The member; negative, with nothing read, where the rest of the general path has to look.</returns>
    private int ReadKnownName(int node)
    {
        if (_shape.Names[node] is not { } names || Peek() != '"')
        {
            return -1;
        }

        var name = names.Find(_json, _position + 1, out var length);
        var colon = _position + length + 2;
        if (name < 0 || colon >= _json.Length || _json[colon] != ':')
        {
            return -1;
        }

        _position = colon + 1;
        SkipWhiteSpace();
        return _shape.Nodes[node].FirstChild + name;
    }

    /// <summary>
    /// Reads whole numbers one after the other. The position stands on a member's name, and comes to stand on the name of the
    /// first member that is something else, or behind the object's closing brace.
    /// </summary>
    /// <param name="node">The object.</param>
    /// <param name="seen">Counts the members read.</param>
    /// <returns>Whether the object has ended.</returns>
    private bool ReadPlainCells(int node, ref int seen)
    {
        if (_shape.Names[node] is not { } names)
        {
            return false;
        }

        var json = _json;
        ref var first = ref MemoryMarshal.GetReference(json);
        ref var offsets = ref MemoryMarshal.GetReference(_scratch.Offsets);
        ref var wholeCells = ref MemoryMarshal.GetArrayDataReference(_shape.WholeCells);
        ref var values = ref MemoryMarshal.GetReference(_report.Values);
        var firstChild = _shape.Nodes[node].FirstChild;

        // A name, a colon, a blank, the digits and the byte behind them are within so many bytes of the name's opening quote.
        var last = json.Length - NameTable.VectorLength - JsonNumber.SafeDigits - 4;
        var at = _position;
        var read = 0;
        var ended = false;
        while (at < last && !ended)
        {
            var name = names.Find(json, at + 1, out var length);
            var position = at + length + 2;
            if (name < 0 || Unsafe.Add(ref first, at) != '"' || Unsafe.Add(ref first, position) != ':')
            {
                break;
            }

            var member = firstChild + name;
            var cell = Unsafe.Add(ref wholeCells, member);
            if (cell < 0 || Unsafe.Add(ref offsets, member) != ReadScratch.NotSeen)
            {
                break;
            }

            position += Unsafe.Add(ref first, position + 1) == ' ' ? 2 : 1;
            var start = position;
            long value = (uint)(Unsafe.Add(ref first, position++) - '0');
            if (value > 9)
            {
                break;
            }

            for (uint digit; (digit = (uint)(Unsafe.Add(ref first, position) - '0')) <= 9 && position - start < JsonNumber.SafeDigits; position++)
            {
                value = (value * 10) + digit;
            }

            var next = Unsafe.Add(ref first, position);
            ended = next == '}';
            if ((next != ',' && !ended) || (Unsafe.Add(ref first, start) == '0' && position - start > 1))
            {
                ended = false;
                break;
            }

            Unsafe.Add(ref offsets, member) = start;
            Unsafe.Add(ref values, cell) = value;
            read++;
            at = position + 1;
            while (!ended && at < last && Unsafe.Add(ref first, at) is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            {
                at++;
            }
        }

        _position = at;
        seen += read;
        if (!ended)
        {
            SkipWhiteSpace();
        }

        return ended;
    }
}

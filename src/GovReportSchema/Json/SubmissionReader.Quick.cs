using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GovReportSchema.Json;

/// <summary>
/// The general path's short cuts for what nearly every member is: a known name without escapes, with a whole number or an object.
/// They take nothing that the rest of the general path would see otherwise, and leave to it whatever they do not take.
/// </summary>
internal ref partial struct SubmissionReader
{
    /// <summary>White space, a name with its quotes and colon, a number and two bytes behind it are within so many bytes.</summary>
    private const int PlainMemberLength = (2 * NameTable.VectorLength) + sizeof(ulong) + 2;

    /// <summary>How far the short cuts came.</summary>
    private enum Progress
    {
        /// <summary>Up to a member that is something else; the position stands on its name.</summary>
        OtherMember,

        /// <summary>Behind the object's closing brace.</summary>
        End,

        /// <summary>To a fault of syntax within it.</summary>
        Fault,
    }

    /// <summary>Reads a name that the object has, and the colon, up to the value.</summary>
    /// <returns>The member; negative, with nothing read, where the rest of the general path has to look.</returns>
    private int ReadKnownName(int node)
    {
        if (_shape.Names[node] is not { } names || _position < NameTable.LookBehind || _json.Length - _position < NameTable.VectorLength)
        {
            return -1;
        }

        var name = (int)names.Find(ref Unsafe.Add(ref MemoryMarshal.GetReference(_json), _position), out var length);
        if (name < 0)
        {
            return -1;
        }

        _position += (int)length;
        SkipWhiteSpace();
        return _shape.Nodes[node].FirstChild + name;
    }

    /// <summary>Reads members one after the other; the position stands on a member's name.</summary>
    /// <param name="node">The object.</param>
    /// <param name="seen">Counts the members read.</param>
    private Progress ReadPlainMembers(int node, ref int seen)
    {
        ref readonly var shape = ref _shape.Nodes[node];
        if (_shape.Names[node] is not { } names)
        {
            return Progress.OtherMember;
        }

        while (true)
        {
            if (shape.HasNumbers && ReadNumbers(names, shape.FirstChild, ref seen))
            {
                return Progress.End;
            }

            var start = _position;
            var member = ReadKnownName(node);
            if (member < 0 || Peek() != '{' || _shape.Nodes[member].Kind != JsonNodeKind.Object || _scratch.Offsets[member] != ReadScratch.NotSeen)
            {
                _position = start;
                return Progress.OtherMember;
            }

            seen++;
            var progress = ReadObject(member) ? PassSeparator() : Progress.Fault;
            if (progress != Progress.OtherMember)
            {
                return progress;
            }
        }
    }

    /// <summary>Reads numbers one after the other; what it calls upon is so little that all it needs stays in registers.</summary>
    /// <param name="names">The object's names.</param>
    /// <param name="firstChild">The object's first member.</param>
    /// <param name="seen">Counts the members read.</param>
    /// <returns>Whether the object has ended; else the position stands on the name of a member that is something else.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool ReadNumbers(NameTable names, int firstChild, ref int seen)
    {
        ref var first = ref MemoryMarshal.GetReference(_json);
        ref var cells = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_shape.WholeCells), firstChild);
        ref var offsets = ref Unsafe.Add(ref MemoryMarshal.GetReference(_scratch.Offsets), firstChild);
        ref var values = ref MemoryMarshal.GetReference(_report.Values);
        nint at = _position;
        nint last = at < NameTable.LookBehind ? -1 : _json.Length - PlainMemberLength;
        var read = 0;
        while (at <= last)
        {
            if (Unsafe.Add(ref first, at) <= ' ')
            {
                at += Vectors.CountWhiteSpace(ref Unsafe.Add(ref first, at));
            }

            var name = names.Find(ref Unsafe.Add(ref first, at), out var position);
            position += at;
            if (name < 0)
            {
                break;
            }

            // Foreseen, not added: the next name need not wait for this byte.
            if (Unsafe.Add(ref first, position) == ' ')
            {
                position++;
            }

            var cell = (nint)Unsafe.Add(ref cells, name);
            var value = (ulong)Unsafe.Add(ref first, position) - '0';
            if (value > 9 || cell < 0 || Unsafe.Add(ref offsets, name) != ReadScratch.NotSeen)
            {
                break;
            }

            // Most have one digit: to foresee that is quicker than to find it out.
            var end = position + 1;
            var next = Unsafe.Add(ref first, end);
            if (next is >= (byte)'0' and <= (byte)'9')
            {
                var word = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, position)) ^ 0x3030303030303030;
                var bits = BitOperations.TrailingZeroCount((word | (word + 0x7676767676767676)) & 0x8080808080808080) & -8;
                if (bits == 64 || value == 0)
                {
                    break;
                }

                end = position + (nint)((uint)bits >> 3);
                next = Unsafe.Add(ref first, end);
                value = (ulong)JsonNumber.FromDigits(word << (64 - bits));
            }

            if (next is not ((byte)',' or (byte)'}'))
            {
                break;
            }

            Unsafe.Add(ref offsets, name) = (int)position;
            Unsafe.Add(ref values, cell) = (long)value;
            read++;
            at = end + 1;
            if (next == '}')
            {
                seen += read;
                _position = (int)at;
                return true;
            }
        }

        seen += read;
        _position = (int)at;
        SkipWhiteSpace();
        return false;
    }

    /// <summary>Passes what follows a member: the closing brace, or a comma and white space up to the next name.</summary>
    private Progress PassSeparator() => PassSeparator('}', Words.CommaOrBrace);

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
        return Progress.OtherMember;
    }
}

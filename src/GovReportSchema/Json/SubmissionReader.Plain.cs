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
    /// <summary>A name with its quotes and colon, a blank, a number and a byte behind it are within so many bytes.</summary>
    private const int PlainMemberLength = NameTable.VectorLength + sizeof(ulong) + 4;

    /// <summary>How far the short cuts came.</summary>
    private enum Progress
    {
        /// <summary>Up to a member; the position stands on its name.</summary>
        Name,

        /// <summary>Up to the value of a member that has been found.</summary>
        Value,

        /// <summary>Behind a value; the comma or brace is still to come.</summary>
        Separator,

        /// <summary>Behind the closing brace.</summary>
        End,

        /// <summary>To a fault of syntax.</summary>
        Fault,
    }

    /// <summary>Reads a name that the object has, and the colon, up to the value.</summary>
    /// <returns>The member; negative, with nothing read, where the rest of the general path has to look.</returns>
    private int ReadKnownName(int node)
    {
        if (_isFirst || _shape.Objects[node].Names is not { } names || _position < NameTable.LookBehind || _json.Length - _position < NameTable.VectorLength)
        {
            return -1;
        }

        var name = names.Find(ref Unsafe.Add(ref MemoryMarshal.GetReference(_json), _position), out var length);
        if (name < 0)
        {
            return -1;
        }

        _position += length;
        SkipWhiteSpace();
        return _shape.Nodes[node].FirstChild + name;
    }

    /// <summary>
    /// Reads members one after the other, and those of the objects among them; the position stands on a member's name. It is one loop
    /// over all objects that calls nothing, so that nearly all it needs stays in registers.
    /// </summary>
    /// <param name="around">How many objects are open around the one with whose end it ends.</param>
    /// <param name="nameAt">Of a member that is something else, where its name stands.</param>
    /// <param name="member">The member.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Progress ReadPlainMembers(int around, out int nameAt, out int member)
    {
        ref var first = ref MemoryMarshal.GetReference(_json);
        ref var objects = ref MemoryMarshal.GetArrayDataReference(_shape.Objects);
        ref var allCells = ref MemoryMarshal.GetArrayDataReference(_shape.WholeCells);
        ref var allOffsets = ref MemoryMarshal.GetReference(_scratch.Offsets);
        ref var values = ref MemoryMarshal.GetReference(_report.Values);
        nint at = _position;
        var last = at < NameTable.LookBehind ? -1 : (nint)_json.Length - PlainMemberLength;
        var open = _scratch.Open;
        var depth = _scratch.Depth;
        ref var inner = ref Unsafe.Add(ref objects, open[depth]);
        ref var cells = ref Unsafe.Add(ref allCells, inner.FirstMember);
        ref var offsets = ref Unsafe.Add(ref allOffsets, inner.FirstMember);
        var names = inner.Names;
        while (at <= last && names is not null)
        {
            if (Unsafe.Add(ref first, at) <= ' ')
            {
                at += Vectors.CountWhiteSpace(ref Unsafe.Add(ref first, at));
                if (at > last)
                {
                    break;
                }
            }

            ref var start = ref Unsafe.Add(ref first, at);
            var close = NameTable.CloseOf(ref start);
            if (close >= NameTable.VectorLength)
            {
                break;
            }

            ref readonly var slot = ref names.SlotOf(ref start, close);
            if (!slot.IsAt(ref start))
            {
                break;
            }

            // Foreseen, not added: the next name need not wait for this byte.
            nint name = slot.Name;
            var position = at + close + 2;
            if (Unsafe.Add(ref first, position) == ' ')
            {
                position++;
            }

            var next = Unsafe.Add(ref first, position);
            var value = (ulong)next - '0';
            if (value > 9)
            {
                nint entered = inner.FirstMember + (int)name;
                inner = ref Unsafe.Add(ref objects, entered);
                var end = position + 1;
                if (next == '{' && inner.Names is not null && depth + 1 < open.Length && Unsafe.Add(ref offsets, name) == ReadScratch.NotSeen)
                {
                    if (Unsafe.Add(ref first, end) <= ' ' && end <= last)
                    {
                        end += Vectors.CountWhiteSpace(ref Unsafe.Add(ref first, end));
                    }

                    if (Unsafe.Add(ref first, end) == '"')
                    {
                        Unsafe.Add(ref offsets, name) = (int)position;
                        open[++depth] = (int)entered;
                        cells = ref Unsafe.Add(ref allCells, inner.FirstMember);
                        offsets = ref Unsafe.Add(ref allOffsets, inner.FirstMember);
                        names = inner.Names;
                        at = end;
                        continue;
                    }
                }

                return LeaveAtValue(at, position, entered, depth, out nameAt, out member);
            }

            var cell = (nint)Unsafe.Add(ref cells, name);
            if (cell < 0 || Unsafe.Add(ref offsets, name) != ReadScratch.NotSeen)
            {
                return LeaveAtValue(at, position, inner.FirstMember + name, depth, out nameAt, out member);
            }

            // Most have one digit and another member behind them: to foresee that is quicker than to find it out.
            var behind = position + 1;
            next = Unsafe.Add(ref first, behind);
            if (next != ',')
            {
                var more = next is >= (byte)'0' and <= (byte)'9' ? ReadDigits(ref Unsafe.Add(ref first, position), ref value) : 1;
                behind = position + more;
                next = Unsafe.Add(ref first, behind);
                if (next <= ' ' && behind <= last)
                {
                    behind += Vectors.CountWhiteSpace(ref Unsafe.Add(ref first, behind));
                    next = Unsafe.Add(ref first, behind);
                }

                if (more == 0 || next is not ((byte)',' or (byte)'}'))
                {
                    return LeaveAtValue(at, position, inner.FirstMember + name, depth, out nameAt, out member);
                }
            }

            Unsafe.Add(ref offsets, name) = (int)position;
            Unsafe.Add(ref values, cell) = (long)value;
            at = behind;
            while (next == '}')
            {
                if (ReadScratch.HasUnseen(ref offsets, inner.MemberCount))
                {
                    return LeaveAtSeparator(at, depth, out nameAt, out member);
                }

                at++;
                if (--depth == around)
                {
                    _ = LeaveAtSeparator(at, depth, out nameAt, out member);
                    return Progress.End;
                }

                inner = ref Unsafe.Add(ref objects, open[depth]);
                cells = ref Unsafe.Add(ref allCells, inner.FirstMember);
                offsets = ref Unsafe.Add(ref allOffsets, inner.FirstMember);
                names = inner.Names;
                if (at > last)
                {
                    return LeaveAtSeparator(at, depth, out nameAt, out member);
                }

                if (Unsafe.Add(ref first, at) <= ' ')
                {
                    at += Vectors.CountWhiteSpace(ref Unsafe.Add(ref first, at));
                }

                next = Unsafe.Add(ref first, at);
            }

            if (next != ',')
            {
                return LeaveAtSeparator(at, depth, out nameAt, out member);
            }

            at++;
        }

        _ = LeaveAtSeparator(at, depth, out nameAt, out member);
        SkipWhiteSpace();
        return Progress.Name;
    }

    /// <summary>Reads a number of several digits.</summary>
    /// <returns>How many digits it has; 0 where they are more than seven, or a zero comes first.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint ReadDigits(ref byte start, ref ulong value)
    {
        var word = Unsafe.ReadUnaligned<ulong>(ref start) ^ 0x3030303030303030;
        var bits = BitOperations.TrailingZeroCount((word | (word + 0x7676767676767676)) & 0x8080808080808080) & -8;
        if (bits == 64 || value == 0)
        {
            return 0;
        }

        value = (ulong)JsonNumber.FromDigits(word << (64 - bits));
        return (nint)((uint)bits >> 3);
    }

    private Progress LeaveAtValue(nint name, nint value, nint found, int depth, out int nameAt, out int member)
    {
        (nameAt, _position, member, _scratch.Depth) = ((int)name, (int)value, (int)found, depth);
        SkipWhiteSpace();
        return Progress.Value;
    }

    private Progress LeaveAtSeparator(nint position, int depth, out int nameAt, out int member)
    {
        (nameAt, _position, member, _scratch.Depth) = (0, (int)position, 0, depth);
        return Progress.Separator;
    }
}

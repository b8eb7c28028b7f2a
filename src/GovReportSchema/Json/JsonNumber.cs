namespace GovReportSchema.Json;

/// <summary>What came of reading a number.</summary>
internal enum NumberFault : byte
{
    None,
    Syntax,

    /// <summary>It has more decimals than the cell holds.</summary>
    TooPrecise,

    /// <summary>It has more digits than any cell holds.</summary>
    TooLarge,
}

/// <summary>Numbers in JSON, read exactly: no floating point.</summary>
internal static class JsonNumber
{
    /// <summary>Digits of which any number is within 2^53, the largest count.</summary>
    public const int SafeDigits = 15;

    /// <summary>Digits that an unsigned 64-bit number holds whatever they are.</summary>
    private const int MostDigits = 19;

    /// <summary>Reads a number.</summary>
    /// <param name="json">The submission.</param>
    /// <param name="position">Its first byte; becomes the byte after it, or the byte at fault.</param>
    /// <param name="scale">The decimals to read it in.</param>
    /// <param name="value">The number as a whole count of its last decimal.</param>
    public static NumberFault Read(ReadOnlySpan<byte> json, ref int position, int scale, out long value)
    {
        value = 0;
        var negative = position < json.Length && json[position] == '-';
        position += negative ? 1 : 0;
        if (position >= json.Length || !char.IsAsciiDigit((char)json[position]))
        {
            return NumberFault.Syntax;
        }

        var digits = new Digits();
        if (json[position] == '0')
        {
            position++;
        }
        else
        {
            digits.Take(json, ref position);
        }

        long exponent = 0;
        if (position < json.Length && json[position] == '.')
        {
            var start = ++position;
            digits.Take(json, ref position);
            if (position == start)
            {
                return NumberFault.Syntax;
            }

            exponent = start - position;
        }

        if (position < json.Length && (json[position] | 0x20) == 'e')
        {
            position++;
            if (!TryReadExponent(json, ref position, out var written))
            {
                return NumberFault.Syntax;
            }

            exponent += written;
        }

        return digits.ToScaled(exponent + scale, negative, out value);
    }

    /// <summary>The number of eight digits, the first in the lowest byte, each a byte from 0 to 9.</summary>
    public static long FromDigits(ulong digits)
    {
        // Pairs, fours, eights: each step adds ten, a hundred, ten thousand times the lower half to the upper.
        digits = (digits * ((10 << 8) + 1)) >> 8;
        digits = ((digits & 0x00FF00FF00FF00FF) * ((100 << 16) + 1)) >> 16;
        return (long)(((digits & 0x0000FFFF0000FFFF) * ((10_000UL << 32) + 1)) >> 32);
    }

    private static bool TryReadExponent(ReadOnlySpan<byte> json, ref int position, out long exponent)
    {
        var negative = position < json.Length && json[position] == '-';
        if (negative || (position < json.Length && json[position] == '+'))
        {
            position++;
        }

        exponent = 0;
        var start = position;
        for (; position < json.Length && char.IsAsciiDigit((char)json[position]); position++)
        {
            // Far beyond any number that a cell holds; more digits change nothing.
            exponent = Math.Min((exponent * 10) + (json[position] - '0'), int.MaxValue * 4L);
        }

        exponent = negative ? -exponent : exponent;
        return position > start;
    }

    /// <summary>The significant digits of a number, and the zeroes that follow them.</summary>
    private struct Digits
    {
        private ulong _significant;
        private int _count;
        private int _zeroes;
        private bool _tooMany;

        public void Take(ReadOnlySpan<byte> json, ref int position)
        {
            for (; position < json.Length; position++)
            {
                var digit = (uint)(json[position] - '0');
                if (digit > 9)
                {
                    return;
                }

                if (digit == 0)
                {
                    _zeroes += _count > 0 ? 1 : 0;
                    continue;
                }

                _count += _zeroes + 1;
                _tooMany |= _count > MostDigits;
                if (!_tooMany)
                {
                    _significant = (_significant * (ulong)Scaled.PowerOfTen(_zeroes)  * 10) + digit;
                }

                _zeroes = 0;
            }
        }

        /// <summary>The number times a power of ten.</summary>
        public readonly NumberFault ToScaled(long power, bool negative, out long value)
        {
            value = 0;
            if (_count == 0)
            {
                return NumberFault.None;
            }

            power += _zeroes;
            if (power < 0)
            {
                return NumberFault.TooPrecise;
            }

            if (_tooMany || power > Scaled.MaxPower)
            {
                return NumberFault.TooLarge;
            }

            var above = Math.BigMul(_significant, (ulong)Scaled.PowerOfTen((int)power), out var magnitude);
            if (above != 0 || magnitude > long.MaxValue - 1)
            {
                return NumberFault.TooLarge;
            }

            value = negative ? -(long)magnitude : (long)magnitude;
            return NumberFault.None;
        }
    }
}

using System.Text.Json;

namespace GovReportSchema.Benchmarks;

/// <summary>A member that <see cref="HandReader"/> knows: a cell, a text, or an object of further ones.</summary>
/// <param name="Name">Its name in UTF-8.</param>
/// <param name="Cell">The cell that it fills; -1 where it is none.</param>
/// <param name="Text">The text that it is; -1 where it is none.</param>
/// <param name="Members">The members of an object; empty where it is none.</param>
/// <param name="Scale">The decimals of a cell.</param>
internal sealed record HandMember(byte[] Name, int Cell, int Text, HandMember[] Members, int Scale = 0);

/// <summary>
/// The whole work by hand on <see cref="Utf8JsonReader"/>, as one writes it who wants no allocation: numbers into one array, the
/// texts as bytes into another, the members in the order in which they are expected, by a search where they come otherwise.
/// </summary>
/// <param name="root">The members of the report.</param>
/// <param name="cellCount">How many cells it has.</param>
internal sealed class HandReader(HandMember[] root, int cellCount)
{
    private byte[] _text = new byte[4096];
    private int _textEnd;

    /// <summary>Where each text stands among the bytes of the texts.</summary>
    private readonly Range[] _texts = new Range[8];

    public long[] Cells { get; } = new long[cellCount];

    public bool TextIs(int text, ReadOnlySpan<byte> expected) => _text.AsSpan(_texts[text]).SequenceEqual(expected);

    /// <summary>Whether a text has more than white space, of which none is looked for but that of ASCII.</summary>
    public bool HasText(int text) => _text.AsSpan(_texts[text]).ContainsAnyExcept(" \t\r\n"u8);

    /// <summary>Reads a report.</summary>
    /// <returns>Whether each member is there once and no other, and holds what it may.</returns>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public bool Read(ReadOnlySpan<byte> json)
    {
        _textEnd = 0;
        if (_text.Length < json.Length)
        {
            _text = new byte[json.Length];
        }

        var reader = new Utf8JsonReader(json);
        return reader.Read() && reader.TokenType == JsonTokenType.StartObject && ReadObject(ref reader, root) && !reader.Read();
    }

    private bool ReadObject(ref Utf8JsonReader reader, HandMember[] members)
    {
        UInt128 seen = 0;
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = next;
            if (at >= members.Length || !reader.ValueTextEquals(members[at].Name))
            {
                for (at = 0; at < members.Length && !reader.ValueTextEquals(members[at].Name); at++)
                {
                }
            }

            if (at == members.Length || (seen & (UInt128.One << at)) != 0 || !reader.Read() || !ReadValue(ref reader, members[at]))
            {
                return false;
            }

            seen |= UInt128.One << at;
            next = at + 1;
        }

        return seen == (UInt128.One << members.Length) - 1;
    }

    private bool ReadValue(ref Utf8JsonReader reader, HandMember member)
    {
        if (member.Text >= 0)
        {
            return reader.TokenType == JsonTokenType.String && ReadText(ref reader, member.Text);
        }

        if (member.Cell < 0)
        {
            return reader.TokenType == JsonTokenType.StartObject && ReadObject(ref reader, member.Members);
        }

        if (reader.TokenType != JsonTokenType.Number)
        {
            return false;
        }

        ref var cell = ref Cells[member.Cell];
        if (member.Scale == 0)
        {
            return reader.TryGetInt64(out cell) && cell is >= 0 and <= RivalChecks.Most;
        }

        if (!reader.TryGetDecimal(out var amount) || amount is < 0 or > RivalChecks.MostMoney)
        {
            return false;
        }

        for (var i = 0; i < member.Scale; i++)
        {
            amount *= 10;
        }

        cell = (long)amount;
        return cell == amount;
    }

    private bool ReadText(ref Utf8JsonReader reader, int text)
    {
        var start = _textEnd;
        _textEnd += reader.CopyString(_text.AsSpan(start));
        _texts[text] = start.._textEnd;
        return true;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using GovReportSchema.Json;

namespace GovReportSchema;

/// <summary>
/// The texts of a report. A text that was read stays as it stands in the submission, in the report's one buffer behind the cells,
/// until somebody asks for it: most narratives are passed on and never looked at.
/// </summary>
public abstract partial class Report
{
    /// <summary>A text slot that says where a text stands is not negative: 1 bit escaped, 31 bits start, 31 bits length.</summary>
    private const int StartShift = 31;

    private const long LengthMask = (1L << StartShift) - 1;
    private const long EscapedFlag = 1L << 62;

    private const long BlankText = -1;
    private const long UnreadText = -2;

    /// <summary>The text is among the strings.</summary>
    private const long StringText = -3;

    private static long[] s_blanks = [];
    private static long[] s_unread = [];

    private string?[]? _strings;
    private int _textBytes;

    internal int TextCount => _entries is null ? Format.Shape.TextNodes.Length : _entries.Layout.TextCount;

    private Span<long> TextSlots => _data.AsSpan(CellCount + 1, TextCount);

    private Span<byte> TextBuffer => MemoryMarshal.AsBytes(_data.AsSpan(CellCount + 1 + TextCount));

    /// <summary>Whether there is no text, or one of white space alone.</summary>
    internal bool IsBlankText(int text)
    {
        var slot = TextSlots[text];
        if (slot < 0)
        {
            return slot == BlankText || (slot == StringText && string.IsNullOrWhiteSpace(_strings![text]));
        }

        // From 0xE4 on a text begins with a character that is no white space, most Chinese ones among them.
        var bytes = BytesOf(slot);
        return bytes.IsEmpty || (bytes[0] is not (> 0x20 and < 0x7F and not (byte)'\\') and < 0xE4 && string.IsNullOrWhiteSpace(Decode(slot)));
    }

    /// <summary>Forgets all that the report holds, as before a submission is read.</summary>
    internal void Clear()
    {
        Fill(Unread, UnreadText);
        ForgetStrings();
    }

    internal void ClearTexts()
    {
        TextSlots.Fill(UnreadText);
        ForgetStrings();
    }

    private void ForgetStrings()
    {
        if (_strings is not null)
        {
            Array.Clear(_strings);
        }

        _textBytes = 0;
    }

    /// <summary>Makes all cells the same, and all texts.</summary>
    /// <param name="cell">What the cells and the year become: <see cref="Blank"/> or <see cref="Unread"/>.</param>
    /// <param name="text">What the texts become.</param>
    private void Fill(long cell, long text)
    {
        // Copied, not filled: what fills an array is compiled when first run, what copies it is there.
        Array.Copy(Same(cell, CellCount + 1), _data, CellCount + 1);
        for (var i = 0; i < TextCount; i++)
        {
            _data[CellCount + 1 + i] = text;
        }
    }

    /// <summary>An array of at least so many of the same; shared by all reports, so nobody writes to it.</summary>
    private static long[] Same(long cell, int count)
    {
        ref var shared = ref cell == Blank ? ref s_blanks : ref s_unread;
        var same = shared;
        if (same.Length < count)
        {
            same = new long[count];
            for (var i = 0; i < count; i++)
            {
                same[i] = cell;
            }

            shared = same;
        }

        return same;
    }

    /// <summary>Forgets a text, as before a submission is read.</summary>
    internal void ForgetText(int text) => TextSlots[text] = UnreadText;

    internal void SetBlankText(int text) => TextSlots[text] = BlankText;

    /// <summary>Takes a text as it stands between its quotes in a submission.</summary>
    internal void SetUtf8Text(int text, ReadOnlySpan<byte> utf8, bool escaped)
    {
        if (TextBuffer.Length - _textBytes < utf8.Length)
        {
            var data = new long[_data.Length + Math.Max(((_textBytes + utf8.Length) / 8) + 1, _data.Length / 2)];
            Array.Copy(_data, data, _data.Length);
            _data = data;
        }

        utf8.CopyTo(TextBuffer[_textBytes..]);
        TextSlots[text] = ((long)_textBytes << StartShift) | (long)utf8.Length | (escaped ? EscapedFlag : 0);
        _textBytes += utf8.Length;
    }

    /// <summary>A text as it may stand between quotes in JSON, where the report has it so.</summary>
    internal bool TryGetJsonText(int text, out ReadOnlySpan<byte> utf8)
    {
        var slot = TextSlots[text];
        utf8 = slot < 0 ? default : BytesOf(slot);
        return slot >= 0;
    }

    /// <summary>A text of the header or a narrative; null where blank. For generated code.</summary>
    /// <param name="text">Its place: <c>agency</c> 0, the added texts of the header, the narratives.</param>
    protected internal string? GetText(int text)
    {
        // The slot stays as it is, so that several threads may look at a report at once.
        var slot = TextSlots[text];
        return slot >= 0 ? (_strings ??= new string?[TextCount])[text] ??= Decode(slot)
            : slot == StringText ? _strings![text] : null;
    }

    /// <summary>Sets a text of the header or a narrative. For generated code.</summary>
    /// <param name="text">Its place: <c>agency</c> 0, the added texts of the header, the narratives.</param>
    /// <param name="value">The text; null for a blank.</param>
    protected internal void SetText(int text, string? value)
    {
        if (value is null)
        {
            SetBlankText(text);
            return;
        }

        (_strings ??= new string?[TextCount])[text] = value;
        TextSlots[text] = StringText;
    }

    private bool TextsEqual(Report other)
    {
        for (var i = 0; i < TextCount; i++)
        {
            if (GetText(i) != other.GetText(i))
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> BytesOf(long slot) =>
        TextBuffer.Slice((int)((slot & ~EscapedFlag) >> StartShift), (int)(slot & LengthMask));

    private string Decode(long slot) =>
        (slot & EscapedFlag) != 0 ? JsonText.Unescape(BytesOf(slot)) : Encoding.UTF8.GetString(BytesOf(slot));
}

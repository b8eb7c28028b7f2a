using System.Text;
using GovReportSchema.Json;

namespace GovReportSchema;

/// <summary>
/// The texts of a report. A text that was read stays as it stands in the submission, in one buffer, until somebody asks for it:
/// most narratives are passed on and never looked at.
/// </summary>
internal sealed class TextStore(int count)
{
    private readonly Slot[] _slots = new Slot[count];
    private byte[] _buffer = [];
    private int _used;

    private enum State : byte
    {
        Blank,
        Unread,
        String,
        Utf8,
        EscapedUtf8,
    }

    public int Count => _slots.Length;

    public bool IsUnread(int text) => _slots[text].State == State.Unread;

    /// <summary>Whether there is no text, or one of white space alone.</summary>
    public bool IsBlank(int text) => _slots[text].State switch
    {
        State.Blank => true,
        State.Unread => false,
        State.Utf8 when _slots[text].Length > 0 && Bytes(text)[0] is > (byte)' ' and < 0x80 => false,
        _ => string.IsNullOrWhiteSpace(Get(text)),
    };

    public string? Get(int text)
    {
        ref var slot = ref _slots[text];
        if (slot.State >= State.Utf8)
        {
            var value = slot.State == State.EscapedUtf8 ? JsonText.Unescape(Bytes(text)) : Encoding.UTF8.GetString(Bytes(text));
            slot = new Slot { State = State.String, Value = value };
        }

        return slot.Value;
    }

    public void Set(int text, string? value) =>
        _slots[text] = new Slot { State = value is null ? State.Blank : State.String, Value = value };

    /// <summary>Forgets every text, as before a submission is read.</summary>
    public void Clear()
    {
        _used = 0;
        _slots.AsSpan().Fill(new Slot { State = State.Unread });
    }

    /// <summary>Forgets a text, as before a submission is read.</summary>
    public void Forget(int text) => _slots[text] = new Slot { State = State.Unread };

    /// <summary>Takes a text as it stands between its quotes in a submission.</summary>
    public void SetUtf8(int text, ReadOnlySpan<byte> utf8, bool escaped)
    {
        if (_buffer.Length - _used < utf8.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_used + utf8.Length, Math.Min(2 * _buffer.Length, Array.MaxLength)));
        }

        utf8.CopyTo(_buffer.AsSpan(_used));
        _slots[text] = new Slot { State = escaped ? State.EscapedUtf8 : State.Utf8, Start = _used, Length = utf8.Length };
        _used += utf8.Length;
    }

    /// <summary>A text as it may stand between quotes in JSON, where the store has it so.</summary>
    public bool TryGetJson(int text, out ReadOnlySpan<byte> utf8)
    {
        utf8 = _slots[text].State >= State.Utf8 ? Bytes(text) : default;
        return _slots[text].State >= State.Utf8;
    }

    public bool SameAs(TextStore other)
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            if (Get(i) != other.Get(i))
            {
                return false;
            }
        }

        return true;
    }

    private ReadOnlySpan<byte> Bytes(int text) => _buffer.AsSpan(_slots[text].Start, _slots[text].Length);

    private struct Slot
    {
        public State State;
        public int Start;
        public int Length;
        public string? Value;
    }
}

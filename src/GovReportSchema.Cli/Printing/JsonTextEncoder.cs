using System.Text;
using System.Text.Encodings.Web;

namespace GovReportSchema.Cli.Printing;

/// <summary>
/// Escapes what JSON must escape and nothing else. The encoders that come with .NET, the relaxed one too, escape full-width
/// spaces and all characters beyond U+FFFF, among them those of names of places.
/// </summary>
internal sealed class JsonTextEncoder : JavaScriptEncoder
{
    public static readonly JsonTextEncoder Instance = new();

    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < ' ' or '"' or '\\';

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var span = new ReadOnlySpan<char>(text, textLength);
        for (var i = 0; i < span.Length; i++)
        {
            if (!char.IsSurrogate(span[i]))
            {
                if (WillEncode(span[i]))
                {
                    return i;
                }
            }
            else if (i + 1 < span.Length && char.IsSurrogatePair(span[i], span[i + 1]))
            {
                i++;
            }
            else
            {
                // Half of a pair: the base class puts U+FFFD in its place.
                return i;
            }
        }

        return -1;
    }

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var output = new Span<char>(buffer, bufferLength);
        if (!WillEncode(unicodeScalar))
        {
            return new Rune(unicodeScalar).TryEncodeToUtf16(output, out numberOfCharactersWritten);
        }

        var escape = unicodeScalar switch
        {
            '"' => "\\\"",
            '\\' => @"\\",
            '\n' => @"\n",
            '\r' => @"\r",
            '\t' => @"\t",
            '\b' => @"\b",
            '\f' => @"\f",
            _ => FormattableString.Invariant($"\\u{unicodeScalar:x4}"),
        };
        numberOfCharactersWritten = escape.AsSpan().TryCopyTo(output) ? escape.Length : 0;
        return numberOfCharactersWritten > 0;
    }
}

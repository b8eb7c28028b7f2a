using System.Text;
using System.Text.Unicode;
using GovReportSchema.Json;
using Xunit;

namespace GovReportSchema.Tests.Json;

/// <summary>The end of a text is found, and its bytes are UTF-8, wherever in a vector a character begins.</summary>
public class TextScannerTests
{
    /// <summary>The first and last bytes of each row of the table of well-formed UTF-8 (Unicode, table 3-7), and some between.</summary>
    private static readonly byte[] s_bounds =
    [
        0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xE4, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ];

    /// <summary>Chinese alone, with characters of one, two and four bytes, and ASCII alone.</summary>
    private static readonly byte[][] s_surroundings =
    [
        Repeat("信息公开工作年度报告，"), Repeat("2025年a·😀项"), Repeat("plain"),
    ];

    [Fact]
    public void Whether_a_text_is_in_order_is_found_wherever_what_is_odd_in_it_stands()
    {
        var tried = (Good: 0, Bad: 0);
        foreach (var odd in Oddities())
        {
            foreach (var surrounding in s_surroundings)
            {
                // Each oddity of one or two bytes at each place of a vector, of more bytes at some.
                for (var before = odd.Length < 3 ? 0 : tried.Bad % 61; before < 133; before += odd.Length < 3 ? 1 : 61)
                {
                    byte[] text = [.. surrounding[..WholeCharacters(surrounding, before)], .. odd, .. surrounding];
                    var isGood = Utf8.IsValid(text);
                    byte[] json = [.. "\"a\":\""u8, .. text, .. "\",\"b\":\""u8, .. surrounding];

                    var end = TextScanner.FindEnd(json, 5, out var escaped);

                    Assert.True(end == (isGood && Vectors.Width > 0 ? 5 + text.Length : -1), $"{Convert.ToHexString(odd)} behind {before} bytes");
                    Assert.False(escaped);
                    tried = isGood ? (tried.Good + 1, tried.Bad) : (tried.Good, tried.Bad + 1);
                }
            }
        }

        Assert.InRange(tried.Good, 1_000, tried.Bad);
    }

    private static IEnumerable<byte[]> Oddities()
    {
        foreach (var first in s_bounds)
        {
            yield return [first];
            foreach (var second in s_bounds)
            {
                yield return [first, second];
                foreach (var third in s_bounds)
                {
                    yield return [first, second, third];
                    if (first >= 0xF0)
                    {
                        yield return [first, second, third, 0x80];
                    }
                }
            }
        }
    }

    private static int WholeCharacters(byte[] text, int length)
    {
        while (length < text.Length && (text[length] & 0xC0) == 0x80)
        {
            length++;
        }

        return length;
    }

    private static byte[] Repeat(string text) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, 200 / Encoding.UTF8.GetByteCount(text) + 1)));
}

namespace GovReportSchema.Tests.Making;

/// <summary>Spoils submissions as slips of a keyboard and of a network do.</summary>
internal static class Mutations
{
    /// <summary>The same bytes with one to three of them changed, added or dropped.</summary>
    public static byte[] Of(byte[] json, Random random)
    {
        ReadOnlySpan<byte> alphabet = "0123456789.-+eEnul\"\\,:{}[] \t\r\n\0\u00e9中"u8;
        var bytes = json.ToList();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            // Half of the mutations go where a digit is: they are what changes values and leaves the form in order.
            var at = random.Next(bytes.Count);
            if (random.Next(2) == 0)
            {
                at = bytes.FindIndex(at, value => value is >= (byte)'0' and <= (byte)'9');
            }

            if (at < 0)
            {
                continue;
            }

            switch (random.Next(4))
            {
                case 0: bytes[at] = alphabet[random.Next(alphabet.Length)]; break;
                case 1: bytes.Insert(at, alphabet[random.Next(alphabet.Length)]); break;
                case 2: bytes.RemoveAt(at); break;
                default: bytes[at] = (byte)random.Next(256); break;
            }
        }

        return [.. bytes];
    }
}

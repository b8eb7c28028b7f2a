namespace GovReportSchema.Locating;

/// <summary>The numbers that a text states in digits.</summary>
internal static class TextFigures
{
    /// <summary>Longer runs of digits are no figures of a report.</summary>
    private const int MostDigits = 18;

    /// <summary>Adds the numbers of a text: <c>1204</c>, <c>1,204</c>, <c>１２０４</c>, <c>1631.63</c>.</summary>
    public static void AddTo(HashSet<decimal> figures, string? text)
    {
        for (var i = 0; i < text?.Length; i++)
        {
            if (Digit(text[i]) < 0)
            {
                continue;
            }

            decimal number = 0;
            var digits = 0;
            decimal unit = 0;
            for (; i < text.Length; i++)
            {
                var digit = Digit(text[i]);
                if (digit >= 0 && digits++ < MostDigits)
                {
                    number = (number * 10) + digit;
                    unit *= 10;
                }
                else if (unit == 0 && text[i] is '.' or '．' && i + 1 < text.Length && Digit(text[i + 1]) >= 0)
                {
                    unit = 1;
                }
                else if (digit < 0 && !SeparatesThousands(text, i))
                {
                    break;
                }
            }

            if (digits <= MostDigits)
            {
                figures.Add(unit == 0 ? number : number / unit);
            }
        }
    }

    private static bool SeparatesThousands(string text, int at) =>
        text[at] is ',' or '，'
        && at + 3 < text.Length
        && Digit(text[at + 1]) >= 0 && Digit(text[at + 2]) >= 0 && Digit(text[at + 3]) >= 0
        && (at + 4 == text.Length || Digit(text[at + 4]) < 0);

    private static int Digit(char letter) => letter switch
    {
        >= '0' and <= '9' => letter - '0',
        >= '０' and <= '９' => letter - '０',
        _ => -1,
    };
}

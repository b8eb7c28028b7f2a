namespace GovReportSchema.Pages;

/// <summary>Texts that stand over and under one another on lines that keep columns by spaces.</summary>
internal sealed class LineBand
{
    /// <summary>Where its texts stand.</summary>
    private readonly LinePlaces _all = new();

    /// <summary>The same of those whose column is known.</summary>
    private readonly LinePlaces _known = new();

    /// <summary>From where to where they stand.</summary>
    public Extent Extent { get; private set; }

    /// <summary>Their column; -1 where none is known.</summary>
    public int Column { get; private set; } = -1;

    /// <summary>How many texts they are.</summary>
    public int Count => _all.Count;

    /// <summary>The bands that texts make, from left to right; null where texts of two columns stand under one another.</summary>
    public static List<LineBand>? Of(IEnumerable<LineText> texts)
    {
        var bands = new List<LineBand>();
        foreach (var text in texts.OrderBy(text => text.Extent.Start))
        {
            if (bands.Count == 0 || text.Extent.Start >= bands[^1].Extent.End)
            {
                bands.Add(new LineBand { Extent = text.Extent });
            }

            if (!bands[^1].Add(text))
            {
                return null;
            }
        }

        return IsInOrder(bands) ? bands : null;
    }

    /// <summary>Gives bands their columns in their order, where that contradicts none that is known.</summary>
    public static void Number(List<LineBand> bands)
    {
        if (!bands.Where((band, i) => band.Column >= 0 && band.Column != i).Any())
        {
            for (var i = 0; i < bands.Count; i++)
            {
                bands[i].Column = i;
            }
        }
    }

    /// <summary>Whether one of its texts begins, ends or has its middle where a text does.</summary>
    public bool IsInLine(LineText text) => _all.HasInLine(text.Extent);

    /// <summary>Whether a text begins, ends or has its middle where one of its texts does whose column is known, and so many are that none has moved alone.</summary>
    public bool IsSurelyInLine(LineText text, int enough) => _known.Count >= enough && _known.HasInLine(text.Extent);

    private bool Add(LineText text)
    {
        _all.Add(text.Extent);
        if (text.Column >= 0)
        {
            _known.Add(text.Extent);
        }

        Extent = Extent.With(text.Extent);
        if (text.Column < 0 || text.Column == Column)
        {
            return true;
        }

        (Column, var known) = (text.Column, Column);
        return known < 0;
    }

    /// <summary>Gives what stands between two texts of one column that column; false where columns do not follow one another.</summary>
    private static bool IsInOrder(List<LineBand> bands)
    {
        var last = -1;
        for (var i = 0; i < bands.Count; i++)
        {
            if (bands[i].Column < 0)
            {
                continue;
            }

            if (last >= 0 && bands[i].Column < bands[last].Column)
            {
                return false;
            }

            for (var between = last + 1; last >= 0 && bands[last].Column == bands[i].Column && between < i; between++)
            {
                bands[between].Column = bands[i].Column;
            }

            last = i;
        }

        return true;
    }
}

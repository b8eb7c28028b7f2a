namespace GovReportSchema.Locating;

/// <summary>Chooses sizes for the open moves so that every rule holds: where the rules leave a range, the likeliest number in it.</summary>
/// <param name="rules">The rules, with the moves opened and the ranges narrowed.</param>
/// <param name="scene">The report.</param>
internal sealed class OpenSizes(OpenRules rules, Scene scene)
{
    /// <summary>Ranges that are tried before the moves are given up; nearly always the first number does.</summary>
    private const int MostTries = 200;

    private readonly Choice[] _choices = new Choice[SlipSizes.MostSlips];
    private int _tries;

    /// <summary>How the size of each move was come by.</summary>
    public Choice[] Choices => _choices;

    /// <summary>Whether there are such sizes; the rules' ranges then end at them.</summary>
    public bool Choose(Move[] moves)
    {
        _tries = 0;
        Array.Clear(_choices);
        return Choose(moves, isFirst: true);
    }

    private bool Choose(Move[] moves, bool isFirst)
    {
        if (Next(moves) is not (>= 0 and var move))
        {
            return true;
        }

        if (++_tries > MostTries)
        {
            return false;
        }

        var (low, high) = (rules.Low[move], rules.High[move]);
        var (size, choice) = Likeliest(move, moves[move]);
        if (Try(moves, move, size, size, isFirst))
        {
            _choices[move] = isFirst ? choice : Choice.Example;
            return true;
        }

        // Something else in the range: both halves, without the number that did not do.
        var middle = low + ((high - low) / 2);
        if (Try(moves, move, size == low ? low + 1 : low, size == middle ? middle - 1 : middle, isFirst: false)
            || Try(moves, move, size == middle + 1 ? middle + 2 : middle + 1, size == high ? high - 1 : high, isFirst: false))
        {
            _choices[move] = Choice.Example;
            return true;
        }

        return false;
    }

    /// <summary>Goes on with a smaller range for one move; where that leads nowhere, the ranges are as before.</summary>
    private bool Try(Move[] moves, int move, long low, long high, bool isFirst)
    {
        if (low > high)
        {
            return false;
        }

        var (lows, highs) = ((long[])rules.Low.Clone(), (long[])rules.High.Clone());
        (rules.Low[move], rules.High[move]) = (low, high);
        if (rules.Narrow() is null && Choose(moves, isFirst))
        {
            return true;
        }

        Array.Copy(lows, rules.Low, lows.Length);
        Array.Copy(highs, rules.High, highs.Length);
        return false;
    }

    /// <summary>The move to choose a size for, one of a cell out of bounds first; -1 where each has one.</summary>
    private int Next(Move[] moves)
    {
        var next = -1;
        for (var m = moves.Length - 1; m >= 0; m--)
        {
            if (rules.Low[m] != rules.High[m] && (next < 0 || !scene.OutOfBounds.Contains(moves[next].Origin) || scene.OutOfBounds.Contains(moves[m].Origin)))
            {
                next = m;
            }
        }

        return next;
    }

    /// <summary>
    /// The sum itself where an equation only has a tolerance, a number with its sign lost, else the nearest that is in order.
    /// </summary>
    private (long Size, Choice Choice) Likeliest(int move, Move what)
    {
        var (low, high) = (rules.Low[move], rules.High[move]);
        var value = scene.Values[what.Origin];
        return rules.Exact(move) is { } exact ? (exact, Choice.Probable)
            : value < 0 && -2 * value >= low && -2 * value <= high ? (-2 * value, Choice.Probable)
            : low > 0 ? (low, Choice.Bound)
            : high < 0 ? (high, Choice.Bound)
            : (high > 0 ? 1 : -1, Choice.Example);
    }
}

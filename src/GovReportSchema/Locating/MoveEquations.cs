namespace GovReportSchema.Locating;

/// <summary>Equations over the sizes of a few moves, solved by elimination without fractions.</summary>
/// <param name="moves">How many moves there are.</param>
internal sealed class MoveEquations(int moves)
{
    /// <summary>With effects up to here the elimination of three moves comes to 123 bits, and stays an <see cref="Int128"/>.</summary>
    private const long LargestEffect = 1 << 8;

    private readonly List<int> _equations = new List<int>();
    private readonly List<Int128[]> _rows = new List<Int128[]>();

    /// <summary>Whether there is a whole family of answers, or the numbers are too large to say.</summary>
    public bool IsFamily { get; private set; }

    /// <summary>Says what a move does to an equation.</summary>
    public void Set(int equation, int move, long effect, long residual)
    {
        IsFamily |= effect is > LargestEffect or < -LargestEffect;
        var at = _equations.IndexOf(equation);
        if (at < 0)
        {
            at = _equations.Count;
            _equations.Add(equation);
            _rows.Add(new Int128[moves + 1]);
            _rows[at][moves] = -residual;
        }

        _rows[at][move] = effect;
    }

    /// <returns>Whether there is one answer, in whole numbers none of which is 0.</returns>
    public bool Solve(long[] sizes)
    {
        for (var m = 0; m < moves && !IsFamily; m++)
        {
            if (!Pivot(m))
            {
                IsFamily = true;
            }
        }

        for (var m = 0; m < _rows.Count && !IsFamily; m++)
        {
            var right = _rows[m][moves];
            if (m >= moves)
            {
                if (right != 0)
                {
                    return false;
                }

                continue;
            }

            var size = right / _rows[m][m];
            if (size == 0 || right % _rows[m][m] != 0)
            {
                return false;
            }

            sizes[m] = (long)Int128.Clamp(size, long.MinValue, long.MaxValue);
        }

        return !IsFamily;
    }

    /// <summary>Takes a move out of all equations but one.</summary>
    private bool Pivot(int move)
    {
        for (var at = move; at < _rows.Count; at++)
        {
            if (_rows[at][move] != 0)
            {
                (_rows[move], _rows[at]) = (_rows[at], _rows[move]);
                for (var r = 0; r < _rows.Count; r++)
                {
                    if (r != move)
                    {
                        TakeOut(_rows[r], _rows[move], move);
                    }
                }

                return true;
            }
        }

        return false;
    }

    private static void TakeOut(Int128[] row, Int128[] pivot, int move)
    {
        var (own, other) = (row[move], pivot[move]);
        for (var i = 0; i < row.Length && own != 0; i++)
        {
            row[i] = (row[i] * other) - (pivot[i] * own);
        }
    }
}

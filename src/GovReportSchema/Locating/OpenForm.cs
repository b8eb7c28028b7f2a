using System.Runtime.CompilerServices;

namespace GovReportSchema.Locating;

/// <summary>A sum over what is open in a cluster: the sizes of the chosen moves, which come first, and the blanks.</summary>
/// <param name="constant">What the filled cells add up to.</param>
/// <param name="blanks">Its blanks, as variables.</param>
/// <param name="coefficients">What each blank is multiplied by, never 0.</param>
internal sealed class OpenForm(Int128 constant, int[] blanks, long[] coefficients)
{
    private readonly Int128[] _ofMoves = new Int128[SlipSizes.MostSlips];

    /// <summary>Its terms: the blanks, and a place for each move.</summary>
    public int Terms => SlipSizes.MostSlips + blanks.Length;

    /// <summary>Lets a move's size bear on the sum by some more.</summary>
    public void AddMove(int move, Int128 coefficient) => _ofMoves[move] += coefficient;

    public void ForgetMoves() => Array.Clear(_ofMoves);

    public int Variable(int term) => term < SlipSizes.MostSlips ? term : blanks[term - SlipSizes.MostSlips];

    public Int128 Coefficient(int term) => term < SlipSizes.MostSlips ? _ofMoves[term] : coefficients[term - SlipSizes.MostSlips];

    /// <summary>Whether the sum moves with a term at all.</summary>
    public bool HasTerm(int term) => term >= SlipSizes.MostSlips || _ofMoves[term] != 0;

    /// <summary>The least and the most that the sum can be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (Int128 Least, Int128 Most) Sum(long[] low, long[] high)
    {
        var (least, most) = (constant, constant);
        for (var i = 0; i < _ofMoves.Length; i++)
        {
            var coefficient = _ofMoves[i];
            if (coefficient != 0)
            {
                var (a, b) = Term(coefficient, low[i], high[i]);
                least += a;
                most += b;
            }
        }

        for (var i = 0; i < blanks.Length; i++)
        {
            var (a, b) = Term(coefficients[i], low[blanks[i]], high[blanks[i]]);
            least += a;
            most += b;
        }

        return (least, most);
    }

    /// <summary>The least and the most that a term can be.</summary>
    public static (Int128 Least, Int128 Most) Term(Int128 coefficient, long low, long high) =>
        coefficient == 1 ? (low, high)
        : coefficient == -1 ? (-(Int128)high, -(Int128)low)
        : coefficient < 0 ? (coefficient * high, coefficient * low)
        : (coefficient * low, coefficient * high);
}

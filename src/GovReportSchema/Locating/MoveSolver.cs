using System.Numerics;
using System.Runtime.CompilerServices;

namespace GovReportSchema.Locating;

/// <summary>Finds by how much each of a few moves must go so that every residual becomes 0: one answer, exact, or none.</summary>
/// <param name="residuals">What each equation misses by.</param>
/// <param name="touched">How many of the moves touch each equation.</param>
internal sealed class MoveSolver(Int128[] residuals, byte[] touched)
{
    /// <summary>No cell moves farther than from one end of its range to the other.</summary>
    private const long Farthest = 2 * CellType.LargestDecimal;

    private readonly Int128[] _rest = new Int128[residuals.Length];
    private readonly byte[] _open = new byte[residuals.Length];

    /// <summary>Whether some moves had a whole family of answers, or may have: which of them are within bounds is not asked here.</summary>
    public bool SawFamily { get; private set; }

    /// <param name="moves">The moves; every violated equation is touched by one.</param>
    /// <param name="sizes">By how much each must go, none of them 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Solve(ReadOnlySpan<Move> moves, Span<Int128> sizes)
    {
        foreach (var move in moves)
        {
            foreach (var equation in move.Equations)
            {
                (_rest[equation], _open[equation]) = (residuals[equation], touched[equation]);
            }
        }

        var solved = 0;
        while (solved != (1 << moves.Length) - 1)
        {
            var before = solved;
            for (var m = 0; m < moves.Length; m++)
            {
                if ((solved & (1 << m)) == 0 && Alone(moves[m]) is var at && at >= 0)
                {
                    if (!Take(moves[m], at, out sizes[m]))
                    {
                        return false;
                    }

                    solved |= 1 << m;
                }
            }

            if (solved == before)
            {
                return Eliminate(moves, sizes);
            }
        }

        return true;
    }

    /// <summary>An equation that no other unsolved move touches; -1 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Alone(Move move)
    {
        for (var i = 0; i < move.Equations.Length; i++)
        {
            if (_open[move.Equations[i]] == 1)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Sizes a move by one of its equations and takes its effect out of the rest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Take(Move move, int at, out Int128 size)
    {
        var (quotient, remainder) = Int128.DivRem(-_rest[move.Equations[at]], move.Effects[at]);
        size = quotient;
        if (remainder != 0 || quotient == 0 || Int128.Abs(quotient) > Farthest)
        {
            return false;
        }

        for (var i = 0; i < move.Equations.Length; i++)
        {
            var equation = move.Equations[i];
            _rest[equation] += quotient * move.Effects[i];
            if (--_open[equation] == 0 && _rest[equation] != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Moves that overlap in every equation: elimination without fractions. Rare (no two or three cells of the official
    /// tables do), so whole numbers of any size are affordable.
    /// </summary>
    private bool Eliminate(ReadOnlySpan<Move> moves, Span<Int128> sizes)
    {
        var rows = new SortedDictionary<int, BigInteger[]>();
        for (var m = 0; m < moves.Length; m++)
        {
            for (var i = 0; i < moves[m].Equations.Length; i++)
            {
                var equation = moves[m].Equations[i];
                if (!rows.TryGetValue(equation, out var row))
                {
                    row = new BigInteger[moves.Length + 1];
                    row[^1] = (BigInteger)(-residuals[equation]);
                    rows.Add(equation, row);
                }

                row[m] = moves[m].Effects[i];
            }
        }

        var matrix = rows.Values.ToList();
        for (var m = 0; m < moves.Length; m++)
        {
            var pivot = matrix.FindIndex(m, row => !row[m].IsZero);
            if (pivot < 0)
            {
                SawFamily = true;
                return false;
            }

            (matrix[m], matrix[pivot]) = (matrix[pivot], matrix[m]);
            foreach (var row in matrix.Where(row => !ReferenceEquals(row, matrix[m]) && !row[m].IsZero))
            {
                var (own, other) = (row[m], matrix[m][m]);
                for (var i = 0; i < row.Length; i++)
                {
                    row[i] = (row[i] * other) - (matrix[m][i] * own);
                }
            }
        }

        for (var m = 0; m < matrix.Count; m++)
        {
            var size = m < moves.Length ? BigInteger.DivRem(matrix[m][^1], matrix[m][m], out var rest) : BigInteger.Zero;
            rest = m < moves.Length ? matrix[m][^1] - (size * matrix[m][m]) : matrix[m][^1];
            if (!rest.IsZero || (m < moves.Length && (size.IsZero || BigInteger.Abs(size) > Farthest)))
            {
                return false;
            }

            if (m < moves.Length)
            {
                sizes[m] = (Int128)size;
            }
        }

        return true;
    }
}

using System.Runtime.CompilerServices;

namespace GovReportSchema.Locating;

/// <summary>Finds by how much each of a few moves must go so that every residual becomes 0: one answer, exact, or none.</summary>
/// <param name="residuals">What each equation misses by.</param>
/// <param name="touched">How many of the moves touch each equation.</param>
internal sealed class MoveSolver(long[] residuals, byte[] touched)
{
    private readonly long[] _rest = new long[residuals.Length];
    private readonly byte[] _open = new byte[residuals.Length];
    private readonly long[] _sizes = new long[SlipSizes.MostSlips];

    /// <summary>
    /// Whether some moves had a whole family of answers, or numbers that leave a <see cref="long"/>, or may have: which of them are
    /// within bounds is not asked here.
    /// </summary>
    public bool SawFamily { get; private set; }

    /// <summary>By how much each of the moves goes that were solved last.</summary>
    public long[] Sizes => _sizes;

    /// <param name="moves">The moves; every violated equation is touched by one.</param>
    /// <param name="count">How many of them there are.</param>
    /// <returns>Whether there are sizes, none of them 0.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Solve(Move[] moves, int count)
    {
        for (var m = 0; m < count; m++)
        {
            foreach (var equation in moves[m].Equations)
            {
                _rest[equation] = residuals[equation];
                _open[equation] = touched[equation];
            }
        }

        var solved = 0;
        while (solved != (1 << count) - 1)
        {
            var before = solved;
            for (var m = 0; m < count; m++)
            {
                if ((solved & (1 << m)) == 0 && Alone(moves[m].Equations) is var at && at >= 0)
                {
                    if (!Take(moves[m], at, out _sizes[m]))
                    {
                        return false;
                    }

                    solved |= 1 << m;
                }
            }

            if (solved == before)
            {
                return Eliminate(moves, count);
            }
        }

        return true;
    }

    /// <summary>An equation that no other unsolved move touches; -1 where there is none.</summary>
    private int Alone(int[] equations)
    {
        for (var i = 0; i < equations.Length; i++)
        {
            if (_open[equations[i]] == 1)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Sizes a move by one of its equations and takes its effect out of the rest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Take(Move move, int at, out long size)
    {
        // Nearly all effects are 1 or -1, and a division takes ten times as long as all the rest.
        var (rest, effect) = (_rest[move.Equations[at]], move.Effects[at]);
        size = effect == 1 ? -rest : effect == -1 ? rest : -(rest / effect);
        if (size == 0 || (effect is not (1 or -1) && rest % effect != 0))
        {
            return false;
        }

        if (size > move.Farthest || size < -move.Farthest)
        {
            SawFamily = true;
            return false;
        }

        for (var i = 0; i < move.Equations.Length; i++)
        {
            var equation = move.Equations[i];
            _rest[equation] += size * move.Effects[i];
            if (--_open[equation] == 0 && _rest[equation] != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Moves that overlap in every equation. Rare: no two or three cells of the official tables do.</summary>
    private bool Eliminate(Move[] moves, int count)
    {
        var system = new MoveEquations(count);
        for (var m = 0; m < count; m++)
        {
            for (var i = 0; i < moves[m].Equations.Length; i++)
            {
                system.Set(moves[m].Equations[i], m, moves[m].Effects[i], residuals[moves[m].Equations[i]]);
            }
        }

        var isSolved = system.Solve(_sizes);
        SawFamily |= system.IsFamily;
        for (var m = 0; m < count; m++)
        {
            if (isSolved && (_sizes[m] > moves[m].Farthest || _sizes[m] < -moves[m].Farthest))
            {
                SawFamily = true;
                return false;
            }
        }

        return isSolved;
    }
}

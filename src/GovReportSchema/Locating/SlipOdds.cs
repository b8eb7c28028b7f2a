using System.Numerics;

namespace GovReportSchema.Locating;

/// <summary>
/// How unlikely it is that a slip made what stands in a report of what belongs there. A cost is the logarithm of the odds, in
/// eighths of a bit, so that costs add where odds multiply: 8 more is half as likely. Two things count: how often the slip happens
/// and in how many ways (a longer number has more digits to mistake), and how usual the numbers are where they stand. Whole
/// numbers only, so that the order is the same on every machine.
/// </summary>
internal sealed class SlipOdds(Scene scene, Grid grid)
{
    /// <summary>Explanations whose odds differ by less than four to one are as likely as each other: the model knows no better.</summary>
    public const int Tie = 2 * Bit;

    private const int Bit = 8;

    /// <summary>A slip at all, in one cell of a few hundred.</summary>
    private const int Slip = 8 * Bit;

    /// <summary>How finely numbers are spread: one of them, of a given length.</summary>
    private const int Number = 4 * Bit;

    /// <summary>Of each cell that was asked for, what a 0 costs there.</summary>
    private readonly int[] _zeroes = new int[scene.Values.Length];

    /// <summary>Of each cell that was asked for, what another number costs there, its length aside; 0 where it was not.</summary>
    private readonly int[] _others = new int[scene.Values.Length];

    /// <summary>A cell by itself, or a leaf whose totals follow.</summary>
    public int Of(CellChange change, SlipKind kind)
    {
        var (from, to) = (change.From == Report.Blank ? 0 : change.From, change.To);
        if (kind == SlipKind.TotalNotUpdated)
        {
            // Its parts are what they are: that it is another total says nothing of them.
            return Slip + Bit + Bit + Log(Math.Abs(to - from));
        }

        var digits = DigitCount(to);
        var way = kind switch
        {
            SlipKind.DigitWrong => (2 * Bit) + Log(9 * digits),
            SlipKind.DigitsTransposed => (3 * Bit) + Log(digits),
            SlipKind.DigitDropped => (3 * Bit) + Log(digits),
            SlipKind.DigitAdded => (3 * Bit) + Log(10 * (digits + 1)),
            SlipKind.SignWrong => 3 * Bit,
            SlipKind.UnitWrong => (3 * Bit) + Log(8),
            SlipKind.BlankLeft => 2 * Bit,

            // Any number that could stand there.
            _ => (2 * Bit) + OfNumber(change.Cell, from),
        };
        return Slip + way + OfNumber(change.Cell, to) - OfNumber(change.Cell, from);
    }

    /// <summary>Two cells whose values were exchanged.</summary>
    /// <param name="sideBySide">Whether they are neighbours on the form.</param>
    /// <param name="oneIsEmpty">Whether one of the two has nothing to exchange: a value in the wrong cell.</param>
    public static int OfExchange(bool sideBySide, bool oneIsEmpty) =>
        Slip + ((sideBySide, oneIsEmpty) switch
        {
            (true, true) => 3 * Bit,
            (true, false) => 5 * Bit,

            // With any other cell of the table.
            _ => 10 * Bit,
        });

    /// <summary>A value that was put into the neighbouring cell on top of what belongs there, or over it.</summary>
    public int OfMove(CellChange empty, CellChange neighbour) =>
        Slip + (5 * Bit) + OfNumber(empty.Cell, empty.To) - OfNumber(empty.Cell, 0)
        + OfNumber(neighbour.Cell, neighbour.To) - OfNumber(neighbour.Cell, neighbour.From);

    /// <summary>
    /// How unusual a number is in a cell: a 0 by the zeroes in the cell's row and column, another by its length, since as many
    /// numbers of a report have one digit as have two.
    /// </summary>
    private int OfNumber(int cell, long number)
    {
        if (_others[cell] == 0)
        {
            grid.Around(cell, scene.Values, out var zeroes, out var others);
            var all = Log(zeroes + others + 2);
            (_zeroes[cell], _others[cell]) = (all - Log(zeroes + 1), all - Log(others + 1) + Number);
        }

        return number == 0 ? _zeroes[cell] : _others[cell] + Log(Math.Abs(number));
    }

    private static int DigitCount(long number)
    {
        var digits = 1;
        for (var rest = Math.Abs(number); rest >= 10; rest /= 10)
        {
            digits++;
        }

        return digits;
    }

    /// <summary>The logarithm to base 2 in eighths, straight between the powers of 2.</summary>
    private static int Log(long number)
    {
        var power = BitOperations.Log2((ulong)number);
        var rest = power >= 3 ? (int)(number >> (power - 3)) : (int)(number << (3 - power));
        return (power * Bit) + rest - Bit;
    }
}

using System.Numerics;

namespace GovReportSchema.Generators.Definition.Analysis;

/// <summary>
/// What a set of linear equations says in all: each added one is reduced by those before it, exactly, over the rational numbers
/// (whole coefficients, divided by their greatest common divisor).
/// </summary>
internal sealed class EquationBasis
{
    /// <summary>The column of what stands beside the cells.</summary>
    public const int Constant = int.MaxValue;

    private readonly Dictionary<int, SortedDictionary<int, BigInteger>> _byPivot = [];

    /// <summary>How many of the added equations are independent.</summary>
    public int Rank => _byPivot.Count;

    /// <summary>Adds an equation.</summary>
    public void Add(IEnumerable<KeyValuePair<int, BigInteger>> equation)
    {
        var row = Reduce(equation);
        if (row.Count > 0)
        {
            _byPivot.Add(row.First().Key, row);
        }
    }

    /// <summary>
    /// What is left of a sum that should be 0, or compares with it: nothing, where the equations make it 0; the constant alone, where they
    /// make it another number. It is the sum times a positive number, so that it compares with 0 as the sum does.
    /// </summary>
    public SortedDictionary<int, BigInteger> Reduce(IEnumerable<KeyValuePair<int, BigInteger>> equation)
    {
        var row = new SortedDictionary<int, BigInteger>();
        foreach (var term in equation)
        {
            Add(row, term.Key, term.Value);
        }

        for (var done = -1; ;)
        {
            var pivot = -1;
            foreach (var column in row.Keys)
            {
                if (column > done && _byPivot.ContainsKey(column))
                {
                    pivot = column;
                    break;
                }
            }

            if (pivot < 0)
            {
                return row;
            }

            // What is subtracted has no column before its pivot, so no earlier one comes back.
            Subtract(row, _byPivot[pivot], pivot);
            done = pivot;
        }
    }

    private static void Subtract(SortedDictionary<int, BigInteger> row, SortedDictionary<int, BigInteger> other, int pivot)
    {
        var (own, its) = (row[pivot], other[pivot]);
        foreach (var column in row.Keys.ToList())
        {
            row[column] *= BigInteger.Abs(its);
        }

        foreach (var term in other)
        {
            Add(row, term.Key, -own * its.Sign * term.Value);
        }

        var divisor = row.Values.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        if (divisor > BigInteger.One)
        {
            foreach (var column in row.Keys.ToList())
            {
                row[column] /= divisor;
            }
        }
    }

    private static void Add(SortedDictionary<int, BigInteger> row, int column, BigInteger value)
    {
        row.TryGetValue(column, out var before);
        if ((before + value).IsZero)
        {
            row.Remove(column);
        }
        else
        {
            row[column] = before + value;
        }
    }
}

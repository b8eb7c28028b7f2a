using System.Buffers;

namespace GovReportSchema.Checking;

/// <summary>The numbers that each cell can still be: one for a filled cell, a range for a blank.</summary>
internal static class Domains
{
    /// <summary>
    /// Rounds after which narrowing stops. Each round is sound by itself, so stopping early only leaves a rule undetermined;
    /// what the rules of a form force is found in a handful (a total from its parts, a part from its total, and so on).
    /// </summary>
    private const int MostRounds = 64;

    /// <summary>Opens a range for each blank.</summary>
    public static void Open(Report report, Blanks blanks, Span<long> values, Span<long> low, Span<long> high)
    {
        var types = report.Format.Shape.Types;
        for (var i = 0; i < types.Length; i++)
        {
            var value = report.Values[i];
            if (value == Report.Blank && blanks == Blanks.Zero && types[i].IsNumber)
            {
                value = 0;
            }

            values[i] = value;
            (low[i], high[i]) = value > Report.Unread ? (value, value) : (types[i].Minimum, types[i].Maximum);
        }
    }

    /// <summary>The least and the most that a check's sum can be.</summary>
    public static (Int128 Least, Int128 Most) Sum(CheckPlan plan, in Check check, ReadOnlySpan<long> low, ReadOnlySpan<long> high)
    {
        var (least, most) = ((Int128)check.Constant, (Int128)check.Constant);
        for (var i = check.FirstTerm; i < check.FirstTerm + check.TermCount; i++)
        {
            var (a, b) = Term(plan, i, low, high);
            least += a;
            most += b;
        }

        return (least, most);
    }

    /// <summary>
    /// Narrows the ranges to what the rules leave (a row total of 0 forces its blanks to 0). Only rules whose violation is an
    /// error count: a suspicion forces nothing. All rules of a round see the ranges as the round before left them, so their
    /// order does not matter; where two leave a blank no number at all, both are violated and it keeps its range. Where the rules
    /// one by one narrow no further, the equations are solved together.
    /// </summary>
    /// <param name="plan">The format's rules.</param>
    /// <param name="low">The least that each cell can be.</param>
    /// <param name="high">The most that each cell can be.</param>
    /// <param name="violated">Is set for the checks that no filling satisfies.</param>
    /// <param name="except">A check that does not take part; -1 where all do.</param>
    /// <returns>The terms of rules and equations that were looked at.</returns>
    public static long Narrow(CheckPlan plan, Span<long> low, Span<long> high, Span<bool> violated, int except = -1)
    {
        var count = plan.PreviousBase;
        var rented = ArrayPool<long>.Shared.Rent(2 * count);
        var narrowers = ArrayPool<int>.Shared.Rent(2 * count);
        var changed = ArrayPool<bool>.Shared.Rent(count);
        try
        {
            changed.AsSpan(0, count).Fill(true);
            var round = new Round(
                plan, low, high, violated, rented.AsSpan(0, 2 * count), narrowers.AsSpan(0, 2 * count), changed.AsSpan(0, count), except);
            var (rounds, work) = (1, 0L);
            while (rounds < MostRounds && (round.Run() || BlankEquations.Narrow(plan, low, high, violated, changed, except, ref work)))
            {
                rounds++;
            }

            return work + ((long)rounds * plan.Cells.Length);
        }
        finally
        {
            ArrayPool<long>.Shared.Return(rented);
            ArrayPool<int>.Shared.Return(narrowers);
            ArrayPool<bool>.Shared.Return(changed);
        }
    }

    private static (Int128 Least, Int128 Most) Term(CheckPlan plan, int term, ReadOnlySpan<long> low, ReadOnlySpan<long> high)
    {
        // Nearly all coefficients are 1 or -1, and a product of this width takes ten times as long as a sum.
        var coefficient = plan.Coefficients[term];
        Int128 a = low[plan.Cells[term]];
        Int128 b = high[plan.Cells[term]];
        return coefficient switch
        {
            1 => (a, b),
            -1 => (-b, -a),
            < 0 => (coefficient * b, coefficient * a),
            _ => (coefficient * a, coefficient * b),
        };
    }

    private readonly ref struct Round(
        CheckPlan plan, Span<long> low, Span<long> high, Span<bool> violated, Span<long> next, Span<int> narrowers, Span<bool> changed, int except)
    {
        private readonly CheckPlan _plan = plan;
        private readonly int _except = except;
        private readonly Span<long> _low = low;
        private readonly Span<long> _high = high;
        private readonly Span<bool> _violated = violated;
        private readonly Span<long> _nextLow = next[..plan.PreviousBase];
        private readonly Span<long> _nextHigh = next[plan.PreviousBase..];
        private readonly Span<int> _lowBy = narrowers[..plan.PreviousBase];
        private readonly Span<int> _highBy = narrowers[plan.PreviousBase..];
        private readonly Span<bool> _changed = changed;

        /// <summary>Lets every rule narrow once.</summary>
        /// <returns>Whether any range became narrower.</returns>
        public bool Run()
        {
            var count = _plan.PreviousBase;
            _low[..count].CopyTo(_nextLow);
            _high[..count].CopyTo(_nextHigh);
            _lowBy.Fill(-1);
            _highBy.Fill(-1);
            for (var c = 0; c < _plan.Checks.Length; c++)
            {
                ref readonly var check = ref _plan.Checks[c];
                if (c != _except && !_violated[c] && _plan.Forces(check) && HasChanged(check))
                {
                    NarrowBy(c, check);
                }
            }

            return Settle();
        }

        /// <summary>Whether a check may narrow more than it did when it was last looked at.</summary>
        private bool HasChanged(in Check check)
        {
            foreach (var cell in _plan.CellsOf(check))
            {
                if (_changed[cell])
                {
                    return true;
                }
            }

            return false;
        }

        private void NarrowBy(int c, in Check check)
        {
            var (least, most) = Sum(_plan, check, _low, _high);
            if (least == most)
            {
                // Nothing is open; the rule itself is judged once the ranges have settled.
                return;
            }

            var rule = _plan.RuleOf(check);
            if (Interval.Satisfies(rule, least, most) == Truth.Never)
            {
                _violated[c] = true;
                return;
            }

            for (var i = check.FirstTerm; i < check.FirstTerm + check.TermCount; i++)
            {
                var (a, b) = Term(_plan, i, _low, _high);
                if (a != b)
                {
                    NarrowTerm(c, i, rule, least - a, most - b);
                }
            }
        }

        /// <summary>Narrows one cell to what the rest of a check's sum leaves it.</summary>
        private void NarrowTerm(int c, int term, Rule rule, Int128 restLeast, Int128 restMost)
        {
            var cell = _plan.Cells[term];
            Int128 coefficient = _plan.Coefficients[term];
            if (rule.Relation != Relation.AtLeast)
            {
                // coefficient * cell <= tolerance - rest
                var bound = rule.Tolerance - restLeast;
                if (coefficient > 0)
                {
                    SetHigh(c, cell, Interval.FloorDivide(bound, coefficient));
                }
                else
                {
                    SetLow(c, cell, Interval.CeilingDivide(bound, coefficient));
                }
            }

            if (rule.Relation != Relation.AtMost)
            {
                // coefficient * cell >= -tolerance - rest
                var bound = -rule.Tolerance - restMost;
                if (coefficient > 0)
                {
                    SetLow(c, cell, Interval.CeilingDivide(bound, coefficient));
                }
                else
                {
                    SetHigh(c, cell, Interval.FloorDivide(bound, coefficient));
                }
            }
        }

        private void SetLow(int c, int cell, Int128 bound)
        {
            if (bound > _nextLow[cell])
            {
                (_nextLow[cell], _lowBy[cell]) = ((long)Int128.Min(bound, long.MaxValue), c);
            }
        }

        private void SetHigh(int c, int cell, Int128 bound)
        {
            if (bound < _nextHigh[cell])
            {
                (_nextHigh[cell], _highBy[cell]) = ((long)Int128.Max(bound, long.MinValue), c);
            }
        }

        private bool Settle()
        {
            var changed = false;
            for (var cell = 0; cell < _plan.PreviousBase; cell++)
            {
                _changed[cell] = false;
                if (_lowBy[cell] < 0 && _highBy[cell] < 0)
                {
                    continue;
                }

                if (_nextLow[cell] > _nextHigh[cell])
                {
                    MarkViolated(_lowBy[cell]);
                    MarkViolated(_highBy[cell]);
                    continue;
                }

                (_low[cell], _high[cell]) = (_nextLow[cell], _nextHigh[cell]);
                _changed[cell] = true;
                changed = true;
            }

            return changed;
        }

        private void MarkViolated(int check)
        {
            if (check >= 0)
            {
                _violated[check] = true;
            }
        }
    }
}

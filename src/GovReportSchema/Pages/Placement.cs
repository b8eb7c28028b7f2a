namespace GovReportSchema.Pages;

/// <summary>Values of a page that were found to belong to cells of the form.</summary>
/// <param name="Cells">The cells.</param>
/// <param name="Values">The value of each; null where the page has none for it.</param>
/// <param name="Fit">How well the label fits that led to them.</param>
/// <param name="Head">How far the head over them was read.</param>
internal sealed record Placement(int[] Cells, Token?[] Values, Fit Fit, HeadState Head)
{
    /// <summary>Whether the sums decided between this reading and another one.</summary>
    public bool Judged { get; init; }

    /// <summary>Whether the places of values on their line told their columns.</summary>
    public bool ByLine { get; init; }

    /// <summary>The label that led to them, as found.</summary>
    public string Label { get; init; } = "";

    /// <summary>How many blanks between the label and the first value were left out.</summary>
    public int Skipped { get; init; }

    /// <summary>Whether the page prints the columns in another order than the form does.</summary>
    public bool IsReordered
    {
        get
        {
            var printed = Enumerable.Range(0, Cells.Length).Where(i => Values[i] is not null).OrderBy(i => Values[i]!.Cell.Column).Select(i => Cells[i]).ToList();
            return printed.Zip(printed.Skip(1)).Any(pair => pair.First > pair.Second);
        }
    }

    /// <summary>Whether it gives the same cells the same values, in whatever order.</summary>
    public bool SameValuesAs(Placement other)
    {
        var values = other.Cells.Zip(other.Values).ToDictionary(pair => pair.First, pair => pair.Second);
        return Cells.Length == other.Cells.Length && Cells.Zip(Values).All(pair => values.TryGetValue(pair.First, out var value)
            && value is not null && pair.Second is { } token && token.SameValue(value));
    }

    public bool SameAs(Placement other) =>
        Cells.AsSpan().SequenceEqual(other.Cells)
        && Values.Zip(other.Values, (left, right) => left is not null && right is not null && left.SameValue(right)).All(same => same);
}

/// <summary>What was found of a table on a page.</summary>
internal sealed class TableReading
{
    public List<Placement> Placements { get; } = [];

    /// <summary>Runs of values that belong to no row of the form, with the text before them.</summary>
    public List<(Token First, string Label, string Values)> NotPlaced { get; } = [];

    /// <summary>Rows of the form whose values could be read in several ways.</summary>
    public List<(Token First, string Label, string Values)> Ambiguous { get; } = [];

    /// <summary>The table as it is on the page, with the entries found.</summary>
    public required TableForm Form { get; init; }

    /// <summary>The entries of its rows that repeat.</summary>
    public required TableEntries Entries { get; init; }

    /// <summary>The share of its cells that were placed, to tell whether it is the table at all.</summary>
    public double PlacedShare => PlacedCells / (double)Math.Max(1, Form.Cells.Count);

    /// <summary>Units of money that stand over the table or under it.</summary>
    public List<UnitCaption> Captions { get; set; } = [];

    /// <summary>Whether many of its values and the labels over them show that lines keep every place, even where one space parts two texts.</summary>
    public bool KeepsPlaces { get; set; }

    /// <summary>The beginning of a run of values, for a finding.</summary>
    public static string Show(IReadOnlyList<Token> run)
    {
        const int longest = 12;
        var shown = string.Join(" | ", run.Take(longest).Select(token => token.Text.Trim()));
        return run.Count > longest ? shown + " | …" : shown;
    }

    /// <summary>Keeps what another reading, as good as this, agrees to.</summary>
    public void KeepCommon(TableReading other)
    {
        Doubt(mine => !Entries.HasSameKeys(other.Entries) || !other.Placements.Exists(mine.SameAs));
    }

    /// <summary>Takes back what is in doubt.</summary>
    public void Doubt(Func<Placement, bool> isDoubtful)
    {
        foreach (var placement in Placements.Where(isDoubtful).ToList())
        {
            Placements.Remove(placement);
            Ambiguous.Add((placement.Values[0]!, placement.Label, string.Join(" | ", placement.Values.Select(value => value?.Text.Trim()))));
        }
    }

    /// <summary>Takes its placements over to the table of a report, where entries of other tables may stand before its own.</summary>
    public IEnumerable<Placement> PlacedIn(TableForm table)
    {
        var places = new Dictionary<int, int>(Form.Cells.Count);
        for (var i = 0; i < Form.Cells.Count; i++)
        {
            places.Add(Form.Cells[i], table.Cells[i]);
        }

        return Placements.Select(placement => placement with { Cells = Array.ConvertAll(placement.Cells, cell => places[cell]) });
    }

    /// <summary>How many cells were given a value or a blank.</summary>
    public int PlacedCells => Placements.Sum(placement => placement.Cells.Length);
}

/// <summary>Judges a reading by the sums of the form.</summary>
internal static class SumJudge
{
    /// <summary>Whether every sum among some cells holds. False where there is none to judge by.</summary>
    public static bool Confirms(ReportFormat format, Placement placement)
    {
        var plan = format.Plan;
        var values = new Dictionary<int, Token?>();
        for (var i = 0; i < placement.Cells.Length; i++)
        {
            values[placement.Cells[i]] = placement.Values[i];
        }

        var judged = false;
        foreach (ref readonly var check in plan.Checks.AsSpan())
        {
            if (check.NeedsPrevious || check.When is not null)
            {
                continue;
            }

            decimal sum = check.Constant;
            var complete = true;
            var filled = false;
            for (var i = check.FirstTerm; i < check.FirstTerm + check.TermCount && complete; i++)
            {
                complete = values.TryGetValue(plan.Cells[i], out var token) && token is { IsNumberOrBlank: true } && format.Shape.Types[plan.Cells[i]].IsNumber;
                filled |= token is { IsBlank: false };
                sum += complete ? token!.Value.Number * plan.Coefficients[i] : 0;
            }

            if (!complete || !filled || plan.RuleOf(check).Relation != Relation.Equal || plan.RuleOf(check).Scale != 0)
            {
                continue;
            }

            if (sum != 0)
            {
                return false;
            }

            judged = true;
        }

        return judged;
    }

    /// <summary>Whether a sum among some cells does not hold, with nothing for what is blank.</summary>
    public static bool Refutes(ReportFormat format, Placement placement)
    {
        var plan = format.Plan;
        var values = placement.Cells.Zip(placement.Values).ToDictionary(pair => pair.First, pair => pair.Second);
        foreach (ref readonly var check in plan.Checks.AsSpan())
        {
            var terms = Enumerable.Range(check.FirstTerm, check.TermCount).ToList();
            if (check.NeedsPrevious || check.When is not null || plan.RuleOf(check).Relation != Relation.Equal || plan.RuleOf(check).Scale != 0
                || !terms.TrueForAll(term => values.ContainsKey(plan.Cells[term]) && format.Shape.Types[plan.Cells[term]].IsNumber))
            {
                continue;
            }

            var sum = check.Constant + terms.Sum(term => (values[plan.Cells[term]]?.Value.Number ?? 0) * plan.Coefficients[term]);
            if (sum != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The one reading whose sums hold where those of the others do not; null where there is no one such.</summary>
    public static Placement? Choose(ReportFormat format, IReadOnlyList<Placement> readings)
    {
        Placement? chosen = null;
        foreach (var reading in readings)
        {
            if (Confirms(format, reading))
            {
                if (chosen is not null)
                {
                    return null;
                }

                chosen = reading;
            }
        }

        return chosen is null ? null : chosen with { Judged = true };
    }
}

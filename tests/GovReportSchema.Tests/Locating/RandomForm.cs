namespace GovReportSchema.Tests.Locating;

/// <summary>A small form made at random: a table with totals, and rules of every kind that a definition can have.</summary>
internal sealed class RandomForm
{
    private readonly Random _random;
    private readonly int _rows;
    private readonly int _columns;
    private readonly List<Rule> _rules = [];

    public RandomForm(Random random)
    {
        _random = random;
        (_rows, _columns) = (random.Next(2, 4), random.Next(2, 5));
        var most = random.Next(3, 7);
        Type = random.Next(4) switch
        {
            0 => new CellType(CellKind.Signed, 0, null, -2, most - 2, BlankPolicy.Allowed),
            1 => new CellType(CellKind.Decimal, 1, "元", 0, most, BlankPolicy.Allowed),
            _ => SmallFormat.UpTo(most),
        };
        AddTotals();
        for (var i = random.Next(0, 4); i > 0; i--)
        {
            AddRule();
        }

        Format = SmallFormat.Make(_rows, _columns, Type, [.. _rules]);
    }

    public CellType Type { get; }

    public ReportFormat Format { get; }

    public IReadOnlyList<Rule> Rules => _rules;

    /// <summary>A report in which every rule holds, last year's beside it; null where none was found in many trials.</summary>
    public (Report Report, Report Previous)? Fill()
    {
        for (var i = 0; i < 100; i++)
        {
            var (report, previous) = (Draw(), Draw());
            report.FillTotals();
            if (FormTrial.Holds(this, report.Values, previous.Values))
            {
                return (report, previous);
            }
        }

        return null;
    }

    public decimal Any() => (decimal)_random.NextInt64(Type.Minimum, Type.Maximum + 1) / (Type.Scale == 0 ? 1 : 10);

    /// <summary>The bounds and the rules, to see what a failing trial was about.</summary>
    public override string ToString() => $"{Type.Minimum}..{Type.Maximum}, {_columns} columns\n" + string.Join('\n', _rules.Select(rule =>
        $"{rule.Id} {rule.Severity}: {Shown(rule.Axes[0].Terms, rule.Axes[0].Constant)} {rule.Relation} 0 within {rule.Tolerance}"
        + (rule.Axes[0].When is { } when ? $" when {Shown(when.Terms, when.Constant)} {when.Relation} 0" : "")));

    private static string Shown(IReadOnlyList<Term> terms, long constant) =>
        string.Join(" + ", terms.Select(term => $"{term.Coefficient} * {(term.Previous ? "previous " : "")}{term.Offset}")) + $" + {constant}";

    private Report Draw() => SmallFormat.Report(
        Format, [.. Enumerable.Range(0, _rows * _columns).Select(_ => (decimal?)(_random.Next(2) == 0 ? Math.Max(0, Type.Minimum) : Any()))]);

    /// <summary>Totals of rows in the last column, of columns in the last row, or of neither.</summary>
    private void AddTotals()
    {
        if (_random.Next(4) > 0)
        {
            for (var row = 0; row < _rows; row++)
            {
                AddTotal([.. Enumerable.Range(0, _columns).Select(column => (row * _columns) + column)]);
            }
        }

        if (_random.Next(3) > 0)
        {
            for (var column = 0; column < _columns; column++)
            {
                AddTotal([.. Enumerable.Range(0, _rows).Select(row => (row * _columns) + column)]);
            }
        }
    }

    private void AddTotal(int[] cells) => Add(new(
        Id(), new("total", "total"), [new([0], cells[^1], [new(cells[^1], 1), .. cells[..^1].Select(cell => new Term(cell, -1))])])
    {
        IsTotal = true,
    });

    private void AddRule()
    {
        var cells = Enumerable.Range(0, _rows * _columns).OrderBy(_ => _random.Next()).Take(_random.Next(1, 5)).ToArray();
        Term[] terms = [.. cells.Select(cell => new Term(cell, _random.Next(6) switch { 0 => 2, 1 or 2 => 1, _ => -1 }))];
        if (_random.Next(6) == 0)
        {
            terms = [.. terms, new Term(cells[0], -1, Previous: true)];
        }

        var axis = new RuleAxis([0], cells[0], terms, _random.Next(3) == 0 ? _random.Next(-2, 3) : 0);
        if (_random.Next(3) == 0)
        {
            axis = axis with
            {
                When = new([new(_random.Next(_rows * _columns), 1), new(cells[^1], -1)], (Relation)_random.Next(4), _random.Next(-1, 2)),
            };
        }

        Add(new(Id(), new("rule", "rule"), [axis])
        {
            Relation = (Relation)_random.Next(4),
            Tolerance = _random.Next(3) == 0 ? 1 : 0,
            Severity = _random.Next(6) == 0 ? Severity.Warning : Severity.Error,
        });
    }

    private void Add(Rule rule) => _rules.Add(rule);

    private string Id() => $"t.rule{_rules.Count}";
}

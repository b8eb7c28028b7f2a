using GovReportSchema.Tests.Making;
using Xunit;

namespace GovReportSchema.Tests.Locating;

/// <summary>
/// The validator and the locator are one arithmetic, on every form at hand: with conditions, tolerances, decimals, parts that need not
/// be all, rows that repeat, last year's report, dates and choices among the cells.
/// </summary>
public class EveryFormRepairTests
{
    private static readonly ReportFormat[] s_forms =
    [
        .. new[]
        {
            "county-services", "county-services-next", "foi-annual", "site-list", "site-survey", "site-survey-next",
            "disclosure-2021-province", "disclosure-2021-city", "one-column-statistics",
        }.Select(id => ReportFormats.Find(id)!),
        LargeForm.Descriptor,
    ];

    public static TheoryData<string> Forms => [.. s_forms.Select(form => form.Id)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void After_any_repair_no_rule_is_violated(string form)
    {
        var random = new Random(20260107);
        var pattern = s_forms.Single(other => other.Id == form);
        var rules = RulesOfNumbers(pattern);
        var (wrong, applied) = (0, 0);
        for (var i = Math.Max(6, MadeReports.Trials * 100 / Math.Max(50, pattern.Cells.Count)); i > 0; i--)
        {
            var own = pattern.WithEntries([.. pattern.Repeats.Select(_ => random.Next(0, 4))]);
            var report = InOrder(own, 2024, random);
            var options = new CheckOptions
            {
                Blanks = (Blanks)random.Next(2),
                Previous = random.Next(2) == 0 ? null : InOrder(own, 2023, random),
            };
            Spoil(report, random);
            var before = Errors(report, options, rules);
            var repairs = report.Locate(options);
            Assert.Equal(
                before.Count > 0,
                repairs.State == RepairState.TooMany || repairs.Any(repair => repair.Kind != SlipKind.BlankLeft || options.Blanks == Blanks.Zero));
            wrong += before.Count > 0 ? 1 : 0;
            foreach (var repair in repairs.Take(20))
            {
                report.Apply(repair);
                Assert.Empty(Errors(report, options, rules).Except(repairs.Unexplained.Select(cell => cell.Path)));
                applied++;
                foreach (var change in repair.Changes)
                {
                    report.SetValue(change.Cell.Index, change.From);
                }
            }
        }

        Assert.True(wrong > 0 && applied >= wrong / 2, $"{applied} repairs of {wrong} wrong reports");
    }

    [Fact]
    public void Three_wrong_cells_of_five_thousand_are_found_and_fifty_are_too_many()
    {
        var random = new Random(20260108);
        for (var i = 0; i < 10; i++)
        {
            var report = LargeForm.Make(random);
            var truth = Spoil(report, [.. Enumerable.Range(0, 3).Select(_ => random.Next(LargeForm.Rows * LargeForm.Columns)).Distinct()], random);

            Assert.Contains(report.Locate(), repair => truth.SetEquals(repair.Changes.Select(change => (change.Cell.Index, (decimal?)change.To))));

            Spoil(report, [.. Enumerable.Range(0, 50).Select(_ => random.Next(LargeForm.Rows * LargeForm.Columns))], random);
            var repairs = report.Locate();
            Assert.Equal(RepairState.TooMany, repairs.State);
            Assert.Empty(repairs);
            Assert.StartsWith("表0：差错过多，无法定位", repairs.GetMessage(), StringComparison.Ordinal);
        }
    }

    private static HashSet<(int Cell, decimal? Value)> Spoil(Report report, int[] cells, Random random)
    {
        var right = new HashSet<(int, decimal?)>();
        foreach (var cell in cells)
        {
            right.Add((cell, report.GetValue(cell)));
            report.SetValue(cell, report.GetValue(cell) + random.Next(1, 5000));
        }

        return right;
    }

    /// <summary>A report in which no rule is violated: filled at random, and mended until nothing is left to mend.</summary>
    private static Report InOrder(ReportFormat format, int year, Random random)
    {
        var report = format.CreateReport();
        (report.Agency, report.Year) = ("某县", year);
        foreach (var cell in format.Cells)
        {
            switch (cell.Type.Kind)
            {
                case CellKind.Date:
                    report.SetCellText(cell.Index, FormattableString.Invariant($"{year}-0{random.Next(1, 10)}-15"));
                    break;
                case CellKind.Choice:
                    report.SetCellText(cell.Index, cell.Type.Choices[random.Next(cell.Type.Choices.Count)].Member);
                    break;
                case CellKind.Text:
                    report.SetCellText(cell.Index, "某");
                    break;
                default:
                    var units = Math.Clamp(random.Next(3) > 0 ? 0 : random.Next(60), cell.Type.Minimum, cell.Type.Maximum);
                    report.SetValue(cell.Index, Scaled.ToDecimal(units, cell.Type.Scale));
                    break;
            }
        }

        report.FillTotals(Blanks.Zero);
        for (var i = 0; i < 10 && report.Locate() is [var first, ..]; i++)
        {
            report.Apply(first);
        }

        // What cannot be mended begins anew with zeroes.
        var isBeyond = report.Locate().State == RepairState.TooMany;
        foreach (var cell in format.Cells.Where(cell => isBeyond && cell.Type.IsNumber))
        {
            report.SetValue(cell.Index, Scaled.ToDecimal(Math.Clamp(0, cell.Type.Minimum, cell.Type.Maximum), cell.Type.Scale));
        }

        return report;
    }

    private static void Spoil(Report report, Random random)
    {
        Cell[] numbers = [.. report.Format.Cells.Where(cell => cell.Type.IsNumber)];
        for (var i = random.Next(1, 4); i > 0 && numbers.Length > 0; i--)
        {
            var cell = numbers[random.Next(numbers.Length)];
            report.SetValue(cell.Index, random.Next(5) == 0 ? -random.Next(1, 9) : random.Next(500));
            if (random.Next(4) == 0)
            {
                report.FillTotals();
            }
        }

        for (var i = random.Next(3) > 0 ? 0 : random.Next(1, 20); i > 0 && numbers.Length > 0; i--)
        {
            report.SetValue(numbers[random.Next(numbers.Length)].Index, null);
        }
    }

    /// <summary>The rules over numbers, and the bounds of numbers. A date or a choice is nobody's to change.</summary>
    private static HashSet<string> RulesOfNumbers(ReportFormat form)
    {
        var own = form.WithEntries([.. form.Repeats.Select(_ => 1)]);
        return
        [
            .. own.Rules
                .Where(rule => rule.Axes.All(axis => axis.Terms.All(term => axis.Places.All(place => own.Cells[place + term.Offset].Type.IsNumber))))
                .Select(rule => rule.Id),
            "cell.range",
        ];
    }

    /// <summary>The cells that are wrong by some rules.</summary>
    private static HashSet<string> Errors(Report report, CheckOptions options, HashSet<string> rules) =>
        [.. report.Validate(options).Where(finding => finding.Severity == Severity.Error && rules.Contains(finding.RuleId)).Select(finding => finding.Path)];
}

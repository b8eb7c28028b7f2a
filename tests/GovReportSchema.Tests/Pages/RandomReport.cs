namespace GovReportSchema.Tests.Pages;

/// <summary>Makes reports of random figures whose sums hold.</summary>
internal static class RandomReport
{
    public static Report Make(ReportFormat format, Random random, bool blanks = false)
    {
        var report = format.CreateReport();
        foreach (var cell in format.Cells)
        {
            report.SetValue(cell.Index, Figure(cell.Type, random));
        }

        report.FillTotals();
        Balance(report, random);
        (report.Agency, report.Year) = ("某某县人民政府", format.Years.First);
        if (blanks || random.Next(3) == 0)
        {
            var share = random.Next(2, 6);
            foreach (var cell in format.Cells.Where(cell => report.GetValue(cell.Index) == 0 && random.Next(share) > 0))
            {
                report.SetValue(cell.Index, null);
            }
        }

        return report;
    }

    /// <summary>A report of a form whose rows repeat, with entries of names that no two have.</summary>
    public static Report MakeWithEntries(ReportFormat format, Random random, bool blanks)
    {
        var report = format.WithEntries([.. format.Repeats.Select(repeat => random.Next(Math.Max(1, repeat.Repeat.Minimum), 9))]).CreateReport();
        for (var row = 0; row < format.Repeats.Count; row++)
        {
            var entries = report.GetEntries(row);
            var names = s_names.ToArray();
            random.Shuffle(names);
            for (var entry = 0; entry < entries.Count; entry++)
            {
                entries.SetKey(entry, names[entry]);
            }
        }

        var share = random.Next(2, 6);
        foreach (var cell in report.Format.Cells)
        {
            var blank = blanks && random.Next(share) == 0;
            report.SetCellText(cell.Index, blank ? null : cell.Type.Kind switch
            {
                CellKind.Date => new DateOnly(2000, 1, 1).AddDays(random.Next(9000)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                CellKind.Choice => cell.Type.Choices[random.Next(cell.Type.Choices.Count)].Member,
                CellKind.Text => s_texts[random.Next(s_texts.Length)],
                _ => decimal.Round(Figure(cell.Type, random), cell.Type.Scale).ToString(System.Globalization.CultureInfo.InvariantCulture),
            });
        }

        BalanceRows(report);
        report.FillTotals();
        (report.Agency, report.Year) = ("某某县人民政府", format.Years.First);
        return report;
    }

    /// <summary>Makes the balance of each row that is no total hold, where none of its cells is blank: those of totals follow.</summary>
    private static void BalanceRows(Report report)
    {
        var plan = report.Format.Plan;
        foreach (var check in plan.Checks.Where(check => plan.RuleOf(check).Id.EndsWith(".balance", StringComparison.Ordinal)))
        {
            var terms = Enumerable.Range(check.FirstTerm, check.TermCount).Select(term => (Cell: plan.Cells[term], Coefficient: plan.Coefficients[term])).ToList();
            if (terms.Exists(term => report.GetValue(term.Cell) is null))
            {
                continue;
            }

            var off = terms.Sum(term => report.GetValue(term.Cell)!.Value * term.Coefficient);
            var cell = terms.Find(term => term.Coefficient == (off < 0 ? 1 : -1)).Cell;
            report.SetValue(cell, report.GetValue(cell) + Math.Abs(off));
        }
    }

    private static readonly string[] s_names =
    [
        "财政局", "教育局", "市公安局（交警支队）", "市公安局（治安支队）", "发展和改革委员会", "城关镇人民政府", "东城街道办事处", "1号窗口", "全县各学校", "注册管理处",
        "Forests and Parks", "税务局第一分局", "税务局第二分局", "2021年度专项", "其他", "收发室",
    ];

    private static readonly string[] s_texts = ["县政府文件", "人民路1号", "13800000000", "www.example.gov.cn", "见附件", "暂缓", "甲"];

    private static decimal Figure(CellType type, Random random)
    {
        var small = random.Next(3) == 0 ? 0 : random.Next(3) == 0 ? random.Next(100_000) : random.Next(60);
        return type.Kind switch
        {
            CellKind.Signed => random.Next(2) == 0 ? -small : small,
            CellKind.Decimal => small + (random.Next(10_000) / 10_000m),
            _ => small,
        };
    }

    private static void Balance(Report report, Random random)
    {
        foreach (var cell in report.Format.Cells.Where(cell => cell.Path.StartsWith("/applications/carriedOver/", StringComparison.Ordinal)))
        {
            var column = cell.Path[(cell.Path.LastIndexOf('/') + 1)..];
            Cell Of(string row) => report.Format.TryGetCell($"/applications/{row}/{column}", out var found) ? found : throw new InvalidOperationException(row);
            if (column == "total")
            {
                continue;
            }

            var carriedIn = report.GetValue(Of("carriedIn").Index)!.Value;
            var done = report.GetValue(Of("results/total").Index)!.Value;
            var over = Math.Max(random.Next(10), carriedIn - done);
            report.SetValue(cell.Index, over);
            report.SetValue(Of("received").Index, done + over - carriedIn);
        }

        report.FillTotals();
    }
}

namespace GovReportSchema.Tests.Pages;

/// <summary>What pages put between and under the entries of a table.</summary>
public enum EntryDisturbance
{
    /// <summary>注：… under the table, over its whole width.</summary>
    Note,

    /// <summary>Rows that nobody filled in.</summary>
    EmptyRows,

    /// <summary>The head once more, as on another sheet.</summary>
    HeadAgain,

    /// <summary>A total that the form does not have.</summary>
    OtherTotal,

    /// <summary>A row of figures that nothing names.</summary>
    Nameless,
}

/// <summary>Disturbs the entries of a report as printed.</summary>
internal static class EntryDisturber
{
    /// <summary>The finding that says so; null where there is nothing to say.</summary>
    public static string? Finding(EntryDisturbance disturbance) => disturbance switch
    {
        EntryDisturbance.Note => "page.noteLeftOut",
        EntryDisturbance.OtherTotal => "page.notPlaced",
        EntryDisturbance.Nameless => "page.entryNoName",
        _ => null,
    };

    public static void Disturb(IReadOnlyList<GridSection> sections, EntryDisturbance disturbance)
    {
        foreach (var rows in sections.Select(section => section.Rows).Where(rows => rows.Exists(row => row.Exists(cell => cell.IsName))))
        {
            var values = rows.FindLast(row => row.Exists(cell => cell.Cell >= 0))!.Count(cell => cell.Cell >= 0);
            var labels = rows[0].Sum(cell => cell.ColumnSpan) - values;
            List<GridCell> Row(string label, string value) =>
                [new GridCell(label) { ColumnSpan = labels }, .. Enumerable.Range(0, values).Select(_ => new GridCell(value))];
            var last = rows.FindLastIndex(row => row.Exists(cell => cell.IsName)) is var entry && rows[entry].Max(cell => cell.RowSpan) is var height ? entry + height : 0;
            switch (disturbance)
            {
                case EntryDisturbance.Note:
                    rows.Add([new GridCell("注：本表不含垂直管理部门。") { ColumnSpan = labels + values }]);
                    break;
                case EntryDisturbance.EmptyRows:
                    rows.InsertRange(last, [Row("", ""), Row("", "")]);
                    break;
                case EntryDisturbance.HeadAgain:
                    var head = rows.TakeWhile(row => !row.Exists(cell => cell.Cell >= 0)).Select(row => row.ToList()).ToList();
                    rows.InsertRange(rows.FindLastIndex(row => row.Exists(cell => cell.IsName)), head);
                    break;
                case EntryDisturbance.OtherTotal:
                    rows.Insert(last, Row("总计", "99"));
                    break;
                case EntryDisturbance.Nameless:
                    rows.Insert(last, Row("", "99"));
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(disturbance));
            }
        }
    }
}

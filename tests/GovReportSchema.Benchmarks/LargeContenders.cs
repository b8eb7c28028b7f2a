using System.Text;
using System.Text.Json;
using GovReportSchema.Json;
using GovReportSchema.Tests.Making;

namespace GovReportSchema.Benchmarks;

/// <summary>
/// Ways to work on the form of 5,000 cells. Nobody writes 5,000 properties, so its rivals are a reader by hand that walks along
/// the names and a tree of nodes, both with the sums by hand.
/// </summary>
internal static class LargeContenders
{
    private static readonly Report s_report = LargeForm.Descriptor.CreateReport();

    [ThreadStatic]
    private static HandReader? s_reader;

    public static readonly Contender[] All =
    [
        new("`JsonNode`, and checks by hand", CountByNodes),
        Contender.BareWalk,
        new("the whole work by hand on `Utf8JsonReader`", CountByHand),
        new("GovReportSchema, into a report that is used again", json => SubmissionReader.Read(json, s_report, CheckOptions.Default).Count),
        new("GovReportSchema, the general path alone", json =>
            SubmissionReader.ReadGenerally(json, s_report, CheckOptions.Default, learn: false).IsEmpty ? 0 : 1),
        new("GovReportSchema, checking in memory", _ => s_report.Format.Plan.Quick.Holds(s_report.Values) ? 0 : 1),
    ];

    private static int CountByHand(byte[] json)
    {
        var reader = s_reader ??= new HandReader(Members(), LargeForm.Descriptor.Cells.Count + 1);
        return reader.Read(json) && reader.TextIs(0, "large-form"u8) && reader.HasText(1) && reader.Cells[^1] is >= 2000 and <= 9999
            ? SumErrors(reader.Cells) : 1;
    }

    private static int CountByNodes(byte[] json)
    {
        var report = System.Text.Json.Nodes.JsonNode.Parse(json, null, new JsonDocumentOptions { AllowDuplicateProperties = false })!.AsObject();
        var cells = new long[LargeForm.Descriptor.Cells.Count];
        var cell = 0;
        for (var table = 0; table < LargeForm.Tables; table++)
        {
            var rows = report[LargeForm.TableName(table)]!.AsObject();
            for (var row = 0; row < LargeForm.Rows; row++)
            {
                var columns = rows[LargeForm.RowName(row)]!.AsObject();
                for (var column = 0; column < LargeForm.Columns; column++)
                {
                    var value = columns[LargeForm.ColumnName(column)]!.AsValue();
                    cells[cell++] = table == LargeForm.MoneyTable ? (long)(value.GetValue<decimal>() * 100) : value.GetValue<long>();
                }
            }
        }

        return SumErrors(cells);
    }

    private static int SumErrors(long[] cells)
    {
        const int Columns = LargeForm.Columns;
        var errors = 0;
        for (var table = 0; table < LargeForm.Tables; table++)
        {
            var all = cells.AsSpan(table * LargeForm.Rows * Columns, LargeForm.Rows * Columns);
            for (var row = 0; row < LargeForm.Rows; row++)
            {
                var sum = 0L;
                for (var column = 0; column < Columns - 1; column++)
                {
                    sum += all[(row * Columns) + column];
                }

                errors += sum == all[(row * Columns) + Columns - 1] ? 0 : 1;
            }

            for (var column = 0; column < Columns; column++)
            {
                var sum = 0L;
                for (var row = 0; row < LargeForm.Rows - 1; row++)
                {
                    sum += all[(row * Columns) + column];
                }

                errors += sum == all[((LargeForm.Rows - 1) * Columns) + column] ? 0 : 1;
            }
        }

        return errors;
    }

    private static HandMember[] Members()
    {
        var cell = 0;
        var tables = new List<HandMember>();
        for (var table = 0; table < LargeForm.Tables; table++)
        {
            var scale = table == LargeForm.MoneyTable ? 2 : 0;
            tables.Add(new(Name(LargeForm.TableName(table)), -1, -1, [.. Enumerable.Range(0, LargeForm.Rows).Select(row => new HandMember(
                Name(LargeForm.RowName(row)), -1, -1, [.. Enumerable.Range(0, LargeForm.Columns).Select(column => new HandMember(
                    Name(LargeForm.ColumnName(column)), cell++, -1, [], scale))]))]));
        }

        return
        [
            new(Name("format"), -1, 0, []), new(Name("agency"), -1, 1, []), new(Name("year"), cell, -1, []),
            .. tables, new(Name("notes"), -1, 2, []),
        ];

        static byte[] Name(string name) => Encoding.UTF8.GetBytes(name);
    }
}

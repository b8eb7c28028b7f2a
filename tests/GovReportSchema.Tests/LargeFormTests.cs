using GovReportSchema.Json;
using GovReportSchema.Tests.Json;
using GovReportSchema.Tests.Making;
using GovReportSchema.Tests.Readme;
using Xunit;

namespace GovReportSchema.Tests;

/// <summary>A form of 5,000 cells goes the same ways as the official ones.</summary>
public class LargeFormTests
{
    private static readonly byte[] s_json = LargeForm.Make(new Random(1)).ToJsonUtf8();

    public static TheoryData<string> Producers => ["compact", "indented", "shuffled"];

    [Fact]
    public void It_is_written_and_read_to_the_same()
    {
        Assert.Equal(5000, LargeForm.Descriptor.Cells.Count);
        var (report, findings) = Read(s_json);

        Assert.Empty(findings);
        Assert.Equal(LargeForm.Make(new Random(1)), report);
        Assert.Equal(s_json, report.ToJsonUtf8());
        Assert.Empty(report.Validate());
    }

    [Fact]
    public void The_generator_makes_the_same_form_of_its_definition()
    {
        const string Program = """
            using GovReportSchema;
            using Large;

            Console.WriteLine($"{LargeForm.Descriptor} {LargeForm.Descriptor.Cells.Count} {LargeForm.Descriptor.Cells[^1]}");
            foreach (var rule in LargeForm.Descriptor.Rules)
            {
                Console.WriteLine($"{rule.Axes.Sum(axis => axis.Places.Count)} {rule.Axes.Sum(axis => axis.Terms.Count)}");
            }

            var report = new LargeForm { Agency = "某市统计局", Year = 2024 };
            report.Table3.Category41.Quarter6 = 7;
            report.FillTotals(Blanks.Zero);
            Console.WriteLine($"{report.Table3.Category41.Total} {report.Table3.Total.Quarter6} {report.Table3.Total.Total}");
            Console.WriteLine(LargeForm.Read(report.ToJsonUtf8(), new CheckOptions { Blanks = Blanks.Zero }).IsValid);
            """;

        var lines = ExampleProgram.Run(Program, [LargeForm.Definition()]).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal($"large-form 5000 {LargeForm.Descriptor.Cells[^1]}", lines[0]);
        Assert.Equal(LargeForm.Descriptor.Rules.Select(rule => $"{rule.Axes[0].Places.Count} {rule.Axes[0].Terms.Count}"), lines[1..^2]);
        Assert.Equal(["7 7 7", "True"], lines[^2..]);
    }

    [Theory]
    [MemberData(nameof(Producers))]
    public void Both_paths_read_it_the_same(string producer)
    {
        var random = new Random(2);
        var document = producer switch
        {
            "compact" => s_json,
            "indented" => Layouts.Indent(s_json),
            _ => Layouts.Shuffle(s_json, random),
        };
        var paths = new BothPaths(LargeForm.Descriptor, document);
        Assert.True(paths.AssertSame(document));
        var predictions = 0;
        for (var i = 0; i < 200; i++)
        {
            predictions += paths.AssertSame(Mutations.Of(document, random)) ? 1 : 0;
        }

        Assert.InRange(predictions, 1, 199);
    }

    [Fact]
    public void Reading_it_again_allocates_nothing()
    {
        var report = LargeForm.Descriptor.CreateReport();
        for (var i = 0; i < 20; i++)
        {
            SubmissionReader.Read(s_json, report, CheckOptions.Default);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var findings = SubmissionReader.Read(s_json, report, CheckOptions.Default);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(findings);
    }

    [Fact]
    public void A_wrong_cell_is_found_where_its_row_and_its_column_cross()
    {
        var (report, _) = Read(s_json);
        Assert.True(report.Format.TryGetCell("/table3/category41/quarter6", out var cell));
        var right = report.GetValue(cell.Index);
        report.SetValue(cell.Index, right + 11);

        var (read, findings) = Read(report.ToJsonUtf8());

        Assert.Equal(["table3.rowTotal", "table3.columnTotal"], findings.Select(finding => finding.RuleId));
        Assert.All(findings, finding => Assert.Equal(-11m, finding.Difference));
        var change = Assert.Single(read.Locate()[0].Changes);
        Assert.Equal((cell.Path, right), (change.Path, change.To));
    }

    private static (Report Report, IReadOnlyList<Finding> Findings) Read(byte[] json)
    {
        var report = LargeForm.Descriptor.CreateReport();
        return (report, SubmissionReader.Read(json, report, CheckOptions.Default));
    }
}

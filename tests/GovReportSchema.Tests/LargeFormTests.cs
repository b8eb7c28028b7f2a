using GovReportSchema.Json;
using GovReportSchema.Tests.Json;
using GovReportSchema.Tests.Making;
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

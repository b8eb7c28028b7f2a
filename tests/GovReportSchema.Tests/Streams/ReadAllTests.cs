using System.IO.Pipelines;
using System.Text;
using GovReportSchema.Tests.Cli;
using Xunit;

namespace GovReportSchema.Tests.Streams;

/// <summary>Many submissions from one stream: which they are, where they stand, and what came of each.</summary>
public class ReadAllTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 5000)]
    [InlineData(4, 300)]
    [InlineData(8, int.MaxValue)]
    public async Task Every_line_is_read_as_it_would_be_alone_and_in_order(int threads, int mostAtOnce)
    {
        var (text, lines) = Mixed(mostAtOnce == 1 ? 12 : 300);
        using var stream = new MadeStream(text, 1, mostAtOnce);

        var results = await All(ReportFormats.ReadAllAsync(stream, new ReadAllOptions { Parallelism = threads }));

        Assert.Equal(lines.Count, results.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            Assert.Equal((i + 1, lines[i].Offset, lines[i].Line), (results[i].Number, results[i].Offset, results[i].Line));
            var alone = ReportFormats.Read(lines[i].Bytes);
            Assert.Equal(alone.Findings.Select(Said), results[i].Result.Findings.Select(Said));
            Assert.Equal(alone.Report, results[i].Result.Report);
        }
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("\n \r\n\t\n", 0)]
    [InlineData("\uFEFF\r\n", 0)]
    [InlineData("{}", 1)]
    [InlineData("{}\r\n", 1)]
    [InlineData("\n\n{}\n\n{}", 2)]
    [InlineData("]", 1)]
    public async Task Blank_lines_are_no_documents_and_the_last_needs_no_line_feed(string text, int count)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));

        Assert.Equal(count, (await All(ReportFormats.ReadAllAsync(stream))).Count);
        Assert.True(stream.CanRead);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(int.MaxValue)]
    public async Task A_line_that_is_too_long_is_said_to_be_and_the_others_are_read(int mostAtOnce)
    {
        var report = TemporaryFolder.Line("baode-2019");
        var max = Encoding.UTF8.GetByteCount(report);
        var text = $"{report}\n\n{report} \n{report}\n{new string('x', 5 * max)}\n{report}\n{new string(' ', max)}{{}}";
        using var stream = new MadeStream(Encoding.UTF8.GetBytes(text), 1, mostAtOnce);

        var results = await All(ReportFormats.ReadAllAsync(stream, new ReadAllOptions { MaxDocumentBytes = max }));

        Assert.Equal([true, false, true, false, true, false], results.Select(result => result.Result.IsValid));
        Assert.Equal([1, 3, 4, 5, 6, 7], results.Select(result => result.Line));
        Assert.Equal([0, max + 2, (2 * max) + 4], results.Take(3).Select(result => result.Offset));
        Assert.Equal([(3 * max) + 5, (8 * max) + 6, (9 * max) + 7], results.Skip(3).Select(result => result.Offset));
        foreach (var result in results.Where(result => !result.Result.IsValid))
        {
            var finding = Assert.Single(result.Result.Findings);
            Assert.Equal(("json.syntax", 1, 1, 0), (finding.RuleId, finding.Line, finding.Column, finding.Offset));
            Assert.Equal($"longer than {max} bytes, not read", finding.GetMessage(Language.English));
            Assert.Null(result.Result.Report);
        }
    }

    [Fact]
    public async Task A_report_of_last_year_goes_with_every_document()
    {
        var check = new CheckOptions { Previous = ReportFormats.Read(TestData.Json("baode-2019")).Report };
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(TemporaryFolder.Lines("baode-2019", "guantao-2019")));

        var results = await All(ReportFormats.ReadAllAsync(stream, new ReadAllOptions { Check = check }));

        Assert.All(results, result => Assert.Contains("previous.yearMismatch", result.Result.Findings.Select(finding => finding.RuleId)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_report_that_is_used_again_holds_what_a_new_one_would(int threads)
    {
        var (text, lines) = Mixed(300);
        using var stream = new MadeStream(text, 1);

        var results = await All(ReportFormats.ReadAllAsync(
            stream, Look, new ReadAllOptions { Parallelism = threads, MaxDocumentBytes = 100_000 }));

        Assert.Equal(lines.Count, results.Count);
        Assert.All(results, result => Assert.Equal(result.Anew, result.Reused));

        // Each thread has one report of each of the two formats.
        Assert.InRange(results.Select(result => result.Report).OfType<Report>().Distinct(ReferenceEqualityComparer.Instance).Count(), 2, 2 * threads);

        static (string Anew, string Reused, Report? Report) Look(in SubmissionLine line)
        {
            var reused = line.ReadReused();
            return (Describe(line.Read()), Describe(reused), reused.Report);
        }

        static string Describe(ReportResult<Report?> result) => string.Join(
            '\n', result.Findings.Select(Said).Prepend(result.Report is { } report ? Encoding.UTF8.GetString(report.ToJsonUtf8()) : ""));
    }

    [Fact]
    public async Task A_file_is_opened_read_and_closed()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("reports.ndjson", TemporaryFolder.Lines("baode-2019", "sample-2021", "zhangdian-2020"));

        var results = await All(ReportFormats.ReadFileAsync(file));

        Assert.Equal([true, true, false], results.Select(result => result.Result.IsValid));
        using (File.Open(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
        }

        await Assert.ThrowsAsync<FileNotFoundException>(() => All(ReportFormats.ReadFileAsync(file + "x")));
    }

    [Fact]
    public async Task A_pipe_is_answered_line_by_line()
    {
        var pipe = new Pipe();
        await using var results = ReportFormats.ReadAllAsync(pipe.Reader).GetAsyncEnumerator();
        for (var i = 1; i <= 3; i++)
        {
            await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(TemporaryFolder.Lines("baode-2019")));

            Assert.True(await results.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30)));
            Assert.Equal(i, results.Current.Number);
        }

        await pipe.Writer.CompleteAsync();
        Assert.False(await results.MoveNextAsync());
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadAllOptions { Parallelism = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadAllOptions { MaxDocumentBytes = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadAllOptions { MaxDocumentBytes = int.MaxValue });
    }

    internal static async Task<List<T>> All<T>(IAsyncEnumerable<T> source)
    {
        var all = new List<T>();
        await foreach (var one in source)
        {
            all.Add(one);
        }

        return all;
    }

    private static string Said(Finding finding) => $"{finding.Line}:{finding.Column}:{finding.Offset} {finding}";

    /// <summary>Reports of very different size, right and wrong, with lines between them that are blank or no JSON.</summary>
    private static (byte[] Text, List<(long Offset, long Line, byte[] Bytes)> Lines) Mixed(int count)
    {
        var random = new Random(3);
        string[] names = ["baode-2019", "zhangdian-2020", "sample-2021", "laixi-2020"];
        var (text, lines, line) = (new MemoryStream(), new List<(long, long, byte[])>(), 0);
        for (var i = 0; i < count; i++)
        {
            var report = TemporaryFolder.Node(names[random.Next(names.Length)]);
            report["overview"] = new string('长', random.Next(20) == 0 ? random.Next(200_000) : random.Next(100));
            var bytes = Encoding.UTF8.GetBytes(random.Next(5) == 0 ? "{\"format\":" : TemporaryFolder.Line(report) + (random.Next(2) == 0 ? "" : "\r"));
            line++;
            lines.Add((text.Position, line, bytes));
            text.Write(bytes);
            text.Write("\n"u8);
            if (random.Next(4) == 0)
            {
                line++;
                text.Write(" \r\n"u8);
            }
        }

        return (text.ToArray(), lines);
    }
}

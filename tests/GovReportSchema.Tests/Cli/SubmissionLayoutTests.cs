using Xunit;

namespace GovReportSchema.Tests.Cli;

/// <summary>Which documents a file or standard input holds, and what each is called.</summary>
public sealed class SubmissionLayoutTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("reports.ndjson")]
    [InlineData("reports.JSONL")]
    [InlineData("reports.json")]
    [InlineData("reports.txt")]
    public void Lines_of_objects_are_documents_whatever_the_name(string name)
    {
        var file = _folder.Write(name, TemporaryFolder.Lines("baode-2019", "zhangdian-2020", "sample-2021"));

        var run = CommandRun.Of("validate", "--json", file);

        Assert.Equal([$"{file}:1", $"{file}:2", $"{file}:3"], Sources(run));
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public void One_document_has_the_name_of_its_file()
    {
        var file = _folder.Write("one.json", TemporaryFolder.Line("baode-2019") + "\n\n");

        Assert.Equal([file, TestData.PathOf("baode-2019")], Sources(CommandRun.Of("validate", "--json", file, TestData.PathOf("baode-2019"))));
    }

    [Fact]
    public void One_document_of_a_file_named_NDJSON_is_its_first()
    {
        var file = _folder.Write("one.ndjson", TemporaryFolder.Line("baode-2019"));

        Assert.Equal([$"{file}:1"], Sources(CommandRun.Of("validate", "--json", file)));
    }

    [Fact]
    public void Blank_lines_are_no_documents_and_not_counted()
    {
        var lines = "\uFEFF\r\n  \r\n" + TemporaryFolder.Line("baode-2019") + "\r\n\r\n\t\n" + TemporaryFolder.Line("sample-2021") + "\r\n \n";
        var file = _folder.Write("reports.txt", lines);

        var fromFile = CommandRun.Of("validate", "--json", file);
        var fromInput = CommandRun.WithInput(lines, "validate", "--json", "-");

        Assert.Equal([$"{file}:1", $"{file}:2"], Sources(fromFile));
        Assert.Equal(["-:1", "-:2"], Sources(fromInput));
        Assert.Equal((0, 0), (fromFile.ExitCode, fromInput.ExitCode));
    }

    [Fact]
    public void A_pretty_printed_document_on_standard_input_is_one()
    {
        var text = File.ReadAllText(TestData.PathOf("zhangdian-2020"));

        var document = Assert.Single(CommandRun.WithInput("\n" + text, "validate", "--json", "-").Documents);

        Assert.Equal("-:1", (string?)document["source"]);
        Assert.Equal(270, (int?)document["findings"]![0]!["line"]);
    }

    [Fact]
    public void Places_are_those_within_the_document()
    {
        var file = _folder.Write("reports.ndjson", TemporaryFolder.Lines("baode-2019", "zhangdian-2020"));
        var line = File.ReadAllLines(file)[1];

        var finding = CommandRun.Of("validate", "--json", file).Documents[1]["findings"]![0]!;

        Assert.Equal(1, (int?)finding["line"]);
        Assert.StartsWith("9}", line[((int)finding["column"]! - 1)..], StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_not_JSON_does_not_stop_the_others()
    {
        var run = CommandRun.WithInput("{\"format\":\n" + TemporaryFolder.Line("baode-2019") + "\n]", "validate", "--json", "-");

        Assert.Equal(["-:1", "-:2", "-:3"], Sources(run));
        Assert.Equal([false, true, false], run.Documents.Select(document => (bool)document["valid"]!));
    }

    [Fact]
    public void Nothing_on_standard_input_is_no_document_and_no_fault()
    {
        // A filter in an engine is also given the empty share of the work.
        Assert.Equal(new CommandRun(0, "", ""), CommandRun.WithInput("", "validate", "--json", "-"));
    }

    [Fact]
    public void An_empty_file_is_a_document_that_is_no_report()
    {
        var run = CommandRun.Of("validate", "--json", _folder.Write("empty.json", ""));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("json.syntax", (string?)Assert.Single(run.Documents)["findings"]![0]!["rule"]);
    }

    [Fact]
    public void A_document_longer_than_any_buffer_is_read_whole()
    {
        var report = TemporaryFolder.Node("baode-2019");
        report["overview"] = new string('长', 1_000_000);
        var lines = TemporaryFolder.Line(report) + "\n" + TemporaryFolder.Line("baode-2019") + "\n" + TemporaryFolder.Line(report);

        var run = CommandRun.WithInput(lines, "validate", "--json", "-");

        Assert.Equal(["-:1", "-:2", "-:3"], Sources(run));
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--lang=en")]
    public void Many_documents_on_all_cores_are_written_as_each_is_alone(string option)
    {
        string[] names = ["baode-2019", "zhangdian-2020", "laixi-2020", "sample-2021", "guantao-2019"];
        var alone = names.Select(name => CommandRun.WithInput(TemporaryFolder.Line(name), "validate", option, "-").Output).ToArray();
        var lines = string.Concat(Enumerable.Repeat(TemporaryFolder.Lines(names), 100));

        var run = CommandRun.WithInput(lines, "validate", option, "-").Output;

        var expected = string.Concat(Enumerable.Range(0, 500).Select(
            i => alone[i % names.Length].Replace("-:1", $"-:{i + 1}", StringComparison.Ordinal)));
        Assert.StartsWith(expected, run, StringComparison.Ordinal);
        Assert.Equal(option == "--json" ? 0 : 1, run[expected.Length..].Count(character => character == '\n'));
    }

    private static IEnumerable<string?> Sources(CommandRun run) => run.Documents.Select(document => (string?)document["source"]);
}

using System.Globalization;
using GovReportSchema.Tests.Making;
using Xunit;

namespace GovReportSchema.Tests.Json;

/// <summary>
/// The predicted path and the general path say the same of any bytes, and what they call right is right by
/// <c>System.Text.Json</c> too.
/// </summary>
public class PathsAgreeTests
{
    /// <summary>How many mutated submissions of each producer are read; millions where the environment asks for them.</summary>
    private static readonly int s_mutations =
        int.TryParse(Environment.GetEnvironmentVariable("GOVREPORT_MUTATIONS"), CultureInfo.InvariantCulture, out var count) ? count : 3_000;

    public static TheoryData<string> Producers => ["compact", "indented", "tabs", "shuffled", "shuffled and indented"];

    [Theory]
    [MemberData(nameof(Producers))]
    public void A_producers_second_report_is_predicted(string producer)
    {
        var documents = Documents(producer);
        var paths = new BothPaths(DisclosureReport2021.Descriptor, documents[0]);

        Assert.All(documents, document => Assert.True(paths.Predicts(document)));
    }

    [Theory]
    [MemberData(nameof(Producers))]
    public void Mutated_submissions_read_the_same_on_both_paths_and_by_another_reader(string producer)
    {
        var documents = Documents(producer);
        var paths = new BothPaths(DisclosureReport2021.Descriptor, documents[0]);

        // Other mutations each time that more of them are asked for.
        var random = new Random(s_mutations);
        var (predictions, orderly) = (0, 0);
        for (var i = 0; i < s_mutations; i++)
        {
            var json = Mutations.Of(documents[random.Next(documents.Length)], random);
            predictions += paths.AssertSame(json, out var findings) ? 1 : 0;
            orderly += SecondReader.AssertSame(json, paths.General, findings) ? 1 : 0;
        }

        // Most mutations are faults; those that are not must still go the predicted way, or this test would show nothing.
        Assert.InRange(predictions, s_mutations / 100, s_mutations * 99 / 100);
        Assert.InRange(orderly, s_mutations / 100, s_mutations * 99 / 100);
    }

    [Fact]
    public void Every_truncation_reads_the_same_on_both_paths()
    {
        var document = Documents("compact")[0];
        var paths = new BothPaths(DisclosureReport2021.Descriptor, document);
        for (var length = 0; length <= document.Length; length++)
        {
            paths.AssertSame(document[..length]);
        }
    }

    private static byte[][] Documents(string producer)
    {
        var maker = new ReportMaker(5);
        byte[][] canonical = [.. Enumerable.Range(0, 20).Select(_ => maker.Make().ToJsonUtf8())];
        return producer switch
        {
            "compact" => canonical,
            "indented" => [.. canonical.Select(Layouts.Indent)],
            "tabs" => [.. canonical.Select(json => Layouts.IndentByTabs(json))],
            "shuffled" => [.. canonical.Select(json => Layouts.Shuffle(json, new Random(3)))],
            _ => [.. canonical.Select(json => Layouts.Indent(Layouts.Shuffle(json, new Random(3))))],
        };
    }
}

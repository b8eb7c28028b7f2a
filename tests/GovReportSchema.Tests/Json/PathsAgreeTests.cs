using GovReportSchema.Checking;
using GovReportSchema.Json;
using GovReportSchema.Tests.Making;
using Xunit;

namespace GovReportSchema.Tests.Json;

/// <summary>The predicted path and the general path say the same of any bytes.</summary>
public class PathsAgreeTests
{
    private static readonly DisclosureReport2021 s_predicted = new();
    private static readonly DisclosureReport2021 s_general = new();

    public static TheoryData<string> Producers => ["compact", "indented", "tabs", "shuffled", "shuffled and indented"];

    [Theory]
    [MemberData(nameof(Producers))]
    public void A_producers_second_report_is_predicted(string producer)
    {
        var documents = Documents(producer);
        var cache = Primed(documents[0]);

        Assert.All(documents, document => Assert.NotNull(cache.Read(document, s_predicted)));
    }

    [Theory]
    [MemberData(nameof(Producers))]
    public void Mutated_submissions_read_the_same_on_both_paths(string producer)
    {
        var documents = Documents(producer);
        var cache = Primed(documents[0]);
        var random = new Random(7);
        var predictions = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var json = Mutate(documents[random.Next(documents.Length)], random);
            predictions += AssertSame(json, cache) ? 1 : 0;
        }

        // Most mutations are faults; those that are not must still go the predicted way, or this test would show nothing.
        Assert.InRange(predictions, 100, 9_900);
    }

    [Fact]
    public void Every_truncation_reads_the_same_on_both_paths()
    {
        var document = Documents("compact")[0];
        var cache = Primed(document);
        for (var length = 0; length <= document.Length; length++)
        {
            AssertSame(document[..length], cache);
        }
    }

    private static LayoutCache Primed(byte[] document)
    {
        var cache = new LayoutCache();
        cache.Add(SubmissionReader.LearnLayout(document, DisclosureReport2021.Descriptor));
        return cache;
    }

    /// <summary>Reads bytes both ways and compares all that can be seen.</summary>
    /// <returns>Whether the predicted path took them.</returns>
    private static bool AssertSame(byte[] json, LayoutCache cache)
    {
        var general = SubmissionReader.ReadGenerally(json, s_general, CheckOptions.Default, learn: false).InDocumentOrder(json, 0);
        if (cache.Read(json, s_predicted) is not { } layout)
        {
            return false;
        }

        Assert.Equal(s_general, s_predicted);
        var predicted = Checker.IsClean(s_predicted, CheckOptions.Default)
            ? []
            : SubmissionReader.FindByLayout(json, layout, s_predicted, CheckOptions.Default).InDocumentOrder(json, 0);
        Assert.Equal(general.Select(Describe), predicted.Select(Describe));
        return true;
    }

    private static string Describe(Finding finding) => $"{finding.Offset} {finding.Line}:{finding.Column} {finding}";

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

    private static byte[] Mutate(byte[] json, Random random)
    {
        ReadOnlySpan<byte> alphabet = "0123456789.-+eEnul\"\\,:{}[] \t\r\n\0\u00e9中"u8;
        var bytes = json.ToList();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            // Half of the mutations go where a digit is: they are what changes values and leaves the form in order.
            var at = random.Next(bytes.Count);
            if (random.Next(2) == 0)
            {
                at = bytes.FindIndex(at, value => value is >= (byte)'0' and <= (byte)'9');
            }

            if (at < 0)
            {
                continue;
            }

            switch (random.Next(4))
            {
                case 0: bytes[at] = alphabet[random.Next(alphabet.Length)]; break;
                case 1: bytes.Insert(at, alphabet[random.Next(alphabet.Length)]); break;
                case 2: bytes.RemoveAt(at); break;
                default: bytes[at] = (byte)random.Next(256); break;
            }
        }

        return [.. bytes];
    }
}

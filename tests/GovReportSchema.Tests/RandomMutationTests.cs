using System.Text;
using Xunit;

namespace GovReportSchema.Tests;

/// <summary>Tens of thousands of damaged submissions: the reader never throws, and never takes what a second, simple check refuses.</summary>
public class RandomMutationTests
{
    private static readonly string[] s_pieces =
    [
        "0", "1", "9", "-", ".", "e", "E", "+", "null", "true", "\"", "\\", "\\u0061", "\\ud800", ",", ":", "{", "}", "[", "]", " ", "\n", "\r\n", "\t", "\0",
        "好", "😀", "\"x\":1,", "\"total\":0,", "1e400", "5.0", "5.5", "-0", "1e2", "{}", "[]", "\"received\":{},", "\uFEFF",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void A_damaged_submission_is_valid_only_where_it_is_in_order(int seed)
    {
        // A compact one, so that most of the damage hits figures and names.
        var random = new Random(seed);
        var whole = ((DisclosureReport2021)ReportFormats.Read(TestData.Json("sample-2021")).Report!).ToJsonUtf8();
        Assert.True(ReferenceCheck.IsInOrder(whole));
        var valid = 0;
        for (var i = 0; i < 3_000; i++)
        {
            var json = Damage(whole, random);

            var result = DisclosureReport2021.Read(json);
            var any = ReportFormats.Read(json);

            // The library takes a blank with a warning; the second check does not, and need not.
            var hasBlank = result.Findings.Any(finding => finding.RuleId == "cell.blank");
            if (!hasBlank)
            {
                var inOrder = ReferenceCheck.IsInOrder(json);
                Assert.True(result.IsValid == inOrder, $"{inOrder} by the second check: {string.Join('\n', result.Findings)}\n{Encoding.UTF8.GetString(json)}");
            }

            Assert.Equal(result.IsValid, any.IsValid);
            valid += result.IsValid ? 1 : 0;
            AssertPlaces(result.Findings, json);
            AssertWritten(result.Report);
        }

        Assert.InRange(valid, 100, 2_500);
    }

    [Fact]
    public void Bytes_at_random_are_never_valid_and_never_thrown_at()
    {
        var random = new Random(7);
        var bytes = new byte[200];
        for (var i = 0; i < 5_000; i++)
        {
            random.NextBytes(bytes);
            var json = bytes.AsSpan(0, random.Next(bytes.Length)).ToArray();
            if (i % 2 == 0 && json.Length > 0)
            {
                json[0] = (byte)'{';
            }

            Assert.False(ReportFormats.Read(json).IsValid);
            var result = DisclosureReport2019.Read(json);
            Assert.False(result.IsValid);
            AssertPlaces(result.Findings, json);
        }
    }

    private static byte[] Damage(byte[] whole, Random random)
    {
        var json = whole.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(json.Count);
            var length = Math.Min(random.Next(1, 12), json.Count - at);
            switch (random.Next(7))
            {
                case 0: json[at] = (byte)random.Next(256); break;
                case 1: json.RemoveRange(at, length); break;
                case 2: json.InsertRange(at, Encoding.UTF8.GetBytes(s_pieces[random.Next(s_pieces.Length)])); break;
                case 3: json.InsertRange(random.Next(json.Count), json.GetRange(at, length)); break;
                case 4 when random.Next(10) == 0: json.RemoveRange(at, json.Count - at - 1); break;
                default:
                    // Another digit in a figure, which leaves the grammar in order.
                    var digit = json.FindIndex(at, b => b is >= (byte)'0' and <= (byte)'9');
                    if (digit >= 0)
                    {
                        json.RemoveAt(digit);
                        json.InsertRange(digit, Encoding.UTF8.GetBytes(((string[])["0", "1", "7", "0.0", "0e5", "12", "-0", "1.0", "1.5"])[random.Next(9)]));
                    }

                    break;
            }
        }

        return [.. json];
    }

    /// <summary>Findings stand in document order, and offset, line and column say the same place.</summary>
    private static void AssertPlaces(IReadOnlyList<Finding> findings, byte[] json)
    {
        var last = 0;
        foreach (var finding in findings)
        {
            Assert.InRange(finding.Offset!.Value, last, json.Length);
            last = finding.Offset.Value;
        }

        foreach (var finding in findings.Take(3).Concat(findings.TakeLast(3)))
        {
            Assert.Equal(JsonWalk.Place(json, finding.Offset!.Value), (finding.Line!.Value, finding.Column!.Value));
            Assert.NotEmpty(finding.Message);
            Assert.NotEmpty(finding.GetMessage(Language.English));
        }
    }

    /// <summary>What was read can be written, and read again to the same.</summary>
    private static void AssertWritten(DisclosureReport2021 report)
    {
        var written = report.ToJsonUtf8();
        Assert.Equal(report, DisclosureReport2021.Read(written).Report);
    }
}

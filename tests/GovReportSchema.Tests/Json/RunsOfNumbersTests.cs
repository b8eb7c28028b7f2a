using GovReportSchema.Json;
using GovReportSchema.Tests.Making;
using Xunit;

namespace GovReportSchema.Tests.Json;

/// <summary>Numbers that follow one another are read as one run: whatever stands in place of one, and whatever digits the names have.</summary>
public class RunsOfNumbersTests
{
    public static TheoryData<string, bool> Forms => new() { { "official", false }, { "official", true }, { "large", false }, { "large", true } };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Odd_numbers_in_any_place_read_the_same_on_both_paths(string form, bool isIndented)
    {
        var (paths, json) = Prepare(form, isIndented);
        string[] numbers = ["1234567", "12345678", "123456789", "1234567890123456", "01", "01234567", "012345678", "00000000", "-1", "1.5", "null", "", "x", "-", "9", "\0", "\t", "\t1"];
        var places = Places(json, inNames: false);
        var (tried, predictions) = (0, 0);
        for (var i = 0; i < places.Count; i += 1 + (places.Count / 1000))
        {
            var number = numbers[tried++ % numbers.Length];
            predictions += paths.AssertSame([.. json[..places[i].Start], .. System.Text.Encoding.ASCII.GetBytes(number), .. json[places[i].End..]]) ? 1 : 0;
        }

        Assert.InRange(predictions, tried / 10, tried * 9 / 10);
    }

    [Fact]
    public void Digits_of_names_are_part_of_the_name()
    {
        var (paths, json) = Prepare("large", isIndented: false);
        var places = Places(json, inNames: true);
        for (var i = 0; i < places.Count; i += 1 + (places.Count / 200))
        {
            var (start, end) = places[i];
            var other = json[start] == '7' ? (byte)'8' : (byte)'7';
            Assert.False(paths.AssertSame([.. json[..start], other, .. json[(start + 1)..]]));
            Assert.False(paths.AssertSame([.. json[..end], other, .. json[end..]]));
            Assert.False(paths.AssertSame([.. json[..start], .. json[(start + 1)..]]));
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Runs_are_read_as_one_where_the_machine_can(string form, bool isIndented)
    {
        var (paths, json) = Prepare(form, isIndented);

        Assert.Equal(RunSqueezer.IsSupported, paths.PredictsWholeRuns(json));
    }

    private static (BothPaths Paths, byte[] Json) Prepare(string form, bool isIndented)
    {
        var report = form == "large" ? LargeForm.Make(new Random(3)) : new ReportMaker(3).Make();
        var json = report.ToJsonUtf8(isIndented);
        return (new BothPaths(report.Format, json), json);
    }

    /// <summary>Where digits are: those of numbers, or those within names.</summary>
    private static List<(int Start, int End)> Places(byte[] json, bool inNames)
    {
        var places = new List<(int Start, int End)>();
        var quoted = false;
        for (var i = 0; i < json.Length; i++)
        {
            quoted ^= json[i] == '"';
            if (char.IsAsciiDigit((char)json[i]) && quoted == inNames && !char.IsAsciiDigit((char)json[i - 1]))
            {
                var end = i;
                while (char.IsAsciiDigit((char)json[end]))
                {
                    end++;
                }

                // Digits of texts are neither.
                if (!inNames || (json[end] == '"' && json[end + 1] == ':'))
                {
                    places.Add((i, end));
                }
            }
        }

        return places;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using GovReportSchema.Generators.Definition;
using GovReportSchema.Generators.Emit;
using Xunit.Abstractions;

namespace GovReportSchema.Generators.Tests;

/// <summary>
/// Every form of this repository, spoilt at random, through all that generator and analyzer do with it: never an exception, never
/// output without bound, and what is not refused compiles.
/// </summary>
public class MutationTests(ITestOutputHelper output)
{
    /// <summary>What a run takes of each seed; <c>GRS_FUZZ=25000</c> makes it the hundred thousand that were run.</summary>
    private static readonly int s_rounds =
        int.Parse(Environment.GetEnvironmentVariable("GRS_FUZZ") ?? "150", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_form_spoilt_at_random_is_refused_or_compiles(int seed)
    {
        var random = new Random(seed);
        var mutations = new Mutations(random);
        var (accepted, compiled, slowest) = (0, 0, TimeSpan.Zero);
        for (var round = 0; round < s_rounds; round++)
        {
            // Of a form and those that it extends any may be spoilt.
            var files = Forms.WithBases(Forms.All[random.Next(Forms.All.Count)].Path).ToList();
            var which = random.Next(files.Count);
            var text = mutations.Of($"{files[which].GetText()}");
            files[which] = new TestFile(files[which].Path, text);

            var start = Stopwatch.GetTimestamp();
            var set = DefinitionSet.Read(files, "Tests", CancellationToken.None);
            AssertBounded(set, files);
            slowest = Stopwatch.GetElapsedTime(start) is var time && time > slowest ? time : slowest;
            accepted += set.Models[which].Model is null ? 0 : 1;

            // Few are compiled, since each takes the compiler longer than all else.
            if (set.Models[which].Model is not null && random.Next(10) == 0)
            {
                compiled++;
                var complaints = Compiled.Complaints(new GeneratorRun(files));
                Assert.True(complaints.Count == 0, $"{string.Join("\n", complaints.Take(3))}\n{text}");
            }
        }

        output.WriteLine(FormattableString.Invariant($"{s_rounds} spoilt, {accepted} taken, {compiled} compiled; the slowest took {slowest.TotalMilliseconds:F0} ms"));
        Assert.InRange(accepted, 1, s_rounds - 1);
    }

    internal static void AssertBounded(DefinitionSet set, IReadOnlyList<TestFile> files)
    {
        Assert.Equal(files.Count, set.Models.Count);
        Assert.True(set.Mistakes.Count <= files.Count * (Mistakes.Most + 3));
        Assert.Equal(set.Models.Any(slot => slot.Model is null), set.Mistakes.Count > 0);
        foreach (var found in set.Mistakes.Concat(set.Notes))
        {
            // Making the diagnostic checks its position as the compiler does.
            Assert.InRange(found.ToDiagnostic().GetMessage(CultureInfo.InvariantCulture).Length, 1, 2_000);
            Assert.True(found.Descriptor.Id != "GRS0001", found.ToDiagnostic().ToString());
            var length = files.First(file => file.Path == found.Location!.Path).GetText()!.Length;
            Assert.InRange(found.Location!.Range.Start + found.Location.Range.Length, 0, length);
        }

        foreach (var model in set.Models.Select(slot => slot.Model).OfType<Model.ReportModel>())
        {
            var terms = model.Rules.Sum(rule => rule.Axes.Sum(axis => axis.Terms.Count + axis.Places.Count));
            var size = ReportEmitter.Emit(model).Sum(file => Encoding.UTF8.GetByteCount(file.Source));
            Assert.InRange(size, 1, 20_000 + (1_000 * model.CellCount) + (40 * terms));
        }
    }
}

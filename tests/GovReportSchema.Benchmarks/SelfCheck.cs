using GovReportSchema.Tests.Making;

namespace GovReportSchema.Benchmarks;

/// <summary>
/// A comparison is fair only among contenders that do the same work: each must take every valid document, and refuse each one that
/// is wrong in a way that has a name, in every layout.
/// </summary>
internal static class SelfCheck
{
    /// <exception cref="InvalidOperationException">A contender does less than the others.</exception>
    public static void Run()
    {
        var differences = new List<string>();
        var random = new Random(6);
        var valid = new ReportMaker(7).Make().ToJsonUtf8();
        Func<byte[], byte[]>[] layouts = [json => json, Layouts.Indent, json => Layouts.Shuffle(json, random)];
        foreach (var contender in Contender.Whole)
        {
            foreach (var layout in layouts)
            {
                if (contender.Refuses(layout(valid)))
                {
                    differences.Add($"{contender.Name} refuses a valid document.");
                }

                foreach (var wrong in WrongReports.Of(valid, layout))
                {
                    if (!contender.Refuses(wrong.Json))
                    {
                        differences.Add($"{contender.Name} takes a document with {wrong.Label}.");
                    }
                }
            }
        }

        if (differences.Count > 0)
        {
            throw new InvalidOperationException(string.Join('\n', differences.Distinct()));
        }
    }
}

using System.IO.Pipelines;
using System.Text;
using GovReportSchema.Tests.Cli;
using Xunit;

namespace GovReportSchema.Tests.Streams;

/// <summary>Reading a stream into reports that are used again.</summary>
[Collection(Alone.Name)]
public class ReusedStreamTests
{
    [Fact]
    public async Task What_a_stream_holds_in_order_is_read_again_and_again_without_allocating()
    {
        var report = new Making.ReportMaker(9).Make().ToJsonUtf8();
        using var stream = new MadeStream([.. report, (byte)'\n'], 500);

        var allocated = await ReadAllTests.All(ReportFormats.ReadAllAsync(stream, Allocated, new ReadAllOptions { Parallelism = 1 }));

        // The first ones make the thread's report and learn how the submissions are laid out.
        Assert.Equal(0, allocated.Skip(20).Sum());

        static long Allocated(in SubmissionLine line)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var isValid = line.ReadReused().IsValid;
            var after = GC.GetAllocatedBytesForCurrentThread();
            Assert.True(isValid);
            return after - before;
        }
    }
}

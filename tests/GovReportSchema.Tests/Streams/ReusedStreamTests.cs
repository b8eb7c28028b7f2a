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

        // After all that other tests have sent, it may take 4,096 submissions until the layout of this one is worth learning.
        for (var i = 0; i < 4_200; i++)
        {
            _ = DisclosureReport2021.Read(report);
        }

        Assert.NotNull(DisclosureReport2021.Descriptor.Layouts.Read(report, new DisclosureReport2021(), out _));
        using var stream = new MadeStream([.. report, (byte)'\n'], 500);

        var allocated = await ReadAllTests.All(ReportFormats.ReadAllAsync(stream, Allocated, new ReadAllOptions { Parallelism = 1 }));

        // The first ones make the thread's report.
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

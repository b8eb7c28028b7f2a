using System.Runtime.InteropServices;
using GovReportSchema.Json;
using GovReportSchema.Tests.Making;
using Xunit;

namespace GovReportSchema.Tests.Json;

/// <summary>No byte outside the submission is read: pages that may not be touched stand before and after it.</summary>
public sealed unsafe partial class OutOfBoundsTests : IDisposable
{
    private const int PageSize = 4096;
    private const int Pages = 6;

    private readonly byte* _memory;

    public OutOfBoundsTests()
    {
        if (!OperatingSystem.IsLinux())
        {
            _memory = (byte*)NativeMemory.AllocZeroed((nuint)((Pages + 2) * PageSize));
            return;
        }

        const int readWrite = 3;
        const int privateAnonymous = 0x22;
        _memory = (byte*)MapMemory(0, (Pages + 2) * PageSize, 0, privateAnonymous, -1, 0);
        Assert.Equal(0, ProtectMemory((nint)(_memory + PageSize), Pages * PageSize, readWrite));
    }

    private Span<byte> Usable => new(_memory + PageSize, Pages * PageSize);

    public void Dispose()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = UnmapMemory((nint)_memory, (Pages + 2) * PageSize);
        }
        else
        {
            NativeMemory.Free(_memory);
        }
    }

    [Fact]
    public void Submissions_and_their_truncations_are_read_within_their_bounds()
    {
        var maker = new ReportMaker(11);
        foreach (var document in new[] { maker.Make().ToJsonUtf8(), maker.Make().ToJsonUtf8(indented: true) })
        {
            var report = new DisclosureReport2021();
            var cache = new LayoutCache();
            cache.Add(SubmissionReader.LearnLayout(document, report.Format));
            for (var length = 0; length <= document.Length; length++)
            {
                var atEnd = Usable[^length..];
                document.AsSpan(0, length).CopyTo(atEnd);
                cache.Read(atEnd, report, out _);
                SubmissionReader.ReadGenerally(atEnd, report, CheckOptions.Default, learn: false);
                ReportFormats.Read(atEnd);
            }

            // The last bytes alone, right behind the page before.
            for (var length = 0; length < 200; length++)
            {
                var atStart = Usable[..length];
                document.AsSpan(document.Length - length).CopyTo(atStart);
                cache.Read(atStart, report, out _);
                SubmissionReader.ReadGenerally(atStart, report, CheckOptions.Default, learn: false);
                TextScanner.FindEnd(atStart, Math.Min(1, length), out _);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint MapMemory(nint address, nint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int ProtectMemory(nint address, nint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int UnmapMemory(nint address, nint length);
}

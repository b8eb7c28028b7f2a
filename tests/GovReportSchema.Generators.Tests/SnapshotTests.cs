using Xunit.Sdk;

namespace GovReportSchema.Generators.Tests;

public sealed class SnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_text_that_was_never_agreed_fails_and_is_kept()
    {
        var failure = Assert.Throws<FailException>(() => Snapshot.Match("a\r\nb\n", "New", "cs", _folder));
        Assert.Contains("New.verified.cs", failure.Message, StringComparison.Ordinal);
        Assert.Equal("a\nb\n", File.ReadAllText(Path.Combine(_folder, "New.received.cs")));
    }

    [Fact]
    public void A_text_that_differs_fails_at_its_first_line_that_does()
    {
        File.WriteAllText(Path.Combine(_folder, "Old.verified.cs"), "a\nb\nc\n");
        var failure = Assert.Throws<FailException>(() => Snapshot.Match("a\nx\nc\n", "Old", "cs", _folder));
        Assert.Contains("on line 2:\n- b\n+ x", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_agrees_passes_whatever_its_line_ends_and_leaves_nothing_received()
    {
        File.WriteAllText(Path.Combine(_folder, "Same.verified.cs"), "a\r\nb\r\n");
        File.WriteAllText(Path.Combine(_folder, "Same.received.cs"), "old");
        Snapshot.Match("a\nb\n", "Same", "cs", _folder);
        Assert.False(File.Exists(Path.Combine(_folder, "Same.received.cs")));
    }
}

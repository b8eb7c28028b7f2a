using GovReportSchema.Tests.Readme;
using Xunit;

namespace GovReportSchema.Tests;

/// <summary>The public surface of the library, as a text under review: a change of it is seen.</summary>
public class PublicApiTests
{
    [Fact]
    public void The_public_surface_is_the_one_that_was_reviewed()
    {
        var folder = Path.Combine(RepositoryFolder.Root, "tests", "GovReportSchema.Tests");
        var verified = Path.Combine(folder, "PublicApi.verified.txt");
        var received = Path.Combine(folder, "PublicApi.received.txt");
        var surface = PublicApi.Print(typeof(Report).Assembly);
        if (File.Exists(verified) && File.ReadAllText(verified) == surface)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, surface);
        Assert.Fail("The public surface changed. Compare PublicApi.received.txt with PublicApi.verified.txt beside it, and replace the second by the first where the change is meant.");
    }
}

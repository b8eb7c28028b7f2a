namespace GovReportSchema.Tests.Readme;

/// <summary>Finds the working copy that these tests were built from.</summary>
internal static class RepositoryFolder
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GovReportSchema.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("GovReportSchema.sln stands in no folder above the tests.");
    }
}

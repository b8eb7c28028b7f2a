namespace GovReportSchema.Cli;

/// <summary>What the process tells its caller; the greater one stands.</summary>
internal static class ExitCode
{
    /// <summary>No error found.</summary>
    public const int NoError = 0;

    /// <summary>At least one error found.</summary>
    public const int ErrorFound = 1;

    /// <summary>Something could not be run: bad usage, no such file.</summary>
    public const int CouldNotRun = 2;
}

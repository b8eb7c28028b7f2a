namespace GovReportSchema.Json;

/// <summary>
/// Whether a program has read a submission yet. The short cuts (vectors, layouts, tables of names) are compiled when they first run, even
/// in a program that was compiled beforehand: for one submission that takes longer than all that they save. So the first is read and
/// checked by the plain code alone, which finds the same.
/// </summary>
internal static class FirstSubmission
{
    /// <summary>A longer one is worth compiling for.</summary>
    private const int MostBytes = 1 << 16;

    private static bool s_isPast;

    /// <summary>Whether a submission is to be read by plain code.</summary>
    public static bool Is(int length) => !s_isPast && length <= MostBytes;

    /// <summary>Notes that one has been read.</summary>
    public static void Pass() => s_isPast = true;
}

namespace GovReportSchema.Json;

/// <summary>Where each member of the submission in hand stands; kept by the thread for its next submission.</summary>
internal sealed class ReadScratch : IDisposable
{
    /// <summary>The offset of a member that has not come yet.</summary>
    public const int NotSeen = -1;

    [ThreadStatic]
    private static ReadScratch? s_free;

    private int[] _offsets = [];
    private int _count;

    /// <summary>The offset of each node's value.</summary>
    public Span<int> Offsets => _offsets.AsSpan(0, _count);

    public static ReadScratch Rent(int count)
    {
        var scratch = s_free ?? new ReadScratch();
        s_free = null;
        if (scratch._offsets.Length < count)
        {
            scratch._offsets = new int[count];
        }

        scratch._count = count;
        scratch.Offsets.Fill(NotSeen);
        return scratch;
    }

    public void Dispose() => s_free = this;
}

using System.Diagnostics;

namespace GovReportSchema.Cli;

/// <summary>On long work, says on standard error how far it has come, in a line that is cleared at the end.</summary>
internal sealed class Progress(StandardStreams streams, Language language) : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);

    private readonly long _began = Stopwatch.GetTimestamp();
    private TimeSpan _next = s_patience;
    private bool _isShown;

    /// <param name="documents">How many documents are done.</param>
    public void Show(long documents)
    {
        if (!streams.ShowsProgress || Stopwatch.GetElapsedTime(_began) is var elapsed && elapsed < _next)
        {
            return;
        }

        _next = elapsed + s_interval;
        _isShown = true;
        var rate = documents / elapsed.TotalSeconds;
        streams.Error.Write("\r\u001b[K" + FormattableString.Invariant(language == Language.English
            ? $"{documents:N0} reports, {rate:N0} a second"
            : (FormattableString)$"已检查 {documents:N0} 份报告，每秒 {rate:N0} 份"));
    }

    /// <summary>Clears the line, so that another can be written in its place.</summary>
    public void Dispose()
    {
        if (_isShown)
        {
            streams.Error.Write("\r\u001b[K");
            _isShown = false;
        }
    }
}

using System.Buffers;

namespace GovReportSchema.Json;

/// <summary>
/// The layouts in which submissions of one format come in, the one that was right last first. Shared by all threads; a lost
/// update only makes a layout be learned again.
/// </summary>
internal sealed class LayoutCache
{
    /// <summary>A service has a few producers; one whose layout is pushed out is read by the general path once, then learned again.</summary>
    private const int MostLayouts = 4;

    /// <summary>
    /// Where no two submissions are laid out alike, learning is wasted: each layout learned doubles the
    /// submissions that pass before the next one is, up to so many, until one turns out to be that of a producer.
    /// </summary>
    private const int LongestPause = 4095;

    /// <summary>Room for text beyond this is made as the text comes.</summary>
    private const int MostTextAtOnce = 1 << 20;

    /// <summary>So many hits are a producer, not chance.</summary>
    private const int HitsOfAProducer = 16;

    /// <summary>More white space between two values than any producer writes is not worth the memory.</summary>
    private const int MostBytesForNode = 256;

    private volatile Layout[] _layouts = [];
    private Layout? _compact;
    private Layout? _indented;
    private int _pause;
    private int _passed;

    /// <summary>How many bytes of text a submission is likely to have, its length given; no more than a sender can be trusted with.</summary>
    public int TextBytes(int length) => _layouts is [var likely, ..] ? Math.Clamp(length - likely.LiteralLength, 0, MostTextAtOnce) : 0;

    /// <summary>Reads a submission by one of the layouts.</summary>
    /// <param name="json">The submission.</param>
    /// <param name="report">The report to fill.</param>
    /// <param name="squeezed">Whether every run of it was read as one.</param>
    /// <returns>The layout that predicted it; null where none did.</returns>
    public Layout? Read(ReadOnlySpan<byte> json, Report report, out bool squeezed)
    {
        squeezed = false;
        var layouts = _layouts;
        for (var i = 0; i < layouts.Length; i++)
        {
            if (PredictedReader.TryRead(json, layouts[i], report, out squeezed))
            {
                if (layouts[i].Hits < HitsOfAProducer && ++layouts[i].Hits == HitsOfAProducer)
                {
                    _pause = 0;
                }

                if (i > 0)
                {
                    _layouts = [layouts[i], .. layouts[..i], .. layouts[(i + 1)..]];
                }

                return layouts[i];
            }
        }

        return null;
    }

    /// <summary>Learns the layout of a submission that the general path has read without a fault.</summary>
    public void Learn(ReadOnlySpan<byte> json, JsonShape shape, ReadOnlySpan<int> offsets)
    {
        if (_passed++ < _pause)
        {
            return;
        }

        _passed = 0;
        _pause = Math.Min((2 * _pause) + 1, LongestPause);
        if (LayoutLearner.LearnForReading(json, shape, offsets, MostBytesForNode * shape.Nodes.Length) is { } layout)
        {
            Add(layout);
        }
    }

    /// <summary>Puts a layout first.</summary>
    public void Add(Layout layout) => _layouts = [layout, .. _layouts.Take(MostLayouts - 1)];

    /// <summary>The layout in which reports of a format are written.</summary>
    public Layout ForWriting(ReportFormat format, bool indented) => indented
        ? _indented ??= LearnOwn(format, indented)
        : _compact ??= LearnOwn(format, indented);

    private static Layout LearnOwn(ReportFormat format, bool indented)
    {
        var output = new ArrayBufferWriter<byte>();
        SubmissionWriter.WriteByMembers(format.CreateReport(), output, indented);
        return SubmissionReader.LearnLayout(output.WrittenSpan, format, forWriting: true);
    }
}
